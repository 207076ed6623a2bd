/**
 * Marks anew what the pages paint: text and drawings under the elements that they belong to, all the rest as artifacts
 * (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2): page numbers, running marks, rules, backgrounds, repeated table heads.
 */
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { othersTurn } from '../../../base/turn.ts';
import { type Content, contentsBelow, type Element, isElement, type Kid } from './element.ts';
import { type Box, join } from './geometry.ts';
import { type PageContent, writeStream } from './page-content.ts';
import type { Unit } from './units.ts';

/** Marked content, by its page and the printer's number on it, as one number: a million times for a volume. */
type Key = number;
const keyOf = ({ page, mcid }: Pick<Content, 'page' | 'mcid'>): Key => page * MOST_OF_A_PAGE + mcid;
const MOST_OF_A_PAGE = 2 ** 24;

/** What each marked content shows; content that only paints rules and backgrounds shows ''. */
export function shownByContent(pages: readonly PageContent[]): Map<Key, string> {
  const shown = new Map<Key, string>();
  for (const [page, { pieces }] of pages.entries())
    for (const unit of pieces) {
      if (unit.kind === 'state' || unit.mcid === undefined) continue;
      const key = keyOf({ page, mcid: unit.mcid });
      shown.set(key, (shown.get(key) ?? '') + unit.shown);
    }
  return shown;
}

/** Leaves out content that is not there, and decoration anywhere but in a figure. */
export function withoutDecoration(
  kids: readonly Kid[],
  shown: ReadonlyMap<Key, string>,
  drawing = false,
): Kid[] {
  return kids.flatMap((kid): Kid[] => {
    if (isElement(kid)) {
      return [{ ...kid, kids: withoutDecoration(kid.kids, shown, drawing || kid.type === 'Figure') }];
    }
    if (kid.kind === 'annotation') return [kid];
    const text = shown.get(keyOf(kid));
    return text === undefined || (text === '' && !drawing) ? [] : [kid];
  });
}

/** A head printed again on a later page is no new content. Out: what was taken out of the elements. */
export function dropRepeatedHeads(node: Element, shown: ReadonlyMap<Key, string>): Set<Key> {
  const dropped = new Set<Key>();
  const textOn = (cell: Element, page: number): string =>
    contentsBelow(cell)
      .filter((content) => content.page === page)
      .map((content) => shown.get(keyOf(content)) ?? '')
      .join('');
  const drop = (at: Element, pages: readonly number[]): void => {
    at.kids = at.kids.filter((kid) => {
      if (kid.kind !== 'content' || !pages.includes(kid.page)) return true;
      dropped.add(keyOf(kid));
      return false;
    });
    for (const kid of at.kids) if (isElement(kid)) drop(kid, pages);
  };
  for (const cell of headCells(node)) {
    const [first = 0, ...later] = new Set(contentsBelow(cell).map((content) => content.page));
    drop(
      cell,
      later.filter((page) => textOn(cell, page) === textOn(cell, first)),
    );
  }
  return dropped;
}

function headCells(node: Element): Element[] {
  return node.kids
    .filter(isElement)
    .flatMap((kid) =>
      kid.type === 'THead'
        ? kid.kids.filter(isElement).flatMap((row) => row.kids.filter(isElement))
        : headCells(kid),
    );
}

/** Adjoining content of one element; marked together where it is painted together. */
interface Slot {
  type: string;
  inFigure: boolean;
  contents: Content[];
  boxes: Map<number, Box | undefined>;
}

/** The boxes of figures that stand on one page (ISO 32000-1, table 344). */
export type FigureBoxes = Map<Element, Box>;

/**
 * Rewrites every page, and numbers the content in `tree` as it now stands.
 *
 * @param repeated content of heads printed again
 */
export async function markPages(
  pdf: PDFDocument,
  pages: readonly PageContent[],
  tree: Element,
  repeated: ReadonlySet<Key>,
): Promise<FigureBoxes> {
  const slots = new Map<Key, Slot>();
  const renumber = openSlots(tree, slots);
  const sizes = pdf.getPages().map((page) => page.getSize());
  for (const [page, content] of pages.entries()) {
    const lines: string[] = [];
    const middle = middleOf(sizes[page]);
    const drawings = drawingGroups(content, page, slots);
    let next = 0;
    let open: Slot | string | undefined;
    for (const piece of content.pieces) {
      if (piece.kind !== 'state') {
        const role = roleOf(piece, page, slots, repeated, drawings, middle);
        if (role !== open) {
          if (open) lines.push('EMC');
          if (typeof role === 'string') lines.push(`/Artifact ${role} BDC`);
          else {
            role.contents.push({ kind: 'content', page, mcid: next });
            lines.push(`/${role.type} <</MCID ${next}>> BDC`);
            next += 1;
          }
          open = role;
        }
        if (typeof role !== 'string' && role.inFigure)
          role.boxes.set(page, join(role.boxes.get(page), piece.box()));
      }
      lines.push(...piece.lines);
    }
    if (open) lines.push('EMC');
    writePage(pdf, page, lines);
    await othersTurn();
  }
  renumber();
  return figureBoxes(tree, slots);
}

