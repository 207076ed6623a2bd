/** A 6.2.11, UA 7.21: embedded TrueType subsets whose widths, glyphs and Unicode values are all there. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFNumber,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import type { UsedCodes } from './content.ts';
import { is, key, type Report, streamText } from './objects.ts';

export function checkFonts(_pdf: PDFDocument, used: UsedCodes, report: Report): void {
  for (const [font, codes] of used) {
    const base = font.get(key('BaseFont'))?.toString() ?? '';
    if (!is(font, 'Subtype', 'Type0')) report(`A 6.2.11.2 ${base} is ${font.get(key('Subtype'))}`);
    else checkComposite(font, codes, base, report);
  }
}

function checkComposite(font: PDFDict, codes: ReadonlySet<number>, base: string, report: Report): void {
  if (!is(font, 'Encoding', 'Identity-H')) report(`A 6.2.11.3.3 ${base} encoding`);
  const cid = font.lookup(key('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  if (!is(cid, 'Subtype', 'CIDFontType2')) report(`A 6.2.11.2 ${base} outlines`);
  if (!is(cid, 'CIDToGIDMap', 'Identity')) report(`A 6.2.11.3.2 ${base} CIDToGIDMap`);
  if (!/^\/[A-Z]{6}\+/.test(base) || cid.get(key('BaseFont'))?.toString() !== base)
    report(`A 6.2.11.2 ${base} name`);
  const file = cid.lookup(key('FontDescriptor'), PDFDict).lookup(key('FontFile2'));
  if (!(file instanceof PDFRawStream)) {
    report(`A 6.2.11.4.1 ${base} not embedded`);
    return;
  }
  const glyphs = trueType(decodePDFRawStream(file).decode());
  const widths = widthsOf(cid);
  const unicode = font.lookup(key('ToUnicode'));
  const texts = unicode instanceof PDFRawStream ? toUnicode(streamText(unicode)) : new Map<number, string>();
  for (const code of codes) {
    if (code === 0) report(`A 6.2.11.8 ${base} .notdef`);
    if (code >= glyphs.count) report(`A 6.2.11.4.1 ${base} glyph ${code} missing`);
    const width = widths.get(code) ?? cid.lookupMaybe(key('DW'), PDFNumber)?.asNumber() ?? 1000;
    if (Math.abs(width - glyphs.width(code)) > 1)
      report(`A 6.2.11.5 ${base} width of ${code}: ${width}, ${glyphs.width(code)}`);
    const text = texts.get(code);
    if (text === undefined || text === '') report(`A 6.2.11.7.2 ${base} Unicode of ${code}`);
    else if (/[\0\uFFFE\uFEFF]/.test(text)) report(`A 6.2.11.7.2 ${base} Unicode of ${code} is void`);
    else if (/\p{Co}/u.test(text))
      report(`A 6.2.11.7.3 ${base} private use U+${text.codePointAt(0)?.toString(16)}`);
  }
}

function trueType(bytes: Uint8Array): { count: number; width(glyph: number): number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const tag = String.fromCharCode(...bytes.subarray(12 + 16 * i, 16 + 16 * i));
    tables.set(tag, view.getUint32(12 + 16 * i + 8));
  }
  const at = (tag: string): number => tables.get(tag) ?? Number.NaN;
  const perEm = view.getUint16(at('head') + 18);
  const metrics = view.getUint16(at('hhea') + 34);
  return {
    count: view.getUint16(at('maxp') + 4),
    width: (glyph) => (view.getUint16(at('hmtx') + 4 * Math.min(glyph, metrics - 1)) * 1000) / perEm,
  };
}

/** W: c [w1 w2 …] or c1 c2 w. */
function widthsOf(cid: PDFDict): Map<number, number> {
  const widths = new Map<number, number>();
  const list = cid.lookupMaybe(key('W'), PDFArray);
  for (let i = 0; i < (list?.size() ?? 0); ) {
    const first = list?.lookup(i, PDFNumber).asNumber() ?? 0;
    const next = list?.lookup(i + 1);
    if (next instanceof PDFArray) {
      for (const [n, width] of next.asArray().entries()) widths.set(first + n, Number(width.toString()));
      i += 2;
    } else {
      const last = Number(next?.toString());
      for (let code = first; code <= last; code += 1)
        widths.set(code, Number(list?.lookup(i + 2)?.toString()));
      i += 3;
    }
  }
  return widths;
}

function toUnicode(cmap: string): Map<number, string> {
  const found = new Map<number, string>();
  const text = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', value = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
      found.set(Number.parseInt(code, 16), text(value));
  for (const [, block = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', value = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const start = Number.parseInt(first, 16);
      const base = text(value);
      for (let code = start; code <= Number.parseInt(last, 16); code += 1)
        found.set(
          code,
          base.slice(0, -1) + String.fromCharCode(base.charCodeAt(base.length - 1) + code - start),
        );
    }
  return found;
}
