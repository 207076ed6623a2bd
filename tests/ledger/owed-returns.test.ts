/** Who owes a return: units that answer for a task or a goal; those that contribute uncalled are nobody's debtors. */
import { describe, expect, it } from 'vitest';
import { speakerState } from '../../src/compose/meeting/speaker-text.ts';
import type { Speaker } from '../../src/compose/meeting/speakers.ts';
import { speakersOf } from '../../src/compose/meeting/speakers.ts';
import { methodView } from '../../src/compose/views/method.ts';
import { returnStates } from '../../src/ledger/return-state.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Goal } from '../../src/model/plan/plan.ts';
import type { Submission } from '../../src/model/returns/submission.ts';
import {
  type EntrySketch,
  figure,
  goalEntry,
  inputs,
  ledgerOf,
  milestoneTask,
  submission,
  target,
  task,
  track,
} from './helper.ts';

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
  const returned = { goals: [goalEntry('G01', { G01: figure(30) })] };
  const built = ledgerOf(
    inputs(
      [track(1, [task(1, { targets: [target({})] })])],
      [
        submission('甲厅', '2022Q1', { 1: { values: { 'T001-1': 30 } } }),
        { ...submission('乙局', '2022Q1', {}), ...returned },
      ],
      [GOAL],
    ),
    '2022Q1',
  );
  expect(speakersOf(built)).toEqual([]);
});

it('a return that says nothing is none, as long as something is owed', () => {
  const record = ledger('甲厅', '乙局').returns.find(({ unit }) => unit.name === '乙局');
  expect(record).toMatchObject({ receivedAt: null, late: false, refused: { why: 'empty' } });
});

describe('what is missing from a return', () => {
  const MEASURED = task(1, { targets: [target()] });
  /** Parts of task 1 that are asked for after the return of the first quarter. */
  const missing = (sketch: EntrySketch, subject = MEASURED, change: Partial<Submission> = {}) =>
    ledgerOf(
      inputs([track(1, [subject])], [submission('甲厅', '2022Q1', { 1: sketch }, change)]),
      '2022Q1',
    ).returns[0]?.missing.flatMap(({ parts }) => parts.map(({ kind }) => kind));
  const unread = [{ target: 'T001-1', text: '见附件', at: { file: 'returns/甲厅.xlsx' } }];
  const progress = '正在筹备';

  it('is the value, unless the unit says that nothing has begun', () => {
    expect(missing({ progress })).toEqual(['value']);
    expect(missing({ progress, self: 'notStarted' })).toEqual([]);
    expect(missing({ progress, stage: '未启动' })).toEqual([]);
  });

  it('is the stage, unless the unit says that nothing has begun', () => {
    expect(missing({ progress }, milestoneTask(1))).toEqual(['stage']);
    expect(missing({ progress, self: 'notStarted' }, milestoneTask(1))).toEqual([]);
  });

  it('is what was written and can’t be read, though nothing has begun, or nothing is owed yet', () => {
    expect(missing({ progress, self: 'notStarted' }, MEASURED, { unread })).toEqual(['value']);
    const later = task(1, { targets: [target({ schedule: { type: 'deadline' } })] });
    expect(missing({ progress }, later)).toEqual([]);
    expect(missing({ progress }, later, { unread })).toEqual(['value']);
  });

  it('is what was done just now and is not told in full; of what was done before nothing more', () => {
    const quarters = (done: EntrySketch[]) =>
      ledgerOf(
        inputs(
          [track(1, [MEASURED])],
          done.map((sketch, i) => submission('甲厅', `2022Q${i + 1}`, { 1: sketch })),
        ),
        `2022Q${done.length}`,
      ).returns[0]?.missing.length;
    const done = { values: { 'T001-1': 100 } };
    expect(quarters([{ values: { 'T001-1': 50 }, progress }, done])).toBe(1);
    expect(quarters([done, done])).toBe(0);
  });
});

it('a correction is told of with the day of the first return, also when both came in time', () => {
  const sent = (receivedAt: string) =>
    submission('甲厅', '2022Q1', { 1: {} }, { receivedAt, file: receivedAt });
  const of = (...days: string[]) => {
    const [record] = ledgerOf(
      inputs([track(1, [task(1, { targets: [target()] })])], days.map(sent)),
      '2022Q1',
    ).returns;
    return [record?.receivedAt, record?.correctedAt, record?.late];
  };
  expect(of('2022-04-05')).toEqual(['2022-04-05', null, false]);
  expect(of('2022-04-05', '2022-04-08')).toEqual(['2022-04-05', '2022-04-08', false]);
  expect(of('2022-04-05', '2022-04-12')).toEqual(['2022-04-05', '2022-04-12', false]);
  expect(of('2022-04-12')).toEqual(['2022-04-12', null, true]);
});

it('a unit that answers for an annual goal alone is among those of the ledger, one that answers for nothing is not', () => {
  expect(ledger('甲厅', '丙办').byUnit.map((record) => record.unit.name)).toEqual(['甲厅', '乙局']);
});

it('the next return is asked for by the day of the very next quarter', () => {
  expect(ledger().nextSetting?.id).toBe('2022Q2');
});
