/**
 * The files in a zip: nothing is written anywhere, and what they are called is only told. Sizes are checked in the directory
 * and again while unpacking.
 */
import { isLeftBehind } from '../base/left-behind.ts';
import { byCodeUnit } from '../base/order.ts';
import { LIMITS, unpack } from './formats/package.ts';
import { sniff } from './formats/sniff.ts';
import { MOST_BYTES } from './formats/workbook.ts';
import { holdsFiles, type ZipEntry, zipDirectory } from './formats/zip-directory.ts';

/** A zip itself: thirty units' returns with their scans. */
export const MOST_ZIP_BYTES = 200 * 2 ** 20;
/** A zip that lies in a zip is opened as well, what lies in that one is not. */
const DEEPEST = 2;

export interface ZippedFile {
  /** Its path in the zip, made harmless. */
  name: string;
  size: number;
  /** undefined: too large to be a return, or damaged. */
  bytes: Uint8Array | undefined;
}

/** undefined for anything but a zip of files that can be opened; why, is said by whoever reads it as a return. */
export const unzipped = (bytes: Uint8Array): ZippedFile[] | undefined =>
  unzip(bytes, { files: LIMITS.files, bytes: LIMITS.all }, 1);

/** @param left what may still be unpacked; shrinks */
function unzip(
  bytes: Uint8Array,
  left: { files: number; bytes: number },
  depth: number,
): ZippedFile[] | undefined {
  if (sniff(bytes) !== 'zip') return undefined;
  const entries = zipDirectory(bytes);
  if (!entries || !holdsFiles(entries) || entries.some(({ encrypted }) => encrypted)) return undefined;
  const files = entries.filter(isMeant);
  const size = files.reduce((sum, entry) => sum + entry.size, 0);
  if (files.length === 0 || files.length > left.files || size > left.bytes) return undefined;
  left.files -= files.length;
  left.bytes -= size;
  return files
    .map((entry): ZippedFile => {
      const small = entry.size <= MOST_BYTES;
      return {
        name: harmless(entry.name),
        size: entry.size,
        bytes: small ? unpack(bytes, entry, MOST_BYTES) : undefined,
      };
    })
    .sort((a, b) => byCodeUnit(a.name, b.name))
    .flatMap((file) => {
      const within = file.bytes && depth < DEEPEST ? unzip(file.bytes, left, depth + 1) : undefined;
      return within?.map((one) => ({ ...one, name: `${file.name}/${one.name}` })) ?? [file];
    });
}

/** Folders, and what a Mac packs beside the files, are nobody's return. */
function isMeant({ name }: ZipEntry): boolean {
  const parts = name.split('/');
  return !name.endsWith('/') && parts[0] !== '__MACOSX' && !isLeftBehind(parts.at(-1) ?? '');
}

const harmless = (name: string): string =>
  name
    .replace(/\p{C}/gu, '')
    .split('/')
    .filter((part) => !/^(?:|\.|\.\.|[A-Za-z]:)$/.test(part))
    .join('/');
