/** A small FontSet from the packages in node_modules: no search of the machine, the same on every machine. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FontRole } from '../../src/model/document/font-role.ts';
import { type PackagedFont, SHIPPED } from '../../src/render/fonts/candidates.ts';
import type { FontFace, FontSet } from '../../src/render/fonts/face.ts';
import { openFace } from '../../src/render/fonts/open-face.ts';
import { preparedNames } from '../../src/render/fonts/prepared.ts';
import { REPOSITORY } from './effects.ts';

/** `npm ci` puts there what it gets ready. */
export const PREPARED = resolve(REPOSITORY, '.build/fonts');
const [SERIF, SERIF_BOLD, SANS, WENKAI] = SHIPPED as [PackagedFont, PackagedFont, PackagedFont, PackagedFont];

function packagedFace(role: FontRole, font: PackagedFont, standIn: boolean): FontFace {
  const path = resolve(REPOSITORY, 'node_modules', font.package, font.file);
  const { metrics, usual } = preparedNames(font);
  const prepared = { metrics: resolve(PREPARED, metrics), usual: resolve(PREPARED, usual) };
  const open = openFace(readFileSync(prepared.metrics));
  if (!open) throw new Error(`unreadable font ${metrics}`);
  const { family, weight, covers, measure } = open;
  return { role, family, path, prepared, weight, origin: 'package', standIn, covers, measure };
}

let loaded: FontSet | undefined;

/** The same faces for all tests of a file. */
export function testFonts(): FontSet {
  loaded ??= {
    faces: {
      title: packagedFace('title', SERIF_BOLD, true),
      body: packagedFace('body', SERIF, true),
      kai: packagedFace('kai', WENKAI, true),
      hei: packagedFace('hei', SANS, true),
      song: packagedFace('song', SERIF, false),
    },
    fallbacks: [packagedFace('song', SERIF, false)],
  };
  return loaded;
}

/** The same fonts, but one face knows only the characters for which `has` is true; for fallback tests. */
export function withGaps(role: FontRole, has: (codePoint: number) => boolean): FontSet {
  const fonts = testFonts();
  const face = { ...fonts.faces[role], family: '缺字体', covers: has };
  return { faces: { ...fonts.faces, [role]: face }, fallbacks: fonts.fallbacks };
}

/** The same fonts, read whole. */
export function wholeFonts(): FontSet {
  const { faces, fallbacks } = testFonts();
  const whole = (face: FontFace): FontFace => ({ ...face, prepared: undefined });
  const { title, body, kai, hei, song } = faces;
  return {
    faces: { title: whole(title), body: whole(body), kai: whole(kai), hei: whole(hei), song: whole(song) },
    fallbacks: fallbacks.map(whole),
  };
}
