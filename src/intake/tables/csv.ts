/** CSV as offices save it: UTF-8 or GBK, commas or tabs, quoted fields over several lines. */
import type { Sheet, SheetCell } from '../formats/sheet.ts';

export interface DecodedText {
  /** Without a byte order mark, its lines ending in \n. */
  text: string;
  encoding: 'utf-8' | 'gb18030' | 'utf-16le';
}

/** Bytes as text; undefined when they are neither UTF-8 nor GBK, nor what Excel calls “Unicode 文本” (UTF-16). */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  // GB18030 decodes almost anything, so the stricter encoding is tried first.
  for (const encoding of utf16 ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return { text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), encoding };
    } catch {}
  }
  return undefined;
}

/** Rows of fields, each with its line and column; empty fields are undefined. */
export function csvSheet(file: string, text: string): Sheet {
  const separator = text.split('\n', 12).some((line) => line.includes('\t')) ? '\t' : ',';
  const rows: (SheetCell | undefined)[][] = [];
  let row: (SheetCell | undefined)[] = [];
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  const field = (): void => {
    const at = { file, line, column: offset - lineStart + 1 };
    let value = '';
    if (text[offset] === '"') {
      offset++;
      for (; offset < text.length; offset++) {
        const c = text[offset] as string;
        if (c === '"' && text[offset + 1] !== '"') break;
        if (c === '"') offset++;
        if (c === '\n') {
          line++;
          lineStart = offset + 1;
        }
        value += c;
      }
      offset++;
    }
    while (offset < text.length && text[offset] !== separator && text[offset] !== '\n')
      value += text[offset++];
    value = value.replace(/\r$/, '');
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
    rows.push(row);
    row = [];
  }
  return { name: '', file, rows };
}
