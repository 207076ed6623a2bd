/** Tells two states of a plan apart: a form made from one may not fit the other. */
import { createHash } from 'node:crypto';
import type { Plan } from './plan.ts';

const LENGTH = 12;

/**
 * Hexadecimal digits that change when a goal, a task, a target or a stage changes; notes, titles and names of cells do not
 * count, nor do last year's results, which are put right when the forms have long been sent out.
 */
export function planFingerprint({ goalGroups, tracks, ladders }: Plan): string {
  return createHash('sha256')
    .update(
      JSON.stringify([goalGroups, tracks, ladders], (key, value) =>
        key === 'cellName' || (key === 'baseline' && value?.carried) ? undefined : value,
      ),
    )
    .digest('hex')
    .slice(0, LENGTH);
}
