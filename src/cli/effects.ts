/** The real world: disk below a workspace, clock, console. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Effects } from '../base/effects.ts';
import { isHeld } from '../base/held.ts';
import { waitingForOutputs } from '../base/messages/outputs.ts';
import { byCodeUnit } from '../base/order.ts';
import { claimOutputs } from './claim.ts';

/** @param print where progress lines go; a no-op with --json */
export function realEffects(workspace: string, print: (line: string) => void): Effects {
  const at = (path: string): string => resolve(workspace, path);
  const swept = new Set<string>();
  const sweepOnce = async (folder: string): Promise<void> => {
    if (swept.has(folder)) return;
    swept.add(folder);
    await sweep(folder);
  };
  const writeTogether = async (files: readonly { path: string; bytes: Uint8Array }[]): Promise<void> => {
    const staged: [temporary: string, target: string][] = [];
    try {
      for (const { path, bytes } of files) {
        const target = at(path);
        await of(target, async () => {
          await mkdir(dirname(target), { recursive: true });
          await sweepOnce(dirname(target));
          const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
          staged.push([temporary, target]);
          await writeFile(temporary, bytes);
        });
      }
      for (const [temporary, target] of staged) await of(target, () => moved(temporary, target));
    } finally {
      for (const [temporary] of staged) await rm(temporary, { force: true });
    }
  };
  return {
    read: (path) => orUndefined(readFile(at(path))),
    list: async (folder) => ((await orUndefined(readdir(at(folder)))) ?? []).sort(byCodeUnit),
    write: (path, bytes) => writeTogether([{ path, bytes }]),
    writeTogether,
    replaceable: (path) => replaceable(at(path)),
    claimOutputs: () => claimOutputs(workspace, undefined, () => print(waitingForOutputs())),
    replaceFolder: (folder, files) => replaceFolder(at(folder), files),
    remove: async (path) => {
      await rm(at(path), { force: true });
      await rmdir(dirname(at(path))).catch(() => undefined);
    },
    now: () => performance.now(),
    print,
    env: (name) => process.env[name],
  };
}

/** An error says which file was meant, not by what name it was written first. */
async function of<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw Object.assign(error as Error, { dest: target });
  }
}

/** Virus scanners and cloud folders hold a new file for a moment. */
const PAUSES_MS = [20, 60, 200, 500];

async function moved(from: string, to: string): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isHeld(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  await rename(from, to);
}

async function orUndefined<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

/** Not whether the file is read-only: another may take its place. */
async function replaceable(target: string): Promise<boolean> {
  try {
    const file = await open(target, 'r+');
    await file.close();
    return true;
  } catch (error) {
    // What else is in the way, writing says better.
    return !['EBUSY', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** Half-written files, and folders, of a program that was killed: nobody writes at one for an hour. */
const HALF_WRITTEN = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;
const ABANDONED_MS = 3_600_000;
/** A folder that was to be replaced by a program that was killed then: [the folder's own name]. */
const MADE_WAY = /^(.+)\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.old$/;

async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const replaced = MADE_WAY.exec(name)?.[1];
    if (replaced === undefined && !HALF_WRITTEN.test(name)) continue;
    const path = join(folder, name);
    const info = await orUndefined(stat(path));
    if (!info || Date.now() - info.mtimeMs <= ABANDONED_MS) continue;
    const lost = replaced !== undefined && !(await orUndefined(stat(join(folder, replaced))));
    if (lost) await rename(path, join(folder, replaced));
    else await rm(path, { recursive: true, force: true });
  }
}

/** Written beside the old one, which makes way only when the new one is whole. */
async function replaceFolder(target: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const mark = randomUUID();
  const [fresh, old] = [`${target}.${mark}.tmp`, `${target}.${mark}.old`];
  try {
    await mkdir(dirname(target), { recursive: true });
    await sweep(dirname(target));
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), bytes);
    }
    const there = await orUndefined(moved(target, old).then(() => true));
    try {
      await moved(fresh, target);
    } catch (error) {
      if (there) await moved(old, target);
      throw error;
    }
    // The new one is in place: what still holds a file of the old one keeps it until a later run sweeps.
    await rm(old, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}
