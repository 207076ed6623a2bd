/** Who returned what, when. */
import { formatReceipt } from '../../base/chinese/date.ts';
import { type Ledger, owesReturn, type ReturnRecord } from '../../model/ledger/ledger.ts';
import { owing, TIMELINESS_WORDS, timelinessOf } from '../../model/returns/return-standing.ts';
import { count } from '../figures.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

function standing(record: ReturnRecord): string {
  const what = owing(record);
  if (what === 'another') return '未收，待重报';
  if (what === 'return') return '未报送';
  return `${TIMELINESS_WORDS[timelinessOf(record)]}${what === 'correction' ? '，待改报' : ''}`;
}

export function returns(ledger: Ledger): TableContent {
  const body = ledger.returns
    .filter(owesReturn)
    .map((record): CellValue[] => [
      record.unit.name,
      count(record.owesTasks.length, `${record.unit.name}应报任务`, ''),
      count(record.owesGoals.length, `${record.unit.name}应报年度目标`, ''),
      record.receivedAt ? formatReceipt(record.receivedAt, record.correctedAt) : null,
      standing(record),
    ]);
  return simpleTable(
    ['单位', '应报任务', '应报目标', '收到日期', '报送情况'],
    columns([4, 'left'], [2, 'right'], [2, 'right'], [3, 'centre'], [3, 'centre']),
    body,
    { unitNote: '单位：项' },
  );
}
