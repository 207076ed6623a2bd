/** Data as it was read, before any checking, together with the place of every part of it. */
import type { Origin } from '../../base/origin.ts';

export type Path = readonly PropertyKey[];

/** What a part of a file says about whose return it is (unit) or for which period. */
export interface IdentityHint {
  what: 'unit' | 'period';
  /** Where it stands, in words: 隐藏表, 填报说明, 表头. */
  source: string;
  text: string;
  at: Origin;
}

/** What the form said before the unit filled it in, as it stands there now. */
export interface Prefilled {
  what: 'unit' | 'previous' | 'previousProgress' | 'words';
  /** Target id (unit, previous; words, '' where it is not known) or task number or goal id (previousProgress). */
  of: string;
  text: string;
  at: Origin;
  /** Whether the cell beside it, meant for the unit's own entry, is empty. */
  alone: boolean;
  /** Of the column, for `words`: cells in which a number has no business. */
  heading?: string;
}

/** A cell that the unit filled in, whether or not what stands in it can be read. */
export interface HeldCell {
  /** Number of the task or id of the goal in whose row it stands. */
  of: number | string;
  /** Key of the form's column; undefined for a column that is none of the form's. */
  column: string | undefined;
  /** Of the row: id of the target, '' where the row names none. */
  target: string;
  text: string;
  at: Origin;
}

export interface LocatedData {
  data: unknown;
  /** Place of the value at the path; of the nearest enclosing one that exists, for a value that is missing. */
  at(path: Path): Origin;
  /** Place of the last key of the path, where keys have one of their own. */
  atKey(path: Path): Origin;
  /** What was written there, e.g. 412.60 where `data` holds the number 412.6; undefined when it is no single value. */
  raw(path: Path): string | undefined;
  /** What was done to what was written there before it became `data`; none where absent. */
  conversions?(path: Path): readonly string[];
  /** What people call the field, where its own name is not meant for them. */
  label?(path: Path): string | undefined;
  /** What the file says of itself, best source first; absent for formats that say it in fields. */
  hints?: readonly IdentityHint[];
  /** Of forms that are sent out with something in them. */
  prefilled?: readonly Prefilled[];
  /** Of forms in cells. */
  held?: readonly HeldCell[];
}

/** The value below `data`, or undefined. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
