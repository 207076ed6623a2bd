/** Which font files a page reads. */
import { expect, it } from 'vitest';
import { codePointsOf } from '../../src/render/fonts/characters.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import { facesFor, roleFaces } from '../../src/render/html/stylesheet/faces.ts';
import { testFonts, withGaps } from '../support/fonts.ts';

/** A fallback in a file of its own. */
const spared = (fonts: FontSet): FontSet => ({
  ...fonts,
  fallbacks: [{ ...fonts.faces.song, path: '/fonts/spare.ttf' }],
});
const readFor = (fonts: FontSet, text: string): string[] =>
  facesFor(fonts, codePointsOf(text)).map(({ path }) => path);

it('leaves out what only fills gaps where no face has one, whatever breaks the lines', () => {
  const fonts = spared(testFonts());
  expect(readFor(fonts, '数字经济\n\t2022年')).toEqual(roleFaces(fonts).map(({ path }) => path));
});

it('reads it where a single face lacks a single character, and each file once', () => {
  const fonts = spared(withGaps('kai', (code) => code !== '堃'.codePointAt(0)));
  const roles = roleFaces(fonts).map(({ path }) => path);
  expect(readFor(fonts, '陈堃')).toEqual([...roles, '/fonts/spare.ttf']);
  expect(new Set(roles).size).toBe(roles.length);
});
