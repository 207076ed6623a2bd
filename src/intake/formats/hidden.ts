/** Rows, columns and sheets that nobody sees, hidden or filtered out: whoever filled in the file has not looked at them. */
import { attribute, elements, hasText, type Parts, partText, plain, sheetParts } from './parts.ts';
import { type Hidden, MOST_COLUMNS, MOST_ROWS } from './sheet.ts';
import type { XlsRecord } from './xls-records.ts';

const nothing = (): Hidden => ({ rows: new Set(), columns: new Set() });

/** All from the first to before the last, as far as sheets are read. */
function addRange(to: Set<number>, from: number, end: number, most: number): void {
  for (let at = from; at < Math.min(end, most); at += 1) to.add(at);
}

/** In: the parts of an .xlsx package. Out: by sheet. */
export function hiddenIn(parts: Parts): Map<string, Hidden> {
  const found = new Map<string, Hidden>();
  if (!hasText(parts, ' hidden="')) return found;
  const isHidden = (element: string): boolean => ['1', 'true'].includes(attribute(element, 'hidden') ?? '');
  for (const { name, path } of sheetParts(parts)) {
    const hidden = nothing();
    const xml = partText(parts, path);
    for (const column of elements(xml, 'col').filter(isHidden)) {
      const [first, last] = ['min', 'max'].map((end) => Number(attribute(column, end)));
      addRange(hidden.columns, (first ?? 0) - 1, last ?? 0, MOST_COLUMNS);
    }
    let next = 0;
    for (const row of elements(xml, 'row')) {
      const at = Number(attribute(row, 'r') ?? next + 1) - 1;
      next = at + 1;
      if (isHidden(row)) hidden.rows.add(at);
    }
    found.set(name, hidden);
  }
  return found;
}

const ODS_PIECE = /<table:table\b(?!-)[^<>]*>|<table:table-(row|column)\b(?!-)[^<>]*>/g;

/** The same of an open document spreadsheet. */
export function hiddenInOds(parts: Parts): Map<string, Hidden> {
  const found = new Map<string, Hidden>();
  let hidden = nothing();
  let next = { row: 0, column: 0 };
  for (const [tag, line] of partText(parts, 'content.xml').matchAll(ODS_PIECE)) {
    if (line !== 'row' && line !== 'column') {
      hidden = nothing();
      next = { row: 0, column: 0 };
      found.set(plain(attribute(tag, 'name') ?? ''), hidden);
      continue;
    }
    const from = next[line];
    next[line] += Number(attribute(tag, `number-${line}s-repeated`) ?? 1);
    if (!['collapse', 'filter'].includes(attribute(tag, 'visibility') ?? '')) continue;
    if (line === 'row') addRange(hidden.rows, from, next.row, MOST_ROWS);
    else addRange(hidden.columns, from, next.column, MOST_COLUMNS);
  }
  return found;
}

/** Names of the sheets of an open document spreadsheet whose format hides them; of others the reading library tells. */
export function hiddenOdsSheets(parts: Parts): Set<string> {
  const xml = partText(parts, 'content.xml');
  const unseen = new Set(
    elements(xml, 'style').flatMap((style) => {
      const [properties] = elements(style, 'table-properties');
      return properties && attribute(properties, 'display') === 'false' ? [attribute(style, 'name')] : [];
    }),
  );
  return new Set(
    elements(xml, 'table')
      .filter((table) => unseen.has(attribute(table, 'style-name') ?? ''))
      .map((table) => plain(attribute(table, 'name') ?? '')),
  );
}

/** COLINFO (MS-XLS 2.4.53): first column, last column, width, format, flags, the lowest of which hides. */
const COLUMNS = 0x7d;

/** Columns of an old workbook (.xls), by the place of the sheet; of its rows the reading library tells. */
export function hiddenXlsColumns(records: readonly XlsRecord[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  for (const { type, sheet, body } of records) {
    if (type !== COLUMNS || body.length < 10 || (body.readUInt16LE(8) & 1) === 0) continue;
    const columns = found.get(sheet) ?? new Set();
    addRange(columns, body.readUInt16LE(0), body.readUInt16LE(2) + 1, MOST_COLUMNS);
    found.set(sheet, columns);
  }
  return found;
}
