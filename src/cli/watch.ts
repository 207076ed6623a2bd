/** Tells when people have saved something, a moment after the last of several files. */
import { mkdir } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { watch } from 'chokidar';
import { byCodeUnit } from '../base/order.ts';

/** Fonts may be put there later: the folder is made so that it can be watched. */
const FONTS = '.diaodu/fonts';
/** Office programs write a file in several steps, and people save several files one after the other. */
const QUIET_MS = 250;
/** Lock files and half-written ones of Word, Excel, WPS, LibreOffice and editors. */
const PASSING = /^(~\$|\.)|(~|\.tmp|\.swp|\.swx|\.bak|\.part|\.crdownload)$/i;

/** A path below the workspace, and whether the file is gone. */
export interface Saved {
  path: string;
  deleted: boolean;
}

export interface Watching {
  /** Resolves with what was saved or deleted since the last call; undefined when watching has ended. */
  next(): Promise<Saved[] | undefined>;
  /** The system's code for why it can watch no longer: ENOSPC where it watches too many files already. */
  failure(): string | undefined;
  close(): Promise<void>;
}

/** @param open chokidar's, or another one for tests */
export async function watchWorkspace(workspace: string, open: typeof watch = watch): Promise<Watching> {
  await mkdir(join(workspace, FONTS), { recursive: true });
  const watcher = open(
    ['data', 'templates', FONTS].map((folder) => join(workspace, folder)),
    { ignoreInitial: true },
  );
  /** Path → whether it is gone; programs that replace a file delete it first. */
  const saved = new Map<string, boolean>();
  let timer: NodeJS.Timeout | undefined;
  let waiting: ((paths: Saved[] | undefined) => void) | undefined;
  let closed = false;
  let failure: string | undefined;
  const deliver = (): void => {
    if (!waiting || (saved.size === 0 && !closed)) return;
    const paths = closed
      ? undefined
      : [...saved].map(([path, deleted]) => ({ path, deleted })).sort((a, b) => byCodeUnit(a.path, b.path));
    saved.clear();
    waiting(paths);
    waiting = undefined;
  };
  /** What was saved while nobody waited is told too, unless more is being saved at this moment. */
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(deliver, QUIET_MS);
  };
  watcher.on('all', (event, path) => {
    if (PASSING.test(basename(path)) || extname(path) === '') return;
    saved.set(relative(workspace, path), event === 'unlink' || event === 'unlinkDir');
    soon();
  });
  await new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve());
    watcher.on('error', (error) => {
      failure ??= (error as NodeJS.ErrnoException).code ?? String(error);
      closed = true;
      deliver();
      resolve();
    });
  });
  return {
    failure: () => failure,
    next: () =>
      new Promise((resolve) => {
        waiting = resolve;
        soon();
      }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      deliver();
      await watcher.close();
    },
  };
}
