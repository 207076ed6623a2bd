/** What stands over and under tables and charts of the key projects. */
import type { Inline } from '../../model/inline.ts';
import type { ProjectLedger } from '../../model/project-ledger.ts';
import { rich } from '../engine/value.ts';

export const projectUnits = '单位：个、亿元、%、百分点';

/** The source line: what the cities return each month. */
export const projectSource = ({ demo }: ProjectLedger): Inline[][] => [
  rich(`数据来源：各设区市和赣江新区重点项目月报${demo ? '（演示数据）' : ''}，领导小组办公室汇总。`).rich,
];

/** Whose last report is still counted, where a month's return is missing. */
export function carriedOver({ returns }: ProjectLedger): Inline[][] {
  const missing = returns.filter(({ receivedAt }) => receivedAt === null).map(({ city }) => city);
  return missing.length === 0
    ? []
    : [rich(`注：${missing.join('、')}未报送，沿用最近一次报送的累计数。`).rich];
}
