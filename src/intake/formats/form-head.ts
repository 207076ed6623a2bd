/** Finding the form's tables: headings are recognised by their words, so that moved columns and added rows do no harm. */
import { utils } from '@e965/xlsx';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { columnByAlias, columnTwice, extraColumn } from '../../base/messages/form-cells.ts';
import { columnMissing } from '../../base/messages/intake.ts';
import { headingRemark } from '../../base/messages/slips.ts';
import { nearest } from '../../base/nearest.ts';
import type { Origin } from '../../base/origin.ts';
import type { FormColumn } from '../../model/returns/form.ts';
import { cellText, type Sheet, type SheetCell } from './sheet.ts';

/** Headings as people retype them; all mean one thing only. */
const ALIASES: Partial<Record<string, readonly string[]>> = {
  序号: ['任务序号', '任务编号', '任务号', '编号'],
  工作任务: ['任务', '任务内容', '重点任务', '任务名称'],
  指标: ['指标名称'],
  计量单位: ['单位'],
  本季度累计值: [
    '累计值',
    '本季累计值',
    '累计完成值',
    '本季度累计完成值',
    '本期累计值',
    '本季度累计数',
    '本季度累计',
  ],
  上季度累计值: ['上季累计值', '上期累计值'],
  数据来源: ['来源'],
  阶段: ['进展阶段', '所处阶段', '目前阶段', '当前阶段'],
  佐证材料: ['佐证', '佐证资料', '证明材料'],
  自评: ['自评情况', '自评结果', '自我评价'],
  上季度进展情况: ['上季度进展', '上期进展情况'],
  进展情况: ['进展', '工作进展', '工作进展情况', '本季度进展情况', '本季度进展', '目前进展情况'],
  存在问题: ['存在的问题', '主要问题', '存在问题及原因', '存在的主要问题'],
  需协调事项: ['需协调的事项', '需要协调事项', '需要协调的事项', '需协调解决事项', '需协调解决的事项'],
  涉及单位: ['协调单位', '涉及的单位', '需协调单位'],
  下一步工作: ['下步工作', '下一步工作打算', '下一步打算', '下步打算', '下一步工作计划', '下一步工作安排'],
};

/** Headings are looked for in so many rows from the top. */
const HEAD_SEARCH = 30;
/** So many headings make a table. */
const LEAST_MATCHES = 4;
/** Headings that come again on every page: the first are the table's, unless those further down say far more. */
const MUCH_BETTER = 1.5;
const REMARK = /\(([^()]*)\)$/;
/** Remarks behind a heading after which its numbers are others than those asked for. */
const NARROWED =
  /新增|净增|增加|增量|当季|当期|当月|单季|本季|本月|预计|预测|计划|目标|任务数|不含|不包括|除|其中|部分|上季|上期|去年|同比|环比|截[至止]/;

const bare = (heading: string): string =>
  comparisonKey(heading)
    .replace(REMARK, '')
    .replace(/[*:：]/g, '');

interface HeadColumn<Key extends string> {
  column: FormColumn<Key>;
  index: number;
  cell: SheetCell;
  /** What stands in brackets behind the heading: 万元. */
  remark: string;
}

export interface Head<Key extends string> {
  sheet: Sheet;
  /** Row of the headings, from 0. */
  row: number;
  matches: number;
  columns: HeadColumn<Key>[];
}

/** A column by the words that it is known by. */
interface KnownColumn<Key extends string> {
  column: FormColumn<Key>;
  own: string;
  /** Without those that are another column's own. */
  aliases: readonly string[];
}

/** The row of headings in a sheet, or undefined when it does not hold this table. */
export function findHead<Key extends string>(
  sheet: Sheet,
  columns: readonly FormColumn<Key>[],
): Head<Key> | undefined {
  const owns = columns.map((column) => bare(column.heading));
  const known = columns.map((column, i): KnownColumn<Key> => {
    const aliases = (ALIASES[column.heading] ?? []).map(bare).filter((word) => !owns.includes(word));
    return { column, own: owns[i] as string, aliases };
  });
  let best: Head<Key> | undefined;
  for (const [row, cells] of sheet.rows.slice(0, HEAD_SEARCH).entries()) {
    const found = matchRow(cells, known);
    if (found.length >= LEAST_MATCHES && found.length > (best?.matches ?? 0) * MUCH_BETTER)
      best = { sheet, row, matches: found.length, columns: found };
  }
  return best;
}

