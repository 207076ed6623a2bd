/** The machine as the stages want to know it. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuildRequest } from '../pipeline.ts';

/** Beside the bundle, see prepare-fonts.ts. */
export const PREPARED_FONTS = fileURLToPath(new URL('fonts', import.meta.url));

/** Settings that ship with the program, beside the bundle's folder. */
export const EXAMPLE = { folder: fileURLToPath(new URL('../data/2022', import.meta.url)), year: 2022 };

type Host = BuildRequest['host'];

/** Node publishes every process of its own. */
const onChild: NonNullable<Host['onChild']> = (see) => {
  const told = (message: unknown): void => see((message as { process: Parameters<typeof see>[0] }).process);
  subscribe('child_process', told);
  return () => void unsubscribe('child_process', told);
};

export const host: Host = {
  platform: process.platform,
  arch: process.arch,
  resolvePackage: packageFolder,
  mayRun,
  ownTemporary,
  killGroup,
  onChild,
};

function mayRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Named by the user; one that somebody else has made in our name is not used. */
async function ownTemporary<T>(work: () => Promise<T>): Promise<T> {
  const { uid, username } = userInfo();
  const own = join(tmpdir(), `diaodu-${uid < 0 ? username : uid}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  const { uid: owner } = statSync(own);
  if (uid >= 0 && owner !== uid) throw new Error(`${own} belongs to user ${owner}`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = own;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** A browser leads a group of its own. Windows knows no groups, but ends its pages with it. */
function killGroup(leader: number): void {
  if (process.platform === 'win32') return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {}
}

export function fontPlaces(workspace: string): BuildRequest['fontPlaces'] {
  return {
    platform: process.platform,
    home: homedir(),
    workspace: resolve(workspace),
    resolvePackage: packageFolder,
    prepared: PREPARED_FONTS,
  };
}

/** Folder of an installed package, found the way Node finds it, from the program's own place. */
function packageFolder(name: string): string | undefined {
  const { resolve: find } = createRequire(import.meta.url);
  // Some packages let nobody at their package.json, others have no entry point.
  for (const entry of [`${name}/package.json`, name]) {
    try {
      const path = find(entry);
      const folder = join('node_modules', ...name.split('/'));
      return path.slice(0, path.lastIndexOf(folder) + folder.length);
    } catch {}
  }
  return undefined;
}
