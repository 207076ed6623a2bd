/** Which browser prints: the one named by the user, the one that ships with us, or an installed one. */
import { posix, win32 } from 'node:path';
import type { Effects } from '../../base/effects.ts';
import { browserCandidates } from './candidates.ts';

/** The machine, as Node names it: process.platform and process.arch. */
export interface Host {
  platform: string;
  arch: string;
}

export type BrowserOrigin = 'environment' | 'package' | 'installed';

export interface LocatedBrowser {
  path: string;
  origin: BrowserOrigin;
  /** A bare headless shell; a full browser is told to hide its window instead. */
  shell: boolean;
}

/** Out: the browser to start, or undefined with the places looked at. */
export async function locateBrowser(
  host: Host,
  effects: Effects,
): Promise<{ browser: LocatedBrowser | undefined; searched: string[] }> {
  const named = effects.env('PUPPETEER_EXECUTABLE_PATH');
  if (named) return { browser: { path: named, origin: 'environment', shell: false }, searched: [named] };
  if (host.platform === 'linux' && host.arch === 'x64') {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    return { browser: { path, origin: 'package', shell: true }, searched: [path] };
  }
  const searched = browserCandidates(host.platform, effects.env);
  for (const path of searched) {
    if (await exists(path, host, effects))
      return { browser: { path, origin: 'installed', shell: false }, searched };
  }
  return { browser: undefined, searched };
}

/** By the folder's list: reading a browser's file whole to see that it is there would cost 200 MB. */
async function exists(path: string, host: Host, effects: Effects): Promise<boolean> {
  const { dirname, basename } = host.platform === 'win32' ? win32 : posix;
  return (await effects.list(dirname(path))).includes(basename(path));
}
