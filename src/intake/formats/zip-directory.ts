/** The directory at the end of a zip file (APPNOTE 4.3.12–16), read without unpacking anything. */
import { type RawName, zipNames } from '../../base/zip-names.ts';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  encrypted: boolean;
  /** Bytes in the file, and bytes promised after unpacking. */
  packed: number;
  size: number;
  /** CRC-32 of the unpacked bytes. */
  crc: number;
  /** Where the packed bytes begin. */
  start: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
/** Flag of a name in UTF-8. */
const UTF8 = 1 << 11;
const LONGEST_COMMENT = 0xffff;

/** undefined when the directory is missing, damaged or points outside the file: a truncated or hand-made file. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Omit<ZipEntry, 'name'>[] = [];
  const names: RawName[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return undefined;
    const nameEnd = at + 46 + nameLength;
    names.push({
      name: bytes.subarray(at + 46, nameEnd),
      extra: bytes.subarray(nameEnd, nameEnd + view.getUint16(at + 30, true)),
      utf8: (view.getUint16(at + 8, true) & UTF8) !== 0,
    });
    entries.push({
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const told = zipNames(names);
  return entries.map((entry, i) => ({ ...entry, name: (told[i] ?? '').replaceAll('\\', '/') }));
}

/** What an office program writes into its packages, and nobody into a zip of files. */
const PACKAGE = /^(?:\[content_types\]\.xml|mimetype|content\.xml|_rels\/|(?:xl|word|ppt)\/)/i;

/** A zip that somebody packed; a workbook or a document is one as well. */
export const holdsFiles = (entries: readonly ZipEntry[]): boolean =>
  !entries.some(({ name }) => PACKAGE.test(name));

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}
