/** Effects for tests: a folder of the real disk for reading, nothing written, nothing printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Effects } from '../../src/base/effects.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Paths are relative to `folder` (the repository when left out), or absolute. */
export function folderEffects(
  folder: string = ROOT,
  environment: Readonly<Record<string, string>> = {},
): Effects {
  return {
    read: async (path) => attempt(() => new Uint8Array(readFileSync(resolve(folder, path)))),
    list: async (path) => (attempt(() => readdirSync(resolve(folder, path))) ?? []).sort(),
    write: async () => undefined,
    now: () => 0,
    print: () => undefined,
    env: (name) => environment[name],
  };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
