/** A column of investments filled in by another unit than its heading names: nearly all rows are off by the same factor. */

/** A row's cumulative number as it was read, and the last one, both in 万元 and above nought. */
export interface ColumnRow {
  value: number;
  last: number;
}

/** Units that are taken for 万元, and how many of them make one. */
const UNITS = [
  ['亿元', 1e-4],
  ['元', 1e4],
] as const;
export type TakenUnit = (typeof UNITS)[number][0];

/** What a year's investment may be within a month's time, of the last: no less, and hardly ever so many times. */
const RANGE = [0.8, 8] as const;
/** Fewer may be slips of their own. */
const FEWEST = 5;

/** Whether the row would be believable, had it been filled in by the unit. */
export function fitsUnit({ value, last }: ColumnRow, unit: TakenUnit): boolean {
  const factor = UNITS.find(([name]) => name === unit)?.[1] ?? 1;
  const times = value / factor / last;
  return times >= RANGE[0] && times <= RANGE[1];
}

/** The unit by which most rows are believable, where they are not by their own; undefined for a sound column. */
export function columnUnit(rows: readonly ColumnRow[]): TakenUnit | undefined {
  return UNITS.map(([unit]) => unit).find((unit) => {
    const fitting = rows.filter((row) => fitsUnit(row, unit)).length;
    return fitting >= FEWEST && fitting * 2 > rows.length;
  });
}
