/** Where an installed Chrome, Edge or Chromium lies on each platform. */
import { posix, win32 } from 'node:path';

/** Reads an environment variable. */
type Env = (name: string) => string | undefined;

const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

const MACOS = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

/** The last four lines: browsers on Chromium's base that come with 统信 UOS, 银河麒麟 and their app stores. */
const LINUX = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/usr/bin/microsoft-edge-stable',
  '/usr/bin/microsoft-edge',
  '/opt/microsoft/msedge/msedge',
  '/snap/bin/chromium',
  '/opt/apps/cn.google.chrome/files/google/chrome/chrome',
  '/usr/bin/uos-browser-stable',
  '/usr/bin/qaxbrowser-safe-stable',
  '/usr/bin/browser360-cn-stable',
];

/**
 * In: `platform` as Node names it (win32, darwin, linux). Out: absolute paths to try, best first; whether they exist
 * is for the caller to see.
 */
export function browserCandidates(platform: string, env: Env): string[] {
  switch (platform) {
    case 'win32': {
      const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(env);
      return roots.flatMap((root) => (root ? WINDOWS.map((path) => win32.join(root, path)) : []));
    }
    case 'darwin': {
      const home = env('HOME');
      const roots = ['/Applications', ...(home ? [posix.join(home, 'Applications')] : [])];
      return roots.flatMap((root) => MACOS.map((path) => posix.join(root, path)));
    }
    default:
      return LINUX;
  }
}
