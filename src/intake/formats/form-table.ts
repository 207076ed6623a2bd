/** Rows below a head of headings, cell by cell under its column. */
import { utils } from '@e965/xlsx';
import { saysNothing } from '../../base/chinese/nothing.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { mergedAcross, mergedSideways, totalsRow } from '../../base/messages/form-cells.ts';
import {
  commentBeside,
  hiddenColumn,
  hiddenFilled,
  remarkAbove,
  remarkBelow,
  struckOut,
  valueInComment,
} from '../../base/messages/slips.ts';
import type { Origin } from '../../base/origin.ts';
import { brief, usable } from './form-cells.ts';
import type { Head } from './form-head.ts';
import { cellComment, cellText, type Sheet, type SheetCell } from './sheet.ts';

export type Cells<Key extends string> = Partial<Record<Key, SheetCell>>;

interface FormRow<Key extends string> {
  /** From 0. */
  row: number;
  cells: Cells<Key>;
}

/** What offices put below the last row, and between groups of rows. */
const TOTALS = /^(?:本页|本表)?(?:合计|总计|小计|累计)(?:[:(\d].*)?$/;
const FOOTER =
  /^(?:注\d*:|备注\d*:|说明(?:[:\d]|$)|填表人|填报人|填表日期|填报日期|审核|负责人|联系人|联系电话|单位负责人|制表|.{0,20}\((?:盖章|公章|签字|签章)\)$)/;

/** Of them, what says something of the table. */
const REMARK = /^(?:注|备注|说明)\d*[:\d]/;

/** Where a reporter writes sentences, which may begin like these (审核认定平台12个, 累计12家投产): the whole text, or up to a colon. */
const TOTALS_ALONE = /^(?:本页|本表)?(?:合计|总计|小计|累计)$/;
const FOOTER_MARKED =
  /^(?:(?:注|备注|说明)\d*:|(?:填表|填报|审核|(?:单位)?负责|联系|制表)(?:人|日期|时间|电话)?(?:\([^()]*\))?:|.{0,20}\((?:盖章|公章|签字|签章)\)$)/;

/** What somebody wrote below the table is read into no field: whoever collects it has to see it. */
export function tellRemark(cells: readonly (SheetCell | undefined)[], diagnostics: Diagnostic[]): void {
  const filled = cells.filter((cell) => cellText(cell) !== '');
  const [first] = filled;
  if (!first || !REMARK.test(comparisonKey(cellText(first)))) return;
  const text = filled.map(cellText).join('　');
  const said = text.replace(/^[^:：]*[:：]\s*/, '');
  if (said !== '' && !saysNothing(said)) diagnostics.push(remarkBelow(first.at, brief(text)));
}

/** Of what stands above the headings, what speaks of the numbers below. */
const NARROWS =
  /非累计|(?:不|未)(?:是累计|含|包括)|[当单本][季月]度?(?:完成)?[数值]|预计|暂估|估算|初步|初稿|草稿|待核|未审/;

/** Remarks between the title and the headings, or in the title; `head`: row of the headings, from 0. */
export function tellRemarksAbove({ rows }: Sheet, head: number, diagnostics: Diagnostic[]): void {
  for (const cell of rows.slice(0, head).flat()) {
    const key = comparisonKey(cellText(cell));
    if (cell && (NARROWS.test(key) || REMARK.test(key)))
      diagnostics.push(remarkAbove(cell.at, brief(cellText(cell))));
  }
}

/** Whether a row that begins so is none of the table's. @param entry whether it begins in a column to be filled in */
export function endsTable(first: string, entry: boolean): 'totals' | 'footer' | undefined {
  const key = comparisonKey(first);
  const [totals, footer] = entry ? [TOTALS_ALONE, FOOTER_MARKED] : [TOTALS, FOOTER];
  return totals.test(key) ? 'totals' : footer.test(key) ? 'footer' : undefined;
}

/** All that is filled in below the headings; rows and columns that were hidden are told of and read. */
export function formRows<Key extends string>(head: Head<Key>, diagnostics: Diagnostic[]): FormRow<Key>[] {
  const rows = rowsBelow(head, diagnostics);
  const entries = head.columns.filter(({ column }) => column.entry).map(({ column }) => column.key);
  const filled = rows.filter(({ cells }) => entries.some((key) => cells[key]));
  const columns = head.columns.filter(
    ({ column: { key, entry } }) => entry && rows.some(({ cells }) => cells[key]),
  );
  const told = columns.map(({ index, cell, column: { heading } }) => ({ index, at: cell.at, heading }));
  tellRemarksAbove(head.sheet, head.row, diagnostics);
  tellSentencesBelow(rows, entries, diagnostics);
  tellHidden(head.sheet, { rows: filled.map(({ row }) => row), columns: told }, diagnostics);
  return rows;
}

/** Shorter, and what a letter ends with: names, dates, who signs. */
const LEAST_SENTENCE = 8;
const SIGNED = /(?:厅|局|委|部|院|办|室|处|组|中心|公司|政府|委员会|\d[年月日号]?)$/;

/** Sentences below the last row, each alone in a row and in a column of the form's own words: they are read into no field. */
function tellSentencesBelow<Key extends string>(
  rows: readonly FormRow<Key>[],
  entries: readonly Key[],
  diagnostics: Diagnostic[],
): void {
  const alone = ({ cells }: FormRow<Key>): boolean =>
    Object.keys(cells).length === 1 && !entries.some((key) => cells[key]);
  const last = rows.findLastIndex((row) => !alone(row));
  const sentences = rows.slice(last + 1).flatMap(({ cells }) => {
    const cell = Object.values<SheetCell | undefined>(cells)[0];
    const text = cellText(cell);
    return cell && isSentence(text) ? [{ cell, text }] : [];
  });
  diagnostics.push(...sentences.map(({ cell, text }) => remarkBelow(cell.at, brief(text))));
}

const isSentence = (text: string): boolean => [...text].length >= LEAST_SENTENCE && !SIGNED.test(text);

/**
 * Lines below the last row that stand alone in a cell and are no code or name of one: sentences are told, signatures are not.
 * @param rows those that may be rows of the table, from 0; entries: columns to be filled in
 */
export function linesBelow(
  sheet: Sheet,
  rows: readonly number[],
  entries: readonly number[],
  diagnostics: Diagnostic[],
): Set<number> {
  const alone = rows.map((row): SheetCell | undefined => {
    const cells = sheet.rows[row] ?? [];
    const [cell, another] = cells.filter((one) => cellText(one) !== '');
    const text = cellText(cell);
    const ours = cell && !another && !entries.includes(cells.indexOf(cell));
    return ours && /\p{Script=Han}/u.test(text) && (isSentence(text) || SIGNED.test(text)) ? cell : undefined;
  });
  const below = alone.slice(alone.lastIndexOf(undefined) + 1);
  for (const cell of below)
    if (cell && isSentence(cellText(cell))) diagnostics.push(remarkBelow(cell.at, brief(cellText(cell))));
  return new Set(rows.slice(rows.length - below.length));
}

interface Filled {
  rows: readonly number[];
  columns: readonly { index: number; at: Origin; heading: string }[];
}

/** Of the rows and columns (from 0) in which something is filled in, those that whoever filled in the sheet did not see. */
export function tellHidden(sheet: Sheet, filled: Filled, diagnostics: Diagnostic[]): void {
  for (const { index, at, heading } of filled.columns)
    if (sheet.hidden?.columns.has(index))
      diagnostics.push(hiddenColumn(at, heading, utils.encode_col(index)));
  const unseen = filled.rows.filter((row) => sheet.hidden?.rows.has(row)).map((row) => row + 1);
  if (unseen.length > 0)
    diagnostics.push(hiddenFilled({ file: sheet.file, sheet: sheet.name, cell: `A${unseen[0]}` }, unseen));
}

/** Empty rows, repeated headings, totals and footers are left out; unusable cells are told and left out. */
function rowsBelow<Key extends string>(head: Head<Key>, diagnostics: Diagnostic[]): FormRow<Key>[] {
  return head.sheet.rows.slice(head.row + 1).flatMap((cells, i): FormRow<Key>[] => {
    const filled = cells.filter((cell) => cellText(cell) !== '');
    const repeated = head.columns.filter(
      (c) => comparisonKey(cellText(cells[c.index])) === comparisonKey(cellText(c.cell)),
    );
    if (filled.length === 0 || repeated.length >= Math.min(4, head.columns.length)) return [];
    const begins = head.columns.find(({ index }) => cells[index] === filled[0]);
    const end = endsTable(cellText(filled[0]), begins?.column.entry ?? false);
    if (end === 'totals' && filled[0]) diagnostics.push(totalsRow(filled[0].at));
    if (end) tellRemark(cells, diagnostics);
    if (end) return [];
    const row: Cells<Key> = {};
    for (const { column, index } of head.columns) {
      const cell = cells[index];
      if (cell && cellText(cell) !== '' && usable(cell, diagnostics)) row[column.key] = cell;
    }
    for (const { column, index } of head.columns.filter((c) => c.column.entry)) {
      if (!soundEntry(cells[index], diagnostics)) delete row[column.key];
    }
    return Object.keys(row).length > 0 ? [{ row: head.row + 1 + i, cells: row }] : [];
  });
}

/** Tells a comment in the place of a content or beside it, and struck-out text; false for a cell that can't be used for it. */
export function soundEntry(cell: SheetCell | undefined, diagnostics: Diagnostic[]): boolean {
  const text = cellText(cell);
  const comment = cellComment(cell);
  const tell = text === '' ? valueInComment : commentBeside;
  if (cell && comment !== '') diagnostics.push(tell(cell.at, brief(comment)));
  if (!cell?.struck || text === '') return true;
  diagnostics.push(struckOut(cell.at, brief(text)));
  return false;
}

/** Where a table's entry columns stand. */
interface MergeHead<Key extends string> {
  sheet: Head<Key>['sheet'];
  row: number;
  columns: readonly { index: number; column: { key: Key; heading: string; entry: boolean } }[];
}

/**
 * Merged entry cells that run over several rows belonging to different things (`subjectOf` a row, for a column), or
 * over several columns.
 */
export function checkMerges<Key extends string>(
  head: MergeHead<Key>,
  subjectOf: (row: number, key: Key) => string | undefined,
  what: (key: Key) => string,
  diagnostics: Diagnostic[],
): Set<SheetCell> {
  const spoiled = new Set<SheetCell>();
  for (const merge of head.sheet.merges ?? []) {
    const column = head.columns.find((c) => c.index === merge.s.c)?.column;
    const cell = head.sheet.rows[merge.s.r]?.[merge.s.c];
    if (!column?.entry || !cell || merge.s.r <= head.row || cellText(cell) === '') continue;
    const range = utils.encode_range(merge);
    const subjects = new Set<string>();
    for (let row = merge.s.r; row <= Math.min(merge.e.r, head.sheet.rows.length - 1); row++) {
      const subject = subjectOf(row, column.key);
      if (subject !== undefined) subjects.add(subject);
    }
    if (subjects.size > 1) {
      diagnostics.push(mergedAcross(cell.at, range, what(column.key)));
      spoiled.add(cell);
    } else if (head.columns.some((c) => c.column.entry && c.index > merge.s.c && c.index <= merge.e.c)) {
      diagnostics.push(mergedSideways(cell.at, range, column.heading));
    }
  }
  return spoiled;
}
