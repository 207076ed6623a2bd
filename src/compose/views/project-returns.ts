/** 报送: how a month's project returns came in, and what is missing of them. */
import { formatMonthDay } from '../../base/chinese/date.ts';
import type { MonthReturn, ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { monthName } from '../../model/period.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { countPlaces } from '../texts/fold.ts';
import { neverReported, silentNow } from '../texts/project-text.ts';

export function monthlyReturns(projects: ProjectLedger): View {
  const { returns, owedEarlier, month, region } = projects;
  const never = neverReported(projects);
  const names = (test: (record: MonthReturn) => boolean): string[] =>
    returns.filter(test).map(({ city }) => city);
  const missing = names(({ receivedAt }) => receivedAt === null);
  const late = names((record) => record.late);
  const partial = returns.filter(({ receivedAt, listed, owed }) => receivedAt !== null && listed < owed);
  return {
    月: monthName(month),
    应报地: countPlaces(
      returns.map(({ city }) => city),
      `应报月报的${region.places}`,
      region,
    ),
    期限: returns[0] ? formatMonthDay(returns[0].due) : '',
    应报: count(returns.length, `应报月报的${region.places}`, '个'),
    未报: silentNow(projects),
    从未报: never,
    缺月报: missing,
    未报数: count(missing.length, `未报月报的${region.places}`, '个'),
    迟报: late,
    迟报数: count(late.length, `迟报月报的${region.places}`, '个'),
    不全: partial.map(
      (one): View => ({
        名称: one.city,
        缺: count(one.owed - one.listed, `${one.city}月报未列的项目`, '个'),
      }),
    ),
    此前未报: owedEarlier
      .filter(({ city }) => !never.includes(city))
      .map((one): View => ({ 名称: one.city, 月: `${one.month.month}月` })),
    当月正常: missing.length + late.length + partial.length === 0,
    正常: missing.length + late.length + partial.length + owedEarlier.length === 0,
  };
}
