/** Which part of one document is which of another that was made of it, by hand or of other data. */
import { diffArrays } from 'diff';
import { likeness, tokens } from '../likeness.ts';
import type { Block, Paragraph, Row, Table } from './blocks.ts';

/** From the parts of the first document to those of the second; what has none is gone. */
export interface Aligned {
  paragraphs: Map<Paragraph, Paragraph>;
  tables: Map<Table, Table>;
  rows: Map<Row, Row>;
}

/** In: two documents' blocks. Out: which parts of the one are which of the other, by what they say and in their order. */
export function aligned(from: readonly Block[], to: readonly Block[]): Aligned {
  const found: Aligned = { paragraphs: new Map(), tables: new Map(), rows: new Map() };
  alignBlocks(from, to, found);
  return found;
}

function alignBlocks(from: readonly Block[], to: readonly Block[], found: Aligned): void {
  for (const [a, b] of pairs(from, to, (one, other) => one.kind === other.kind)) {
    if (a.kind === 'paragraph' && b.kind === 'paragraph') found.paragraphs.set(a, b);
    else if (a.kind === 'table' && b.kind === 'table') alignRows(a, b, found);
  }
}

function alignRows(a: Table, b: Table, found: Aligned): void {
  found.tables.set(a, b);
  const fits = (one: Row, other: Row): boolean => one.cells.length === other.cells.length;
  for (const [row, other] of pairs(a.rows, b.rows, fits)) {
    found.rows.set(row, other);
    for (const [i, cell] of row.cells.entries()) alignBlocks(cell, other.cells[i] ?? [], found);
  }
}

/** Shares of the longer text. */
const ALIKE = 0.4;

interface Part {
  text: string;
}

/** In both orders: what is equal, and between that what is alike, or stands alone in its place. */
function pairs<T extends Part>(
  from: readonly T[],
  to: readonly T[],
  fits: (a: T, b: T) => boolean,
): [T, T][] {
  const found: [T, T][] = [];
  const comparator = (a: T, b: T): boolean => a.text === b.text && fits(a, b);
  let [gone, come]: [T[], T[]] = [[], []];
  const close = (): void => {
    found.push(...matched(gone, come, fits));
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays([...from], [...to], { comparator })) {
    if (added) come.push(...to.slice(j, j + count));
    else if (removed) gone.push(...from.slice(i, i + count));
    else {
      close();
      for (let k = 0; k < count; k++) found.push([from[i + k] as T, to[j + k] as T]);
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  close();
  return found;
}

/** More pairs than that are not looked through: what is as many before and after is paired by its order. */
const MOST = 40_000;

/** The pairs in order whose likeness is largest in sum, and what stands alone between two of them. */
function matched<T extends Part>(
  gone: readonly T[],
  come: readonly T[],
  fits: (a: T, b: T) => boolean,
): [T, T][] {
  if (gone.length * come.length > MOST) {
    const inPlace = gone.length === come.length && gone.every((one, i) => fits(one, come[i] as T));
    return inPlace ? gone.map((one, i) => [one, come[i] as T]) : [];
  }
  const counts = new Map([...gone, ...come].map((one) => [one, countsOf(one.text)]));
  const worth = (a: T, b: T): number => {
    if (!fits(a, b) || atMost(counts.get(a) ?? NONE, counts.get(b) ?? NONE) < ALIKE) return 0;
    const like = likeness(a.text, b.text);
    return like >= ALIKE ? like : 0;
  };
  const worths = gone.map((a) => come.map((b) => worth(a, b)));
  // best[i][j]: the largest sum of gone from i and come from j on.
  const best = gone.map(() => new Array<number>(come.length + 1).fill(0));
  best.push(new Array<number>(come.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const one = worths[i]?.[j] ?? 0;
      (best[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), one > 0 ? one + at(i + 1, j + 1) : 0);
    }
  const found: [T, T][] = [];
  let [i, j] = [0, 0];
  // From the last pair to the next one, or the end.
  let [from, to] = [0, 0];
  const close = (): void => {
    const [a, b] = [gone[from], come[to]];
    if (a && b && i - from === 1 && j - to === 1 && fits(a, b)) found.push([a, b]);
  };
  while (i < gone.length && j < come.length) {
    const one = worths[i]?.[j] ?? 0;
    if (one > 0 && at(i, j) === one + at(i + 1, j + 1)) {
      close();
      found.push([gone[i++] as T, come[j++] as T]);
      [from, to] = [i, j];
    } else if (at(i, j) === at(i + 1, j)) i++;
    else j++;
  }
  [i, j] = [gone.length, come.length];
  close();
  return found;
}

interface Counts {
  length: number;
  of: ReadonlyMap<string, number>;
}
const NONE: Counts = { length: 0, of: new Map() };

function countsOf(text: string): Counts {
  const of = new Map<string, number>();
  for (const token of tokens(text)) of.set(token, (of.get(token) ?? 0) + token.length);
  return { length: text.length, of };
}

/** Likeness can't be more: quick to find out, and mostly enough. */
function atMost(a: Counts, b: Counts): number {
  let both = 0;
  for (const [token, length] of a.of) both += Math.min(length, b.of.get(token) ?? 0);
  return both / Math.max(a.length, b.length, 1);
}
