/** CSV as offices save it: UTF-8, UTF-16 or GBK; commas, semicolons or tabs; quoted fields over several lines. */
import type { Origin } from '../../base/origin.ts';
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetCell } from './sheet.ts';
import { utf16Mark } from './sniff.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Without a byte order mark, its lines ending in \n. */
  text: string;
  encoding: Encoding;
}

/** Bytes as text; undefined when they are neither UTF-8 nor GBK, nor what Excel calls “Unicode 文本” (UTF-16). */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const utf16 = utf16Mark(bytes);
  // GB18030 decodes almost anything, so the stricter encoding is tried first.
  const encodings: readonly Encoding[] = utf16 ? [utf16] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return { text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), encoding };
    } catch {}
  }
  return undefined;
}

/** Saved in an encoding that has no Chinese: a question mark for each character of the headings. */
export const isWordless = (text: string): boolean =>
  !/\p{Script=Han}/u.test(text) && (text.match(/\?{2,}/g)?.length ?? 0) >= LOST_WORDS;

/** Any form has more headings than these. */
const LOST_WORDS = 5;

/** Excel says in a first line which separator it means. */
const NAMED_SEPARATOR = /^sep=([,;\t])\n/i;
const SEPARATORS = ['\t', ',', ';'] as const;
/** The headings, the line with the most fields, stand among so many lines. */
const HEAD_LINES = 30;
const HEAD_LENGTH = 2 ** 16;

/** The one that stands most often in a single line outside quotes; a tab pasted into a text proves nothing. */
function separatorOf(text: string): string {
  const named = NAMED_SEPARATOR.exec(text)?.[1];
  const lines = text
    .slice(0, HEAD_LENGTH)
    .split('\n', HEAD_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''));
  const most = (separator: string): number => Math.max(...lines.map((line) => line.split(separator).length));
  return named ?? [...SEPARATORS].sort((a, b) => most(b) - most(a))[0] ?? ',';
}

export interface CsvSheet extends Sheet {
  /** A quoted field that never ends, or goes on behind its quotes: what follows may stand in the wrong row. */
  broken?: Origin;
  /** More rows are filled in than are read. */
  cut?: boolean;
}

/** Rows of fields, each with its line and column; empty fields are undefined. */
export function csvSheet(file: string, text: string): CsvSheet {
  const separator = separatorOf(text);
  const rows: (SheetCell | undefined)[][] = [];
  let row: (SheetCell | undefined)[] = [];
  let broken: Origin | undefined;
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  const quoted = (at: Origin): string => {
    const start = offset + 1;
    for (offset = start; offset < text.length; offset++) {
      const c = text[offset];
      if (c === '"' && text[offset + 1] !== '"') break;
      if (c === '"') offset++;
      if (c !== '\n') continue;
      line++;
      lineStart = offset + 1;
    }
    const value = text.slice(start, offset).replaceAll('""', '"');
    const next = text.slice(offset + 1, offset + 9).replace(/^ +/, '')[0] ?? '\n';
    if (offset >= text.length || ![separator, '\n'].includes(next)) broken ??= at;
    offset++;
    return value;
  };
  const field = (): void => {
    const at = { file, line, column: offset - lineStart + 1 };
    const before = text[offset] === '"' ? quoted(at) : '';
    const start = offset;
    while (offset < text.length && text[offset] !== separator && text[offset] !== '\n') offset++;
    const value = before + text.slice(start, offset);
    if (row.length < MOST_COLUMNS)
      row.push(value.trim() === '' ? undefined : { at, cell: { t: 's', v: value } });
  };
  while (offset < text.length) {
    field();
    if (text[offset] === separator) {
      offset++;
      if (offset < text.length && text[offset] !== '\n') continue;
    }
    offset++;
    line++;
    lineStart = offset;
    const filled = row.some(Boolean);
    if (filled && rows.length >= MOST_ROWS) return { name: '', file, rows, cut: true };
    if (rows.length < MOST_ROWS) rows.push(filled ? row : []);
    row = [];
  }
  return { name: '', file, rows, ...(broken ? { broken } : {}) };
}
