/** A return whose numbers are last quarter's, one and all: its column copied, or last quarter's file sent once more. */

import type { Quantity } from '../../base/chinese/quantity.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { allAsBefore } from '../../base/messages/slips.ts';
import type { Figure } from '../../model/document/figure.ts';

/** One or two numbers may well stand still, and so may any that are nothing yet. */
const FEWEST = 3;

/**
 * @param values as they were filled in, each with what was reported for the quarter before, in the same unit
 * @param heading of the column that shows the latter
 */
export function tellAllAsBefore(
  values: readonly { now: Figure; last: Pick<Quantity, 'value'> | undefined }[],
  heading: string,
): Diagnostic[] {
  const provenance = values[0]?.now.provenance;
  const moved = values.some(({ now, last }) => now.value !== last?.value);
  const some = values.filter(({ now }) => now.value !== 0);
  if (moved || some.length < FEWEST || provenance?.kind !== 'submission') return [];
  return [allAsBefore(provenance.at, values.length, heading)];
}
