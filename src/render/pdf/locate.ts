/** Which browser prints: the one named by the user, the one that ships with us, or an installed one. */
import { posix, win32 } from 'node:path';
import type { Effects } from '../../base/effects.ts';
import { browserCandidates } from './candidates.ts';

export const BROWSER_PACKAGE = '@sparticuz/chromium';

/** A process that has been started, as Node has it. */
export interface Child {
  pid?: number | undefined;
  spawnfile: string;
  stdio: readonly (null | undefined | { on(event: 'error', listener: () => void): unknown })[];
  once(event: 'exit', listener: () => void): unknown;
}

/** The machine, as Node names it: process.platform and process.arch. */
export interface Host {
  platform: string;
  arch: string;
  /** Absolute folder of an installed npm package, or undefined. */
  resolvePackage?(name: string): string | undefined;
  /** Whether this user may execute the file; undefined: nobody knows before it is tried. */
  mayRun?(path: string): boolean;
  /** Does the work while the system's temporary folder is one that belongs to this user alone. */
  ownTemporary?<T>(work: () => Promise<T>): Promise<T>;
  /** Ends what is left of a program and of all that it started, at once and whatever they do; none left is no error. */
  killGroup?(leader: number): void;
  /** Shows every process that is started from now on, before it runs. Returns what ends that. */
  onChild?(see: (child: Child) => void): () => void;
}

export type BrowserOrigin = 'environment' | 'package' | 'installed';

export interface LocatedBrowser {
  path: string;
  origin: BrowserOrigin;
  /** A bare headless shell; a full browser is told to hide its window instead. */
  shell: boolean;
}

/**
 * Out: browsers to try, best first, and the places looked at. The one named by the user stands alone: when it does not
 * start, the user wants to hear of it.
 */
export async function locateBrowsers(
  host: Host,
  effects: Effects,
): Promise<{ found: LocatedBrowser[]; searched: string[] }> {
  const named = effects.env('PUPPETEER_EXECUTABLE_PATH');
  if (named) return { found: [{ path: named, origin: 'environment', shell: false }], searched: [named] };
  const found: LocatedBrowser[] = [];
  if (host.platform === 'linux' && host.arch === 'x64') {
    const path = await unpackedBrowser(host);
    if (path) found.push({ path, origin: 'package', shell: true });
  }
  const searched = browserCandidates(host.platform, effects.env);
  for (const path of searched) {
    if (await exists(path, host, effects)) found.push({ path, origin: 'installed', shell: false });
  }
  return { found, searched };
}

/**
 * The headless shell inside the npm package, unpacked into the temporary folder at first use; undefined when it can't be. The
 * one that another user has unpacked there is not always for all: then there is a second one, of the user's own.
 */
async function unpackedBrowser(host: Host): Promise<string | undefined> {
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const packed = host.resolvePackage?.(BROWSER_PACKAGE);
    const unpack = (): Promise<string> => chromium.executablePath(packed && posix.join(packed, 'bin'));
    const path = await unpack();
    if (host.mayRun?.(path) !== false || !host.ownTemporary) return path;
    return await host.ownTemporary(unpack);
  } catch {
    return undefined;
  }
}

/** By the folder's list: reading a browser's file whole to see that it is there would cost 200 MB. */
async function exists(path: string, host: Host, effects: Effects): Promise<boolean> {
  const { dirname, basename } = host.platform === 'win32' ? win32 : posix;
  return (await effects.list(dirname(path))).includes(basename(path));
}
