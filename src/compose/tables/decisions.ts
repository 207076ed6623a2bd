/** The last meeting's decisions and what became of each. */
import { formatDayIn } from '../../base/chinese/date.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { decisionsOf, resultOf } from '../meeting/decisions.ts';
import { formatList } from '../texts/fold.ts';
import { balanced } from './balance.ts';
import { type CellValue, columns, NUMBER_MM, simpleTable, type TableContent } from './cells.ts';

export function decisions(ledger: Ledger): TableContent {
  const body = decisionsOf(ledger).map((record): CellValue[] => {
    const { decision, progress } = record;
    return [
      String(decision.no),
      decision.text,
      decision.lead,
      formatList(decision.cooperating, 4) || null,
      decision.due ? `${formatDayIn(record.year, decision.due)}前` : null,
      progress || '未反馈',
      resultOf(record).join('\n') || '未反馈',
    ];
  });
  const table = simpleTable(
    ['序号', '议定事项', '责任单位', '配合单位', '时限', '办理情况', '办理结果'],
    columns(
      [NUMBER_MM, 'centre'],
      [62.6, 'left'],
      [25, 'left'],
      [25, 'left'],
      [23, 'left'],
      [57, 'left'],
      [22, 'left'],
    ),
    body,
  );
  return balanced(table, ['议定事项', '办理情况']);
}
