/**
 * What the layout alone is given of a section: as much as tells in it. Measuring every cell and every number of a long
 * table would take most of the time of a layout that only asks where pages end.
 */
import { type Inline, plainText } from '../../model/document/inline.ts';
import type { PlacedCell } from '../layout/table-grid.ts';

/** Characters of one em at most; text with others (tabs, line breaks, dashes of two em …) is left to the layout. */
const PLAIN = /^[\x20-\x7E\u00A0-\u2057\u2100-\u2BFF\u3000-\u9FFF\uFF00-\uFFEF]*$/;
const IDEOGRAPH = /[\u3400-\u9FFF]/;
/** Where a line may end in any case. */
const BREAKS = /(?<=[\u3400-\u9FFF])(?=[\u3400-\u9FFF])/;
/** Widths that digits keep below in any face for text, em. */
const DIGIT = 0.65;
/** Beyond what a line holds, a mark may hang over its end. */
const HANGING = 1;

/**
 * Cells that are certainly no higher than another of their row tell nothing of it: neighbours among them become one empty
 * cell. In: a row, and what a line of a cell holds, em. Out: a row of the same height, on the same grid.
 */
export function leanRow(cells: readonly PlacedCell[], room: (cell: PlacedCell) => number): PlacedCell[] {
  const lines = cells.map((placed) => linesOf(placed, room(placed)));
  const tallest = Math.max(1, ...lines.map(({ least }) => least));
  const kept = tallest > 1 ? lines.findIndex(({ least }) => least === tallest) : -1;
  const lean: PlacedCell[] = [];
  let empty: PlacedCell | undefined;
  for (const [i, placed] of cells.entries()) {
    if (i === kept || (lines[i]?.most ?? Infinity) > tallest) {
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

interface Lines {
  least: number;
  most: number;
}
const UNKNOWN: Lines = { least: 0, most: Infinity };

/** What reaches across rows says nothing of one of them. */
function linesOf({ cell, continued }: PlacedCell, room: number): Lines {
  if (continued || cell.rowSpan > 1) return UNKNOWN;
  const paragraphs = cell.content.map((nodes) => linesOfText(plainText(nodes), room));
  const sum = (end: keyof Lines): number => paragraphs.reduce((all, lines) => all + lines[end], 0);
  return paragraphs.length === 0 ? { least: 1, most: 1 } : { least: sum('least'), most: sum('most') };
}

function linesOfText(text: string, room: number): Lines {
  const least = Math.max(1, Math.ceil(emsAtLeast(text) / (room + HANGING)));
  if (!PLAIN.test(text)) return { least, most: Infinity };
  const ems = emsAtMost(text);
  if (ems <= room) return { least, most: 1 };
  // Each line but the last has no room for what comes next.
  const filled = room - Math.max(...text.split(BREAKS).map(emsAtMost));
  return { least, most: filled > 0 ? Math.floor(ems / filled) + 1 : Infinity };
}

const emsAtMost = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/[\d.,]/.test(one) ? DIGIT : 1), 0);
/** Marks may be drawn together, and letters may be narrow. */
const emsAtLeast = (text: string): number => [...text].filter((one) => IDEOGRAPH.test(one)).length;

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
