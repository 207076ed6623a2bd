/** Word wants a cell in every row that a tall cell reaches down to: which cells stand or go on where in the grid. */
import type { TableCell } from '../../model/document.ts';

export interface PlacedCell {
  cell: TableCell;
  /** First column of the grid, from 0. */
  column: number;
  /** Whether this is the lower part of a cell that began in a row above. */
  continued: boolean;
}

export function placeCells(rows: readonly (readonly TableCell[])[]): PlacedCell[][] {
  /** Cells that reach below, by their first column, and for how many more rows. */
  const reaching = new Map<number, { cell: TableCell; rows: number }>();
  return rows.map((cells) => {
    const own = [...cells];
    const placed: PlacedCell[] = [];
    for (let column = 0; own.length > 0 || reaching.has(column); ) {
      const above = reaching.get(column);
      const cell = above ? above.cell : own.shift();
      if (!cell) break;
      placed.push({ cell, column, continued: above !== undefined });
      const left = (above ? above.rows : cell.rowSpan) - 1;
      if (left > 0) reaching.set(column, { cell, rows: left });
      else reaching.delete(column);
      column += cell.colSpan;
    }
    return placed;
  });
}
