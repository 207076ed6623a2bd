/** Everything that the templates of a month may print. */
import { formatDate } from '../../base/chinese/date.ts';
import { divide } from '../../base/decimal.ts';
import type { MonthLedger } from '../../model/ledger/ledger.ts';
import {
  cumulativeMonths,
  cumulativeName,
  type Month,
  monthName,
  periodName,
  quarterOf,
} from '../../model/period.ts';
import type { View } from '../engine/value.ts';
import { paceFigure } from '../figures.ts';
import { bulletinHead } from './bulletin.ts';
import { planView, regionView } from './frame.ts';
import { projectsView } from './projects.ts';

export function monthView(ledger: MonthLedger): View {
  const { month } = ledger;
  const quarter = quarterOf(month);
  const next = month.month === 12 ? null : month.month + 1;
  return {
    期: {
      名称: monthName(month),
      累计: cumulativeOf(month),
      截止: formatDate(ledger.setting.asOf),
      年: `${month.year}年`,
      月: `${month.month}月`,
      下月: next ? `${next}月` : '',
      首月: month.month === 1,
      末月: month.month === 12,
      季末月: month.month % 3 === 0,
      序时进度: paceFigure(divide(month.month * 100, 12) ?? 0, 1),
      季度: periodName(quarter).replace(/^\d+年/, ''),
    },
    计划: planView(ledger.plan),
    辖区: regionView(ledger.projects.region),
    演示: ledger.demo,
    项目: {
      ...projectsView(ledger.projects, 'month'),
      ...bulletinHead(ledger.office.bulletins[month.id] ?? { number: '', date: '' }),
    },
  };
}

/** 1—8月; at a quarter's end as the quarterly bulletin says it: 一季度, 上半年, 前三季度, 全年. */
const cumulativeOf = (month: Month): string =>
  month.month % 3 === 0 ? cumulativeName(quarterOf(month)) : cumulativeMonths(month);
