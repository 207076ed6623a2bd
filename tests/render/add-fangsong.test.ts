import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fontAddingUnsupported, fontStepFailed } from '../../src/base/messages/fonts.ts';
import { addFangsong, type RunCommand } from '../../src/render/fonts/add-fangsong.ts';
import { openFace } from '../../src/render/fonts/open-face.ts';
import { tinyCffFont } from '../support/cff-font.ts';
import { memoryEffects } from '../support/effects.ts';

const INSIDE = '/tmp/x/unpacked/usr/share';
const files = {
  '/tmp/x/texlive-lang-chinese_2022_all.deb': 'deb',
  [`${INSIDE}/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf`]: tinyCffFont(),
  [`${INSIDE}/doc/texlive-doc/fonts/fandol/README`]: 'GPL + GPL font exception',
  [`${INSIDE}/doc/texlive-doc/fonts/fandol/COPYING.gz`]: new Uint8Array(
    gzipSync('GNU GENERAL PUBLIC LICENSE'),
  ),
};
const linux = { platform: 'linux', workspace: '/work' };
const fine: RunCommand = async () => ({ code: 0, output: '' });

describe('addFangsong', () => {
  it('downloads, unpacks, converts and writes the font with its licence', async () => {
    const effects = memoryEffects(files);
    const commands: string[] = [];
    const run: RunCommand = async (program, args, folder) => {
      commands.push([folder, program, ...args].join(' '));
      return { code: 0, output: '' };
    };
    const { value } = await addFangsong(effects, run, linux, '/tmp/x');
    expect(commands).toEqual([
      '/tmp/x apt-get download texlive-lang-chinese',
      '/tmp/x dpkg-deb -x texlive-lang-chinese_2022_all.deb unpacked',
    ]);
    expect(value?.path).toBe('/work/.diaodu/fonts/FandolFang-Regular.ttf');
    expect(openFace(effects.written.get(value?.path ?? '') ?? new Uint8Array())?.outlines).toBe('truetype');
    const licence = new TextDecoder().decode(
      effects.written.get('/work/.diaodu/fonts/FandolFang-LICENSE.txt'),
    );
    expect(licence).toContain('GPL + GPL font exception');
    expect(licence).toContain('GNU GENERAL PUBLIC LICENSE');
  });

  it('explains itself where there is no apt-get', async () => {
    const none: RunCommand = async () => ({ code: undefined, output: '' });
    const expected = { value: undefined, diagnostics: [fontAddingUnsupported()] };
    expect(await addFangsong(memoryEffects({}), fine, { ...linux, platform: 'win32' }, '/tmp/x')).toEqual(
      expected,
    );
    expect(await addFangsong(memoryEffects({}), none, linux, '/tmp/x')).toEqual(expected);
  });

  it('names the step that failed and writes nothing', async () => {
    const effects = memoryEffects({});
    const offline: RunCommand = async () => ({ code: 100, output: 'Reading…\nE: Unable to locate package' });
    const { value, diagnostics } = await addFangsong(effects, offline, linux, '/tmp/x');
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([fontStepFailed('下载字体包', 'E: Unable to locate package')]);
    expect(effects.written.size).toBe(0);
  });
});
