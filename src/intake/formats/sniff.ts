/** What a file is by its first bytes, whatever it is called. */

export type FileKind =
  | 'zip'
  | 'ole'
  | 'text'
  | 'html'
  | 'xmlTable'
  | 'pdf'
  | 'rar'
  | 'sevenZip'
  | 'image'
  | 'empty'
  | 'unknown';

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['sevenZip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
];
const HEAD = 512;

/** Excel's “Unicode 文本” begins with such a mark. */
export function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (known) return known[0];
  // Text in UTF-16 is half control characters.
  if (utf16Mark(bytes)) return 'text';
  const head = bytes.subarray(0, HEAD);
  const ascii = String.fromCharCode(...head.filter((byte) => byte < 0x80)).toLowerCase();
  if (/^\s*<\?xml/.test(ascii) && /excel\.sheet|office:spreadsheet/.test(ascii)) return 'xmlTable';
  if (/^\s*(?:<!doctype html|<html|<table|<\?xml)/.test(ascii)) return 'html';
  // Text holds no control characters besides tab and line ends.
  const control = head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27));
  return control ? 'unknown' : 'text';
}

/** Lines with several fields, between commas, tabs or semicolons: text that only bears a workbook's name. */
export function looksTabular(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 2000);
  return head.filter((byte) => [0x2c, 0x09, 0x3b].includes(byte)).length >= 6 && head.includes(0x0a);
}

/** For “this is …, not a return”. */
export const KIND_NAMES: Record<FileKind, string> = {
  zip: '压缩文件',
  ole: '旧版 Office 文件',
  text: '文本文件',
  html: '网页格式的文件',
  xmlTable: '“XML 表格 2003”格式的文件',
  pdf: ' PDF 文件',
  rar: '压缩包',
  sevenZip: '压缩包',
  image: '图片',
  empty: '空文件',
  unknown: '无法识别的文件',
};
