/** What all charts share: face, sizes, strokes and fills, taken from the theme. One drawing unit is one point. */
import { inkOn, luminance } from '../../base/colour.ts';
import type { Tone } from '../../model/document/chart.ts';
import type { Pattern, Theme } from '../../model/document/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { POINTS_PER_MM } from '../layout/units.ts';

/** 小五; smaller text is not legible in print. */
const SMALLEST_TEXT = 9;
/** Below this relative luminance white text stands out better than black. */
const DARK = 0.3;

export const WHITE = '#FFFFFF';

export interface ChartStyle {
  /** CSS font-family: the face of the chart role, then the fallbacks. */
  family: string;
  weight: number;
  /** Points. */
  size: number;
  ink: string;
  /** Grid lines. */
  faint: string;
  /** Stroke widths in points: grid and axes, outlines of fills, lines that carry data. */
  stroke: { hair: number; outline: number; data: number };
  /** Width of a text at `size`, in points. */
  measure(text: string): number;
  /** Ground of an area, and the hatching over it with the colour of its lines. */
  fill(tone: Tone): string;
  hatch(tone: Tone): { pattern: Pattern; line: string };
  /** The colour thinned with white, for wide areas that others lie on. */
  tint(tone: Tone): string;
  /** Colour of a line or a small mark, where no hatching can be seen; dark enough on white paper. */
  line(tone: Tone): string;
  /** How text stands on an area: `plate` asks for a white ground behind it. */
  textOn(tone: Tone): { colour: string; plate: boolean };
}

export const millimetres = (mm: number): number => mm * POINTS_PER_MM;

export function chartStyle(theme: Theme, fonts: FontSet): ChartStyle {
  const { font, size: wanted } = theme.text.chart;
  const face = fonts.faces[font];
  const size = Math.max(wanted, SMALLEST_TEXT);
  const dark = (tone: Tone): boolean => luminance(theme.tones[tone].colour) < DARK;
  const plain = (tone: Tone): boolean => ['solid', 'none'].includes(theme.tones[tone].pattern);
  return {
    family: [...new Set([face, ...fonts.fallbacks].map((f) => `'${f.family}'`))].join(','),
    weight: face.weight,
    size,
    ink: theme.colours.ink,
    faint: '#C8C8C8',
    stroke: { hair: 0.35, outline: 0.5, data: 1.4 },
    measure: (text) => face.measure(text) * size,
    fill: (tone) => theme.tones[tone].colour,
    hatch: (tone) => ({ pattern: theme.tones[tone].pattern, line: dark(tone) ? WHITE : theme.colours.ink }),
    tint: (tone) => tinted(theme.tones[tone].colour),
    line: (tone) => lineColour(tone, theme),
    textOn: (tone) => ({
      colour: plain(tone) && inkOn(theme.tones[tone].colour) === WHITE ? WHITE : theme.colours.ink,
      plate: !plain(tone),
    }),
  };
}

const TINT = 0.4;

const tinted = (colour: string): string => changed(colour, (part) => TINT * part + (1 - TINT) * 255);

/** The colour with each of red, green and blue changed. */
const changed = (colour: string, change: (part: number) => number): string =>
  colour.replace(/[0-9A-F]{2}/g, (hex) =>
    Math.round(change(Number.parseInt(hex, 16)))
      .toString(16)
      .toUpperCase()
      .padStart(2, '0'),
  );

/** Of a line or a small mark; the same in all formats. */
export const lineColour = (tone: Tone, theme: Theme): string => darkened(theme.tones[tone].colour);

/** The colour, or a darker one of the same hue that has a contrast of 3 : 1 on white. */
function darkened(colour: string): string {
  let out = colour;
  for (let share = 0.95; luminance(out) > DARK && share > 0; share -= 0.05)
    out = changed(colour, (part) => part * share);
  return out;
}
