/** Rows that nobody sees, hidden or filtered out: whoever filled in the sheet has not looked at them. */
import { attribute, elements, hasText, type Parts, partText, plain, sheetParts } from './parts.ts';
import { MOST_ROWS } from './sheet.ts';

/** In: the parts of an .xlsx package. Out: sheet → its hidden rows, from 0. */
export function hiddenRows(parts: Parts): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  if (!hasText(parts, ' hidden="')) return found;
  for (const { name, path } of sheetParts(parts)) {
    const hidden = new Set<number>();
    let next = 0;
    for (const row of elements(partText(parts, path), 'row')) {
      const at = Number(attribute(row, 'r') ?? next + 1) - 1;
      next = at + 1;
      if (['1', 'true'].includes(attribute(row, 'hidden') ?? '')) hidden.add(at);
    }
    if (hidden.size > 0) found.set(name, hidden);
  }
  return found;
}

const ODS_PIECE = /<table:table\b(?!-)[^<>]*>|<table:table-row\b[^<>]*>/g;

/** The same of an open document spreadsheet. */
export function hiddenOdsRows(parts: Parts): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  let hidden = new Set<number>();
  let next = 0;
  for (const [tag] of partText(parts, 'content.xml').matchAll(ODS_PIECE)) {
    if (!tag.startsWith('<table:table-row')) {
      hidden = new Set();
      next = 0;
      found.set(plain(attribute(tag, 'name') ?? ''), hidden);
      continue;
    }
    const end = next + Number(attribute(tag, 'number-rows-repeated') ?? 1);
    if (['collapse', 'filter'].includes(attribute(tag, 'visibility') ?? ''))
      for (let row = next; row < Math.min(end, MOST_ROWS); row += 1) hidden.add(row);
    next = end;
  }
  return found;
}
