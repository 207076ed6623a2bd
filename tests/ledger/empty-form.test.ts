/** Empty forms of one collection: each is judged on its own, the quarters before it once for all. */
import { expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { emptyForms } from '../../src/ledger/empty-form.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Submission } from '../../src/model/returns/submission.ts';
import { inputs, Q4 } from '../intake/sloppy.ts';

const blank = (unit: string): Submission => ({
  unit,
  period: Q4.id,
  receivedAt: '2023-01-09',
  demo: false,
  file: `${unit}.xlsx`,
  tasks: [],
  goals: [],
  cooperation: [],
});

it('reads the earlier quarters once, and says of each form what the ledger does', () => {
  let read = 0;
  const before = inputs.submissions.filter(({ period }) => period !== Q4.id);
  const submissions = before.map((one, i) =>
    i > 0
      ? one
      : Object.defineProperty({ ...one }, 'tasks', {
          get: () => {
            read += 1;
            return one.tasks;
          },
        }),
  );
  const silent: Inputs = { ...inputs, submissions };
  const saysAll = emptyForms(silent, Q4);
  const units = ['省工信厅', '省委网信办', '省教育厅'];
  const said = units.map((unit) => {
    const answer = saysAll(blank(unit));
    return [answer, read] as const;
  });
  expect(read).toBeGreaterThan(0);
  expect(new Set(said.map(([, times]) => times)).size).toBe(1);
  const told = units.map((unit) => {
    const ledger = buildLedger({ ...silent, submissions: [...before, blank(unit)] }, Q4).value;
    return ledger?.returns.find((one) => one.unit.name === unit)?.missing.length === 0;
  });
  expect(said.map(([answer]) => answer)).toEqual(told);
});
