/**
 * Struck-out cells of an old workbook (.xls), from its records (MS-XLS 2.4): fonts, cell formats, cells. Which part of a
 * text is struck out lies deeper; that such a text exists shows in a struck font which no cell format uses.
 */
import { CFB, utils } from '@e965/xlsx';

const RECORD = { font: 0x31, format: 0xe0, sheet: 0x85, start: 0x809, series: 0xbd } as const;
/** BLANK, NUMBER, LABEL, BOOLERR, RK, FORMULA, LABELSST: all begin with row, column, format. */
const CELLS: readonly number[] = [0x201, 0x203, 0x204, 0x205, 0x27e, 0x06, 0xfd];
const STRIKE_OUT = 0x08;

export interface StruckXls {
  /** Place of the sheet among the workbook's sheets → addresses. */
  cells: Map<number, Set<string>>;
  /** Some text is struck out in part; which one, the file does not say here. */
  somewhere: boolean;
}

export function struckXlsCells(bytes: Uint8Array): StruckXls {
  const result: StruckXls = { cells: new Map(), somewhere: false };
  const stream = workbookStream(bytes);
  if (!stream) return result;
  const fonts: boolean[] = [];
  const formats: number[] = [];
  const starts: number[] = [];
  let sheet = -1;
  const mark = (row: number, column: number, format: number): void => {
    const refs = result.cells.get(sheet) ?? new Set<string>();
    if (!fonts[formats[format] ?? 0]) return;
    result.cells.set(sheet, refs.add(utils.encode_cell({ r: row, c: column })));
  };
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const size = stream.readUInt16LE(at + 2);
    const body = stream.subarray(at + 4, at + 4 + size);
    if (type === RECORD.start) sheet = starts.indexOf(at);
    else if (type === RECORD.font && size >= 4) {
      // There is no font 4: numbers run on from 3 to 5.
      if (fonts.length === 4) fonts.push(false);
      fonts.push((body.readUInt16LE(2) & STRIKE_OUT) !== 0);
    } else if (type === RECORD.format && size >= 2) formats.push(body.readUInt16LE(0));
    else if (type === RECORD.sheet && size >= 4) starts.push(body.readUInt32LE(0));
    else if (CELLS.includes(type) && size >= 6)
      mark(body.readUInt16LE(0), body.readUInt16LE(2), body.readUInt16LE(4));
    else if (type === RECORD.series)
      for (let i = 0; 4 + i * 6 + 6 <= size - 2; i++)
        mark(body.readUInt16LE(0), body.readUInt16LE(2) + i, body.readUInt16LE(4 + i * 6));
    at += 4 + size;
  }
  result.somewhere = fonts.some((struck, font) => struck && !formats.includes(font));
  return result;
}

function workbookStream(bytes: Uint8Array): Buffer | undefined {
  try {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const entry = CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book');
    return entry ? Buffer.from(entry.content as Uint8Array) : undefined;
  } catch {
    return undefined;
  }
}
