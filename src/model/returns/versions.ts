/** A sender's returns for one period, one after another. Which of them counts is decided here and nowhere else. */
import { groupBy } from '../../base/group.ts';
import { byCodeUnit } from '../../base/order.ts';
import { type Period, previousPeriod } from '../period.ts';

export interface Versions<V> {
  /** Lateness goes by its day: a correction is no late return. */
  first: V;
  /** It takes the place of all before it, whole. */
  counting: V;
  /** In the order in which they took each other's place. */
  all: readonly V[];
}

/**
 * By sender, in order of appearance. The one received last counts; of several on one day, the one that stands last in the
 * list (intake/returns/filed.ts puts what was registered behind what lay in the folder).
 * @param list returns of one period, whatever their order
 */
export function versionsBy<V extends { receivedAt: string }>(
  list: readonly V[],
  senderOf: (one: V) => string,
): ReadonlyMap<string, Versions<V>> {
  return new Map([...groupBy(list, senderOf)].map(([sender, own]) => [sender, versionsOf(own)]));
}

/** Of each sender, the return that counts. @param list returns of one period */
export function countingBy<V extends { receivedAt: string }>(
  list: readonly V[],
  senderOf: (one: V) => string,
): ReadonlyMap<string, V> {
  return new Map([...versionsBy(list, senderOf)].map(([sender, { counting }]) => [sender, counting]));
}

/** … for the quarter before the period; none for the first of a year. @param list returns of any quarters */
export function countingBefore<V extends { period: string; receivedAt: string }>(
  period: Period,
  list: readonly V[],
  senderOf: (one: V) => string,
): ReadonlyMap<string, V> {
  const before = previousPeriod(period)?.id;
  return countingBy(
    list.filter((one) => one.period === before),
    senderOf,
  );
}

function versionsOf<V extends { receivedAt: string }>(own: readonly V[]): Versions<V> {
  const all = inOrderOfReceipt(own);
  return { first: all[0] as V, counting: all.at(-1) as V, all };
}

/** By the day of receipt; stable, so that versions of one day stay in their order. */
export const inOrderOfReceipt = <V extends { receivedAt: string }>(list: readonly V[]): V[] =>
  [...list].sort((a, b) => byCodeUnit(a.receivedAt, b.receivedAt));
