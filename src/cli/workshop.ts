/** Effects with all that makes a build quick: the workspace's cache and threads. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Effects } from '../base/effects.ts';
import { openCache } from './cache.ts';
import { realEffects } from './effects.ts';
import { openScratch } from './scratch.ts';
import { openPool, type ThreadPool } from './threads.ts';

export interface WorkshopSettings {
  workspace: string;
  print: (line: string) => void;
  /** false: everything is worked out anew, and nothing kept. */
  cache: boolean;
  jobs: number;
  /** Threads that others use too, and close. */
  pool?: ThreadPool | undefined;
  /** A folder that others use too, and close: what was made of fonts serves them all. */
  scratch?: ReturnType<typeof openScratch>;
}

export interface Workshop {
  effects: Effects;
  close(): Promise<void>;
}

/** undefined where the program runs from its sources: there is no script for a thread then, and work is done in place. */
export function openThreadPool(jobs: number): ThreadPool | undefined {
  const script = join(import.meta.dirname, 'worker.mjs');
  return existsSync(script) ? openPool(pathToFileURL(script), Math.max(1, jobs - 1)) : undefined;
}

export function openWorkshop({ workspace, print, cache, jobs, pool, scratch }: WorkshopSettings): Workshop {
  const program = cache ? programDigest() : undefined;
  const store = program === undefined ? undefined : openCache(workspace, program);
  const own = pool ? undefined : openThreadPool(jobs);
  const threads = (pool ?? own)?.of({ workspace, program });
  const folder = scratch ?? openScratch();
  return {
    effects: {
      ...realEffects(workspace, print),
      scratch: folder,
      ...(store ? { cache: store } : {}),
      ...(threads ? { threads } : {}),
    },
    close: async () => {
      await own?.close();
      if (!scratch) folder.close();
      await store?.tidy();
    },
  };
}

/** Effects with the cache alone, for commands that read what came in and make little of it; tidied when all is done. */
export function cachedEffects(workspace: string, print: (line: string) => void): Effects {
  const program = programDigest();
  const store = program === undefined ? undefined : openCache(workspace, program);
  if (store) process.once('beforeExit', () => void store.tidy());
  return { ...realEffects(workspace, print), ...(store ? { cache: store } : {}) };
}

/**
 * The bundle's first file names all others by their content; the list of packages names their versions. undefined where
 * the program runs from its sources: nobody could tell then what it is.
 */
function programDigest(): string | undefined {
  const files = ['main.mjs', '../package-lock.json'].map((name) => join(import.meta.dirname, name));
  if (!files.every((file) => existsSync(file))) return undefined;
  const hash = createHash('sha256').update(
    JSON.stringify([process.versions, process.platform, process.arch]),
  );
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}
