/** One text that was changed twice, by hand and by other data: what the hand did, in the text of the data. */
import { diffArrays } from 'diff';
import { tokens } from '../likeness.ts';

/** In the new text, by its offsets: what goes, and what comes in its place. */
export interface Edit {
  from: number;
  to: number;
  text: string;
}

export interface Merged {
  /** In order, without overlap. */
  edits: Edit[];
  /** Changes by hand of what the data have changed otherwise. */
  clashes: number;
}

/** @param base the text as it was made · @param mine as somebody left it · @param fresh as it is made now */
export function merged(base: string, mine: string, fresh: string): Merged {
  const was = tokens(base);
  const ours = hunks(was, tokens(mine), NEAR);
  const theirs = hunks(was, tokens(fresh), 0);
  const offsets = offsetsOf(tokens(fresh));
  const out: Merged = { edits: [], clashes: 0 };
  for (const hunk of ours) {
    const met = theirs.filter((other) => overlap(hunk, other));
    if (met.length > 0) {
      if (!sameOutcome(was, hunk, met)) out.clashes += 1;
      continue;
    }
    const shift = (before: (other: Hunk) => boolean): number =>
      theirs.filter(before).reduce((sum, { from, to, put }) => sum + put.length - (to - from), 0);
    const from = hunk.from + shift((other) => other.to <= hunk.from);
    const to = from + hunk.to - hunk.from;
    out.edits.push({ from: offsets[from] ?? 0, to: offsets[to] ?? 0, text: hunk.put.join('') });
  }
  return out;
}

/** Tokens of the first text, and what stands in their place in the second. */
interface Hunk {
  from: number;
  to: number;
  put: string[];
}

/** A character that two changes have between them is changed with them: a sentence written anew is not read in splinters. */
const NEAR = 1;

function hunks(was: readonly string[], is: readonly string[], near: number): Hunk[] {
  const found: Hunk[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays([...was], [...is])) {
    const to = added ? at : at + value.length;
    const last = found.at(-1);
    if (added || removed) {
      if (last && at - last.to <= near) {
        last.put.push(...was.slice(last.to, at), ...(added ? value : []));
        last.to = to;
      } else found.push({ from: at, to, put: added ? [...value] : [] });
    }
    at = to;
  }
  return found;
}

/** Or both put something between the same two tokens. */
function overlap(a: Hunk, b: Hunk): boolean {
  const empty = a.from === a.to && b.from === b.to;
  return empty ? a.from === b.from : a.from < b.to && b.from < a.to;
}

/** What the hand made of its place, the data have made of it, too. */
function sameOutcome(was: readonly string[], hunk: Hunk, met: readonly Hunk[]): boolean {
  const from = Math.min(hunk.from, ...met.map((other) => other.from));
  const to = Math.max(hunk.to, ...met.map((other) => other.to));
  const written = (changes: readonly Hunk[]): string => {
    let [text, at] = ['', from];
    for (const change of changes) {
      text += was.slice(at, change.from).join('') + change.put.join('');
      at = change.to;
    }
    return text + was.slice(at, to).join('');
  };
  return written([hunk]) === written(met);
}

/** Where each token begins, and the end. */
function offsetsOf(parts: readonly string[]): number[] {
  const offsets = [0];
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + part.length);
  return offsets;
}
