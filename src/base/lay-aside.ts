/** Keeping what another file takes the place of. */
import type { Effects } from './effects.ts';

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/**
 * Writes what is to be kept under the first name that is free; the same is kept once.
 * @param nameFor the nth name to try, from 1
 * @returns where it stands
 */
export async function layAside(
  nameFor: (n: number) => string,
  bytes: Uint8Array,
  disk: Effects,
): Promise<string> {
  for (let n = 1; ; n += 1) {
    const path = nameFor(n);
    const there = await disk.read(path);
    if (!there) await disk.write(path, bytes);
    if (!there || sameBytes(there, bytes)) return path;
  }
}
