/** A temporary folder for a run, made when it is first needed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../base/effects.ts';

export function openScratch(): Scratch & { close(): Promise<void> } {
  let folder: Promise<string> | undefined;
  let count = 0;
  const placed = new WeakMap<Uint8Array, Promise<string>>();
  const place = async (bytes: Uint8Array): Promise<string> => {
    folder ??= mkdtemp(join(tmpdir(), 'diaodu-'));
    count += 1;
    // Taken before anything is waited for: others are placed meanwhile.
    const name = String(count);
    const path = join(await folder, name);
    await writeFile(path, bytes);
    return path;
  };
  return {
    place: (bytes) => {
      const path = placed.get(bytes) ?? place(bytes);
      placed.set(bytes, path);
      return path;
    },
    close: async () => {
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}
