/** Room for figures: a number and its unit stand in one line, in cells as in the text (GB/T 9704-2012, 7.3.3). */
import type { TableBlock } from '../../model/document/document.ts';
import { CHARACTER_MM, type TableContent, textOf, wholeRows } from './cells.ts';

/** What a cell keeps free at its sides and for its rules, millimetres. */
const ASIDE_MM: Record<TableBlock['density'], number> = { normal: 2.9, dense: 2.2 };
/** A column of names is not read well when it is narrower, characters. */
const LEAST_CHARACTERS = 5;

/**
 * In: a table whose widths are millimetres, and the head of the column that may become narrower. Out: the same, columns of
 * figures as wide as their longest entry in one line, as far as that column can give.
 */
export function roomForFigures(table: TableContent, giver: string): TableContent {
  const [character, aside] = [CHARACTER_MM[table.density], ASIDE_MM[table.density]];
  const heads = (table.head[0] ?? []).map(textOf);
  const lacking = table.columns.map(({ align, width }, i) =>
    align === 'right' ? Math.max(0, longest(table, i) * character + aside - width) : 0,
  );
  const all = lacking.reduce((sum, mm) => sum + mm, 0);
  const from = heads.indexOf(giver);
  const spare = (table.columns[from]?.width ?? 0) - (LEAST_CHARACTERS * character + aside);
  const given = Math.min(all, spare);
  if (given <= 0) return table;
  const columns = table.columns.map((column, i) => {
    const more = i === from ? -given : ((lacking[i] ?? 0) * given) / all;
    return { ...column, width: Number((column.width + more).toFixed(2)) };
  });
  return { ...table, columns };
}

/** A figure with its unit; 首次突破 may stand on the line before it. */
const FIGURE = /[约+−]?\d.*$/u;

/** In characters; figures, signs and Latin letters are half of one, capitals (EFLOPS) two thirds. */
function longest(table: TableContent, column: number): number {
  return Math.max(0, ...wholeRows(table).map((row) => lengthOf(FIGURE.exec(textOf(row[column]))?.[0] ?? '')));
}

const lengthOf = (text: string): number =>
  [...text].length - (text.match(/[−\x20-\x7E]/g)?.length ?? 0) / 2 + (text.match(/[A-Z]/g)?.length ?? 0) / 6;
