/** A target that a notice changed in the year: what forms ask, what the exported ledger says, what the next year takes over. */
import { read } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { formContent } from '../../src/compose/forms/form.ts';
import { exportPeriod } from '../../src/flows/export.ts';
import { quarterForms } from '../../src/flows/forms/period-forms.ts';
import { newYear } from '../../src/flows/plan/new-year.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { ledgerExportSchema } from '../../src/model/ledger/ledger-export.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { GOAL_COLUMNS, SHEETS, TASK_COLUMNS } from '../../src/model/returns/form.ts';
import type { SubmissionFile } from '../../src/model/returns/submission.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, type TestEffects } from '../support/effects.ts';
import { filledForm } from '../support/filled-forms.ts';
import { revisedPlan } from '../support/revised.ts';

const period = (id: string): Period => parsePeriod(id) as Period;
const withPlan = (overlay: Record<string, string | Uint8Array> = {}): TestEffects =>
  folderEffects(undefined, { ...revisedPlan(), ...overlay });

async function formOf(unit: string, id: string, effects: TestEffects): Promise<Uint8Array> {
  await quarterForms({ period: period(id), only: [unit], out: 'out' }, effects);
  const [, bytes] = [...effects.written].find(([path]) => path.endsWith('.xlsx')) ?? [];
  return bytes as Uint8Array;
}

const targetsIn = (form: Uint8Array, sheet: string, column: number): string[] => {
  const cells = read(form, { type: 'array' }).Sheets[sheet] ?? {};
  const letter = String.fromCharCode(65 + column);
  return Object.entries(cells).flatMap(([cell, { v }]) =>
    new RegExp(`^${letter}\\d+$`).test(cell) && typeof v === 'string' ? [v] : [],
  );
};
const goalTargets = (form: Uint8Array): string[] =>
  targetsIn(
    form,
    SHEETS.goals,
    GOAL_COLUMNS.findIndex(({ key }) => key === 'goal'),
  );

it('a form asks for the new target from then on, and says what it was', async () => {
  const third = goalTargets(await formOf('省工信厅', '2022Q3', withPlan()));
  expect(third).toContain('突破1500亿元（原为突破1800亿元，8月15日调整）');
  const second = goalTargets(await formOf('省工信厅', '2022Q2', withPlan()));
  expect(second).toContain('突破1800亿元');
  expect(second.join()).not.toContain('1500');
  const tasks = targetsIn(
    await formOf('省科技厅', '2022Q3', withPlan()),
    SHEETS.tasks,
    TASK_COLUMNS.findIndex(({ key }) => key === 'goal'),
  );
  expect(tasks).toContain('20个以上（原为30个以上，8月15日调整）');
});

it('a form sent out before the change is an old one for the quarters after it alone; its own number is no slip of the unit', async () => {
  const { value } = await readWorkspace(folderEffects(), 2022);
  if (!value) throw new Error('no workspace');
  const told = async (id: string): Promise<string[]> => {
    const file = `data/2022/submissions/${id}/省工信厅.xlsx`;
    const filled: SubmissionFile = {
      unit: '省工信厅',
      period: id,
      receivedAt: value.periods.find((one) => one.id === id)?.due ?? '',
      tasks: [],
      goals: [{ goal: 'G04', values: {}, sources: {}, progress: '数据正在核算。', coordination: [] }],
      cooperation: [],
    };
    const bytes = await writeForm(filledForm(formContent(value, '省工信厅', period(id)), filled));
    const { diagnostics } = await readWorkspace(withPlan({ [file]: bytes }), 2022);
    const codes = diagnostics.filter(({ at }) => at?.file === file).map(({ code }) => code);
    return codes.filter((code) => code === 'planChanged' || code === 'filledBeside');
  };
  expect(await told('2022Q2')).toEqual([]);
  expect(await told('2022Q3')).toEqual(['planChanged']);
});

it('the exported ledger says what was changed, from the quarter on', async () => {
  const exported = async (id: string) => {
    const effects = withPlan();
    await exportPeriod({ period: period(id), only: ['json', 'csv'], out: 'out' }, effects);
    const text = (name: string): string => new TextDecoder().decode(effects.written.get(`out/导出/${name}`));
    const { goals, tasks } = ledgerExportSchema.parse(JSON.parse(text('台账.json')));
    return { goals, tasks, csv: text('指标台账.csv') };
  };
  const third = await exported('2022Q3');
  const goal = third.goals.find(({ id }) => id === 'G04')?.target;
  expect(goal?.value).toBe(1500);
  expect(goal?.revised).toEqual([
    { since: '2022-08-15', by: '赣数〔2022〕9号', words: '超过1800亿元', value: 1800, upper: null },
  ]);
  expect(third.tasks[0]?.targets[0]?.revised?.[0]?.value).toBe(30);
  expect(third.tasks[0]?.text).toContain('20个以上');
  expect(third.csv).toContain('目标原为超过1800亿元，8月15日起调整（赣数〔2022〕9号）');
  expect(third.goals.filter(({ target }) => target?.revised)).toHaveLength(1);

  const second = await exported('2022Q2');
  expect(second.goals.find(({ id }) => id === 'G04')?.target).toMatchObject({ value: 1800 });
  expect(JSON.stringify(second.goals)).not.toContain('revised');
  expect(second.csv).not.toContain('调整');
});

it('the next year begins without changes, from the same results', async () => {
  const of = async (effects: TestEffects): Promise<string[]> => {
    await newYear(2023, effects);
    return [...effects.written].map(([path, bytes]) => `${path}\n${new TextDecoder().decode(bytes)}`);
  };
  const files = await of(withPlan());
  expect(files).toEqual(await of(folderEffects()));
  expect(files.join()).not.toContain('revised');
});
