/**
 * A workbook package made safe before anything parses it: sizes are checked in the zip directory and again while
 * unpacking (directories lie), only the parts that hold cells are kept, endless empty rows are cut off.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { Inflate, zipSync } from 'fflate';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import {
  archiveFile,
  brokenWorkbook,
  crowdedZip,
  emptyRowsCut,
  emptyZip,
  encryptedFile,
  externalLinks,
  lockedZip,
  macrosIgnored,
  notAReturn,
  tooManyRows,
  truncatedFile,
  unpacksTooLarge,
} from '../../base/messages/sent-files.ts';
import { picturesIgnored } from '../../base/messages/slips.ts';
import { wholeCharacters } from './character-references.ts';
import { MOST_ROWS } from './sheet.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

/**
 * A filled form unpacks to well under 1 MB, however many pictures are pasted beside it. `files`: how many lie in a zip that is
 * opened for the returns in it.
 */
export const LIMITS = {
  all: 256 * 2 ** 20,
  part: 4 * 2 ** 20,
  kept: 12 * 2 ** 20,
  entries: 4000,
  files: 500,
};

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;
const NEEDED =
  /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml|xl\/worksheets\/_rels\/[^/]+\.rels|xl\/comments\/[^/]+\.xml)$/i;

export interface SafePackage {
  /** A small stored zip with the parts that hold cells. */
  zip: Uint8Array;
  /** The same parts, by name. */
  parts: Readonly<Record<string, Uint8Array>>;
}

