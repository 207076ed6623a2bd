/** The returns of one period that count, and what they say. Late returns count like any other. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { superseded } from '../../base/messages/ledger.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Target } from '../../model/plan/target.ts';
import {
  type GoalEntry,
  type Request,
  reportedValues,
  type Submission,
  type TaskEntry,
} from '../../model/returns/submission.ts';
import { type Versions, versionsBy } from '../../model/returns/versions.ts';
import { told } from './told.ts';

/** The returns of one period, one per unit. */
export interface PeriodReturns {
  byUnit: ReadonlyMap<string, Submission>;
  /** ISO date of a unit's first return, by which lateness is judged: a correction is no late return. */
  firstReceivedAt: ReadonlyMap<string, string>;
  /** How many returns a unit has handed in. */
  versions: ReadonlyMap<string, number>;
}

export interface UnitValue {
  unit: string;
  figure: Figure;
}

/** A return replaces the earlier one of its unit whole; which one is later, versionsBy says. */
export function mergeReturns(
  submissions: readonly Submission[],
  periodId: string,
): { value: PeriodReturns; diagnostics: Diagnostic[] } {
  const own = submissions.filter((s) => s.period === periodId);
  const versions = versionsBy(own, ({ unit }) => unit);
  const each = <T>(of: (one: Versions<Submission>) => T): Map<string, T> =>
    new Map([...versions].map(([unit, one]) => [unit, of(one)]));
  return {
    value: {
      byUnit: each(({ counting }) => counting),
      firstReceivedAt: each(({ first }) => first.receivedAt),
      versions: each(({ all }) => all.length),
    },
    diagnostics: supersededIn(versions),
  };
}

/** Each version that another one took the place of. */
export const supersededIn = (
  versions: ReadonlyMap<string, Versions<{ receivedAt: string; file: string }>>,
): Diagnostic[] =>
  [...versions].flatMap(([sender, { all, counting }]) =>
    all
      .filter((one) => one !== counting)
      .map(({ file, receivedAt }) => superseded({ file }, sender, receivedAt, counting.receivedAt)),
  );

/** What each unit wrote for a target, in order of receipt of the first value; units and figures as submitted. */
export function valuesOf(returns: PeriodReturns, targetId: string): UnitValue[] {
  return [...returns.byUnit.values()].flatMap((submission) =>
    reportedValues(submission)
      .filter((value) => value.target === targetId)
      .map((value) => ({ unit: submission.unit, figure: value.figure })),
  );
}

/** What the unit wrote for a target and nobody can read. */
export const unreadOf = (returns: PeriodReturns, { id, responsible }: Target): string | undefined =>
  returns.byUnit.get(responsible.unit)?.unread?.find(({ target }) => target === id)?.text;

export function taskEntry(returns: PeriodReturns, unit: string, task: number): TaskEntry | undefined {
  return returns.byUnit.get(unit)?.tasks.find((entry) => entry.task === task);
}

export function goalEntry(returns: PeriodReturns, unit: string, goal: string): GoalEntry | undefined {
  return returns.byUnit.get(unit)?.goals.find((entry) => entry.goal === goal);
}

/** What is asked for a task's sake, by the unit that answers for it first; a request of any other is as real. */
export const requestsForTask = (returns: PeriodReturns, unit: string, task: number): Request[] =>
  requestsIn(returns, unit, ({ tasks, cooperation }) =>
    [...tasks, ...cooperation].filter((entry) => entry.task === task),
  );

/** The same for an annual goal. */
export const requestsForGoal = (returns: PeriodReturns, unit: string, goal: string): Request[] =>
  requestsIn(returns, unit, ({ goals }) => goals.filter((entry) => entry.goal === goal));

function requestsIn(
  returns: PeriodReturns,
  unit: string,
  entriesOf: (submission: Submission) => readonly Pick<TaskEntry, 'coordination'>[],
): Request[] {
  const all = [...returns.byUnit.values()].flatMap((submission) =>
    entriesOf(submission).flatMap(({ coordination }) =>
      coordination.map((one): Request => ({ ...one, matter: told(one.matter), by: submission.unit })),
    ),
  );
  return [...all.filter(({ by }) => by === unit), ...all.filter(({ by }) => by !== unit)];
}
