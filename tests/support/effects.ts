/** Effects for tests: files of the repository or made up by the test; what is written or printed is kept, not done. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Cache, Effects } from '../../src/base/effects.ts';
import { madeOnce } from '../../src/base/made-once.ts';

/** Path (relative to the workspace) → text or bytes; undefined hides a file of the folder. */
type Files = Record<string, string | Uint8Array | undefined>;

export interface TestEffects extends Effects {
  /** What was written, by path. */
  written: Map<string, Uint8Array>;
  printed: string[];
}

/** The repository itself as a workspace. */
export const REPOSITORY = resolve(import.meta.dirname, '../..');

/** The real disk for reading, with the given environment variables. */
export function testEffects(environment: Readonly<Record<string, string>> = {}): TestEffects {
  return folderEffects(REPOSITORY, {}, environment);
}

/** What somebody has built in the repository is no input of a test. */
const BUILT = /^output(?:\/|$)/;

/** Files of the demonstration data, which no test writes: each is read from disk once. */
const OURS = /^(?:data|templates)\//;
const ON_DISK = new Map<string, Uint8Array>();

function onDisk(root: string, path: string): Uint8Array | undefined {
  const read = (): Uint8Array => new Uint8Array(readFileSync(resolve(root, path)));
  return attempt(root === REPOSITORY && OURS.test(path) ? () => madeOnce(ON_DISK, path, read) : read);
}

/** What was read and judged once of the same bytes need not be again: most tests read the demonstration data. */
const READINGS = memoryCache();

/** What is kept is in the map. */
export function memoryCache(kept = new Map<string, Uint8Array>()): Cache {
  return {
    program: 'tests',
    read: async (key) => kept.get(key),
    write: async (key, bytes) => void kept.set(key, bytes),
    stamp: async () => undefined,
  };
}

/** A folder for reading, but for its outputs; `overlay` laid over it. */
export function folderEffects(
  root: string = REPOSITORY,
  overlay: Files = {},
  environment: Readonly<Record<string, string>> = {},
): TestEffects {
  const world = effects(
    environment,
    (path) => (path in overlay ? bytesOf(overlay[path]) : BUILT.test(path) ? undefined : onDisk(root, path)),
    (folder) => [
      ...((!BUILT.test(folder) && attempt(() => readdirSync(resolve(root, folder)))) || []).filter(
        (name) => !(`${folder}/${name}` in overlay),
      ),
      ...namesIn(overlay, folder),
    ],
  );
  return { ...world, cache: READINGS };
}

/** A workspace that exists only in the test. */
export function memoryEffects(files: Files): TestEffects {
  return effects(
    {},
    (path) => bytesOf(files[path]),
    (folder) => namesIn(files, folder),
  );
}

function effects(
  environment: Readonly<Record<string, string>>,
  read: (path: string) => Uint8Array | undefined,
  list: (folder: string) => string[],
): TestEffects {
  const written = new Map<string, Uint8Array>();
  const printed: string[] = [];
  return {
    written,
    printed,
    read: async (path) => written.get(path) ?? read(path),
    list: async (folder) =>
      [...new Set([...list(folder), ...namesIn(Object.fromEntries(written), folder)])].sort(),
    write: async (path, bytes) => {
      written.set(path, bytes);
    },
    replaceFolder: async (folder, files) => {
      for (const path of [...written.keys()]) if (path.startsWith(`${folder}/`)) written.delete(path);
      for (const [path, bytes] of files) written.set(`${folder}/${path}`, bytes);
    },
    remove: async (path) => {
      written.delete(path);
    },
    now: () => 0,
    print: (line) => {
      printed.push(line);
    },
    env: (name) => environment[name],
  };
}

function bytesOf(file: string | Uint8Array | undefined): Uint8Array | undefined {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

function namesIn(files: Files, folder: string): string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith(`${folder}/`) && files[path] !== undefined)
    .map((path) => path.slice(folder.length + 1).split('/')[0] as string);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
