/** One command at a time where two would write into the same register: whoever comes second is told, and loses nothing. */
import { mkdir, open, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { runs } from './scratch.ts';

/** Of another computer nobody knows whether its program still runs. */
const ABANDONED_MS = 600_000;

/**
 * Out: what ends the claim; undefined while another program has it. Where no claim can be made (a folder without
 * permission to write) the work itself will say so.
 */
export async function claim(workspace: string, what: string): Promise<(() => Promise<void>) | undefined> {
  const path = resolve(workspace, `.diaodu/${what}.lock`);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'wx');
      await file.writeFile(`${process.pid} ${hostname()}`);
      await file.close();
      return async () => {
        await rm(path, { force: true });
        await rmdir(dirname(path)).catch(() => undefined);
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return async () => {};
      if (await held(path)) return undefined;
      await rm(path, { force: true });
    }
  }
  return undefined;
}

async function held(path: string): Promise<boolean> {
  const [text, info] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).catch(() => undefined),
  ]);
  if (!info) return false;
  const [pid = '', host] = text.split(' ');
  const young = Date.now() - info.mtimeMs <= ABANDONED_MS;
  return host === hostname() ? runs(Number(pid)) && young : young;
}