function matchRow<Key extends string>(
  cells: Sheet['rows'][number],
  columns: readonly KnownColumn<Key>[],
): HeadColumn<Key>[] {
  const headings = cells.map((cell) => bare(cellText(cell)));
  return columns.flatMap(({ column, own, aliases }) => {
    const plain = headings.indexOf(own);
    const index = plain >= 0 ? plain : headings.findIndex((heading) => aliases.includes(heading));
    const cell = index < 0 ? undefined : cells[index];
    if (!cell) return [];
    return [{ column, index, cell, remark: REMARK.exec(comparisonKey(cellText(cell)))?.[1] ?? '' }];
  });
}

/** Says what is missing, doubled or foreign among the columns; false when rows can't be told apart. */
export function checkHead<Key extends string>(
  head: Head<Key>,
  columns: readonly FormColumn<Key>[],
  identifying: readonly Key[],
  diagnostics: Diagnostic[],
): boolean {
  const { sheet, row } = head;
  const cells = sheet.rows[row] ?? [];
  const known = new Set(head.columns.map((c) => c.index));
  for (const { column, cell, remark } of head.columns) {
    const written = cellText(cell);
    if (bare(written) !== bare(column.heading))
      diagnostics.push(columnByAlias(cell.at, written, column.heading));
    if (column.entry && NARROWED.test(remark))
      diagnostics.push(headingRemark(cell.at, column.heading, remark));
  }
  for (const [index, cell] of cells.entries()) {
    const twin =
      cell && head.columns.find((c) => c.index !== index && bare(cellText(c.cell)) === bare(cellText(cell)));
    if (!cell || known.has(index) || !twin) continue;
    known.add(index);
    if (hasContent(sheet, row, index)) diagnostics.push(columnTwice(cell.at, twin.column.heading));
  }
  const strangers = cells.flatMap((cell, index) => (cell && !known.has(index) ? [cell] : []));
  const missing = columns.filter((column) => !head.columns.some((c) => c.column.key === column.key));
  for (const column of missing.filter((c) => c.entry && !c.later)) {
    const close = nearest(column.heading, strangers.map(cellText));
    const like = close === undefined ? -1 : cells.findIndex((cell) => cell && cellText(cell) === close);
    const index = like >= 0 ? like : placeOf(column, columns, head, known);
    const own = index === undefined ? head.columns[0]?.cell.at : cellAt(head, index);
    if (index !== undefined) known.add(index);
    if (own) diagnostics.push(columnMissing(own, column.heading));
  }
  tellExtraColumns(sheet, row, known, diagnostics);
  if (head.columns.some((c) => identifying.includes(c.column.key))) return true;
  const at = head.columns[0]?.cell.at;
  const first = columns.find((column) => identifying.includes(column.key));
  if (at && first) diagnostics.push(columnMissing(at, first.heading));
  return false;
}

/** Where its heading has stood: behind that of the column before it, if nothing known stands there. */
function placeOf<Key extends string>(
  column: FormColumn<Key>,
  columns: readonly FormColumn<Key>[],
  head: Head<Key>,
  known: ReadonlySet<number>,
): number | undefined {
  const before = columns
    .slice(0, columns.indexOf(column))
    .flatMap(({ key }) => head.columns.find((c) => c.column.key === key) ?? [])
    .at(-1);
  const index = before ? before.index + 1 : 0;
  return !known.has(index) && hasContent(head.sheet, head.row, index) ? index : undefined;
}

/** Also a heading that was deleted has its cell. */
const cellAt = ({ sheet, row }: Head<string>, index: number): Origin =>
  sheet.rows[row]?.[index]?.at ?? {
    file: sheet.file,
    sheet: sheet.name,
    cell: utils.encode_cell({ r: row, c: index }),
  };

/** Columns that are not the form's but hold something; `row`: of the headings, `known`: columns that are, or are told already. */
export function tellExtraColumns(
  sheet: Sheet,
  row: number,
  known: ReadonlySet<number>,
  diagnostics: Diagnostic[],
): void {
  const width = Math.max(0, ...sheet.rows.map((cells) => cells.length));
  for (let index = 0; index < width; index++) {
    if (known.has(index)) continue;
    const first = sheet.rows.slice(row + 1).find((cells) => cellText(cells[index]) !== '')?.[index];
    if (!first) continue;
    const heading = sheet.rows[row]?.[index];
    diagnostics.push(extraColumn(heading?.at ?? first.at, cellText(heading)));
  }
}

function hasContent(sheet: Sheet, row: number, index: number): boolean {
  return sheet.rows.slice(row + 1).some((cells) => cellText(cells[index]) !== '');
}
