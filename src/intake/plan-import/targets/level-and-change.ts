/**
 * A level beside the points by which it changes: 达到92%，较上年末的86.5%提高5.5个百分点. That is one target, and where it
 * starts follows from the sentence.
 */
import { planGivesLevel, planImpliesLevel } from '../../../base/messages/plan-targets.ts';
import { withoutChange } from './change.ts';
import type { FoundTarget, TargetReading } from './found-target.ts';
import type { StartingLevel } from './number-scan.ts';

const FALL = /下降|降低|减少|压减|压降/;
/** Compared with another time than the end of the year before. */
const OTHER_TIME = /同比|同期|年均|(?:较|比)(?:20\d{2}年|全[国省市]|平均)|增速|增幅/;

/** `from`: the level that the change names itself, 86.5%. */
export interface ChangeFrom {
  target: FoundTarget;
  level: StartingLevel;
}

/** Makes one of every such pair. `text` is what was read. */
export function withChanges(
  reading: TargetReading,
  text: string,
  named: readonly ChangeFrom[],
  year: number,
): void {
  const out: FoundTarget[] = [];
  for (const target of reading.targets) {
    const before = out.at(-1);
    const pair = before && pairOf(before, target, text);
    if (!before || !pair) {
      out.push(target);
      continue;
    }
    const { level, change } = pair;
    const written = named.find((one) => one.target === change)?.level;
    const sign = FALL.test(change.sentence) ? -1 : 1;
    const value = Math.round((level.value - sign * change.value) * 1e6) / 1e6;
    const fits = !written || (written.value === value && written.unit === level.unit);
    const earlier = written?.year !== undefined && written.year !== year - 1;
    if (level.baseline || earlier || value < 0) {
      out.push(target);
      continue;
    }
    if (fits && written)
      for (const one of reading.passedOver)
        if (one.offset === change.offset && one.words === written.words) one.why = 'baseline';
    out.pop();
    out.push({
      ...level,
      sentence: between(level, change, text),
      offset: Math.min(level.offset, change.offset),
      ...(fits && {
        baseline: {
          value,
          asOf: `${year - 1}-12-31`,
          source: written ? planGivesLevel() : planImpliesLevel(),
          demo: false,
        },
        schedule: { type: 'linear' },
      }),
      change: { words: change.sentence, disagrees: !fits },
    });
  }
  reading.targets = out;
}

/** Both exact, of the same thing and in one sentence. */
function pairOf(
  one: FoundTarget,
  other: FoundTarget,
  text: string,
): { level: FoundTarget; change: FoundTarget } | undefined {
  const [level, change] = one.unit === '百分点' ? [other, one] : [one, other];
  if (level.unit !== '%' || level.kind !== 'ratio' || change.unit !== '百分点' || change.kind !== 'ratio')
    return undefined;
  if (
    ![level, change].every(({ operator, wording }) => operator === 'atLeast' && /^$|达|[到至]$/.test(wording))
  )
    return undefined;
  if (level.softener !== change.softener || level.deadline !== change.deadline) return undefined;
  if (OTHER_TIME.test(change.sentence) || /[。；]/.test(between(level, change, text))) return undefined;
  return withoutChange(change.name) === withoutChange(level.name) ? { level, change } : undefined;
}

/** From the beginning of the first clause to the end of the second. */
function between(one: FoundTarget, other: FoundTarget, text: string): string {
  const [first, last] = one.offset <= other.offset ? [one, other] : [other, one];
  return text.slice(first.offset, last.offset + last.sentence.length);
}
