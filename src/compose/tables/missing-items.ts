/** What is owed and has not come in: of one unit, or of all with the unit in front. */
import { shorten } from '../../base/chinese/shorten.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { missingWords } from '../../model/returns/missing.ts';
import type { Unit } from '../../model/unit.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

/** Of what a unit says in place of a value: enough to see that it has not been silent. */
const MOST_CHARACTERS = 60;

export function missingItems(
  ledger: Ledger,
  _attributes: Record<string, string>,
  unit: Unit | null,
): TableContent {
  const records = ledger.returns.filter((record) => !unit || record.unit.name === unit.name);
  const rows = records.flatMap((record) =>
    record.missing.map((item, i): CellValue[] => [
      ...(unit ? [String(i + 1)] : [record.unit.name]),
      `${item.kind === 'task' ? '任务' : '目标'}${item.id}`,
      item.name,
      `${missingWords(item)}${item.told ? `。来表说明：${shorten(item.told, MOST_CHARACTERS)}` : ''}`,
    ]),
  );
  const first = unit ? '序号' : '单位';
  return simpleTable(
    [first, '编号', '应报事项', '所缺内容'],
    columns([unit ? 1.6 : 3, unit ? 'centre' : 'left'], [2, 'centre'], [5.5, 'left'], [5, 'left']),
    rows,
  );
}
