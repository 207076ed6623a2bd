/** Tells when people have saved something, a moment after the last of several files. */
import { mkdir } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { watch } from 'chokidar';

/** Fonts may be put there later: the folder is made so that it can be watched. */
const FONTS = '.diaodu/fonts';
/** Office programs write a file in several steps, and people save several files one after the other. */
const QUIET_MS = 250;
/** Lock files and half-written ones of Word, Excel, WPS, LibreOffice and editors. */
const PASSING = /^(~\$|\.)|(~|\.tmp|\.swp|\.swx|\.bak|\.part|\.crdownload)$/i;

export interface Watching {
  /** Resolves with the paths saved since the last call, below the workspace; undefined when watching has ended. */
  next(): Promise<string[] | undefined>;
  close(): Promise<void>;
}

export async function watchWorkspace(workspace: string): Promise<Watching> {
  await mkdir(join(workspace, FONTS), { recursive: true });
  const watcher = watch(
    ['data', 'templates', FONTS].map((folder) => join(workspace, folder)),
    { ignoreInitial: true },
  );
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let waiting: ((paths: string[] | undefined) => void) | undefined;
  let closed = false;
  const deliver = (): void => {
    if (!waiting || (saved.size === 0 && !closed)) return;
    const paths = closed ? undefined : [...saved].sort();
    saved.clear();
    waiting(paths);
    waiting = undefined;
  };
  /** What was saved while nobody waited is told too, unless more is being saved at this moment. */
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(deliver, QUIET_MS);
  };
  watcher.on('all', (_, path) => {
    if (PASSING.test(basename(path)) || extname(path) === '') return;
    saved.add(relative(workspace, path));
    soon();
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
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
