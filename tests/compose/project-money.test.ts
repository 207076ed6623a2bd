/** In which unit the projects' money is printed, and with how many decimals. */
import { expect, it } from 'vitest';
import { moneyOf } from '../../src/compose/texts/project-money.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { ProjectLedger } from '../../src/model/ledger/project-ledger.ts';

const figure = (value: number, unit: string, decimals = 0): Figure => ({
  value,
  unit,
  decimals,
  qualifier: '',
  provenance: { kind: 'count', what: '' },
});
/** Projects whose year plans add up to so many 亿元. */
const planned = (value: number) =>
  ({ all: { summary: { plan: figure(value, '亿元', 1) } } }) as unknown as ProjectLedger;
const printed = (plan: number, ...amounts: Figure[]) => {
  const money = moneyOf(planned(plan), amounts);
  return amounts.map(money.of).map(({ value, unit, decimals }) => [value, unit, decimals]);
};

it('is 亿元 from ten of them on, and 万元 below', () => {
  expect(printed(10, figure(123_456, '万元'))).toEqual([[12.3456, '亿元', 2]]);
  expect(printed(9.9, figure(1.25, '亿元', 1))).toEqual([[12_500, '万元', 0]]);
});

it('is 万元 where one of the amounts would be nothing but noughts', () => {
  expect(printed(500, figure(49, '万元'), figure(8_000, '万元'))).toEqual([
    [49, '万元', 0],
    [8_000, '万元', 0],
  ]);
  expect(printed(500, figure(50, '万元'), figure(0, '万元'))).toEqual([
    [0.005, '亿元', 2],
    [0, '亿元', 2],
  ]);
});

it('shows no more than two decimals of 万元, and in all amounts as many as the most exact has', () => {
  expect(printed(1, figure(12.5, '万元', 1), figure(0.1234567, '亿元', 1))).toEqual([
    [12.5, '万元', 2],
    [1234.567, '万元', 2],
  ]);
});
