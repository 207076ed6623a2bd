/**
 * Status of a target. The table, first row that fits:
 *
 * | # | what is known                                                              | status       |
 * |---|----------------------------------------------------------------------------|--------------|
 * | 0 | what was written for a value can't be read                                | toVerify     |
 * | 1 | no return of the responsible unit, or the task or goal is not in it        | notReported  |
 * | 2 | no value; unit says 未启动 (stage or self-assessment), something expected   | notStarted   |
 * | 3 | no value; unit says 未启动, nothing expected yet                            | onPace       |
 * | 4 | no value otherwise (left out), unless none is owed yet: then                | notReported, onPace |
 * | 5 | a check says verify                                                        | toVerify     |
 * | 6 | operator fulfilled: growth and level targets before they are due           | onPace       |
 * | 7 | operator fulfilled otherwise                                               | done         |
 * | 8 | value 0, self-assessment 未启动, something expected                         | notStarted   |
 * | 9 | growth or level not met: short of the target by rules.farBehind % of it    | farBehind    |
 * |10 | growth or level not met (either: not before the day, where only that counts)| behind       |
 * |11 | nothing expected yet (deadline ahead, node null)                           | onPace       |
 * |12 | gap ≤ −farBehind, and of a few things more than one missing (see lacksOne)  | farBehind    |
 * |13 | due and, as the rows above say, not fulfilled: no tolerance any more       | behind       |
 * |14 | gap ≥ ahead                                                                | ahead        |
 * |15 | gap ≥ −tolerance                                                           | onPace       |
 * |16 | otherwise                                                                  | behind       |
 *
 * What was done last quarter and cannot fall back (a sum over the year, yes or no, the last stage) stays done, by last
 * quarter's value, when it is left out of a return or no return came: that the unit is late undoes nothing. The record
 * says that it was not confirmed (`carried`), and the papers print it.
 *
 * Status of a task with several targets (or targets and milestones): the worst of them, where 待核实 and 未报送 stand
 * between bad and good. A target known to lag makes the task lag whatever the unknown ones turn out to be; but no
 * task is called good while a part of it is unknown. Worst first: 严重滞后, 未启动, 滞后, 待核实, 未报送, 达到序时进度,
 * 超前, 已完成. A task of which only parts have not started has started: such a part counts as 严重滞后.
 */
import type { Rules } from '../../model/plan/rules.ts';
import type { Status } from '../../model/status.ts';

export interface TargetFacts {
  /** silent: not in any return of the responsible unit · blank: in it, without a value · unread: with what is none. */
  reported: 'silent' | 'blank' | 'unread' | 'value';
  /** The unit says that the matter has not started. */
  saysNotStarted: boolean;
  /** A cross-check found that the value can't be trusted. */
  verify: boolean;
  /** Value is zero. */
  zero: boolean;
  /** The plan's operator is satisfied. */
  fulfilled: boolean;
  /** Growth rate or level; compared directly. */
  level: boolean;
  /** Only the deadline counts, whatever was reported before it (schedule: deadline). */
  onlyAtDeadline: boolean;
  /** Deadline or year's end has come. */
  due: boolean;
  /** Whether the period has to have a value: not before a deadline that alone counts, nor before a node. */
  owed: boolean;
  /** Value ÷ target in %, for levels. */
  attainment: number | undefined;
  /** Expected completion in %, unrounded; undefined when nothing is expected. */
  expected: number | undefined;
  /** 序时差 in 百分点 as printed, so that a reader can follow the verdict from the page. */
  gap: number | undefined;
  /** Of a few things all but one are there that are due: 33 points of the percentage are one of three. */
  lacksOne: boolean;
}

/** The verdict by the table above. */
export function judgeTarget(facts: TargetFacts, rules: Rules['pace']): Status {
  const compared = facts.level && (facts.due || !facts.onlyAtDeadline);
  const somethingExpected = compared || (facts.expected !== undefined && facts.expected > 0);
  if (facts.reported === 'unread') return 'toVerify';
  if (facts.reported === 'silent') return 'notReported';
  if (facts.reported === 'blank') {
    if (!facts.saysNotStarted) return facts.owed ? 'notReported' : 'onPace';
    return somethingExpected ? 'notStarted' : 'onPace';
  }
  if (facts.verify) return 'toVerify';
  if (facts.fulfilled) return facts.level && !facts.due ? 'onPace' : 'done';
  if (facts.zero && facts.saysNotStarted && somethingExpected) return 'notStarted';
  if (compared) {
    return facts.attainment !== undefined && facts.attainment - 100 <= -rules.farBehind
      ? 'farBehind'
      : 'behind';
  }
  if (facts.expected === undefined) return 'onPace';
  return judgeGap(facts, rules);
}

function judgeGap({ gap, due, lacksOne }: TargetFacts, rules: Rules['pace']): Status {
  if (gap === undefined) return 'behind';
  if (gap <= -rules.farBehind) return lacksOne ? 'behind' : 'farBehind';
  if (due) return 'behind';
  if (gap >= rules.ahead) return 'ahead';
  return gap >= -rules.tolerance ? 'onPace' : 'behind';
}

const WORST_FIRST: readonly Status[] = [
  'farBehind',
  'notStarted',
  'behind',
  'toVerify',
  'notReported',
  'onPace',
  'ahead',
  'done',
];

/** Status of a whole from its parts, and the index of the part that decided; undefined for no parts. */
export function worstOf(parts: readonly Status[]): { status: Status; index: number } | undefined {
  const allIdle = parts.every((status) => status === 'notStarted');
  const seen = parts.map((status) => (status === 'notStarted' && !allIdle ? 'farBehind' : status));
  for (const status of WORST_FIRST) {
    const index = seen.indexOf(status);
    if (index >= 0) return { status, index };
  }
  return undefined;
}
