/** A workbook with the content of a return that came as .xls or .csv, so that it can be marked and sent back. */
import { type Cell, writeXlsx } from 'hucre/xlsx';

export interface PlainSheet {
  name: string;
  /** Texts and numbers as they stood; null for an empty cell. */
  rows: (string | number | null)[][];
}

const LONGEST_TEXT = 32_000;
const WIDTH = 16;

/** Text stays text, also where it begins like a formula. */
export async function rebuiltWorkbook(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  const day = new Date('2000-01-01T00:00:00Z');
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      const cells = new Map<string, Partial<Cell>>();
      sheet.rows.forEach((row, r) => {
        row.forEach((value, c) => {
          if (value !== null)
            cells.set(`${r},${c}`, {
              value: typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value,
              style: { alignment: { vertical: 'top', wrapText: true } },
            });
        });
      });
      const width = Math.max(1, ...sheet.rows.map((row) => row.length));
      return {
        name: sheet.name,
        rows: sheet.rows.map(() => []),
        columns: [...Array(width)].map(() => ({ width: WIDTH })),
        cells,
      };
    }),
    properties: { created: day, modified: day },
  });
}
