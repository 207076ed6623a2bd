/** Which column each cell of a table stands in, with cells from above that reach down taken into account. */
import type { TableCell } from '../../../model/document.ts';

/**
 * Rows that cells reach across, together; a page break between them would cut a cell in two.
 * In: rows. Out: index of the first row of each group.
 */
export function rowGroups(rows: readonly (readonly TableCell[])[]): number[] {
  const starts: number[] = [];
  let reach = 0;
  for (const [i, row] of rows.entries()) {
    if (i >= reach) starts.push(i);
    reach = Math.max(reach, ...row.map((cell) => i + cell.rowSpan));
  }
  return starts;
}

/** In: rows of cells with spans. Out: for each row the first column (from 0) of each of its cells. */
export function cellColumns(rows: readonly (readonly TableCell[])[]): number[][] {
  /** Rows that a cell still covers below, by column. */
  const covered: number[] = [];
  return rows.map((row) => {
    let column = 0;
    const columns = row.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const start = column;
      for (let i = 0; i < cell.colSpan; i += 1) covered[start + i] = cell.rowSpan;
      column += cell.colSpan;
      return start;
    });
    covered.forEach((left, index) => {
      covered[index] = Math.max(0, left - 1);
    });
    return columns;
  });
}
