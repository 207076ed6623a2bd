/** What numbers of parts of the year make of a target. */
import type { Divided, Shares } from './by-period.ts';
import { QUARTER_ENDS } from './deadline.ts';
import type { FoundTarget, TargetReading } from './found-target.ts';
import { type Nodes, nodesOf, nodesOfEach, valueIn, yearOf } from './period-share.ts';
import { type QuarterRun, thingOf } from './quarter-run.ts';

/** Quarterly points for a target, or a word that there are none. */
export function share(
  target: FoundTarget | undefined,
  shares: Shares,
  offset: number,
  out: TargetReading,
): void {
  const nodes = target && nodesOf(shares.items, target);
  if (target && nodes) inQuarters(target, nodes, shares.words);
  else out.passedOver.push({ words: shares.words, why: whyApart(target), offset });
}

export const whyApart = (target: FoundTarget | undefined): 'rates' | 'period' =>
  target?.kind === 'growth' ? 'rates' : 'period';

/** Whether the quarters share out what was counted right before: in its unit or in %, and nothing else is named. */
export function dividesLast({ unit, name, kind }: FoundTarget, { shares, key }: QuarterRun): boolean {
  const [own] = shares;
  const measured = own && valueIn(own, unit) !== undefined;
  if (kind === 'growth' || (!measured && own?.unit !== '%')) return false;
  const thing = thingOf(key);
  return thing === '' || name.includes(thing);
}

export function eachPeriod(
  target: FoundTarget | undefined,
  { words, quarters }: NonNullable<Divided['each']>,
): void {
  if (!target || (target.kind !== 'cumulative' && target.kind !== 'events')) return;
  const nodes = nodesOfEach(target.value, quarters);
  target.value *= quarters.length;
  inQuarters(target, nodes, words);
}

/** Makes the year's number of those of its quarters; false where that can't be done. */
export function ofWholeYear(
  target: FoundTarget,
  { shares, words, ofYear = '' }: QuarterRun,
  year: number,
): boolean {
  if (!['atLeast', 'exceed', 'about'].includes(target.operator) || target.doubt === 'laterYear') return false;
  const found = yearOf(shares, target.kind);
  if (!found) return false;
  target.value = found.value;
  inQuarters(target, found.nodes, words);
  // 一季度10家，…，全年新增上云企业60家
  if (thingOf(target.name) === '' && thingOf(ofYear) !== '') target.name = ofYear;
  const limit = shares.at(-1)?.whole ? (shares.at(-1)?.limit ?? '') : '';
  if (limit !== '') {
    target.operator = limit === '左右' ? 'about' : 'atLeast';
    target.wording = limit;
  }
  if (found.by !== 'whole') target.added = { by: found.by, until: found.until };
  if (found.until < 4) target.deadline = `${year}-${QUARTER_ENDS[found.until - 1]}`;
  return true;
}

function inQuarters(target: FoundTarget, nodes: Nodes, words: string): void {
  target.schedule = { type: 'nodes', nodes, reason: `计划写明：${words}` };
  target.quarters = words;
  delete target.deadline;
}
