/** A temporary folder for a run, made when it is first needed. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Scratch } from '../base/effects.ts';
import { madeOnce } from '../base/made-once.ts';

/** Names the process that works in it: diaodu-run-4711-Xy3k2a. */
const PREFIX = 'diaodu-run-';
const OWNER = /^diaodu-run-(\d+)-/;
/** A program on another machine or in another container may share the folder: it has that long to begin. */
const ABANDONED_MS = 3_600_000;

/**
 * The folder goes when the program ends, also when it is interrupted. Those of programs that were killed go with the next
 * run, whether it needs one or not.
 */
export function openScratch(): Scratch & { close(): void } {
  dropAbandoned(tmpdir());
  let folder: string | undefined;
  const close = (): void => {
    if (folder) drop(folder);
    folder = undefined;
    process.off('exit', close);
  };
  const open = (): string => {
    process.once('exit', close);
    return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
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
    place: (bytes) => madeOnce(placed, bytes, () => place(bytes)),
    folder: () => {
      folder ??= open();
      return mkdtemp(join(folder, 'f'));
    },
    close,
  };
}

/** A browser that is just dying may still write; what is left then goes with a later run. */
function drop(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {}
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function dropAbandoned(parent: string): void {
  for (const name of namesIn(parent)) {
    const owner = OWNER.exec(name)?.[1];
    const path = join(parent, name);
    if (owner !== undefined && !runs(Number(owner)) && old(path)) drop(path);
  }
}

function old(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs > ABANDONED_MS;
  } catch {
    return false;
  }
}

/** Whether there is a process of that number. */
export function runs(pid: number): boolean {
  try {
    // Signal 0 asks only whether there is such a process.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
