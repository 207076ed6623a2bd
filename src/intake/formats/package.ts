/**
 * A workbook package made safe before anything parses it: sizes are checked in the zip directory and again while
 * unpacking (directories lie), only the parts that hold cells are kept, endless empty rows are cut off.
 */
import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  archiveFile,
  brokenWorkbook,
  emptyRowsCut,
  encryptedFile,
  externalLinks,
  macrosIgnored,
  notAReturn,
  tooManyRows,
  truncatedFile,
  unpacksTooLarge,
} from '../../base/messages/collect.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

/** A filled form unpacks to well under 1 MB. */
const LIMITS = {
  all: 256 * 2 ** 20,
  sheet: 128 * 2 ** 20,
  part: 12 * 2 ** 20,
  kept: 32 * 2 ** 20,
  entries: 4000,
};
/** Rows of a sheet that are read; the plan has about a hundred tasks. */
export const MOST_ROWS = 5000;

const MEGABYTE = 2 ** 20;
const megabytes = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)} MB`;

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const NEEDED =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** In: the bytes of a zip. Out: a small stored zip with the parts that hold cells. */
export function openPackage(file: string, bytes: Uint8Array): Outcome<Uint8Array> {
  const refuse = (...diagnostics: Diagnostic[]): Outcome<Uint8Array> => ({ value: undefined, diagnostics });
  const entries = zipDirectory(bytes);
  if (!entries) return refuse(truncatedFile(file));
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > LIMITS.all || entries.length > LIMITS.entries)
    return refuse(unpacksTooLarge(file, megabytes(total), megabytes(LIMITS.all)));
  const names = entries.map((entry) => entry.name);
  if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return refuse(foreign(file, names));
  if (new Set(names).size < names.length) return refuse(brokenWorkbook(file));
  if (entries.some((entry) => entry.encrypted)) return refuse(encryptedFile(file));

  const diagnostics: Diagnostic[] = [];
  if (names.some((name) => /vbaProject\.bin$|macrosheets\//i.test(name)))
    diagnostics.push(macrosIgnored(file));
  if (names.some((name) => /externalLinks\//i.test(name))) diagnostics.push(externalLinks(file));
  const parts: Record<string, Uint8Array> = {};
  let kept = 0;
  for (const entry of entries.filter((e) => NEEDED.test(e.name))) {
    const limit = SHEET.test(entry.name) ? LIMITS.sheet : LIMITS.part;
    if (entry.size > limit) return refuse(unpacksTooLarge(file, megabytes(entry.size), megabytes(limit)));
    const content = unpack(bytes, entry, limit);
    if (!content) return refuse(truncatedFile(file));
    const part = SHEET.test(entry.name) ? cutRows(content) : { bytes: content, cut: 'none' as const };
    if (part.cut === 'filled') return refuse(tooManyRows({ file }, MOST_ROWS));
    if (part.cut === 'empty') diagnostics.push(emptyRowsCut({ file }, MOST_ROWS));
    kept += part.bytes.length;
    if (part.bytes.length > LIMITS.part || kept > LIMITS.kept)
      return refuse(
        unpacksTooLarge(file, megabytes(Math.max(kept, part.bytes.length)), megabytes(LIMITS.part)),
      );
    parts[entry.name] = part.bytes;
  }
  return { value: zipSync(parts, { level: 0 }), diagnostics };
}

/** A zip that is no workbook. */
function foreign(file: string, names: readonly string[]): Diagnostic {
  const known = ['.xlsx', '.xls', '.csv'];
  if (names.some((name) => name.startsWith('word/'))) return notAReturn(file, ' Word 文档', known);
  if (names.some((name) => name.startsWith('ppt/'))) return notAReturn(file, '演示文稿', known);
  if (names.includes('content.xml')) return notAReturn(file, '开放文档格式（.ods、.odt）', known);
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
    return notAReturn(file, '二进制工作簿（.xlsb）', known);
  return archiveFile(file);
}

function unpack(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | undefined {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  if (packed.length < entry.packed) return undefined;
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return undefined;
  try {
    // One byte more than promised is a lie.
    return inflateRawSync(packed, { maxOutputLength: Math.min(Math.max(entry.size, 1), limit) });
  } catch {
    return undefined;
  }
}

/** Sheets formatted to the last row hold a million empty rows; those are cut, filled ones are refused. */
function cutRows(xml: Uint8Array): { bytes: Uint8Array; cut: 'none' | 'empty' | 'filled' } {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  const tag = text.includes('<x:row') ? '<x:row' : '<row';
  let at = -1;
  for (let row = 0; row <= MOST_ROWS; row++) {
    at = text.indexOf(tag, at + 1);
    if (at < 0) return { bytes: xml, cut: 'none' };
  }
  const end = text.lastIndexOf(tag === '<row' ? '</sheetData>' : '</x:sheetData>');
  if (end < at) return { bytes: xml, cut: 'none' };
  const rest = text.subarray(at, end);
  const filled = ['<v>', '<v ', '<is', '<f', '<x:v', '<x:is', '<x:f'].some((mark) => rest.includes(mark));
  if (filled) return { bytes: xml.subarray(0, 0), cut: 'filled' };
  return { bytes: Buffer.concat([text.subarray(0, at), text.subarray(end)]), cut: 'empty' };
}
