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
import { allTasks, type Task } from '../../src/model/plan/plan.ts';
import type { Target } from '../../src/model/plan/target.ts';
import {
  COOPERATION_COLUMNS,
  type FormContent,
  GOAL_COLUMNS,
  SHEETS,
  SILENT_BEFORE,
  TARGET_COLUMNS,
  TASK_COLUMNS,
} from '../../src/model/returns/form.ts';
import type { Submission } from '../../src/model/returns/submission.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { type Book, heightOf, numbersTaken, openCells, openForm, textCells } from '../support/form-cells.ts';

const PERIOD: Period = { id: '2022Q4', year: 2022, quarter: 4 };
const forms = (only: string[], effects: TestEffects): Promise<QuarterForms> =>
  quarterForms({ period: PERIOD, only, out: 'output' }, effects);

const inputs = (await readWorkspace(folderEffects(), 2022)).value as Inputs;
const effects = folderEffects();
await forms(['省工信厅', '省通信管理局', '省市场监管局'], effects);

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
    // 80 characters, 15 a line in the table of tasks and 12 in that of goals.
    expect(heightOf(book, SHEETS.tasks, 4)).toBeGreaterThan(6 * 13);
    expect(heightOf(book, SHEETS.goals, 4)).toBeGreaterThan(7 * 13);
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

describe('what the plan asks for', () => {
  /** The form where the plan says something else of the first task that has a number, and of its number. */
  const first = allTasks(inputs.plan).find(({ targets }) => targets.length > 0) as Task;
  const asking = (
    unit: string,
    change: { task?: Partial<Task>; target?: Partial<Target>; lead?: string },
  ) => {
    const [own, ...others] = first.targets as [Target, ...Target[]];
    const task: Task = { ...first, targets: [{ ...own, ...change.target }, ...others], ...change.task };
    const tracks = inputs.plan.tracks.map((track) => ({
      ...track,
      leads: change.lead ? [...track.leads, change.lead] : track.leads,
      tasks: track.tasks.map((one) => (one === first ? task : one)),
    }));
    return formContent({ ...inputs, plan: { ...inputs.plan, tracks } }, unit, PERIOD);
  };

  it.each<[string, Partial<Target>]>([
    ['30个以上', { operator: 'atLeast', wording: '以上', value: 30 }],
    ['30个左右', { operator: 'atLeast', wording: '左右', value: 30 }],
    ['达到1.25个', { operator: 'atLeast', wording: '达到', value: 1.25 }],
    ['2—3个', { operator: 'atLeast', wording: '', value: 2, upper: 3 }],
    ['突破30个', { operator: 'exceed', wording: '突破', value: 30 }],
    ['超过30个', { operator: 'exceed', wording: '余', value: 30 }],
    ['一批', { operator: 'batches', wording: '一批', value: 1 }],
    ['6月30日前完成', { operator: 'yesNo', wording: '', value: 1, deadline: '2022-06-30' }],
    ['建成', { operator: 'yesNo', wording: '建成', value: 1 }],
    ['完成', { operator: 'yesNo', wording: '', value: 1 }],
  ])('is said as the plan says it: %s', (goal, target) => {
    const [task] = asking(first.responsible.unit, { target: { unit: '个', ...target } }).tasks;
    expect(task?.targets[0]).toMatchObject({ goal, yesNo: target.operator === 'yesNo' });
  });

  it('is a stage also where a task has but one, and none where it has none', () => {
    expect(first.milestones).toBeUndefined();
    const stages = (task: Partial<Task>): string[] | undefined =>
      asking(first.responsible.unit, { task }).tasks.find(({ no }) => no === first.no)?.stages;
    const nodes = allTasks(inputs.plan).find(({ milestones }) => milestones?.nodes)?.milestones;
    const [node] = nodes?.nodes ?? [];
    if (!nodes || !node) throw new Error('no task has nodes of its own');
    expect(stages({ milestones: { ...nodes, nodes: [node] } })).toEqual(['未启动', node.stage]);
    expect(stages({})).toEqual([]);
  });

  it('is asked of those who cooperate with the unit that answers for the task, whoever else leads the track', () => {
    const { cooperation } = asking('省市场监管局', { lead: '省财政厅' });
    const answering = new Map(allTasks(inputs.plan).map(({ no, responsible }) => [no, responsible.unit]));
    expect(cooperation.length).toBeGreaterThan(10);
    expect(cooperation.map(({ leads }) => leads)).toEqual(cooperation.map(({ no }) => [answering.get(no)]));
  });
});

