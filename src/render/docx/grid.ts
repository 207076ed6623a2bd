/** Which column of the grid each cell starts in, when cells above reach down into its row. */
import type { TableCell } from '../../model/document.ts';

export interface PlacedCell {
  cell: TableCell;
  column: number;
}

export function placeCells(rows: readonly (readonly TableCell[])[]): PlacedCell[][] {
  /** For each column, how many more rows a cell from above still covers. */
  const covered: number[] = [];
  return rows.map((cells) => {
    let column = 0;
    const placed = cells.map((cell) => {
      while ((covered[column] ?? 0) > 0) column++;
      const start = column;
      for (; column < start + cell.colSpan; column++) covered[column] = cell.rowSpan;
      return { cell, column: start };
    });
    covered.forEach((left, index) => {
      covered[index] = Math.max(0, left - 1);
    });
    return placed;
  });
}
