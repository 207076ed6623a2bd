/** Colours of a content stream → greys that an office laser printer prints well. */
import { greyLevel, lightness } from '../../../base/colour.ts';
import { numbers, type Operator } from './operators.ts';

/** Level of DeviceGray, as written; undefined until the stream sets a colour (a form inherits its caller's). */
type Level = string | undefined;

interface Paint {
  /** Asked for by the stream, #RRGGBB. */
  colour: string | undefined;
  /** Set by what has been written. */
  level: Level;
}

interface State {
  fill: Paint;
  stroke: Paint;
}

const FILLS = ['rg', 'g'];
const STROKES = ['RG', 'G'];
const SHOWS = ['Tj', 'TJ', "'", '"'];
const PATHS = ['m', 're'];
const PAINTS = ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n'];

/**
 * Which grey a colour becomes depends on what is painted with it, so a colour is written only where painting begins: text
 * → `ofText`, lines → `ofLine`, areas → `ofArea`.
 * @param inks colours that mean ink, #RRGGBB: black wherever they are used
 */
export function greyContent(operators: readonly Operator[], inks: readonly string[]): string[] {
  const lines: string[] = [];
  const stack: State[] = [];
  let state: State = {
    fill: { colour: undefined, level: undefined },
    stroke: { colour: undefined, level: undefined },
  };
  let drawing = false;
  const need = (paint: Paint, operator: 'g' | 'G', grey: (colour: string) => string): void => {
    const { colour } = paint;
    if (colour === undefined) return;
    const level = inks.includes(colour) ? '0' : grey(colour);
    if (level !== paint.level) lines.push(`${level} ${operator}`);
    paint.level = level;
  };
  for (const operator of operators) {
    const { name, text } = operator;
    if (FILLS.includes(name)) {
      state.fill.colour = colourOf(operator);
      continue;
    }
    if (STROKES.includes(name)) {
      state.stroke.colour = colourOf(operator);
      continue;
    }
    if (name === 'q') stack.push({ fill: { ...state.fill }, stroke: { ...state.stroke } });
    else if (name === 'Q') state = stack.pop() ?? state;
    else if (SHOWS.includes(name)) {
      need(state.fill, 'g', ofText);
      need(state.stroke, 'G', ofText);
    } else if (name === 'Do' || (PATHS.includes(name) && !drawing)) {
      // No colour may be set within a path (ISO 32000-1, 8.2).
      need(state.fill, 'g', ofArea);
      need(state.stroke, 'G', ofLine);
    }
    if (PATHS.includes(name)) drawing = true;
    if (PAINTS.includes(name)) drawing = false;
    lines.push(text);
  }
  return lines;
}

function colourOf(operator: Operator): string {
  const parts = numbers(operator);
  const [red = 0, green = red, blue = red] = parts;
  const hex = (part: number): string =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${hex(red)}${hex(green)}${hex(blue)}`.toUpperCase();
}

const written = (level: number): string => String(Number(level.toFixed(3)));

/** Lightness, CIE L*, above which text stands on a dark ground. */
const LIGHT = 60;
/** Small text in grey comes out as rows of dots. */
const ofText = (colour: string): string => (lightness(colour) > LIGHT ? written(greyLevel(colour)) : '0');

/** A hairline lighter than this comes out as dots too far apart to be a line. */
const PALEST_LINE = 0.65;
const PAPER = 95;
const ofLine = (colour: string): string =>
  lightness(colour) > PAPER ? '1' : written(Math.min(PALEST_LINE, greyLevel(colour)));

/** Of a very pale ground a laser printer leaves specks that look like dirt. */
const ofArea = (colour: string): string => (lightness(colour) > PAPER ? '1' : written(greyLevel(colour)));
