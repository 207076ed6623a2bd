/** The period before as a form shows it, held against what was reported then: filled beside, or a form of another period. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { filledBeside, oldForm, previousChanged } from '../../base/messages/slips.ts';
import type { Origin } from '../../base/origin.ts';

export interface ShownBefore {
  at: Origin;
  /** What the cell holds now. */
  found: string;
  /** Whose value it is, for messages. */
  name: string;
  /** As it was reported; undefined where nothing was. */
  known: string | undefined;
  /** Whether the cell still says that. */
  same: boolean;
  /** Whether the cell for this period's value is empty. */
  alone: boolean;
}

/** So many, and half of all, make another form. */
const OLD_FORM = 3;

export const isOldForm = (changed: readonly unknown[], shown: readonly unknown[]): boolean =>
  changed.length >= OLD_FORM && changed.length * 2 >= shown.length;

/** @param heading of the column of the period before; `wanted`: of the one that is to be filled in */
export function changedBefore(shown: readonly ShownBefore[], heading: string, wanted: string): Diagnostic[] {
  const changed = shown.filter(({ same }) => !same);
  const [first] = changed;
  if (first && isOldForm(changed, shown)) {
    const { at, name, found, known } = first;
    return [oldForm(at, changed.length, name, found, known, heading)];
  }
  return changed.map(({ at, name, found, known, alone }) =>
    alone ? filledBeside(at, found, heading, wanted) : previousChanged(at, name, found, known, heading),
  );
}
