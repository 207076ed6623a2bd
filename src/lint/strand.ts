/** Text that knows where each of its characters stood in the file. */
import { BRANCH, VALUE } from './passage.ts';

export interface Strand {
  text: string;
  /** Offset in the file of each character of `text`. */
  offsets: number[];
}

export const slice = (strand: Strand, start: number, end?: number): Strand => ({
  text: strand.text.slice(start, end),
  offsets: strand.offsets.slice(start, end),
});

export const join = (strands: readonly Strand[]): Strand => ({
  text: strands.map((strand) => strand.text).join(''),
  offsets: strands.flatMap((strand) => strand.offsets),
});

/** The pieces between separators. */
export function split(strand: Strand, separator: string): Strand[] {
  const pieces: Strand[] = [];
  let start = 0;
  for (;;) {
    const end = strand.text.indexOf(separator, start);
    if (end < 0) return [...pieces, slice(strand, start)];
    pieces.push(slice(strand, start, end));
    start = end + separator.length;
  }
}

/** Without the parts that match (bold marks and the like). */
export function without(strand: Strand, pattern: RegExp): Strand {
  const pieces: Strand[] = [];
  let start = 0;
  for (const match of strand.text.matchAll(pattern)) {
    pieces.push(slice(strand, start, match.index));
    start = match.index + match[0].length;
  }
  return start === 0 ? strand : join([...pieces, slice(strand, start)]);
}

/** Blanks around are dropped; full-width blanks are text. */
export function trimmed(strand: Strand): Strand {
  const start = /^[ \t]*/.exec(strand.text)?.[0].length ?? 0;
  let end = strand.text.length;
  while (end > start && /[ \t]/.test(strand.text[end - 1] ?? '')) end--;
  return slice(strand, start, end);
}

/** Handlebars → one character each: BRANCH for blocks, VALUE for what prints, nothing for comments. */
export function withoutHandlebars(source: string): Strand {
  const text: string[] = [];
  const offsets: number[] = [];
  const put = (character: string, offset: number): void => {
    text.push(character);
    offsets.push(offset);
  };
  for (let i = 0; i < source.length; ) {
    const end = source.startsWith('{{', i) ? endOfMustache(source, i) : undefined;
    if (end === undefined) {
      put(source[i] as string, i++);
      continue;
    }
    const inner = source.slice(i + 2, end);
    if (/^~?[#/^]|^~?\s*else\b/.test(inner)) put(BRANCH, i);
    else if (!/^~?!/.test(inner)) put(VALUE, i);
    i = end;
  }
  return { text: text.join(''), offsets };
}

/** Where a mustache ends, or undefined when it never does: the template engine will say so. */
function endOfMustache(source: string, start: number): number | undefined {
  const close = source.startsWith('{{!--', start) ? '--}}' : source.startsWith('{{{', start) ? '}}}' : '}}';
  // A mustache is short; looking further would make a file full of open braces slow.
  const end = source.slice(start, start + 2000).indexOf(close);
  return end < 0 ? undefined : start + end + close.length;
}

/** Offset → line and column, both from 1. */
export function lineFinder(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}
