/** Tells two states of a plan apart: a form made from one may not fit the other. */
import { createHash } from 'node:crypto';
import type { Plan } from './plan.ts';

const LENGTH = 12;

/** Hexadecimal digits that change when a goal, a task, a target or a stage changes; notes, titles and names of cells do not count. */
export function planFingerprint({ goalGroups, tracks, ladders }: Plan): string {
  return createHash('sha256')
    .update(
      JSON.stringify([goalGroups, tracks, ladders], (key, value) => (key === 'cellName' ? undefined : value)),
    )
    .digest('hex')
    .slice(0, LENGTH);
}
