/** Where a value or a problem came from: a file, and a place in it. Paths are relative to the workspace, with `/`. */
export interface Origin {
  file: string;
  /** Spreadsheet place, e.g. sheet 进展情况, cell F12. */
  sheet?: string;
  cell?: string;
  /** Text place, both from 1. */
  line?: number;
  column?: number;
  /** Place in a composed document, which has no lines: the nearest heading and some words of the text. */
  part?: string;
}

/** A value that knows where it was read. */
export interface Located<T> {
  value: T;
  at: Origin;
}

/** The row of a table, as whoever has it open counts; '' where the place is none. */
export const rowOf = ({ line, cell = '' }: Origin): string => String(line ?? /\d+$/.exec(cell)?.[0] ?? '');

/** In our forms what the program knows them by stands on a sheet that nobody sees. */
export const HIDDEN_SHEET = '_meta';

/** “data/x.xlsx · 进展情况!F12”, “data/x.yaml:12:5” or, of a table in text, “data/x.csv · 第6行第29字”, as printed before every message. */
export function formatOrigin(at: Origin): string {
  if (at.sheet || at.cell) {
    const hidden = at.sheet === HIDDEN_SHEET ? '隐藏工作表 ' : '';
    return `${at.file} · ${hidden}${at.sheet ?? ''}${at.cell ? `!${at.cell}` : ''}`;
  }
  if (at.part !== undefined) return `${at.file} · ${at.part}`;
  if (at.line === undefined) return at.file;
  // Offices open these in Excel, which shows rows and knows no file:line:column.
  if (/\.csv$/i.test(at.file))
    return `${at.file} · 第${at.line}行${at.column === undefined ? '' : `第${at.column}字`}`;
  return at.column === undefined ? `${at.file}:${at.line}` : `${at.file}:${at.line}:${at.column}`;
}
