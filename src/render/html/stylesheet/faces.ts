/** Font files and text styles. */
import { pathToFileURL } from 'node:url';
import type { TextStyleName, Theme } from '../../../model/document/theme.ts';
import type { FontFace, FontSet } from '../../fonts/face.ts';
import { strongFace } from '../../fonts/strong.ts';
import { cssString } from '../escape.ts';
import { styleFace } from '../styled.ts';

/** Where the em box of a Chinese glyph lies about the baseline, for every face alike. */
const ASCENT = 88;
const DESCENT = 12;

/**
 * Faces name their own ascent and descent differently; on one line that would push the line apart and off the grid,
 * so all get the same.
 */
const METRICS = { ascentOverride: `${ASCENT}%`, descentOverride: `${DESCENT}%`, lineGapOverride: '0%' };

/** What the browser's `new FontFace(family, source, descriptors)` takes. */
export interface BrowserFace {
  family: string;
  source: string;
  descriptors: Record<string, string>;
}

/** @param face read from the address of its own file, which the page hands over as a subset */
export const browserFace = ({ family, path, weight }: FontFace): BrowserFace => ({
  family,
  source: `url(${cssString(pathToFileURL(path).href)})`,
  descriptors: { weight: String(weight), ...METRICS },
});

/** The files that texts are set in, each once, in a fixed order. */
export const roleFaces = ({ faces }: FontSet): FontFace[] => eachOnce(Object.values(faces));

/** All files that a page with these characters may read: what only fills gaps is left out where there are none. */
export function facesFor(fonts: FontSet, characters: ReadonlySet<number>): FontFace[] {
  const roles = roleFaces(fonts);
  const whole = [...characters].every((code) => code <= SPACE || roles.every((face) => face.covers(code)));
  return whole ? roles : eachOnce([...roles, ...fonts.fallbacks]);
}

/** It and what has no shape at all come before all others. */
const SPACE = 0x20;

const eachOnce = (faces: readonly FontFace[]): FontFace[] =>
  faces.filter((face, index) => faces.findIndex((other) => other.path === face.path) === index);

/** The face and after it the fallbacks, glyph by glyph. */
export function familyCss(face: FontFace, fonts: FontSet): string {
  const families = [face, ...fonts.fallbacks].map((f) => cssString(f.family));
  return `font-family:${[...new Set(families)].join(',')};font-weight:${face.weight}`;
}

export function facesCss(theme: Theme, fonts: FontSet): string {
  const styles = (Object.keys(theme.text) as TextStyleName[]).map((name) => {
    const { size, line } = theme.text[name];
    return `.t-${name}{${familyCss(styleFace(name, theme, fonts), fonts)};font-size:${size}pt;line-height:${line}pt}`;
  });
  const strong = Object.values(fonts.faces).map(
    (face) => `.strong-${face.role}{${familyCss(strongFace(face, fonts), fonts)}}`,
  );
  return [
    ...styles,
    ...strong,
    `em{${familyCss(fonts.faces.kai, fonts)};font-style:normal}`,
    `body{${familyCss(fonts.faces.body, fonts)}}`,
  ].join('\n');
}
