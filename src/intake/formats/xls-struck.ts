/**
 * Struck-out cells of an old workbook (.xls), from its records (MS-XLS 2.4): fonts, cell formats, cells. Which part of a
 * text is struck out lies deeper; that such a text exists shows in a struck font which no cell format uses.
 */
import { utils } from '@e965/xlsx';
import type { XlsRecord } from './xls-records.ts';

const RECORD = { font: 0x31, format: 0xe0, series: 0xbd } as const;
/** BLANK, NUMBER, LABEL, BOOLERR, RK, FORMULA, LABELSST: all begin with row, column, format. */
const CELLS: readonly number[] = [0x201, 0x203, 0x204, 0x205, 0x27e, 0x06, 0xfd];
const STRIKE_OUT = 0x08;

export interface StruckXls {
  /** Place of the sheet among the workbook's sheets → addresses. */
  cells: Map<number, Set<string>>;
  /** Some text is struck out in part; which one, the file does not say here. */
  somewhere: boolean;
}

export function struckXlsCells(records: readonly XlsRecord[]): StruckXls {
  const result: StruckXls = { cells: new Map(), somewhere: false };
  const fonts: boolean[] = [];
  const formats: number[] = [];
  const mark = (sheet: number, row: number, column: number, format: number): void => {
    if (!fonts[formats[format] ?? 0]) return;
    const refs = result.cells.get(sheet) ?? new Set<string>();
    result.cells.set(sheet, refs.add(utils.encode_cell({ r: row, c: column })));
  };
  for (const { type, sheet, body } of records) {
    const size = body.length;
    if (type === RECORD.font && size >= 4) {
      // There is no font 4: numbers run on from 3 to 5.
      if (fonts.length === 4) fonts.push(false);
      fonts.push((body.readUInt16LE(2) & STRIKE_OUT) !== 0);
    } else if (type === RECORD.format && size >= 2) formats.push(body.readUInt16LE(0));
    else if (CELLS.includes(type) && size >= 6)
      mark(sheet, body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(4));
    else if (type === RECORD.series)
      for (let i = 0; 4 + i * 6 + 6 <= size - 2; i++)
        mark(sheet, body.readUInt16LE(0), body.readUInt16LE(2) + i, body.readUInt16LE(4 + i * 6));
  }
  result.somewhere = fonts.some((struck, font) => struck && !formats.includes(font));
  return result;
}