/** In: the bytes of a zip. */
export function openPackage(file: string, bytes: Uint8Array): Outcome<SafePackage> {
  const refuse = (...diagnostics: Diagnostic[]): Outcome<SafePackage> => ({ value: undefined, diagnostics });
  const entries = zipDirectory(bytes);
  if (!entries) return refuse(truncatedFile(file));
  const total = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > LIMITS.all || entries.length > LIMITS.entries)
    return refuse(unpacksTooLarge(file, total, LIMITS.all));
  const names = entries.map((entry) => entry.name);
  if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return refuse(foreign(file, entries));
  if (new Set(names).size < names.length) return refuse(brokenWorkbook(file));
  if (entries.some((entry) => entry.encrypted)) return refuse(encryptedFile(file));

  const diagnostics: Diagnostic[] = [];
  if (names.some((name) => /vbaProject\.bin$|macrosheets\//i.test(name)))
    diagnostics.push(macrosIgnored(file));
  if (names.some((name) => /externalLinks\//i.test(name))) diagnostics.push(externalLinks(file));
  if (names.some((name) => /^xl\/(?:drawings\/drawing[^/]*\.xml|cellimages\.xml)$/i.test(name)))
    diagnostics.push(picturesIgnored(file));
  const parts: Record<string, Uint8Array> = {};
  let kept = 0;
  for (const entry of entries.filter((e) => NEEDED.test(e.name))) {
    const sheet = SHEET.test(entry.name);
    if (!sheet && entry.size > LIMITS.part) return refuse(unpacksTooLarge(file, entry.size, LIMITS.part));
    const content = sheet ? (unpackSmall(bytes, entry) ?? unpackSheet(bytes, entry)) : unpack(bytes, entry);
    if (!content) return refuse(truncatedFile(file));
    const part = content instanceof Uint8Array ? { bytes: content, cut: 'none' as const } : content;
    if (part.cut === 'filled') return refuse(tooManyRows({ file }, MOST_ROWS));
    if (part.cut === 'empty') diagnostics.push(emptyRowsCut({ file }, MOST_ROWS));
    kept += part.bytes.length;
    if (kept > LIMITS.kept) return refuse(unpacksTooLarge(file, kept, LIMITS.kept));
    parts[entry.name] = wholeCharacters(part.bytes);
  }
  return { value: { zip: zipSync(parts, { level: 0 }), parts }, diagnostics };
}

/** A zip that is no workbook. */
function foreign(file: string, entries: readonly ZipEntry[]): Diagnostic {
  const names = entries.map((entry) => entry.name);
  if (names.some((name) => name.startsWith('word/'))) return notAReturn(file, ' Word 文档');
  if (names.some((name) => name.startsWith('ppt/'))) return notAReturn(file, '演示文稿');
  if (names.includes('content.xml')) return notAReturn(file, '开放文档（.odt 等）');
  if (names.some((name) => /^xl\/workbook\.bin$/i.test(name)))
    return notAReturn(file, '二进制工作簿（.xlsb）');
  if (entries.some(({ encrypted }) => encrypted)) return lockedZip(file);
  if (names.every((name) => name.endsWith('/'))) return emptyZip(file);
  return names.length > LIMITS.files ? crowdedZip(file, LIMITS.files) : archiveFile(file);
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  return packed.length === entry.packed ? packed : undefined;
}

/** Out: undefined when the part is not what the directory promises: a hole in a file often unpacks into other figures. */
export function unpack(bytes: Uint8Array, entry: ZipEntry, most = LIMITS.part): Uint8Array | undefined {
  const packed = packedBytes(bytes, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) return undefined;
  try {
    // One byte more than promised is a lie.
    const maxOutputLength = Math.min(Math.max(entry.size, 1), most);
    const part = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength });
    return crc32(part) === entry.crc ? part : undefined;
  } catch {
    return undefined;
  }
}

/** Nearly all sheets are: in one go, which is several times as quick. */
function unpackSmall(bytes: Uint8Array, entry: ZipEntry): CutSheet | undefined {
  const whole = entry.size <= LIMITS.part ? unpack(bytes, entry) : undefined;
  return whole && joined(Buffer.from(whole.buffer, whole.byteOffset, whole.length), NOTHING);
}

const NOTHING = Buffer.alloc(0);

interface CutSheet {
  bytes: Uint8Array;
  /** empty: only empty rows were left out · filled: more rows are filled in than are read. */
  cut: 'none' | 'empty' | 'filled';
}

const PIECE = 2 ** 16;
/** What follows the rows (merged ranges, drop-downs) is kept up to this size. */
const TAIL = 2 ** 20;
/** Marks of a cell with a content, longest first; sheets of some programs prefix every name. */
const FILLED = /<(?:\w+:)?(?:v|is|f)[\s>]/;

/** Longer than any mark of a content: it may lie across two pieces. */
const SEAM = 64;

/**
 * Sheets formatted to the last row hold a million empty rows. Unpacked piece by piece, only the beginning and the end
 * are kept; whether anything in between is filled in is noticed as it passes, and ends the reading. Nothing is copied
 * on the way.
 */
function unpackSheet(bytes: Uint8Array, entry: ZipEntry): CutSheet | undefined {
  const packed = packedBytes(bytes, entry);
  if (!packed || (entry.method !== 0 && entry.method !== 8)) return undefined;
  const head: Uint8Array[] = [];
  const tail: Uint8Array[] = [];
  let [size, held] = [0, 0];
  let seam = '';
  let filled = false;
  let crc = 0;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    crc = crc32(piece, crc);
    if (size > LIMITS.all) throw new RangeError('more than any directory entry may promise');
    if (size <= LIMITS.part) {
      head.push(piece);
      return;
    }
    tail.push(piece);
    held += piece.length;
    while (held - (tail[0]?.length ?? held) >= TAIL) {
      const dropped = tail.shift() as Uint8Array;
      held -= dropped.length;
      const text = seam + latin1(dropped);
      filled ||= FILLED.test(text);
      seam = text.slice(-SEAM);
    }
  };
  try {
    if (entry.method === 0) take(packed);
    else {
      const inflate = new Inflate(take);
      for (let at = 0; at < packed.length && !filled; at += PIECE)
        inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
    }
  } catch {
    return undefined;
  }
  if (!filled && crc !== entry.crc) return undefined;
  const start = Buffer.concat(head);
  return filled ? { bytes: start, cut: 'filled' } : joined(start, Buffer.concat(tail));
}

const latin1 = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1');

const ROW = /<(?:\w+:)?row[\s>/]/g;

/** Offset of the first row beyond `most`, and of the last one before it. */
function rowsOf(text: string, most: number): { beyond: number | undefined; last: number } {
  let [count, last] = [0, -1];
  for (const { index } of text.matchAll(ROW)) {
    if (count === most) return { beyond: index, last };
    count += 1;
    last = index;
  }
  return { beyond: undefined, last };
}

function joined(head: Buffer, tail: Buffer): CutSheet {
  const { beyond, last } = rowsOf(latin1(head), MOST_ROWS);
  if (beyond === undefined && tail.length === 0) return { bytes: head, cut: 'none' };
  // In a head without so many rows, the last one may be cut in two.
  const end = beyond ?? last;
  const rest = Buffer.concat([head.subarray(end), tail]).toString('latin1');
  const close = rest.search(/<\/(?:\w+:)?sheetData>/);
  if (end < 0 || close < 0) return { bytes: head, cut: 'filled' };
  if (FILLED.test(rest.slice(0, close))) return { bytes: head, cut: 'filled' };
  return {
    bytes: Buffer.concat([head.subarray(0, end), Buffer.from(rest.slice(close), 'latin1')]),
    cut: 'empty',
  };
}
