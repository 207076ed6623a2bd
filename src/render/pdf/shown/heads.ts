/** The rows of a table in a finished PDF, each cell with the head of its column. */
import { type Element, isElement, type Kid } from '../finish/element.ts';

interface Row {
  inHead: boolean;
  /** `head`: what stands lowest above the column in the table's head; '' where it has none. */
  cells: { node: Element; head: string }[];
}

/** Spans are counted, so that a head over several columns, and a cell over several rows, move nothing. */
export function headsOf(table: Element, textOf: (node: Element) => string): Row[] {
  const heads: string[] = [];
  const rows: Row[] = [];
  const visit = (node: Element, inHead: boolean, taken: number[]): void => {
    if (node.type !== 'TR') {
      // A cell of the head reaches into no row of the body.
      const own: number[] = node.type === 'Table' ? taken : [];
      for (const kid of node.kids.filter(isElement)) visit(kid, inHead || kid.type === 'THead', own);
      return;
    }
    // A row of heads between others names what follows it and no column.
    const ofColumns = inHead && rows.every((row) => row.inHead);
    const cells: Row['cells'] = [];
    let column = 0;
    for (const cell of node.kids.filter(isCell)) {
      while ((taken[column] ?? 0) > 0) column = passed(taken, column);
      cells.push({ node: cell, head: inHead ? '' : (heads[column] ?? '') });
      for (let i = 0; i < cell.colSpan; i += 1, column += 1) {
        if (ofColumns) heads[column] = textOf(cell);
        taken[column] = cell.rowSpan - 1;
      }
    }
    while (column < taken.length) column = (taken[column] ?? 0) > 0 ? passed(taken, column) : column + 1;
    rows.push({ inHead, cells });
  };
  visit(table, false, []);
  return rows;
}

/** The column is filled from above in this row. */
function passed(taken: number[], column: number): number {
  taken[column] = (taken[column] ?? 0) - 1;
  return column + 1;
}

const isCell = (kid: Kid): kid is Element => isElement(kid) && (kid.type === 'TD' || kid.type === 'TH');
