/** Our reader of a font's small tables against fontkit's. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { readFaceTables } from '../../src/render/fonts/face-tables.ts';
import { metricsOf, openFace } from '../../src/render/fonts/open-face.ts';
import { testFonts } from '../support/fonts.ts';

const { title, body, kai, hei } = testFonts().faces;
/** Of Debian, with another kind of character map; not on every machine. */
const SYSTEM = [
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf',
];
const FILES = [
  ...[title, body, kai, hei].flatMap(({ path, prepared }) => [
    path,
    prepared?.metrics ?? '',
    prepared?.usual ?? '',
  ]),
  ...SYSTEM.filter((path) => existsSync(path)),
];
const metrics = (path: string): Uint8Array => metricsOf(readFileSync(path)) as Uint8Array;

describe('a font', () => {
  it.each(FILES)('has the same names, characters and glyphs as fontkit finds: %s', (path) => {
    const bytes = metrics(path);
    const tables = readFaceTables(bytes);
    const font = create(Buffer.from(bytes)) as Font;
    expect(tables).toMatchObject({
      family: font.familyName,
      weight: font['OS/2'].usWeightClass,
      unitsPerEm: font.unitsPerEm,
    });
    const differ: string[] = [];
    let characters = 0;
    for (let code = 0; code <= 0x2ffff; code += 1) {
      const theirs = font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).id : 0;
      if (theirs !== tables?.glyphOf(code)) differ.push(code.toString(16));
      if (theirs !== 0) characters += 1;
    }
    expect(differ).toEqual([]);
    expect(characters).toBeGreaterThan(3000);
  });

  it('is as wide as its outlines say', () => {
    const font = create(readFileSync(body.path)) as Font;
    const tables = readFaceTables(metrics(body.path));
    for (const character of '数字经济，Ai1%—…') {
      const glyph = font.glyphForCodePoint(character.codePointAt(0) as number);
      expect(tables?.advanceOf(glyph.id)).toBe(glyph.advanceWidth);
    }
  });

  it('with any bytes wrong is opened or refused, and never throws', () => {
    const whole = metrics(hei.prepared?.metrics ?? '');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const broken = whole.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          const face = openFace(broken);
          expect(typeof (face?.covers(0x4e00) ?? false)).toBe('boolean');
          expect(typeof (face?.measure('一1') ?? 0)).toBe('number');
        },
      ),
      { numRuns: 300 },
    );
  });
});
