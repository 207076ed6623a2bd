/** What stands over and under tables and charts of the key projects. */
import { add } from '../../base/decimal.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { rich } from '../engine/value.ts';
import type { Money } from './project-money.ts';
import { neverReported, silentNow } from './project-text.ts';

export const projectUnits = ({ unit }: Money): string => `单位：个、${unit}、%、百分点`;

/** The source line: what the cities return each month. */
export const projectSource = ({ demo, region }: ProjectLedger): Inline[][] => [
  rich(`数据来源：各${region.places}重点项目月报${demo ? '（演示数据）' : ''}，领导小组办公室汇总。`).rich,
];

/** A reader who adds the months up gets less than the whole where some were not reported. */
export function monthsNote({ all: { byMonth, summary } }: ProjectLedger): Inline[][] {
  const months = byMonth.map(({ summary: { monthInvested } }) => monthInvested?.value ?? 0).reduce(add, 0);
  return months === summary.invested.value ? [] : [rich('注：缺报月份的投资计入累计，不计入各月。').rich];
}

/**
 * One note: what is given, whose last report is still counted, where a month's return is missing, and of whom there is
 * none. Nothing where there is nothing to say.
 */
export function projectNote(projects: ProjectLedger, words = ''): Inline[][] {
  const never = neverReported(projects);
  const of = (cities: string[], what: string): string[] =>
    cities.length === 0 ? [] : [`${cities.join('、')}${what}`];
  const said = [
    ...(words === '' ? [] : [words]),
    ...of(silentNow(projects), '未报送，沿用最近一次报送的累计数'),
    ...of(never, '本年没有报送过月报，累计数按0计'),
  ];
  return said.length === 0 ? [] : [rich(`注：${said.join('；')}。`).rich];
}
