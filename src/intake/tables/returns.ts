/** Files of returns in a folder, and their order. */
import type { Effects } from '../../base/effects.ts';

/** Left behind by office programs and file managers. */
const IGNORED = /^(?:\.|~\$)/;

export async function returnFiles(
  effects: Effects,
  folder: string,
): Promise<{ file: string; bytes: Uint8Array }[]> {
  const files: { file: string; bytes: Uint8Array }[] = [];
  for (const name of (await effects.list(folder)).filter((entry) => !IGNORED.test(entry))) {
    const file = `${folder}/${name}`;
    const bytes = await effects.read(file);
    if (bytes) files.push({ file, bytes });
  }
  return files;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By date of receipt, then by file name. */
export function inReceiptOrder<T extends { receivedAt: string; file: string }>(returns: readonly T[]): T[] {
  return [...returns].sort((a, b) => order(a.receivedAt, b.receivedAt) || order(a.file, b.file));
}
