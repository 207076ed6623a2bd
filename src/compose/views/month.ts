/** Everything that the templates of a month may print. */
import { formatDate } from '../../base/chinese/date.ts';
import type { MonthLedger } from '../../model/ledger.ts';
import { cumulativeMonths, monthName } from '../../model/period.ts';
import type { View } from '../engine/value.ts';
import { planView } from './frame.ts';

export function monthView(ledger: MonthLedger): View {
  const { month } = ledger;
  return {
    期: {
      名称: monthName(month),
      累计: cumulativeMonths(month),
      截止: formatDate(ledger.setting.asOf),
      年: `${month.year}年`,
      月: `${month.month}月`,
    },
    计划: planView(ledger.plan),
    演示: ledger.demo,
  };
}
