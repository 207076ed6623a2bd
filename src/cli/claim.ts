/**
 * One command at a time where two would write into the same register: whoever comes second is told, or waits, and loses
 * nothing.
 */
import { mkdir, open, readFile, rm, rmdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, resolve } from 'node:path';
import { isHeld } from '../base/held.ts';
import { runs } from './scratch.ts';

/** Of another computer nobody knows whether its program still runs. */
const ABANDONED_MS = 600_000;
/** Putting outputs in place takes a second or two; with --watch as long as the volumes take. */
const PATIENCE_MS = 120_000;
const PAUSE_MS = 100;
/** A claim is made and then written into: so long may it be empty. */
const UNWRITTEN_MS = 5_000;
/** Whoever waits longer than that is told what for. */
const SILENT_MS = 2_000;
/** Taking away what a program left that was killed takes milliseconds. */
const CLEARING_MS = 10_000;
const CLEARING_PAUSE_MS = 20;
const ATTEMPTS = 10;
/** What waiting in vain is told by, in the manner of the disk's own errors. */
export const OUTPUTS_HELD = 'OUTPUTS_HELD';

/**
 * A claim on the workspace's outputs, which others have for a moment only: waited for.
 * @param tellWaiting called once, when it takes longer
 */
export async function claimOutputs(
  workspace: string,
  patience = PATIENCE_MS,
  tellWaiting: () => void = () => {},
): Promise<() => Promise<void>> {
  const begun = Date.now();
  for (let told = false; ; ) {
    const release = await claim(workspace, 'outputs');
    if (release) return release;
    const waited = Date.now() - begun;
    if (waited > patience) throw Object.assign(new Error('outputs are held'), { code: OUTPUTS_HELD });
    if (waited > SILENT_MS && !told) tellWaiting();
    told ||= waited > SILENT_MS;
    await pause(PAUSE_MS);
  }
}

/**
 * Out: what ends the claim; undefined while another program has it. Where no claim can be made (a folder without
 * permission to write) the work itself will say so.
 */
export async function claim(workspace: string, what: string): Promise<(() => Promise<void>) | undefined> {
  const path = resolve(workspace, `.diaodu/${what}.lock`);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      // Not the workspace itself: where there is none, none is to be made.
      if (!(await folderAt(dirname(path)))) return async () => {};
      const file = await open(path, 'wx');
      const release = async (): Promise<void> => {
        await rm(path, { force: true });
        await rmdir(dirname(path)).catch(() => undefined);
      };
      try {
        await file.writeFile(`${process.pid} ${hostname()}`);
        await file.close();
      } catch {
        // On a full disk a file can be made, but not written; left there it would hold up everybody in the name of nobody.
        await file.close().catch(() => undefined);
        await release();
        return async () => {};
      }
      return release;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Whoever ended a claim just now has taken the folder along.
      if (code === 'ENOENT') continue;
      // On Windows a file that is just being removed can't be made anew for a moment.
      if (isHeld(error) && attempt + 1 < ATTEMPTS) {
        await pause(CLEARING_PAUSE_MS);
        continue;
      }
      if (code !== 'EEXIST') return async () => {};
      const found = await claimAt(path);
      if (found?.held) return undefined;
      if (found) await clear(path, found.mark).catch(() => undefined);
    }
  }
  return undefined;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether it is there, or could be made. */
const folderAt = (path: string): Promise<boolean> =>
  mkdir(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'EEXIST',
  );

interface Found {
  /** Tells one claim from the next that is made at the same place. */
  mark: string;
  /** By a program that still runs, as far as anybody knows. */
  held: boolean;
}

async function claimAt(path: string): Promise<Found | undefined> {
  const [text, info] = await Promise.all([
    readFile(path, 'utf8').catch(() => ''),
    stat(path).catch(() => undefined),
  ]);
  if (!info) return undefined;
  // Whatever no claim of ours says was left by something else, a disk that failed or a hand.
  const [, pid = '', host] = /^(\d+) (\S.*)$/.exec(text) ?? [];
  const age = Date.now() - info.mtimeMs;
  const young = age <= (host !== undefined ? ABANDONED_MS : text === '' ? UNWRITTEN_MS : -1);
  return {
    mark: `${pid}-${Math.trunc(info.mtimeMs)}`,
    held: host === hostname() ? runs(Number(pid)) && young : young,
  };
}

/**
 * Takes away a claim that nobody holds. Several programs may find it so, and the slowest of them would take away the claim
 * that the first has made since: only who has a file of that claim's own name may, and looks once more.
 */
async function clear(path: string, mark: string): Promise<void> {
  const right = `${path}.${mark}`;
  try {
    await (await open(right, 'wx')).close();
  } catch {
    const info = await stat(right).catch(() => undefined);
    // Of a program that was killed between two steps.
    if (info && Date.now() - info.mtimeMs > CLEARING_MS) await rm(right, { force: true });
    else await pause(CLEARING_PAUSE_MS);
    return;
  }
  try {
    if ((await claimAt(path))?.mark === mark) await rm(path, { force: true });
  } finally {
    await rm(right, { force: true });
  }
}
