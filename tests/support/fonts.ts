/** A small FontSet from the packages in node_modules: no search of the machine, the same on every machine. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FontRole } from '../../src/model/theme.ts';
import type { FontFace, FontSet } from '../../src/render/fonts/face.ts';
import { openFace } from '../../src/render/fonts/open-face.ts';

const MODULES = resolve(import.meta.dirname, '../../node_modules');
const SERIF = '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const SERIF_BOLD = '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf';
const SANS = '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf';
const WENKAI = '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff';

export function packagedFace(role: FontRole, file: string, standIn: boolean): FontFace {
  const path = resolve(MODULES, file);
  const open = openFace(readFileSync(path));
  if (!open) throw new Error(`unreadable font ${file}`);
  const { family, format, weight, covers, measure } = open;
  return { role, family, path, format, weight, origin: 'package', standIn, covers, measure };
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
