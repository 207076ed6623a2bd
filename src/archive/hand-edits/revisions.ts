/** Changes written into a Word document as tracked changes (WordprocessingML, ISO/IEC 29500-1, 17.13.5). */
import { element, textElement, type XmlElement } from '../xml.ts';
import { childOf, type Paragraph, paragraphsOf, type Row, type Run } from './blocks.ts';
import type { Edit } from './merged.ts';

export interface Revisions {
  /** Attributes of the next one. Without a date, so that the same changes give the same file. */
  next(): Record<string, string>;
}

/** Far from the ids that a document has of its own. */
const FIRST_ID = 900_000;

/** Hands out ids and author for tracked changes of one document. */
export function revisionsBy(author: string): Revisions {
  let id = FIRST_ID;
  return { next: () => ({ 'w:id': String(id++), 'w:author': author }) };
}

/** @param edits by the offsets of the paragraph's text, in order, without overlap */
export function editParagraph(paragraph: Paragraph, edits: readonly Edit[], revisions: Revisions): void {
  const written = paragraph.runs.filter(({ pieces }) => pieces.length > 0);
  if (written.length === 0) {
    const added = edits.map(({ text }) => inserted(text, undefined, revisions));
    paragraph.element.children.push(...added);
    return;
  }
  let start = 0;
  for (const run of written) {
    const end = start + run.pieces.reduce((sum, { text }) => sum + text.length, 0);
    const own = edits.filter((edit) => (edit.from < end && edit.to > start) || arrivesIn(start, end, edit));
    if (own.length > 0) replaceRun(run, start, end, own, revisions);
    start = end;
  }
}

/**
 * What comes in between two runs looks like the text before it; what an edit of several runs brings comes in with the last
 * of what it takes away.
 */
const arrivesIn = (start: number, end: number, { to }: Edit): boolean =>
  (to > start && to <= end) || (to === 0 && start === 0);

function replaceRun(
  run: Run,
  start: number,
  end: number,
  edits: readonly Edit[],
  revisions: Revisions,
): void {
  const properties = childOf(run.element, 'w:rPr');
  const out: XmlElement[] = [];
  let [open, gone] = [[] as XmlElement[], false];
  const close = (): void => {
    if (open.length === 0) return;
    const part = element('w:r', [...(properties ? [properties] : []), ...open], run.element.attributes);
    out.push(gone ? element('w:del', [part], revisions.next()) : part);
    open = [];
  };
  const put = (child: XmlElement, going: boolean): void => {
    if (going !== gone) close();
    gone = going;
    open.push(child);
  };
  const arrivals = edits.filter((edit) => edit.text !== '' && arrivesIn(start, end, edit));
  const arrive = (at: number): void => {
    for (const { text } of arrivals.filter(({ to }) => to === at)) {
      close();
      out.push(inserted(text, properties, revisions));
    }
  };
  const going = (at: number): boolean => edits.some(({ from, to }) => from <= at && at < to);
  const cuts = edits.flatMap(({ from, to }) => [from, to]);
  if (start === 0) arrive(0);
  let at = start;
  for (const child of run.element.children) {
    if (child === properties) continue;
    const piece = run.pieces.find((one) => one.child === child);
    if (!piece) {
      put(child, false);
      continue;
    }
    const from = at;
    const stop = from + piece.text.length;
    while (at < stop) {
      const next = Math.min(stop, ...cuts.filter((cut) => cut > at));
      put(partOf(child, piece.text.slice(at - from, next - from), going(at)), going(at));
      at = next;
      arrive(at);
    }
  }
  close();
  run.siblings.splice(run.siblings.indexOf(run.element), 1, ...out);
}

/** Of a text its part; a tab or break as it is. */
function partOf(child: XmlElement, text: string, gone: boolean): XmlElement {
  return child.name === 'w:t' ? spaced(gone ? 'w:delText' : 'w:t', text) : child;
}

