/** Who owes a return: units that answer for a task or a goal; those that contribute uncalled are nobody's debtors. */
import { expect, it } from 'vitest';
import { speakerState } from '../../src/compose/speaker-text.ts';
import type { Speaker } from '../../src/compose/speakers.ts';
import { speakersOf } from '../../src/compose/speakers.ts';
import { methodView } from '../../src/compose/views/method.ts';
import { returnStates } from '../../src/ledger/return-state.ts';
import { plainText } from '../../src/model/inline.ts';
import type { Goal } from '../../src/model/plan.ts';
import { inputs, ledgerOf, submission, target, task, track } from './helper.ts';

const RESPONSIBLE = { unit: '乙局', assignedBy: 'office' } as const;
const GOAL: Goal = {
  id: 'G01',
  name: '目标',
  text: '目标100个',
  target: target({ id: 'G01', responsible: RESPONSIBLE }),
  responsible: RESPONSIBLE,
};

/** 甲厅 answers for a task, 乙局 for an annual goal alone, 丙办 for nothing. */
const ledger = (...from: string[]) =>
  ledgerOf(
    inputs(
      [track(1, [task(1, { targets: [target({})] })])],
      from.map((unit) =>
        submission(unit, '2022Q1', unit === '甲厅' ? { 1: { values: { 'T001-1': 30 } } } : {}),
      ),
      [GOAL],
    ),
    '2022Q1',
  );

it('a unit that only contributes counts neither among those that owe nor among those that returned', () => {
  for (const from of [['甲厅'], ['甲厅', '丙办']]) {
    const built = ledger(...from);
    expect(methodView(built)).toMatchObject({ 应报: { value: 2 }, 已报: { value: 1 }, 未报: ['乙局'] });
    expect(returnStates(built, [], '').totals).toMatchObject({ units: 2, received: 1, missing: 1 });
  }
});

it('a unit that owes annual goals alone is asked at the meeting why it did not report', () => {
  const speakers = speakersOf(ledger('甲厅'));
  expect(speakers.map(({ unit, reason }) => [unit, reason])).toEqual([['乙局', 'silent']]);
  const state = speakerState(speakers[0] as Speaker);
  expect(state && plainText(state.rich)).toBe('年度目标未报送1项');
  expect(speakersOf(ledger('甲厅', '乙局'))).toEqual([]);
});
