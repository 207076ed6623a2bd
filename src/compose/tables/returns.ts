/** Who returned what, when. */
import { formatReceipt } from '../../base/chinese/date.ts';
import { type Ledger, owesReturn, type ReturnRecord } from '../../model/ledger.ts';
import { count } from '../figures.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

function standing({ receivedAt, late, sentBack, refused }: ReturnRecord): string {
  if (receivedAt === null) return refused ? '未收，待重报' : '未报送';
  return `${late ? '迟报' : '按时'}${sentBack > 0 ? '，待改报' : ''}`;
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
