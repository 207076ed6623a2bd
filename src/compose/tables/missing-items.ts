/** What is owed and has not come in: of one unit, or of all with the unit in front. */
import type { Ledger } from '../../model/ledger.ts';
import { missingWords } from '../../model/missing.ts';
import type { Unit } from '../../model/unit.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

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
      missingWords(item),
    ]),
  );
  const first = unit ? '序号' : '单位';
  return simpleTable(
    [first, '编号', '应报事项', '所缺内容'],
    columns([unit ? 1.6 : 3, unit ? 'centre' : 'left'], [2, 'centre'], [5.5, 'left'], [5, 'left']),
    rows,
  );
}
