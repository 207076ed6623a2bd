/** Two or three things do not run along a line: what is due of them is whole, and one missing is not far behind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetSentence } from '../../src/compose/texts/sentences.ts';
import { plainText } from '../../src/model/document/inline.ts';
import type { Target } from '../../src/model/plan/target.ts';
import { isLaggingStatus } from '../../src/model/status.ts';
import {
  baseline,
  type EntrySketch,
  figure,
  inputs,
  ledgerOf,
  recordOf,
  submission,
  target,
  task,
  track,
} from './helper.ts';

const few = (value: number, change: Partial<Target> = {}): Target => target({ value, unit: '家', ...change });
/** After as many quarters as there are values; status, pace and gap as printed. */
const verdict = (subject: Target, values: (number | EntrySketch)[]) => {
  const { status, expected, gap } = recordOf(
    subject,
    values.map((value) => (typeof value === 'number' ? figure(value, subject.unit) : value)),
  );
  return [status, expected?.value ?? null, gap?.value ?? null];
};

describe('a target of a few things', () => {
  it.each<[string, Target, number[], ReturnType<typeof verdict>]>([
    ['asks for nothing while less than one is due', few(2), [0], ['onPace', 0, 0]],
    ['asks for one of two at midyear', few(2), [0, 0], ['behind', 50, -50]],
    ['takes one of two until the end', few(2), [0, 0, 1], ['onPace', 50, 0]],
    ['misses one of two at the end', few(2), [0, 0, 1, 1], ['behind', 100, -50]],
    ['is far behind when the end comes and there is none', few(2), [0, 0, 0, 0], ['farBehind', 100, -100]],
    ['is far behind when the only one is missing at the end', few(1), [0, 0, 0, 0], ['farBehind', 100, -100]],
    ['counts on when one came early', few(2), [1], ['ahead', 0, 50]],
    ['takes two of three after three quarters', few(3), [0, 1, 2], ['onPace', 66.7, 0]],
    ['is far behind with two missing', few(3), [0, 0, 0], ['farBehind', 66.7, -66.7]],
    [
      'counts what was to come on top',
      few(8, { kind: 'stock', baseline: baseline(5) }),
      [5, 5],
      ['behind', 33.3, -33.3],
    ],
    ['takes half as many again as the year asks for as said', few(7), [11], ['done', 14.3, 142.9]],
    ['counts to its own day', few(3, { deadline: '2022-06-30' }), [0], ['behind', 33.3, -33.3]],
    ['goes by percentages from twenty on', few(20), [0], ['farBehind', 25, -25]],
    [
      'goes by percentages from twenty on, whatever day',
      few(20, { deadline: '2022-07-31' }),
      [9],
      ['onPace', 42.9, 2.1],
    ],
    [
      'sees nine of eleven in nine months of eleven, though it is a fraction that never ends',
      few(11, { deadline: '2022-11-30' }),
      [3, 6, 9],
      ['onPace', 81.8, 0],
    ],
    ['goes by percentages for amounts', few(2, { unit: '亿元' }), [0], ['farBehind', 25, -25]],
    ['goes by percentages for ten thousands', few(2, { unit: '万家' }), [0], ['farBehind', 25, -25]],
    [
      'keeps to the nodes that were agreed, and to one missing of them',
      few(3, { schedule: { type: 'nodes', nodes: [1, 1, 3, 3], reason: '' } }),
      [0],
      ['behind', 33.3, -33.3],
    ],
    [
      'sees two missing of the nodes',
      few(3, { schedule: { type: 'nodes', nodes: [1, 1, 3, 3], reason: '' } }),
      [1, 1, 1],
      ['farBehind', 100, -66.7],
    ],
  ])('%s', (_, subject, values, expected) => {
    expect(verdict(subject, values)).toEqual(expected);
  });

  it('has not failed to start before one is due', () => {
    expect(verdict(few(3), [{ self: 'notStarted' }])[0]).toBe('onPace');
    expect(verdict(few(3), [{ self: 'notStarted' }, { self: 'notStarted' }])[0]).toBe('notStarted');
  });

  it('demands of the next quarter what will be due, and of the first none', () => {
    expect(recordOf(few(3), [figure(0, '家')]).expectedNext).toBe(1);
    expect(recordOf(few(2), [figure(0, '家'), figure(1, '家')]).expectedNext).toBe(1);
    expect(recordOf(few(2), [figure(0, '家')]).forecast).toBeNull();
  });

  it('demands on the way down to a limit what may be left by then', () => {
    const down = few(4, { operator: 'atMost', wording: '不超过', kind: 'stock', baseline: baseline(8) });
    expect(recordOf(down, [figure(8, '家')]).expectedNext).toBe(6);
  });

  it('is not far behind by one of seven, where the office calls a tenth far', () => {
    const data = inputs(
      [track(1, [task(1, { targets: [few(7)] })])],
      [submission('甲厅', '2022Q4', { 1: { values: { 'T001-1': figure(6, '家') } } })],
    );
    const rules = { ...data.rules, pace: { ...data.rules.pace, farBehind: 10 } };
    expect(ledgerOf({ ...data, rules }, '2022Q4').tasks[0]?.status).toBe('behind');
  });

  it('is told as what is not asked for yet, not as nought of it', () => {
    const record = recordOf(few(2), [figure(0, '家')]);
    expect(record.reason).toBe('累计完成0家，完成率0.0%，按计划本季度末尚无要求');
    expect(plainText(targetSentence(record).rich)).toBe('新建平台累计0家，按计划本季度末尚无要求');
    const later = few(20, { schedule: { type: 'nodes', nodes: [null, 10, 15, 20], reason: '' } });
    expect(plainText(targetSentence(recordOf(later, [figure(3, '家')])).rich)).toBe(
      '新建平台累计3家，完成年度目标的15.0%，按计划本季度末尚无要求',
    );
  });

  const number = fc.integer({ min: 1, max: 19 });
  const quarter = fc.integer({ min: 1, max: 3 });
  /** The same number at every quarter, so that nothing falls. */
  const status = (subject: Target, value: number, quarters: number) =>
    recordOf(
      subject,
      Array.from({ length: quarters }, () => figure(value, '家')),
    ).status;
  const ORDER = ['farBehind', 'behind', 'onPace', 'ahead', 'done'];

  it('never lags within the year by less than one, and is never far behind by one', () => {
    fc.assert(
      fc.property(number, quarter, fc.nat(19), (value, quarters, missing) => {
        const share = (value * quarters) / 4;
        const done = Math.floor(share) - missing;
        if (done < 0) return;
        const found = status(few(value), done, quarters);
        if (missing === 0) expect(isLaggingStatus(found)).toBe(false);
        if (missing === 1) expect(found).not.toBe('farBehind');
      }),
    );
  });

  it('is never judged worse for more, at the end neither', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 1, max: 4 }), fc.nat(18), (value, quarters, drawn) => {
        // Several times the target is another question: whether the number can be right.
        const done = drawn % value;
        const [less, more] = [done, done + 1].map((n) => ORDER.indexOf(status(few(value), n, quarters)));
        // Ten times what is due and half as much again as the year's is asked about, not judged.
        fc.pre(more !== -1);
        expect(more).toBeGreaterThanOrEqual(less as number);
      }),
    );
  });
});
