/** What the year is likely to end with: the rate of what has passed, drawn on. */
import { expect, it } from 'vitest';
import type { Target } from '../../src/model/plan/target.ts';
import {
  baseline,
  figure,
  inputs,
  ledgerOf,
  RULES,
  recordOf,
  submission,
  target,
  task,
  track,
} from './helper.ts';

const SHARE: Partial<Target> = {
  operator: 'atLeast',
  value: 95,
  unit: '%',
  kind: 'ratio',
  baseline: { value: 60, asOf: '2021-12-31', source: '', demo: false },
};

/** Value, rate and whether it is enough, after three quarters. */
const after = (change: Partial<Target>, value: number, decimals = 0) => {
  const three = [value / 3, (2 * value) / 3, value].map((one) => figure(one, change.unit ?? '个', decimals));
  const { forecast } = recordOf(target(change), three);
  return forecast && [forecast.value.value, forecast.rate.value, forecast.enough];
};

it.each<[string, Partial<Target>, number, number, ReturnType<typeof after>]>([
  ['draws on what has passed', {}, 60, 0, [80, 80, false]],
  [
    'is never more exact than what was reported, and does not round up to what is not reached',
    { value: 30 },
    22,
    0,
    [29, 97.8, false],
  ],
  ['takes a few things for enough where all are there that are due', { value: 15 }, 11, 0, [15, 100, true]],
  [
    'wants more than the number where the plan does',
    { operator: 'exceed', wording: '突破' },
    75,
    0,
    [100, 100, false],
  ],
  ['takes the number where that is enough', {}, 75, 0, [100, 100, true]],
  ['knows no share above a hundred', SHARE, 94, 1, [100, 114.3, true]],
  [
    'draws on a share that is no percentage',
    { kind: 'ratio', value: 180, baseline: baseline(0) },
    90,
    0,
    [120, 66.7, false],
  ],
  ['says nothing of a yes', { operator: 'yesNo', value: 1 }, 0, 0, null],
  ['says nothing of what is done', {}, 100, 0, null],
])('%s', (_, change, value, decimals, expected) => {
  expect(after(change, value, decimals)).toEqual(expected);
});

it('takes what is due of a few things for the whole year, whatever doubles leave of the shares', () => {
  const ways = Array.from({ length: 18 }, (_, i) => i + 2);
  const ends = ways.map((value) => {
    const due = Math.floor(value / 2);
    const { forecast } = recordOf(target({ value }), [figure(0, '个'), figure(due, '个')]);
    return forecast && [forecast.value.value, forecast.rate.value, forecast.enough];
  });
  expect(ends).toEqual(ways.map((value) => [value, 100, true]));
});

it('begins with the quarter that the rules name', () => {
  const rules = { ...RULES, pace: { ...RULES.pace, forecastFrom: 2 } };
  const returns = [20, 40].map((value, i) =>
    submission('甲厅', `2022Q${i + 1}`, { 1: { values: { 'T001-1': value } } }),
  );
  const data = { ...inputs([track(1, [task(1, { targets: [target()] })])], returns), rules };
  const rateAt = (id: string) => ledgerOf(data, id).tasks[0]?.targets[0]?.forecast?.rate.value;
  expect([rateAt('2022Q1'), rateAt('2022Q2')]).toEqual([undefined, 80]);
});

it('says nothing of a value in doubt', () => {
  // It fell: what adds up over the year can't.
  expect(recordOf(target(), [figure(40), figure(50), figure(45)])).toMatchObject({
    status: 'toVerify',
    forecast: null,
  });
});
