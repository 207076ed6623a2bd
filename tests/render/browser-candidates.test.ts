import { describe, expect, it } from 'vitest';
import { examine } from '../../src/flows/doctor.ts';
import { openBrowser } from '../../src/render/pdf/browser.ts';
import { browserCandidates } from '../../src/render/pdf/candidates.ts';
import { locateBrowsers } from '../../src/render/pdf/locate.ts';
import { memoryEffects, testEffects } from '../support/effects.ts';

const env =
  (values: Record<string, string>) =>
  (name: string): string | undefined =>
    values[name];

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

describe('locateBrowsers', () => {
  it('obeys PUPPETEER_EXECUTABLE_PATH before all else', async () => {
    const effects = testEffects({ PUPPETEER_EXECUTABLE_PATH: '/my/chrome' });
    const { found } = await locateBrowsers({ platform: 'linux', arch: 'x64' }, effects);
    expect(found).toEqual([{ path: '/my/chrome', origin: 'environment', shell: false }]);
  });

  it('takes the candidates that are there', async () => {
    const effects = memoryEffects({
      '/usr/bin/chromium': '',
      '/usr/bin/chromium-other': '',
      '/snap/bin/chromium': '',
    });
    const { found } = await locateBrowsers({ platform: 'linux', arch: 'arm64' }, effects);
    expect(found).toEqual([
      { path: '/usr/bin/chromium', origin: 'installed', shell: false },
      { path: '/snap/bin/chromium', origin: 'installed', shell: false },
    ]);
  });

  it('splits Windows paths as Windows does', async () => {
    const folder = 'C:\\Program Files\\Microsoft\\Edge\\Application';
    const effects = {
      ...testEffects({ PROGRAMFILES: 'C:\\Program Files' }),
      list: async (path: string) => (path === folder ? ['msedge.exe'] : []),
    };
    const { found } = await locateBrowsers({ platform: 'win32', arch: 'x64' }, effects);
    expect(found.map((browser) => browser.path)).toEqual([`${folder}\\msedge.exe`]);
  });

  it('names the places it searched when there is none', async () => {
    const { found, searched } = await locateBrowsers({ platform: 'linux', arch: 'arm64' }, memoryEffects({}));
    expect(found).toEqual([]);
    expect(searched).toContain('/usr/bin/google-chrome');
  });
});

describe('a browser that this user may not execute', () => {
  const effects = memoryEffects({ '/usr/bin/chromium': '', '/snap/bin/chromium': '' });
  const host = (allowed: string) => ({
    platform: 'linux',
    arch: 'arm64',
    mayRun: (path: string) => path === allowed,
  });
  const places = { platform: 'linux', home: '/home/li', workspace: '/w', resolvePackage: () => undefined };

  it('is passed over by doctor, and told where there is no other', async () => {
    const other = await examine(host('/snap/bin/chromium'), places, effects);
    expect(other.browser?.path).toBe('/snap/bin/chromium');
    const none = await examine(host('/elsewhere'), places, effects);
    expect(none.browser).toBeUndefined();
    const told = none.diagnostics.filter((d) => d.code === 'browserNotStarted');
    expect(told.map((d) => d.message)).toEqual([
      '浏览器“/usr/bin/chromium”无法启动：没有这个文件，或者本用户没有执行它的权限',
      '浏览器“/snap/bin/chromium”无法启动：没有这个文件，或者本用户没有执行它的权限',
    ]);
  });

  it('is told in Chinese instead of ending the program', async () => {
    const { value, diagnostics } = await openBrowser(host('/elsewhere'), effects);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['browserNotStarted', 'browserNotStarted']);
  });

  it.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'gives way to one unpacked for this user alone, where it is the packaged one',
    async () => {
      const asked: string[] = [];
      const { found } = await locateBrowsers(
        {
          platform: 'linux',
          arch: 'x64',
          mayRun: () => false,
          ownTemporary: async (work) => {
            asked.push(String(await work()));
            return '/own/chromium' as never;
          },
        },
        memoryEffects({}),
      );
      expect(asked).toHaveLength(1);
      expect(found[0]).toMatchObject({ path: '/own/chromium', origin: 'package' });
    },
  );
});

describe('openBrowser', () => {
  it('says so when the browser named by the user does not start', async () => {
    const effects = testEffects({ PUPPETEER_EXECUTABLE_PATH: '/no/such/browser' });
    const { value, diagnostics } = await openBrowser({ platform: 'linux', arch: 'x64' }, effects);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['browserNotStarted']);
    expect(diagnostics[0]?.message).toContain('/no/such/browser');
  });
});
