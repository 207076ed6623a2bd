/** What reading a text for targets yields. */
import type { Operator, Schedule, Target, TargetKind } from '../../../model/plan/target.ts';
import type { PassedOverWhy } from './number-scan.ts';
import type { Promised } from './promises.ts';

export interface FoundTarget {
  name: string;
  operator: Operator;
  wording: string;
  softener?: string;
  value: number;
  upper?: number;
  unit: string;
  kind: TargetKind;
  baseline?: NonNullable<Target['baseline']>;
  schedule: Schedule;
  deadline?: string;
  /** The clause, verbatim, or several that belong to one target. */
  sentence: string;
  /** Offset of the clause in the text that was read. */
  offset: number;
  /** What makes the reading doubtful: a number in characters, a vague deadline, one beyond the plan's year. */
  doubt?: 'word' | 'vagueDeadline' | 'laterYear';
  /** 翻一番, of which the growth rate in `value` was made. */
  multiple?: string;
  /** 三分之二, of which the percentage in `value` was made. */
  share?: string;
  /** 前十: the lower the better. */
  rank?: true;
  /** 一季度30家，…: the words of which the quarterly points were made. */
  quarters?: string;
  /** The plan gives no number of the year, which was made of those of its quarters. */
  added?: { by: 'sum' | 'level'; until: number };
  /** 提高5.5个百分点, of which the baseline was worked out, or which does not fit the one that is written. */
  change?: { words: string; disagrees: boolean };
  /** 不低于98%: to be held all year. */
  floor?: boolean;
  /** 全覆盖, 全部达到: no number, see promises.ts. */
  promise?: Promised['how'];
}

/** Whether the clause at that offset belongs to the target. */
export const holds = ({ offset, sentence }: FoundTarget, at: number): boolean =>
  at >= offset && at < offset + sentence.length;

/** Whether the clause at an offset belongs to any of the targets; a text may hold thousands. */
export function heldBy(targets: readonly FoundTarget[]): (at: number) => boolean {
  const sorted = [...targets].sort((a, b) => a.offset - b.offset);
  let furthest = 0;
  const ends = sorted.map(({ offset, sentence }) => {
    furthest = Math.max(furthest, offset + sentence.length);
    return furthest;
  });
  return (at) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.offset ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? 0) > at;
  };
}

/** 三年累计培育30家 */
const OF_ALL_YEARS = /^(?:力争|争取|确保)?[两三五3]年(?:累计|内|共|总)|(?:行动|计划|规划)(?:实施)?期内/;

/** The reading of a plan of several years, of which only one counts: what is due later is passed over. */
export function ofThisYear({ targets, passedOver }: TargetReading): TargetReading {
  const later = targets.filter(({ doubt, sentence }) => doubt === 'laterYear' || OF_ALL_YEARS.test(sentence));
  return {
    targets: targets.filter((target) => !later.includes(target)),
    passedOver: [
      ...passedOver,
      ...later.map(({ sentence, offset }) => ({ words: sentence, why: 'laterYear' as const, offset })),
    ],
  };
}

export interface TargetReading {
  targets: FoundTarget[];
  /** Numbers that were not made targets. */
  passedOver: { words: string; why: PassedOverWhy /** Of the clause. */; offset: number }[];
}
