import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  bodyFontStandsIn,
  fontNameUnknown,
  fontNotFound,
  fontSkipped,
} from '../../src/base/messages/fonts.ts';
import { isCollection } from '../../src/render/fonts/collection.ts';
import { resolveFonts } from '../../src/render/fonts/resolve.ts';
import { tinyCffFont } from '../support/cff-font.ts';
import { memoryEffects } from '../support/effects.ts';

const MODULES = resolve(import.meta.dirname, '../../node_modules');
const bytes = (file: string): Uint8Array => new Uint8Array(readFileSync(`${MODULES}/${file}`));
const SANS = bytes('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf');
const SERIF = bytes('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const PACKAGES = {
  '/m/@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf': bytes(
    '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  ),
  '/m/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf': SERIF,
  '/m/@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf': SANS,
  '/m/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff': bytes(
    '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
  ),
};
const places = {
  platform: 'linux',
  home: '/home/me',
  workspace: '/work',
  resolvePackage: (name: string) => `/m/${name}`,
};

/** Wraps one font as a collection of one: its table offsets move by the length of the collection's head. */
function collectionOf(font: Uint8Array): Uint8Array {
  const out = new Uint8Array(font.length + 16);
  out.set(font, 16);
  const view = new DataView(out.buffer);
  view.setUint32(0, 0x74746366);
  view.setUint32(4, 0x00010000);
  view.setUint32(8, 1);
  view.setUint32(12, 16);
  for (let i = 0; i < view.getUint16(20); i += 1) {
    const at = 16 + 12 + i * 16 + 8;
    view.setUint32(at, view.getUint32(at) + 16);
  }
  return out;
}

describe('resolveFonts', () => {
  it('falls back on the fonts that ship with us and says so', async () => {
    const { value, diagnostics } = await resolveFonts(memoryEffects(PACKAGES), places);
    expect(value?.report.map((l) => [l.word, l.family, l.origin, l.standIn])).toEqual([
      ['小标宋', 'Noto Serif SC', 'package', true],
      ['仿宋', 'Noto Serif SC', 'package', true],
      ['楷体', 'LXGW WenKai', 'package', true],
      ['黑体', 'Noto Sans SC Medium', 'package', true],
      ['宋体', 'Noto Serif SC', 'package', true],
    ]);
    expect(value?.set.faces.title.weight).toBe(700);
    expect(diagnostics.filter((d) => d.severity !== 'info')).toEqual([bodyFontStandsIn('Noto Serif SC')]);
    expect(value?.set.fallbacks.map((f) => f.family)).toEqual([
      'Noto Serif SC',
      'Noto Sans SC Medium',
      'LXGW WenKai',
    ]);
  });

  it('has no use for a folder that may not be looked into', async () => {
    const effects = memoryEffects(PACKAGES);
    const list = async (folder: string) =>
      folder.startsWith('/home/me')
        ? Promise.reject(Object.assign(new Error(folder), { code: 'EACCES' }))
        : effects.list(folder);
    expect((await resolveFonts({ ...effects, list }, places)).value).toBeDefined();
  });

  it('prefers fonts that people added, then office fonts, whatever the case of their names', async () => {
    const { value } = await resolveFonts(
      memoryEffects({
        ...PACKAGES,
        '/work/.diaodu/fonts/FandolFang-Regular.ttf': SANS,
        '/usr/share/fonts/wps/SIMFANG.TTF': SERIF,
        '/usr/share/fonts/wps/SIMHEI.TTF': SANS,
        '/home/me/.local/share/diaodu/fonts/小标宋.ttf': SERIF,
      }),
      places,
    );
    expect(value?.set.faces.body).toMatchObject({
      path: '/work/.diaodu/fonts/FandolFang-Regular.ttf',
      origin: 'user',
      standIn: false,
    });
    expect(value?.set.faces.hei).toMatchObject({
      path: '/usr/share/fonts/wps/SIMHEI.TTF',
      origin: 'office',
      standIn: false,
    });
    expect(value?.set.faces.title.path).toBe('/home/me/.local/share/diaodu/fonts/小标宋.ttf');
  });

  it('finds the fonts of Windows and takes 宋体 out of its collection, once', async () => {
    const windows = {
      ...places,
      platform: 'win32',
      home: 'C:\\Users\\me',
      workspace: 'D:\\w',
      resolvePackage: (name: string) => `/m/${name}`,
    };
    const collection = collectionOf(SERIF);
    const base = memoryEffects(PACKAGES);
    const effects = {
      ...base,
      env: (name: string) => ({ WINDIR: 'C:\\WINDOWS', LOCALAPPDATA: 'C:\\Local' })[name],
      list: async (folder: string) => (folder === 'C:\\WINDOWS\\Fonts' ? ['simsun.ttc'] : []),
      read: async (path: string) =>
        path === 'C:\\WINDOWS\\Fonts\\simsun.ttc' ? collection : base.read(path.replaceAll('\\', '/')),
    };
    const { value } = await resolveFonts(effects, windows);
    const path = value?.set.faces.song.path ?? '';
    expect(path).toMatch(/^C:\\Local\\diaodu\\extracted-fonts\\simsun-\d+\.ttf$/);
    expect(value?.set.faces.song).toMatchObject({ origin: 'office', family: 'Noto Serif SC' });
    expect(isCollection(base.written.get(path) ?? collection)).toBe(false);
    expect(base.written.size).toBe(1);
  });

  it('passes over a file that is broken or has CFF outlines, with the reason', async () => {
    const { value, diagnostics } = await resolveFonts(
      memoryEffects({
        ...PACKAGES,
        '/work/.diaodu/fonts/simkai.ttf': 'not a font at all, only some text',
        '/work/.diaodu/fonts/黑体.ttf': SANS.subarray(0, 5_000_000),
        '/work/.diaodu/fonts/simsun.ttc': collectionOf(SERIF).subarray(0, 5_000_000),
        '/work/.diaodu/fonts/仿宋.ttf': tinyCffFont(),
        '/work/.diaodu/fonts/my.ttf': SANS,
      }),
      places,
    );
    expect(value?.set.faces.kai.family).toBe('LXGW WenKai');
    for (const name of ['simkai.ttf', '黑体.ttf', 'simsun.ttc'])
      expect(diagnostics).toContainEqual(fontSkipped(`/work/.diaodu/fonts/${name}`, 'unreadable'));
    expect(diagnostics).toContainEqual(fontSkipped('/work/.diaodu/fonts/仿宋.ttf', 'cff'));
    expect(diagnostics).toContainEqual(
      fontNameUnknown('/work/.diaodu/fonts/my.ttf', [
        '小标宋.ttf',
        '仿宋.ttf',
        '楷体.ttf',
        '黑体.ttf',
        '宋体.ttf',
      ]),
    );
  });

  it('gives nothing when a role has no font at all', async () => {
    const { value, diagnostics } = await resolveFonts(memoryEffects({}), {
      ...places,
      resolvePackage: () => undefined,
    });
    expect(value).toBeUndefined();
    expect(diagnostics).toContainEqual(fontNotFound('楷体', '@fontsource/lxgw-wenkai'));
  });
});
