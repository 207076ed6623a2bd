/** Remarks that repeat one sentence become one with a list; which kinds, and in what words, is in messages/plan-gathered.ts. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import { isGathered, type Repeated, together, withoutGist } from '../../../base/messages/plan-gathered.ts';

/** Fewer are told one by one, each at its line. */
const MANY = 3;

/** In their order; what stands for many comes where the first of them was. */
export function gathered(list: readonly Diagnostic[]): Diagnostic[] {
  const kinds = new Map<string, Repeated[]>();
  for (const one of list) if (isGathered(one)) kinds.set(one.code, [...(kinds.get(one.code) ?? []), one]);
  const seen = new Set<string>();
  return list.flatMap((one) => {
    const alike = kinds.get(one.code) ?? [];
    if (!isGathered(one) || alike.length < MANY) return [withoutGist(one)];
    if (seen.has(one.code)) return [];
    seen.add(one.code);
    return [together(alike as [Repeated, ...Repeated[]])];
  });
}
