/**
 * What of a document tells where its lines and pages end. Most returns change a number and not how long it is: where all
 * digits are equally wide (nothing is kerned), that moves nothing, and what was measured before still holds.
 */
import { madeOnce } from '../../base/made-once.ts';
import type { Chart, ChartKind } from '../../model/document/chart.ts';
import type { FontSet } from '../fonts/face.ts';

/** What stands behind a number, and what is only read aloud. */
const UNSEEN = ['provenance', 'figure', 'alt'];
/** By these, parts of the document find each other. */
const NAMES = ['id', 'target', 'scope', 'name'];

/**
 * In: a document, or a part of one. Out: text that is the same for what comes to lie in the same places.
 * @param but names of what else does not matter
 */
export function shapeText(part: unknown, fonts: FontSet, but: readonly string[] = []): string {
  const even = hasEvenDigits(fonts);
  const left = new Set([...UNSEEN, ...but]);
  return JSON.stringify(part, (key, value) => {
    if (left.has(key)) return undefined;
    if (key === 'chart') return seenOf(value as Chart);
    return even && typeof value === 'string' && !NAMES.includes(key) ? value.replaceAll(/\d/g, '0') : value;
  });
}

/** Whether it is one picture in every format, as high as is asked for whatever it shows; Word has tables for the others, or shapes. */
const IS_PICTURE: Record<ChartKind, boolean> = {
  bar: true,
  stackedBar: true,
  column: true,
  line: true,
  range: true,
  bullet: true,
  combo: true,
  dot: true,
  slope: true,
  waterfall: true,
  scatter: true,
  radar: true,
  heat: false,
  multiples: false,
  treemap: false,
  flow: false,
  tileMap: false,
};

const seenOf = (chart: Chart): unknown => (IS_PICTURE[chart.kind] ? chart.heightMm : chart);

const known = new WeakMap<FontSet, boolean>();

/** In whichever face they are set. */
function hasEvenDigits(fonts: FontSet): boolean {
  return madeOnce(known, fonts, () => {
    const faces = [...Object.values(fonts.faces), ...fonts.fallbacks];
    return faces.every(({ measure }) => new Set([...'0123456789'].map(measure)).size === 1);
  });
}
