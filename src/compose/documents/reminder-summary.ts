/** 报送情况汇总: for the office, how the returns stand and to whom letters go. */
import { frame } from '../views/frame.ts';
import { officeView, returnsView } from '../views/returns.ts';
import type { PeriodDocument } from './kind.ts';

export const reminderSummary: PeriodDocument = {
  name: 'reminder-summary',
  title: '报送情况汇总',
  per: 'period',
  view: (ledger) => ({ ...frame(ledger), ...officeView(ledger), 报送: returnsView(ledger) }),
};
