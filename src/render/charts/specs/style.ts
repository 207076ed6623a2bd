/** What all charts share: face, sizes, strokes and fills, taken from the theme. One drawing unit is one point. */
import type { Tone } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import type { FontSet } from '../../fonts/face.ts';
import { isHatched, patternElement } from './patterns.ts';

const POINTS_PER_MM = 72 / 25.4;
/** Smaller text is not legible in print. */
const SMALLEST_TEXT = 8.5;
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
  /** Paint of an area: a colour or url(#…). */
  fill(tone: Tone): string;
  /** Colour of a line or a small mark, where no hatching can be seen; dark enough on white paper. */
  line(tone: Tone): string;
  /** How text stands on an area: `plate` asks for a white ground behind it. */
  textOn(tone: Tone): { colour: string; plate: boolean };
}

export const millimetres = (mm: number): number => mm * POINTS_PER_MM;

/** In: `prefix` for the ids of patterns, unique to the chart. */
export function chartStyle(theme: Theme, fonts: FontSet, prefix: string): ChartStyle {
  const { font, size: wanted } = theme.text.chart;
  const face = fonts.faces[font];
  const size = Math.max(wanted, SMALLEST_TEXT);
  const hatched = (tone: Tone): boolean => isHatched(theme.tones[tone].pattern);
  return {
    family: [...new Set([face, ...fonts.fallbacks].map((f) => `'${f.family}'`))].join(','),
    weight: face.weight,
    size,
    ink: theme.colours.ink,
    faint: '#C8C8C8',
    stroke: { hair: 0.35, outline: 0.5, data: 1.4 },
    measure: (text) => face.measure(text) * size,
    fill: (tone) => (hatched(tone) ? `url(#${patternId(prefix, tone)})` : theme.tones[tone].colour),
    line: (tone) => (luminance(theme.tones[tone].colour) > 0.5 ? theme.colours.ink : theme.tones[tone].colour),
    textOn: (tone) => {
      const dark = !hatched(tone) && luminance(theme.tones[tone].colour) < DARK;
      return { colour: dark ? WHITE : theme.colours.ink, plate: hatched(tone) };
    },
  };
}

/** <pattern> elements of the hatched ones among `tones`, each once. */
export function patternElements(tones: readonly Tone[], theme: Theme, prefix: string): string[] {
  return [...new Set(tones)]
    .filter((tone) => isHatched(theme.tones[tone].pattern))
    .map((tone) => {
      const { pattern, colour } = theme.tones[tone];
      const line = luminance(colour) < DARK ? WHITE : theme.colours.ink;
      return patternElement(patternId(prefix, tone), pattern, colour, line);
    });
}

const patternId = (prefix: string, tone: Tone): string => `${prefix}-${tone}`;

/** Relative luminance of #RRGGBB (WCAG 2): 0 black, 1 white. */
export function luminance(colour: string): number {
  const channel = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
