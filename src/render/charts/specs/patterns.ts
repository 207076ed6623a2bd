/** Hatchings as SVG <pattern> definitions, so that a tone is recognised in a black-and-white copy. */
import type { Pattern } from '../../../model/theme.ts';

/** Period of a hatching and width of its lines, in points: coarse enough for an office copier. */
const PERIOD = 5;
const LINE = 0.7;

const HALF = PERIOD / 2;
const RISING = `M-1,1L1,-1M0,${PERIOD}L${PERIOD},0M${PERIOD - 1},${PERIOD + 1}L${PERIOD + 1},${PERIOD - 1}`;
const FALLING = `M-1,${PERIOD - 1}L1,${PERIOD + 1}M0,0L${PERIOD},${PERIOD}M${PERIOD - 1},-1L${PERIOD + 1},1`;

const stroke = (path: string, colour: string): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${LINE}"/>`;

const DRAWINGS: { [P in Pattern]: (line: string) => string } = {
  solid: () => '',
  none: () => '',
  diagonal: (line) => stroke(RISING, line),
  backDiagonal: (line) => stroke(FALLING, line),
  cross: (line) => stroke(RISING + FALLING, line),
  dots: (line) => `<circle cx="${HALF}" cy="${HALF}" r="1" fill="${line}"/>`,
  horizontal: (line) => stroke(`M0,${HALF}H${PERIOD}`, line),
  vertical: (line) => stroke(`M${HALF},0V${PERIOD}`, line),
};

/** Plain tones need no <pattern>. */
export function isHatched(pattern: Pattern): boolean {
  return pattern !== 'solid' && pattern !== 'none';
}

/** Out: the <pattern> element: `ground` hatched with lines of colour `line`. */
export function patternElement(id: string, pattern: Pattern, ground: string, line: string): string {
  return (
    `<pattern id="${id}" patternUnits="userSpaceOnUse" width="${PERIOD}" height="${PERIOD}">` +
    `<rect width="${PERIOD}" height="${PERIOD}" fill="${ground}"/>${DRAWINGS[pattern](line)}</pattern>`
  );
}
