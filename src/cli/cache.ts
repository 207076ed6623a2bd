/** The cache of a workspace: .diaodu/cache/. Safe to delete at any time; damaged and foreign files count for nothing. */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, type Stats, statSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Cache } from '../base/effects.ts';

const FOLDER = '.diaodu/cache';
/** More than that is thrown out again, what was used longest ago first. */
const MOST_BYTES = 500 * 2 ** 20;
const DIGEST_BYTES = 32;
const KEY = /^[0-9a-f]{64}$/;
/** Left over from a run that was killed; nobody writes for an hour. */
const ABANDONED_MS = 3_600_000;

export interface WorkspaceCache extends Cache {
  /** Brings the folder back to its size. To be called when the work is done. */
  tidy(mostBytes?: number): Promise<void>;
}

/** @param program see Cache */
export function openCache(workspace: string, program: string): WorkspaceCache {
  const root = resolve(workspace, FOLDER);
  const place = (key: string): string => join(root, key.slice(0, 2), key);
  let written = false;
  return {
    program,
    read: async (key) => {
      const path = place(key);
      const file = await readFile(path).catch(() => undefined);
      const content = file && undamaged(key, file);
      // The time of use decides what is thrown out. Losing the race against another run costs nothing.
      if (content) utimes(path, new Date(), new Date()).catch(() => undefined);
      return content;
    },
    // A full or read-only disk must not spoil the build: then nothing is kept.
    write: async (key, bytes) => {
      written = true;
      const path = place(key);
      const temporary = `${path}.${randomUUID()}.tmp`;
      try {
        await mkdir(join(root, key.slice(0, 2)), { recursive: true });
        await writeFile(temporary, Buffer.concat([digest(key, bytes), bytes]));
        await rename(temporary, path);
      } catch {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
    stamp: async (path) => {
      const info = await stat(resolve(workspace, path)).catch(() => undefined);
      return info && `${info.size} ${info.mtimeMs}`;
    },
    tidy: async (mostBytes = MOST_BYTES) => {
      if (written) await shrink(root, mostBytes).catch(() => undefined);
    },
  };
}

/** Of the key too: a whole entry in the place of another is as wrong as a damaged one. */
const digest = (key: string, bytes: Uint8Array): Buffer =>
  createHash('sha256').update(key).update(bytes).digest();

/** The content behind its digest. */
function undamaged(key: string, file: Buffer): Uint8Array | undefined {
  const content = file.subarray(DIGEST_BYTES);
  return digest(key, content).equals(file.subarray(0, DIGEST_BYTES)) ? content : undefined;
}

/** Asks the disk without promises: of thousands of files that takes a tenth of the time, and nothing else is left to do. */
async function shrink(root: string, mostBytes: number): Promise<void> {
  const now = Date.now();
  const files: { path: string; size: number; used: number }[] = [];
  for (const folder of readdirSync(root)) {
    for (const name of listed(join(root, folder))) {
      const path = join(root, folder, name);
      const info = fileAt(path);
      if (!info) continue;
      if (KEY.test(name)) files.push({ path, size: info.size, used: info.mtimeMs });
      else if (now - info.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
    }
  }
  files.sort((a, b) => b.used - a.used);
  let sum = 0;
  for (const { path, size } of files) {
    sum += size;
    if (sum > mostBytes) await rm(path, { force: true });
  }
}

/** Nothing where it is no folder, or has gone meanwhile. */
function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function fileAt(path: string): Stats | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() ? info : undefined;
}
