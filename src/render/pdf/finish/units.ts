/** A content stream cut into what it paints and what it only sets: the pieces that marked content is made of. */
import { type Box, type Matrix, multiply, over, pointsBox, transform, UNIT } from './geometry.ts';
import { numbers, type Operator } from './operators.ts';

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
  /** What it covers, in the stream's own space; of an XObject: the unit square. */
  box: Box | undefined;
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
const SHOW = new Set(['Tj', 'TJ', "'", '"']);
const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP']);
const MCID = /\/MCID\s+(\d+)/;

/** Existing marks are taken out; their MCIDs stay with the units. */
export function cutIntoPieces(operators: readonly Operator[]): Piece[] {
  const pieces: Piece[] = [];
  const marks: (number | undefined)[] = [];
  const stack: { ctm: Matrix; groups: readonly number[] }[] = [];
  let groups: readonly number[] = [];
  let opened = 0;
  let ctm = UNIT;
  let text: TextObject | undefined;
  let path: { lines: string[]; points: number[][] } | undefined;
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
    } else if (name === 'BT')
      text = { lines: ['BT'], shown: '', mcid: mcid(), line: UNIT, size: 0, points: [] };
    else if (text) {
      addToText(text, operator, mcid());
      if (name !== 'ET') continue;
      const box = pointsBox(text.points.map(([x = 0, y = 0]) => transform(ctm, x, y)));
      if (text.shown === '') pieces.push({ kind: 'state', lines: text.lines });
      else add({ kind: 'text', lines: text.lines, shown: text.shown, mcid: text.mcid, box });
      text = undefined;
    } else if (PATH.has(name)) {
      path ??= { lines: [], points: [] };
      path.lines.push(operator.text);
      path.points.push(...pathPoints(operator).map(([x = 0, y = 0]) => transform(ctm, x, y)));
    } else if (path && (CLIP.has(name) || PAINT.has(name))) {
      path.lines.push(operator.text);
      if (CLIP.has(name)) continue;
      if (name === 'n') pieces.push({ kind: 'state', lines: path.lines });
      else add({ kind: 'path', lines: path.lines, box: pointsBox(path.points) });
      path = undefined;
    } else if (name === 'Do') {
      add({
        kind: 'xobject',
        lines: [operator.text],
        xobject: operator.text.slice(1).split(/\s/)[0] ?? '',
        box: over(ctm),
      });
    } else if (name === 'sh' || name === 'BI') add({ kind: 'other', lines: [operator.text], box: over(ctm) });
    else {
      if (name === 'q') {
        stack.push({ ctm, groups });
        groups = [...groups, opened++];
      } else if (name === 'Q') ({ ctm, groups } = stack.pop() ?? { ctm: UNIT, groups: [] });
      else if (name === 'cm') ctm = multiply(numbers(operator) as unknown as Matrix, ctm);
      pieces.push({ kind: 'state', lines: [operator.text] });
    }
  }
  return pieces;
}

interface TextObject {
  lines: string[];
  shown: string;
  mcid: number | undefined;
  line: Matrix;
  size: number;
  points: [number, number][];
}

/** Each shown string counts as one character wide and high at where it begins; the printer moves glyph by glyph. */
function addToText(text: TextObject, operator: Operator, mcid: number | undefined): void {
  text.lines.push(operator.text);
  const values = numbers(operator);
  if (operator.name === 'Tf') text.size = values.at(-1) ?? 0;
  else if (operator.name === 'Tm') text.line = values as unknown as Matrix;
  else if (operator.name === 'Td' || operator.name === 'TD') {
    text.line = multiply([1, 0, 0, 1, values[0] ?? 0, values[1] ?? 0], text.line);
  } else if (SHOW.has(operator.name)) {
    if (text.shown === '') text.mcid = mcid;
    text.shown += operator.text;
    const { size } = text;
    text.points.push(transform(text.line, 0, -size * DESCENT), transform(text.line, size, size * ASCENT));
  }
}
const DESCENT = 0.2;
const ASCENT = 0.9;

function pathPoints(operator: Operator): [number, number][] {
  const values = numbers(operator);
  if (operator.name === 're') {
    const [x = 0, y = 0, width = 0, height = 0] = values;
    return [
      [x, y],
      [x + width, y + height],
    ];
  }
  return values.flatMap((x, i) => (i % 2 === 0 ? [[x, values[i + 1] ?? 0] as [number, number]] : []));
}
