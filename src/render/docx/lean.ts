/**
 * What the layout alone is given of a section: as much as tells in it. Measuring every cell and every number of a long
 * table would take most of the time of a layout that only asks where pages end.
 */
import { type Inline, plainText } from '../../model/inline.ts';
import type { PlacedCell } from '../table-grid.ts';

/** Characters of one em at most; others (tabs, line breaks, dashes of two em …) are left to the layout. */
const PLAIN = /^[\x20-\x7E\u00A0-\u2057\u2100-\u2BFF\u3000-\u9FFF\uFF00-\uFFEF]*$/;
/** Widths that digits keep below in any face for text, em. */
const DIGIT = 0.65;

/**
 * Cells that are certainly one line tell nothing of their row's height: neighbours among them become one empty cell.
 * In: a row, and what a line of a cell holds, em. Out: a row of the same height, on the same grid.
 */
export function leanRow(cells: readonly PlacedCell[], room: (cell: PlacedCell) => number): PlacedCell[] {
  const lean: PlacedCell[] = [];
  let empty: PlacedCell | undefined;
  for (const placed of cells) {
    if (!isOneLine(placed, room(placed))) {
      empty = undefined;
      lean.push(placed);
      continue;
    }
    const { cell } = placed;
    if (empty) lean.pop();
    empty = empty
      ? { ...empty, cell: { ...empty.cell, colSpan: empty.cell.colSpan + cell.colSpan } }
      : { ...placed, cell: { ...cell, content: [] } };
    lean.push(empty);
  }
  return lean;
}

function isOneLine({ cell, continued }: PlacedCell, room: number): boolean {
  if (continued || cell.rowSpan > 1 || cell.content.length > 1) return false;
  const text = plainText(cell.content[0] ?? []);
  return PLAIN.test(text) && emsAtMost(text) <= room;
}

const emsAtMost = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\d.,]/.test(one) ? DIGIT : 1), 0);

/** Neighbours that look alike as one text: a number is set as the words around it. */
export function joined(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const alike = node.kind === 'text' || node.kind === 'figure' || node.kind === 'status';
    if (alike && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + plainText([node]) };
    else out.push(alike ? { kind: 'text', text: plainText([node]) } : node);
  }
  return out;
}
