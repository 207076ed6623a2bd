/** A temporary folder for a run, made when it is first needed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../base/effects.ts';

/** The folder goes when the program ends, also when it is interrupted. */
export function openScratch(): Scratch & { close(): void } {
  let folder: string | undefined;
  const close = (): void => {
    if (folder) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
    process.off('exit', close);
  };
  const open = (): string => {
    process.once('exit', close);
    return mkdtempSync(join(tmpdir(), 'diaodu-'));
  };
  let count = 0;
  const placed = new WeakMap<Uint8Array, Promise<string>>();
  const place = async (bytes: Uint8Array): Promise<string> => {
    folder ??= open();
    count += 1;
    const path = join(folder, String(count));
    await writeFile(path, bytes);
    return path;
  };
  return {
    place: (bytes) => {
      const path = placed.get(bytes) ?? place(bytes);
      placed.set(bytes, path);
      return path;
    },
    close,
  };
}
