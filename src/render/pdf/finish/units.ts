/** A content stream cut into what it paints and what it only sets: the pieces that marked content is made of. */
import {
  type Box,
  type Matrix,
  meet,
  multiply,
  outside,
  over,
  type Point,
  pointsBox,
  transform,
  UNIT,
} from './geometry.ts';
import { MARKS, numbers, type Operator } from './operators.ts';

/** A whole text object, a whole path, an image or form, a shading; marks go around it, never into it. */
export interface Unit {
  kind: 'text' | 'path' | 'xobject' | 'other';
  /** MCID of the marked content that the printer put it in; undefined outside of any. */
  mcid: number | undefined;
  lines: string[];
  /** Text as it is shown, to compare two; '' for others. */
  shown: string;
  /** Name of the XObject; '' for others. */
  xobject: string;
  /** What it covers, in the stream's own space; of an XObject: the unit square. Worked out when asked, which is rare. */
  box(): Box | undefined;
  /** Space that it is painted in. */
  ctm: Matrix;
  /** The q … Q that it stands in, outermost first, each by a number of its own in the stream. */
  groups: readonly number[];
}

/** Operators that paint nothing: graphics state, clipping. */
export interface State {
  kind: 'state';
  lines: string[];
}

export type Piece = Unit | State;

const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const CLIP = new Set(['W', 'W*']);
const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'n']);
const FILL = new Set(['f', 'F', 'f*']);
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const MCID = /\/MCID\s+(\d+)/;

/**
 * Existing marks are taken out; their MCIDs stay with the units. So are areas beyond the clip: the head of a table that goes
 * on overleaf begins where this page ends, and a printer that fills every dot it touches would draw a hairline there.
 */
export function cutIntoPieces(operators: readonly Operator[]): Piece[] {
  const pieces: Piece[] = [];
  const marks: (number | undefined)[] = [];
  const stack: { ctm: Matrix; groups: readonly number[]; clip: Box | undefined }[] = [];
  let groups: readonly number[] = [];
  let opened = 0;
  let ctm = UNIT;
  let clip: Box | undefined;
  let text: TextObject | undefined;
  let path: Operator[] | undefined;
  const mcid = (): number | undefined => marks.findLast((mark) => mark !== undefined);
  const add = (unit: Pick<Unit, 'kind' | 'lines' | 'box'> & Partial<Unit>): void => {
    pieces.push({ mcid: mcid(), shown: '', xobject: '', ctm, groups, ...unit });
  };
  for (const operator of operators) {
    const { name } = operator;
    if (MARKS.has(name)) {
      if (name === 'BDC') marks.push(Number(MCID.exec(operator.text)?.[1] ?? Number.NaN));
      else if (name === 'BMC') marks.push(undefined);
      else if (name === 'EMC') marks.pop();
      if (Number.isNaN(marks.at(-1))) marks[marks.length - 1] = undefined;
    } else if (name === 'BT') text = { operators: [operator], shown: '', mcid: mcid() };
    else if (text) {
      text.operators.push(operator);
      if (SHOW.has(name)) {
        if (text.shown === '') text.mcid = mcid();
        text.shown += operator.text;
      }
      if (name !== 'ET') continue;
      const lines = linesOf(text.operators);
      if (text.shown === '') pieces.push({ kind: 'state', lines });
      else
        add({
          kind: 'text',
          lines,
          shown: text.shown,
          mcid: text.mcid,
          box: boxOf(textPoints, text.operators, ctm),
        });
      text = undefined;
    } else if (PATH.has(name)) {
      path ??= [];
      path.push(operator);
    } else if (path && (CLIP.has(name) || PAINT.has(name))) {
      path.push(operator);
      if (CLIP.has(name)) continue;
      const lines = linesOf(path);
      const box = boxOf(pathPoints, path, ctm);
      if (name === 'n') {
        clip = clippedBy(path, box, clip);
        pieces.push({ kind: 'state', lines });
      } else if (!(clip && FILL.has(name) && outside(box(), clip))) add({ kind: 'path', lines, box });
      path = undefined;
    } else if (name === 'Do') {
      add({
        kind: 'xobject',
        lines: [operator.text],
        xobject: operator.text.slice(1).split(/\s/)[0] ?? '',
        box: boxOver(ctm),
      });
    } else if (name === 'sh' || name === 'BI')
      add({ kind: 'other', lines: [operator.text], box: boxOver(ctm) });
    else {
      if (name === 'q') {
        stack.push({ ctm, groups, clip });
        groups = [...groups, opened++];
      } else if (name === 'Q')
        ({ ctm, groups, clip } = stack.pop() ?? { ctm: UNIT, groups: [], clip: undefined });
      else if (name === 'cm') ctm = multiply(numbers(operator) as unknown as Matrix, ctm);
      pieces.push({ kind: 'state', lines: [operator.text] });
    }
  }
  return pieces;
}

/** Of a path without a paint of its own: what is left of the clip. Clips of other shapes than a rectangle only make it smaller. */
function clippedBy(
  path: readonly Operator[],
  box: () => Box | undefined,
  clip: Box | undefined,
): Box | undefined {
  const rectangle = path.length === 3 && path[0]?.name === 're' && CLIP.has(path[1]?.name ?? '');
  return rectangle ? meet(clip, box()) : clip;
}

interface TextObject {
  operators: Operator[];
  shown: string;
  /** Of the first that it shows. */
  mcid: number | undefined;
}

const linesOf = (operators: readonly Operator[]): string[] => operators.map(({ text }) => text);

const boxOver = (ctm: Matrix) => (): Box | undefined => over(ctm);
const boxOf =
  (points: (operators: readonly Operator[]) => Point[], operators: readonly Operator[], ctm: Matrix) =>
  (): Box | undefined =>
    pointsBox(points(operators).map(([x, y]) => transform(ctm, x, y)));

/** Each shown string counts as one character wide and high at where it begins; the printer moves glyph by glyph. */
function textPoints(operators: readonly Operator[]): Point[] {
  const points: Point[] = [];
  let line = UNIT;
  let size = 0;
  for (const operator of operators) {
    const { name } = operator;
    if (name === 'Tf') size = numbers(operator).at(-1) ?? 0;
    else if (name === 'Tm') line = numbers(operator) as unknown as Matrix;
    else if (name === 'Td' || name === 'TD') {
      const [x = 0, y = 0] = numbers(operator);
      line = multiply([1, 0, 0, 1, x, y], line);
    } else if (SHOW.has(name))
      points.push(transform(line, 0, -size * DESCENT), transform(line, size, size * ASCENT));
  }
  return points;
}
const DESCENT = 0.2;
const ASCENT = 0.9;

const pathPoints = (operators: readonly Operator[]): Point[] =>
  operators.flatMap((operator): Point[] => {
    if (!PATH.has(operator.name)) return [];
    const values = numbers(operator);
    if (operator.name === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = values;
      return [
        [x, y],
        [x + width, y + height],
      ];
    }
    return values.flatMap((x, i): Point[] => (i % 2 === 0 ? [[x, values[i + 1] ?? 0]] : []));
  });
