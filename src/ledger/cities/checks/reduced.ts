/** What only grows in a year below the last value, where the row says that it was struck off. */
import { clause } from '../../../base/chinese/clause.ts';
import { cityReduced } from '../../../base/messages/city-checks.ts';
import type { Figure } from '../../../model/document/figure.ts';
import { STRUCK_OFF } from '../../projects/checks/reduced.ts';
import { type CityCase, type CityCheck, isQuantity } from './check.ts';

/** What it fell from, and what the row says of its being struck off, null when nothing; null where it did not fall. */
export function fallOf({
  indicator,
  value,
  last,
  words,
}: CityCase): { last: Figure; said: string | null } | null {
  if (!isQuantity(indicator) || !last || value.value >= last.value) return null;
  return { last, said: words.find((text) => STRUCK_OFF.test(text)) ?? null };
}

export const reduced: CityCheck = {
  name: 'city-reduced',
  effect: 'notice',
  voids: false,
  run: (subject) => {
    const fall = fallOf(subject);
    return fall?.said ? [cityReduced(subject.about, subject.value, fall.last, clause(fall.said))] : [];
  },
};
