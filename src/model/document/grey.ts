/** Whether what colours say is still said by a black-and-white printer. */
import { lightness } from '../../base/colour.ts';
import { STATUS_FACES, STATUSES } from '../status.ts';
import { RAMP, SERIES_TONES, type Tone } from './chart.ts';
import type { Theme } from './theme.ts';

/**
 * Least distance in lightness (CIE L*) of two grounds that are to be told apart. An office laser printer makes about 32
 * greys (600 dots an inch in a screen of 106 lines: (600/106)²), so one of its steps is about 3; 8 are at least two whole
 * steps, and nearly one step of Munsell's scale of values (10). Eight statuses at 8 fit between black and the paper.
 */
export const LEAST_DISTANCE = 8;

export type GreyPair =
  | { kind: 'status' | 'series' | 'shade'; tones: [Tone, Tone]; distance: number }
  | { kind: 'paper'; tones: [Tone]; distance: number };

const PAPER = '#FFFFFF';

/**
 * Pairs that become alike in grey. Cells of the status grid have no hatching, so statuses must differ by lightness alone,
 * each from the paper too except 未报送, which stays empty; their symbols come on top. Series of a chart differ by
 * lightness or by hatching. Of the shades of a heat table each must be darker than the one before.
 */
export function alikeInGrey({ tones }: Theme): GreyPair[] {
  const apart = (a: Tone, b: Tone): number =>
    Math.abs(lightness(tones[a].colour) - lightness(tones[b].colour));
  const near = (pair: GreyPair): GreyPair[] => (pair.distance < LEAST_DISTANCE ? [pair] : []);
  const pairs = (of: readonly Tone[]): [Tone, Tone][] =>
    of.flatMap((a, i) => of.slice(i + 1).map((b): [Tone, Tone] => [a, b]));
  return [
    ...pairs(STATUSES).flatMap(([a, b]) => near({ kind: 'status', tones: [a, b], distance: apart(a, b) })),
    ...STATUSES.filter((status) => status !== 'notReported').flatMap((status) =>
      near({
        kind: 'paper',
        tones: [status],
        distance: lightness(PAPER) - lightness(tones[status].colour),
      }),
    ),
    ...pairs(SERIES_TONES)
      .filter(([a, b]) => tones[a].pattern === tones[b].pattern)
      .flatMap(([a, b]) => near({ kind: 'series', tones: [a, b], distance: apart(a, b) })),
    ...RAMP.slice(1).flatMap((darker, i) => {
      const lighter = RAMP[i] ?? darker;
      const distance = lightness(tones[lighter].colour) - lightness(tones[darker].colour);
      return near({ kind: 'shade', tones: [lighter, darker], distance });
    }),
  ];
}

/** How a tone is called towards people: a status by its word, others by their key in the file. */
export const toneName = (tone: Tone): string =>
  STATUSES.flatMap((status) => (status === tone ? [STATUS_FACES[status].word] : []))[0] ?? tone;