const FOOTER = '<</Type /Pagination /Subtype /Footer>>';
const HEADER = '<</Type /Pagination /Subtype /Header>>';
const LAYOUT = '<</Type /Layout>>';

function roleOf(
  unit: Unit,
  page: number,
  slots: ReadonlyMap<Key, Slot>,
  repeated: ReadonlySet<Key>,
  drawings: ReadonlyMap<number, Slot>,
  middle: number,
): Slot | string {
  if (unit.mcid === undefined) {
    // The page's margin boxes are the only text that the printer leaves without marks.
    if (unit.shown !== '') return (unit.box()?.[1] ?? 0) > middle ? HEADER : FOOTER;
    const drawing = unit.groups.find((group) => drawings.has(group));
    return (drawing === undefined ? undefined : drawings.get(drawing)) ?? LAYOUT;
  }
  const key = keyOf({ page, mcid: unit.mcid });
  return slots.get(key) ?? (repeated.has(key) ? HEADER : LAYOUT);
}

/** What stands above it is a running head. A landscape page has its foot at the side, and no head. */
const middleOf = (size: { width: number; height: number } | undefined): number =>
  size && size.height > size.width ? size.height / 2 : Number.POSITIVE_INFINITY;

/**
 * The printer marks a drawing's text, not its bars and lines. They stand in the q … Q that clips the drawing: one that
 * holds content of the figure and of nothing else.
 */
function drawingGroups(content: PageContent, page: number, slots: ReadonlyMap<Key, Slot>): Map<number, Slot> {
  const owners = new Map<number, Set<Slot>>();
  for (const unit of content.pieces) {
    if (unit.kind === 'state' || unit.mcid === undefined) continue;
    const slot = slots.get(keyOf({ page, mcid: unit.mcid }));
    if (!slot) continue;
    for (const group of unit.groups) owners.set(group, (owners.get(group) ?? new Set()).add(slot));
  }
  const drawings = new Map<number, Slot>();
  for (const [group, [slot, ...others]] of owners)
    if (slot?.inFigure && others.length === 0) drawings.set(group, slot);
  return drawings;
}

/** Out: puts the new numbers in place of the old. */
function openSlots(tree: Element, slots: Map<Key, Slot>): () => void {
  const finished: (() => void)[] = [];
  const visit = (node: Element, inFigure: boolean): void => {
    const kids: (Kid | Slot)[] = [];
    let slot: Slot | undefined;
    for (const kid of node.kids) {
      if (kid.kind === 'content') {
        if (!slot) {
          slot = { type: node.type, inFigure, contents: [], boxes: new Map() };
          kids.push(slot);
        }
        slots.set(keyOf(kid), slot);
        continue;
      }
      slot = undefined;
      kids.push(kid);
      if (isElement(kid)) visit(kid, inFigure || kid.type === 'Figure');
    }
    finished.push(() => {
      node.kids = kids.flatMap((kid) => ('contents' in kid ? kid.contents : [kid]));
    });
  };
  visit(tree, false);
  return () => {
    for (const finish of finished) finish();
  };
}

function figureBoxes(tree: Element, slots: ReadonlyMap<Key, Slot>): FigureBoxes {
  const found: FigureBoxes = new Map();
  const boxOf = new Map<Content, Box | undefined>();
  for (const slot of slots.values())
    for (const content of slot.contents) boxOf.set(content, slot.boxes.get(content.page));
  const visit = (node: Element): void => {
    if (node.type === 'Figure') {
      const contents = contentsBelow(node);
      const onePage = contents.every((content) => content.page === contents[0]?.page);
      const box = contents.reduce<Box | undefined>(
        (sum, content) => join(sum, boxOf.get(content)),
        undefined,
      );
      if (onePage && box) found.set(node, box);
    }
    for (const kid of node.kids) if (isElement(kid)) visit(kid);
  };
  visit(tree);
  return found;
}

function writePage(pdf: PDFDocument, index: number, lines: readonly string[]): void {
  const page = pdf.getPage(index);
  const ref = pdf.context.nextRef();
  writeStream(pdf, ref, lines);
  const old = page.node.get(PDFName.of('Contents'));
  page.node.set(PDFName.of('Contents'), ref);
  if (old && 'objectNumber' in old) pdf.context.delete(old as typeof ref);
}