/** Blanks at its ends are kept. */
const spaced = (name: string, text: string): XmlElement => ({
  ...textElement(name, text),
  attributes: { 'xml:space': 'preserve' },
});

function inserted(text: string, properties: XmlElement | undefined, revisions: Revisions): XmlElement {
  const run = element('w:r', [...(properties ? [properties] : []), ...written(text)]);
  return element('w:ins', [run], revisions.next());
}

const written = (text: string): XmlElement[] =>
  text
    .split(/([\t\n])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part === '\t') return element('w:tab', []);
      if (part === '\n') return element('w:br', []);
      return spaced('w:t', part);
    });

/** A new paragraph. @param like whose properties it takes over, but for what belongs to its place */
export function newParagraph(text: string, like: Paragraph | undefined, revisions: Revisions): XmlElement {
  const kept = (childOf(like?.element, 'w:pPr')?.children ?? []).filter(
    ({ name }) => !OF_ITS_PLACE.has(name),
  );
  const mark = element('w:rPr', [element('w:ins', [], revisions.next())]);
  const look = like?.runs.find(({ pieces }) => pieces.length > 0)?.element;
  return element('w:p', [
    element('w:pPr', [...kept, mark]),
    ...(text === '' ? [] : [inserted(text, childOf(look, 'w:rPr'), revisions)]),
  ]);
}

const OF_ITS_PLACE = new Set(['w:sectPr', 'w:pageBreakBefore', 'w:keepNext', 'w:rPr', 'w:pPrChange']);

/** All of its text; where it can, the paragraph too: a cell ends with a paragraph. */
export function removeParagraph(paragraph: Paragraph, revisions: Revisions): void {
  const { text, element: at, siblings } = paragraph;
  if (text !== '') editParagraph(paragraph, [{ from: 0, to: text.length, text: '' }], revisions);
  if (paragraph.fixed || siblings.at(-1) === at) return;
  let properties = childOf(at, 'w:pPr');
  if (!properties) {
    properties = element('w:pPr', []);
    at.children.unshift(properties);
  }
  const mark = childOf(properties, 'w:rPr');
  const gone = element('w:del', [], revisions.next());
  if (mark) mark.children.unshift(gone);
  else {
    const last = properties.children.findIndex(({ name }) => name === 'w:sectPr' || name === 'w:pPrChange');
    properties.children.splice(last < 0 ? properties.children.length : last, 0, element('w:rPr', [gone]));
  }
}

/** The row with all that it says, as a tracked deletion. */
export function removeRow(row: Row, revisions: Revisions): void {
  for (const paragraph of row.cells.flatMap(paragraphsOf)) removeParagraph(paragraph, revisions);
  markRow(row.element, 'w:del', revisions);
}

/** A new row in the manner of another. @param texts of its cells, as many as that one has */
export function newRow(like: Row, texts: readonly string[], revisions: Revisions): XmlElement {
  const cells = like.element.children.filter(({ name }) => name === 'w:tc');
  const row = element('w:tr', [
    ...like.element.children
      .filter(({ name }) => name === 'w:tblPrEx' || name === 'w:trPr')
      .map((one) => structuredClone(one)),
    ...cells.map((cell, i) => {
      const [first] = paragraphsOf(like.cells[i] ?? []);
      const lines = (texts[i] ?? '').split('\n');
      const properties = childOf(cell, 'w:tcPr');
      return element('w:tc', [
        ...(properties ? [properties] : []),
        ...lines.map((line) => newParagraph(line, first, revisions)),
      ]);
    }),
  ]);
  markRow(row, 'w:ins', revisions);
  return row;
}

function markRow(row: XmlElement, name: 'w:ins' | 'w:del', revisions: Revisions): void {
  let properties = childOf(row, 'w:trPr');
  if (!properties) {
    properties = element('w:trPr', []);
    const before = row.children.findIndex((child) => child.name !== 'w:tblPrEx');
    row.children.splice(Math.max(0, before), 0, properties);
  }
  properties.children.push(element(name, [], revisions.next()));
}
