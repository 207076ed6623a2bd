/** From the codes of a font to the characters that they show. */
import { type PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { decoded } from '../finish/page-content.ts';

const SHOWN = /<([0-9A-Fa-f\s]*)>|\(((?:[^\\()]|\\[\s\S])*)\)/g;

/** In: codes of two bytes each, one character a byte. */
export type Glyphs = (codes: string) => string;

/** In: the operands of Tj or TJ. */
export function shownBy(operands: string, glyphs: Glyphs): string {
  let text = '';
  for (const [, hex, literal] of operands.matchAll(SHOWN))
    text += glyphs(hex === undefined ? unescaped(literal ?? '') : fromHex(hex));
  return text;
}

const fromHex = (hex: string): string => Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const unescaped = (literal: string): string =>
  literal.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/g, (_, octal?: string, other?: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8)) : other ? (ESCAPES[other] ?? other) : '',
  );

/** By the font's ToUnicode (ISO 32000-1, 9.10.3); codes that it does not know show nothing. */
export function glyphsOf(font: PDFDict): Glyphs {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const map = stream instanceof PDFRawStream ? toUnicode(decoded(stream)) : new Map<number, string>();
  return (codes) => {
    let text = '';
    for (let i = 0; i + 1 < codes.length; i += 2)
      text += map.get(codes.charCodeAt(i) * 256 + codes.charCodeAt(i + 1)) ?? '';
    return text;
  };
}

const SINGLE = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;
const RANGE = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g;

function toUnicode(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(SINGLE))
      map.set(Number.parseInt(code, 16), utf16(text));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of block.matchAll(RANGE)) {
      const first = Number.parseInt(from, 16);
      const start = Number.parseInt(text, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        map.set(code, String.fromCharCode(start + code - first));
    }
  return map;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
