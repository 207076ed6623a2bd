/** What reading a text for targets yields. */
import type { Operator, Schedule, Target, TargetKind } from '../../../model/target.ts';
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
  /** 一季度30家，…: the words of which the quarterly points were made. */
  quarters?: string;
  /** 提高5.5个百分点, of which the baseline was worked out, or which does not fit the one that is written. */
  change?: { words: string; disagrees: boolean };
  /** 全覆盖, 全部达到: no number, see promises.ts. */
  promise?: Promised['how'];
}

/** Whether the clause at that offset belongs to the target. */
export const holds = ({ offset, sentence }: FoundTarget, at: number): boolean =>
  at >= offset && at < offset + sentence.length;

export interface TargetReading {
  targets: FoundTarget[];
  /** Numbers that were not made targets. */
  passedOver: { words: string; why: PassedOverWhy /** Of the clause. */; offset: number }[];
}
