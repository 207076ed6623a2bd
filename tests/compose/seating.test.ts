/** Who sits where at the meeting: the customs of the head of the room, and the ways of filling the hall. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Seating, seatingOf } from '../../src/compose/meeting/seating.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { BLANK_MEETING, type Meeting, meetingSchema } from '../../src/model/meeting.ts';
import { inputs, ledgerOf, task, track } from '../ledger/helper.ts';

/** A meeting to which such units are invited by their tasks, in this order of units.yaml. */
function seated(units: readonly string[], meeting: Partial<Meeting> = {}): Seating {
  const tasks = units.map((unit, i) => task(i + 1, { responsible: { unit, assignedBy: 'plan' } }));
  const ledger: Ledger = ledgerOf(inputs([{ ...track(1, tasks), leads: [] }], []), '2022Q2');
  return seatingOf({ ...ledger, meeting: { ...BLANK_MEETING, ...meeting } });
}
const person = (post: string, name = '') => ({ post, name });
const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `单位${i + 1}`);
const seating = (across: number | null, order: 'rows' | 'middle' = 'rows') => ({
  seating: { across, order },
});

describe('at the head of the room', () => {
  it.each([
    [[], ['甲']],
    [['乙'], ['甲', '乙']],
    [
      ['乙', '丙'],
      ['丙', '甲', '乙'],
    ],
    [
      ['乙', '丙', '丁'],
      ['丙', '甲', '乙', '丁'],
    ],
    [
      ['乙', '丙', '丁', '戊'],
      ['戊', '丙', '甲', '乙', '丁'],
    ],
  ])(
    'beside the chair sit %j by turns, the second at the left hand, which is the right of the plan',
    (others, expected) => {
      const meeting = { chair: person('甲'), leaders: others.map((name) => person('副职', name)) };
      expect(seated([], meeting).head).toEqual(expected);
    },
  );

  it('there is a place for a chair whom nobody knows yet', () => {
    expect(seated(['甲局'], { leaders: [person('秘书长')] }).head).toEqual(['主持人', '秘书长']);
  });
});

describe('in the hall', () => {
  it('units sit by rows from the front and the left', () => {
    expect(seated(numbered(6), seating(4)).rows).toEqual([
      ['单位1', '单位2', '单位3', '单位4'],
      [null, '单位5', '单位6', null],
    ]);
  });

  it('the last two rows share where few would sit in the last', () => {
    expect(seated(numbered(9), seating(4)).rows).toEqual([
      ['单位1', '单位2', '单位3', '单位4'],
      ['单位5', '单位6', '单位7', null],
      [null, '单位8', '单位9', null],
    ]);
    expect(seated(numbered(5), seating(4, 'middle')).rows).toEqual([
      ['单位3', '单位1', '单位2', null],
      [null, '单位4', '单位5', null],
    ]);
  });

  it('or outwards from the aisle, at its left first', () => {
    expect(seated(numbered(7), seating(4, 'middle')).rows).toEqual([
      ['单位3', '单位1', '单位2', '单位4'],
      ['单位7', '单位5', '单位6', null],
    ]);
  });

  it('those of whom the heads come sit before those that only cooperate, observers behind all', () => {
    const tasks = [task(1, { responsible: { unit: '乙局', assignedBy: 'plan' } })];
    const plan = [{ ...track(1, tasks), leads: ['丙办'], cooperating: ['甲厅'] }];
    const ledger = ledgerOf(inputs(plan, []), '2022Q2');
    const meeting = { ...BLANK_MEETING, observers: ['某大学'], ...seating(4) };
    expect(seatingOf({ ...ledger, meeting }).rows.flat()).toEqual(['乙局', '丙办', '甲厅', '某大学']);
  });

  it('nobody is forgotten or seated twice, and no row is longer than another, whatever the hall is like', () => {
    const across = fc.option(fc.integer({ min: 1, max: 10 }).map((half) => 2 * half));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), across, fc.boolean(), (count, wide, middle) => {
        const { rows } = seated(numbered(count), seating(wide, middle ? 'middle' : 'rows'));
        const names = rows.flat().filter((name) => name !== null);
        expect([...names].sort()).toEqual(numbered(count).sort());
        const widths = new Set(rows.map((row) => row.length));
        expect(widths.size).toBeLessThanOrEqual(1);
        if (wide === null) for (const width of widths) expect(width % 2).toBe(0);
        expect(rows.slice(0, -2).every((row) => !row.includes(null))).toBe(true);
        const sizes = rows.map((row) => row.filter((name) => name !== null).length);
        if (rows.length > 1 && wide !== 2) expect(sizes.at(-1)).toBeGreaterThan(1);
      }),
      { numRuns: 40 },
    );
  });
});

it('an odd row has no aisle in its middle', () => {
  const issues = meetingSchema
    .safeParse({ seating: { across: 7 } })
    .error?.issues.map(({ message }) => message);
  expect(issues).toEqual(['每排座位数应为双数（过道两侧各一半）']);
});
