/** A table for the console, its columns aligned also where texts are Chinese. */
import { displayWidth, padTo } from '../base/chinese/width.ts';

export interface ConsoleColumn {
  heading: string;
  align: 'left' | 'right';
}

const GAP = '  ';

/** Heading, a rule, the rows and, after another rule, the `foot` rows (totals). */
export function tableLines(
  columns: readonly ConsoleColumn[],
  rows: readonly (readonly string[])[],
  foot: readonly (readonly string[])[] = [],
): string[] {
  const widths = columns.map(({ heading }, c) =>
    Math.max(...[heading, ...[...rows, ...foot].map((row) => row[c] ?? '')].map(displayWidth)),
  );
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, c) => padTo(cells[c] ?? '', widths[c] as number, align))
      .join(GAP)
      .trimEnd();
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, GAP.length * (columns.length - 1)));
  return [
    line(columns.map(({ heading }) => heading)),
    rule,
    ...rows.map(line),
    ...(foot.length > 0 ? [rule, ...foot.map(line)] : []),
  ];
}
