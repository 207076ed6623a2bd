import { describe, expect, it } from 'vitest';
import type { Effects } from '../../src/base/effects.ts';
import { browserCandidates } from '../../src/render/pdf/candidates.ts';
import { locateBrowser } from '../../src/render/pdf/locate.ts';

const env =
  (values: Record<string, string>) =>
  (name: string): string | undefined =>
    values[name];

function machine(values: Record<string, string>, folders: Record<string, string[]>): Effects {
  return {
    read: async () => undefined,
    list: async (folder) => folders[folder] ?? [],
    write: async () => undefined,
    now: () => 0,
    print: () => undefined,
    env: env(values),
  };
}

describe('browserCandidates', () => {
  it('looks under the program folders of Windows, Chrome before Edge', () => {
    const found = browserCandidates(
      'win32',
      env({ PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'D:\\me' }),
    );
    expect(found).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Program Files\\Chromium\\Application\\chrome.exe',
      'D:\\me\\Google\\Chrome\\Application\\chrome.exe',
      'D:\\me\\Microsoft\\Edge\\Application\\msedge.exe',
      'D:\\me\\Chromium\\Application\\chrome.exe',
    ]);
  });

  it('looks in the application folders of macOS, also the user’s own', () => {
    const found = browserCandidates('darwin', env({ HOME: '/Users/li' }));
    expect(found[0]).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(found).toContain('/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
    expect(found).toContain('/Users/li/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  it('knows the usual places of Linux and those of 银河麒麟 and 统信 UOS', () => {
    const found = browserCandidates('linux', env({}));
    expect(found).toContain('/usr/bin/chromium');
    expect(found).toContain('/usr/bin/qaxbrowser-safe-stable');
    expect(found).toContain('/usr/bin/uos-browser-stable');
  });
});

describe('locateBrowser', () => {
  it('obeys PUPPETEER_EXECUTABLE_PATH before all else', async () => {
    const effects = machine({ PUPPETEER_EXECUTABLE_PATH: '/my/chrome' }, {});
    const { browser } = await locateBrowser({ platform: 'linux', arch: 'x64' }, effects);
    expect(browser).toEqual({ path: '/my/chrome', origin: 'environment', shell: false });
  });

  it('takes the first candidate that is there', async () => {
    const folder = 'C:\\Program Files\\Microsoft\\Edge\\Application';
    const effects = machine({ PROGRAMFILES: 'C:\\Program Files' }, { [folder]: ['msedge.exe'] });
    const { browser } = await locateBrowser({ platform: 'win32', arch: 'x64' }, effects);
    expect(browser).toEqual({ path: `${folder}\\msedge.exe`, origin: 'installed', shell: false });
  });

  it('names the places it searched when there is none', async () => {
    const { browser, searched } = await locateBrowser({ platform: 'linux', arch: 'arm64' }, machine({}, {}));
    expect(browser).toBeUndefined();
    expect(searched).toContain('/usr/bin/google-chrome');
  });
});
