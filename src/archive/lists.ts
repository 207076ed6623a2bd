/** Lists of digests: one line a file, digest, two spaces, path; in order of path. */
import { type Algorithm, digestOf } from '../base/digest.ts';
import { byCodeUnit } from '../base/order.ts';

/** Path below the package → bytes. */
export type Package = Map<string, Uint8Array>;

const SHA256_LIST = '其他/checksums-SHA256.txt';
const SM3_LIST = '其他/checksums-SM3.txt';
export const LISTS: readonly { path: string; algorithm: Algorithm }[] = [
  { path: SHA256_LIST, algorithm: 'SHA-256' },
  { path: SM3_LIST, algorithm: 'SM3' },
];

/** The first list covers every file but the lists; the second covers the first as well, so that neither can be changed unseen. */
export function addLists(content: Package): Package {
  const all: Package = new Map([...content].sort(([a], [b]) => byCodeUnit(a, b)));
  for (const { path, algorithm } of LISTS) all.set(path, list(all, algorithm));
  return new Map([...all].sort(([a], [b]) => byCodeUnit(a, b)));
}

/**
 * The digest of the second list, which holds that of every other file. Whoever has noted it outside of the package sees even
 * a change that was made in all lists; folder and zip have the same, and so has a zip made again.
 */
export function sealOf(files: Package): string {
  const bytes = files.get(SM3_LIST);
  return bytes ? digestOf(bytes) : '';
}

function list(files: Package, algorithm: Algorithm): Uint8Array {
  const paths = [...files.keys()].sort(byCodeUnit);
  const lines = paths.map((path) => `${digestOf(files.get(path) ?? new Uint8Array(), algorithm)}  ${path}\n`);
  return new TextEncoder().encode(lines.join(''));
}

/** Path → digest; or the number of the first line that is not as it was written. */
export function readList(bytes: Uint8Array): { entries: Map<string, string> } | { line: number } {
  const text = new TextDecoder().decode(bytes);
  const entries = new Map<string, string>();
  let before = '';
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const [, digest = '', path = ''] = /^([0-9a-f]{64}) {2}([^\r]+)$/.exec(line) ?? [];
    if (path === '' || byCodeUnit(before, path) >= 0) return { line: index + 1 };
    entries.set(path, digest);
    before = path;
  }
  if (!text.endsWith('\n')) return { line: entries.size };
  return { entries };
}
