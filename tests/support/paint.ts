/** What a PDF paints, read off its content streams: sizes of text and strengths of lines, as they come out on paper. */
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { numbers, type Operator, readOperators } from '../../src/render/pdf/finish/operators.ts';
import { streamText } from './pdfa/objects.ts';

const key = PDFName.of;

/** Operators of every page and of every form. */
export function streamsOf(pdf: PDFDocument): Operator[][] {
  const forms = [...pdf.context.enumerateIndirectObjects()].flatMap(([, object]) =>
    object instanceof PDFRawStream && object.dict.get(key('Subtype')) === key('Form') ? [object] : [],
  );
  return [
    ...pdf.getPages().map(({ node }) => readOperators(contentsOf(pdf, node))),
    ...forms.map((form) => readOperators(streamText(form))),
  ];
}

function contentsOf(pdf: PDFDocument, node: PDFDict): string {
  const contents = node.lookup(key('Contents'));
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
  return streams.map((s) => (s instanceof PDFRawStream ? streamText(s) : '')).join('\n');
}

/** Text of one size, and lines of one strength, that a page paints. */
export interface Painted {
  /** From 1. */
  page: number;
  /** Points on paper. */
  texts: { size: number; font: string }[];
  /** Strokes by their width; filled rectangles by their lesser side where they are long and thin. Points on paper. */
  lines: { width: number; kind: 'stroke' | 'rectangle' }[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `a`, then `b` (ISO 32000-1, 8.3.4). */
const after = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[1] * b[2],
  a[0] * b[1] + a[1] * b[3],
  a[2] * b[0] + a[3] * b[2],
  a[2] * b[1] + a[3] * b[3],
  a[4] * b[0] + a[5] * b[2] + b[4],
  a[4] * b[1] + a[5] * b[3] + b[5],
];
/** What becomes of a length across, and of one up. */
const across = ([a, b]: Matrix): number => Math.hypot(a, b);
const up = ([, , c, d]: Matrix): number => Math.hypot(c, d);
const matrixOf = (values: readonly number[]): Matrix => values as unknown as Matrix;

/** A rectangle at least this many times as long as it is wide is a rule. */
const RULE = 8;

interface State {
  ctm: Matrix;
  size: number;
  font: string;
  line: number;
}

/** What every page paints, forms included. */
export function paintedBy(pdf: PDFDocument): Painted[] {
  return pdf.getPages().map(({ node }, i) => {
    const painted: Painted = { page: i + 1, texts: [], lines: [] };
    const start = { ctm: IDENTITY, size: 0, font: '', line: 1 };
    read(readOperators(contentsOf(pdf, node)), node.Resources(), start, painted);
    return painted;
  });
}

function read(
  operators: readonly Operator[],
  resources: PDFDict | undefined,
  start: State,
  out: Painted,
): void {
  const stack: State[] = [];
  let state = { ...start };
  let text = IDENTITY;
  let rectangles: [number, number][] = [];
  let path = false;
  for (const operator of operators) {
    const { name } = operator;
    const values = numbers(operator);
    const [first = 0] = values;
    if (name === 'q') stack.push({ ...state });
    else if (name === 'Q') state = stack.pop() ?? state;
    else if (name === 'cm') state.ctm = after(matrixOf(values), state.ctm);
    else if (name === 'w') state.line = first;
    else if (name === 'gs') state.line = lineWidth(resources, operator) ?? state.line;
    else if (name === 'Tf') {
      state.size = first;
      state.font = operator.text.split(/\s+/)[0] ?? '';
    } else if (name === 'BT') text = IDENTITY;
    else if (name === 'Tm') text = matrixOf(values);
    else if (name === 'Tj' || name === 'TJ')
      out.texts.push({
        size: state.size * up(after(text, state.ctm)),
        font: fontName(resources, state.font),
      });
    else if (name === 're') {
      const [, , width = 0, height = 0] = values;
      rectangles.push([Math.abs(width) * across(state.ctm), Math.abs(height) * up(state.ctm)]);
    } else if (name === 'l' || name === 'c') path = true;
    else if (['S', 's', 'B', 'B*', 'b', 'b*'].includes(name))
      out.lines.push({ width: state.line * Math.min(across(state.ctm), up(state.ctm)), kind: 'stroke' });
    if (['f', 'f*', 'F'].includes(name) && !path)
      for (const [width, height] of rectangles)
        if (Math.max(width, height) >= RULE * Math.min(width, height) && Math.min(width, height) > 0)
          out.lines.push({ width: Math.min(width, height), kind: 'rectangle' });
    if (['S', 's', 'B', 'B*', 'b', 'b*', 'f', 'f*', 'F', 'n'].includes(name)) {
      rectangles = [];
      path = false;
    }
    if (name === 'Do') {
      const form = resources
        ?.lookupMaybe(key('XObject'), PDFDict)
        ?.lookup(key(operator.text.split(/\s+/)[0]?.slice(1) ?? ''));
      if (!(form instanceof PDFRawStream) || form.dict.get(key('Subtype')) !== key('Form')) continue;
      const matrix = form.dict
        .lookupMaybe(key('Matrix'), PDFArray)
        ?.asArray()
        .map((n) => Number(n.toString()));
      read(
        readOperators(streamText(form)),
        form.dict.lookupMaybe(key('Resources'), PDFDict) ?? resources,
        { ...state, ctm: after(matrix ? matrixOf(matrix) : IDENTITY, state.ctm) },
        out,
      );
    }
  }
}

/** The browser sets the width of lines in the graphics state. */
function lineWidth(resources: PDFDict | undefined, operator: Operator): number | undefined {
  const named = resources
    ?.lookupMaybe(key('ExtGState'), PDFDict)
    ?.lookup(key(operator.text.split(/\s+/)[0]?.slice(1) ?? ''));
  const width = named instanceof PDFDict ? named.get(key('LW')) : undefined;
  return width instanceof PDFNumber ? width.asNumber() : undefined;
}

function fontName(resources: PDFDict | undefined, written: string): string {
  const font = resources?.lookupMaybe(key('Font'), PDFDict)?.lookup(key(written.slice(1)));
  return font instanceof PDFDict ? (font.get(key('BaseFont'))?.toString().slice(1) ?? '') : '';
}