describe('the sheets of a form', () => {
  it('draw a task over the rows of all its numbers, and nothing over more', () => {
    const { tasks } = formContent(inputs, '省工信厅', PERIOD);
    let row = 3;
    const wanted = tasks.flatMap(({ targets }) => {
      const [r, span] = [row, Math.max(1, targets.length)];
      row += span;
      const shared = TASK_COLUMNS.flatMap(({ key }, c) => (TARGET_COLUMNS.includes(key) ? [] : [c]));
      return span > 1 ? shared.map((c) => utils.encode_range({ r, c }, { r: r + span - 1, c })) : [];
    });
    const merges = bookOf('省工信厅').Sheets[SHEETS.tasks]?.['!merges'] ?? [];
    expect(wanted.length).toBeGreaterThan(20);
    const drawn = merges.filter(({ s }) => s.r > 2).map((range) => utils.encode_range(range));
    expect(drawn.sort()).toEqual(wanted.sort());
    // The title stands on the first page of the two, beside the columns that both repeat.
    const last = TASK_COLUMNS.findIndex(({ key }) => key === 'previousProgress') - 1;
    expect(merges.filter(({ s }) => s.r === 0)).toEqual([{ s: { r: 0, c: 2 }, e: { r: 0, c: last } }]);
  });

  it('are those that the unit has something to say in; that of the tasks is out of sight where it has none', () => {
    const { SheetNames, Workbook } = bookOf('省通信管理局');
    expect(SheetNames.map((name, i) => [name, Workbook?.Sheets?.[i]?.Hidden])).toEqual([
      [SHEETS.goals, 0],
      [SHEETS.cooperation, 0],
      [SHEETS.guide, 0],
      [SHEETS.tasks, 1],
      [SHEETS.meta, 1],
    ]);
  });

  it('take no number for a goal that has none', async () => {
    const content = formContent(inputs, '省通信管理局', PERIOD);
    const goals = content.goals.map((goal, i) => (i === 1 ? { ...goal, target: null } : goal));
    const book = openForm(await writeForm({ ...content, goals }));
    const of = (row: number): string[] =>
      openCells(book, SHEETS.goals).filter((cell) => cell.replace(/\D+/, '') === String(row));
    const letters = (wanted: boolean): string[] =>
      GOAL_COLUMNS.flatMap(({ key, entry }, c) =>
        entry && (wanted || !['value', 'source'].includes(key)) ? [utils.encode_col(c)] : [],
      );
    expect(of(4)).toEqual(letters(true).map((letter) => `${letter}4`));
    expect(of(5)).toEqual(letters(false).map((letter) => `${letter}5`));
    expect(numbersTaken(book, SHEETS.goals)).not.toHaveProperty('F5');
    expect(numbersTaken(book, SHEETS.goals)).toHaveProperty('F4');
  });

  it('keep what is typed as it is typed, but for numbers, which a cell of texts would refuse', () => {
    for (const name of [SHEETS.tasks, SHEETS.goals]) {
      const book = bookOf('省工信厅');
      const numbers = Object.keys(numbersTaken(book, name));
      expect(numbers.length).toBeGreaterThan(3);
      const texts = new Set(textCells(book, name));
      const others = openCells(book, name).filter((cell) => !texts.has(cell));
      expect(others.sort()).toEqual(numbers.sort());
    }
  });

  it('are as high as their texts, in all rows of a task together, and no higher than a program shows', async () => {
    const content = formContent(inputs, '省工信厅', PERIOD);
    const of = (no: number, characters: number) => {
      const [task] = content.tasks.filter((one) => one.no === no);
      return { ...task, previousProgress: '数'.repeat(characters) } as FormContent['tasks'][number];
    };
    const book = openForm(await writeForm({ ...content, tasks: [of(13, 200), of(10, 2000)] }));
    const [first, second, third] = [4, 5, 6].map((row) => heightOf(book, SHEETS.tasks, row)) as [
      number,
      number,
      number,
    ];
    // 9 characters a line.
    expect(first + second).toBeGreaterThan(23 * 13);
    expect(first + second).toBeLessThan(27 * 14);
    expect(first).toBe(second);
    expect(third).toBe(409);
  });

  it('say how to fill in what the unit has, and leave open who did so and the day of receipt', () => {
    const told = (unit: string): string => utils.sheet_to_csv(bookOf(unit).Sheets[SHEETS.guide] ?? {});
    for (const unit of ['省工信厅', '省通信管理局', '省市场监管局']) {
      const rows = told(unit).split('\n');
      const wanted = ['填表人、电话', '审核人', '收到日期'].map(
        (label) => `B${rows.findIndex((line) => line.startsWith(`${label},`)) + 1}`,
      );
      expect(openCells(bookOf(unit), SHEETS.guide)).toEqual(wanted);
    }
    expect(told('省工信厅')).toContain('从下拉列表中选择');
    expect(told('省通信管理局')).toContain('本季度累计值');
    expect(told('省通信管理局')).not.toContain('从下拉列表中选择');
    expect(told('省市场监管局')).toContain('写本季度为该任务做了什么');
    expect(told('省市场监管局')).not.toContain('本季度累计值');
  });

  it('go to nobody, no city either, while one of those asked for is unknown', async () => {
    const asked = folderEffects();
    const { files, cities, diagnostics } = await forms(['省财政', '赣州市'], asked);
    expect([files, cities, [...asked.written.keys()]]).toEqual([[], [], []]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['unitNotConcerned']);
  });
});
