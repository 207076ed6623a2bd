/** diaodu forms 2022Q4 on the demonstration data: which cells of a form are open, and who is asked for a single part. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { type QuarterForms, quarterForms } from '../../src/flows/forms/period-forms.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Period } from '../../src/model/period.ts';
import {
  COOPERATION_COLUMNS,
  type FormContent,
  GOAL_COLUMNS,
  SHEETS,
  SILENT_BEFORE,
  TASK_COLUMNS,
} from '../../src/model/returns/form.ts';
import type { Submission } from '../../src/model/returns/submission.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { type Book, heightOf, openCells, openForm } from '../support/form-cells.ts';

const PERIOD: Period = { id: '2022Q4', year: 2022, quarter: 4 };
const forms = (only: string[], effects: TestEffects): Promise<QuarterForms> =>
  quarterForms({ period: PERIOD, only, out: 'output' }, effects);

const inputs = (await readWorkspace(folderEffects(), 2022)).value as Inputs;
const effects = folderEffects();
await forms(['省工信厅', '省通信管理局'], effects);

const bookOf = (unit: string): Book =>
  openForm(effects.written.get(`output/填报表/${unit}2022年四季度填报表.xlsx`));

describe('the form', () => {
  it.each([
    ['省工信厅', SHEETS.tasks, TASK_COLUMNS],
    ['省工信厅', SHEETS.cooperation, COOPERATION_COLUMNS],
    ['省通信管理局', SHEETS.goals, GOAL_COLUMNS],
  ] as const)(
    'of %s leaves open in “%s” what is to be filled in, and nothing else',
    (unit, name, columns) => {
      const book = bookOf(unit);
      const sheet = book.Sheets[name];
      const rows = utils.decode_range(sheet?.['!ref'] ?? '').e.r;
      const column = (wanted: string): number => columns.findIndex(({ key }) => key === wanted);
      const stages = book.files[`xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`]?.content;
      const choices =
        new TextDecoder()
          .decode(stages)
          .match(/<dataValidation [^>]*type="list"[^>]*>/g)
          ?.join() ?? '';
      const wanted: string[] = [];
      for (let r = 3; r <= rows; r += 1) {
        const has = (key: string): boolean =>
          sheet?.[utils.encode_cell({ r, c: column(key) })]?.v !== undefined;
        for (const [c, { key, entry }] of columns.entries()) {
          const address = utils.encode_cell({ r, c });
          // The rows of a task's further numbers are merged in its other columns, so that nobody gets at them.
          const ofTask = sheet?.['!merges']?.find((m) => m.s.c === c && m.s.r <= r && m.e.r >= r)?.s.r ?? r;
          const staged = choices.includes(`"${utils.encode_cell({ r: ofTask, c })}"`);
          const asked = key === 'stage' ? staged : !['value', 'source'].includes(key) || has('unit');
          if (entry && asked) wanted.push(address);
        }
      }
      expect(wanted.length).toBeGreaterThan(10);
      expect(openCells(book, name).sort()).toEqual(wanted.sort());
    },
  );

  it('goes also to a unit that is named beside a single task alone, or for the number of a goal alone', async () => {
    const text = (file: string): string => readFileSync(resolve(REPOSITORY, file), 'utf8');
    const [track, goals, units] = ['plan/tracks/01.yaml', 'plan/goals.yaml', 'units.yaml'].map(
      (file) => `data/2022/${file}`,
    ) as [string, string, string];
    const named = folderEffects(undefined, {
      [units]: `${text(units)}
- { name: 省税务局, fullName: 国家税务总局江西省税务局, aliases: [], namedBy: office }
- { name: 省医保局, fullName: 江西省医疗保障局, aliases: [], namedBy: office }
`,
      [track]: text(track).replace(/^( +)responsible:.*$/m, '$&\n$1cooperating: [省税务局]'),
      [goals]: text(goals).replace(
        /^ {10}responsible: \*statistics$/m,
        '          responsible: { unit: 省医保局, assignedBy: office, reason: 数据在该局 }',
      ),
    });
    const { files } = await forms([], named);
    expect(files.filter(({ unit }) => ['省税务局', '省医保局'].includes(unit))).toMatchObject([
      { unit: '省税务局', tasks: 0, goals: 0, cooperation: 1 },
      { unit: '省医保局', tasks: 0, goals: 1, cooperation: 0 },
    ]);
  });

  it('asks a unit that answers for a single number of a task for that task, and the unit of the task as well', async () => {
    const track = 'data/2022/plan/tracks/01.yaml';
    const text = readFileSync(resolve(REPOSITORY, track), 'utf8');
    const shared = text.replace(/^( {8}responsible: \{ unit: )省科技厅/m, '$1省统计局');
    expect(shared).not.toBe(text);
    const told = folderEffects(undefined, { [track]: shared });
    const { files } = await forms(['省科技厅', '省统计局'], told);
    expect(files.map(({ unit, tasks }) => [unit, tasks])).toEqual([
      ['省科技厅', 9],
      ['省统计局', 1],
    ]);
    const sheet = openForm(told.written.get(files[1]?.path ?? '')).Sheets[SHEETS.tasks];
    expect(sheet?.['A4']?.v).toBe(1);
  });

  it('has room for a quarter’s progress also where none was told the quarter before', async () => {
    const first = folderEffects();
    const { files } = await quarterForms(
      { period: { id: '2022Q1', year: 2022, quarter: 1 }, only: ['省工信厅'], out: 'output' },
      first,
    );
    const book = openForm(first.written.get(files[0]?.path ?? ''));
    // 100 characters, 15 a line in the table of tasks and 12 in that of goals.
    expect(heightOf(book, SHEETS.tasks, 4)).toBeGreaterThan(7 * 13);
    expect(heightOf(book, SHEETS.goals, 4)).toBeGreaterThan(9 * 13);
  });
});

describe('what stands beside the entry cells', () => {
  const UNIT = '省工信厅';
  const before = inputs.submissions.find((s) => s.unit === UNIT && s.period === '2022Q3') as Submission;
  const carried = (change: Partial<Submission>) => {
    const others = inputs.submissions.filter((s) => s.unit !== UNIT || s.period !== '2022Q3');
    return formContent({ ...inputs, submissions: [...others, { ...before, ...change }] }, UNIT, PERIOD);
  };
  const whole = carried({});

  it('is nothing of another task or goal where last quarter’s return left one out', () => {
    const [task, goal] = [before.tasks[1]?.task, before.goals[1]?.goal];
    const told = carried({
      tasks: before.tasks.filter((one) => one.task !== task),
      goals: before.goals.filter((one) => one.goal !== goal),
    });
    const blank = <T extends { previous: string }>(target: T): T => ({ ...target, previous: '' });
    expect(told.tasks).toEqual(
      whole.tasks.map((one) =>
        one.no === task ? { ...one, previousProgress: '', targets: one.targets.map(blank) } : one,
      ),
    );
    expect(told.goals).toEqual(
      whole.goals.map((one) =>
        one.id === goal ? { ...one, previousProgress: '', target: one.target && blank(one.target) } : one,
      ),
    );
    expect(told).not.toEqual(whole);
  });

  it('is nothing of another number of the task where last quarter’s return left one out', () => {
    const left = before.tasks.find(({ values }) => values.length > 1);
    const id = left?.values[0]?.target;
    const told = carried({
      tasks: before.tasks.map((one) => (one === left ? { ...one, values: one.values.slice(1) } : one)),
    });
    const values = (form: FormContent): string[][] =>
      form.tasks.flatMap(({ targets }) => targets.map((target) => [target.id, target.previous]));
    expect(values(told)).toEqual(values(whole).map(([one = '', last = '']) => [one, one === id ? '' : last]));
    expect(values(whole).find(([one]) => one === id)?.[1]).not.toBe('');
  });

  it('is the stage that was reached, before what was told of it', () => {
    const staged = before.tasks.find(({ stage, progress }) => stage && progress);
    expect(whole.tasks.find(({ no }) => no === staged?.task)?.previousProgress).toBe(
      `〔${staged?.stage?.value}〕${staged?.progress?.value}`,
    );
  });

  it('is that nothing was returned, beside tasks and goals alike, where only others returned something', () => {
    const others = inputs.submissions.filter((s) => s.unit !== UNIT);
    const told = formContent({ ...inputs, submissions: others }, UNIT, PERIOD);
    expect(told.goals.length).toBeGreaterThan(1);
    for (const { previousProgress } of [...told.tasks, ...told.goals])
      expect(previousProgress).toBe(SILENT_BEFORE);
  });
});
