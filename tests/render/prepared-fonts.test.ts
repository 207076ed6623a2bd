import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { SHIPPED } from '../../src/render/fonts/candidates.ts';
import { usualCharacters } from '../../src/render/fonts/common.ts';
import { prepareFonts } from '../../src/render/fonts/prepare.ts';
import { preparedNames, usualFile } from '../../src/render/fonts/prepared.ts';
import { resolveFonts } from '../../src/render/fonts/resolve.ts';
import { subsetFont } from '../../src/render/fonts/subset.ts';
import { memoryEffects, testEffects } from '../support/effects.ts';
import { PREPARED, testFonts } from '../support/fonts.ts';

const codes = (text: string): number[] => [...text].map((character) => character.codePointAt(0) as number);
const hasGlyphs = (bytes: Uint8Array | undefined, text: string): boolean => {
  const font = create(Buffer.from(bytes ?? [])) as Font;
  return codes(text).every((one) => font.hasGlyphForCodePoint(one));
};
const places = {
  platform: 'linux',
  home: '/home/me',
  workspace: '/work',
  resolvePackage: (name: string) => `/m/${name}`,
};
const ready = Object.fromEntries(
  readdirSync(PREPARED).map((name) => [`/ready/${name}`, new Uint8Array(readFileSync(join(PREPARED, name)))]),
);

describe('fonts that were got ready', () => {
  it('serve for what texts are written in, and for what the face has not at all', () => {
    const { body } = testFonts().faces;
    expect(usualFile(body, codes('婺源县鄱阳湖：完成率98.5%，同比−1.2个百分点；二〇二二年（㎡）'))).toBe(
      body.prepared?.usual,
    );
    expect(usualFile(body, codes('一\n二😀'))).toBe(body.prepared?.usual);
    expect(usualFile(body, codes('陈堃'))).toBeUndefined();
    expect(usualFile({ ...body, prepared: undefined }, codes('一'))).toBeUndefined();
  });

  it.each(SHIPPED.map(preparedNames))(
    'have the same glyphs and one character each: $usual',
    ({ metrics, usual }) => {
      const [whole, part] = [metrics, usual].map(
        (name) => create(readFileSync(join(PREPARED, name))) as Font,
      );
      const characters = [...usualCharacters()].filter((one) => whole?.hasGlyphForCodePoint(one));
      expect(characters.length).toBeGreaterThan(7000);
      const glyphs = characters.map((one) => whole?.glyphForCodePoint(one).id);
      expect(characters.map((one) => part?.glyphForCodePoint(one).id)).toEqual(glyphs);
      expect(new Set(glyphs).size).toBe(glyphs.length);
    },
  );

  it('are opened in the place of whole ones, where both files are there', async () => {
    const read: string[] = [];
    const memory = memoryEffects(ready);
    const effects = {
      ...memory,
      read: (path: string) => {
        read.push(path);
        return memory.read(path);
      },
    };
    const { value } = await resolveFonts(effects, { ...places, prepared: '/ready' });
    expect(value?.set.faces.kai).toMatchObject({
      family: 'LXGW WenKai',
      path: '/m/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
      prepared: { metrics: expect.stringContaining('/ready/'), usual: expect.stringContaining('/ready/') },
    });
    expect(read.filter((path) => path.startsWith('/m/'))).toEqual([]);
    const [first = ''] = Object.keys(ready).filter((path) => path.endsWith('.usual.ttf'));
    const { [first]: _, ...others } = ready;
    const without = await resolveFonts(memoryEffects(others), { ...places, prepared: '/ready' });
    expect(without.value).toBeUndefined();
  });

  it('are made anew for a rare character once, whatever else stands beside it', async () => {
    const effects = testEffects();
    const { body } = testFonts().faces;
    const made = async (text: string) => subsetFont(body, new Set(codes(text)), effects);
    const rare = await made('陈堃');
    expect(hasGlyphs(rare, '陈堃鄱婺㎡')).toBe(true);
    // Usual characters that were not asked for before, and one that the face has not.
    expect(await made('婺源县陈堃，98.5%😀')).toBe(rare);
    const another = await made('喆');
    expect(hasGlyphs(another, '堃喆')).toBe(true);
    expect(await made('陈堃、王喆')).toBe(another);
    expect(hasGlyphs(await made('陈'), '陈')).toBe(true);
  });

  it('are told of when a package is not there, and nothing is made of it', async () => {
    const effects = memoryEffects({});
    const left = await prepareFonts({ ...places, prepared: '/ready' }, effects);
    expect(left).toEqual(SHIPPED.map((font) => `/m/${font.package}/${font.file}`));
    expect(await effects.list('/ready')).toEqual([]);
  });
});
