/**
 * What stands out (突出问题): tasks and annual goals with a red light, and those that lag for the second quarter in a row.
 * 督办 is for the 严重滞后 among them and for those that lag again; a task that has not begun is not urged at once.
 */
import type { GoalRecord, Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import { isLaggingStatus, STATUS_FACES, type Status } from '../../model/status.ts';
import type { Unit } from '../../model/unit.ts';
import { isIdle } from '../texts/lagging.ts';

export interface JudgedGoal extends GoalRecord {
  target: TargetRecord;
  status: Status;
  previousStatus: Status | null;
}

/** What is judged, a task or a goal: how it stands and stood. */
export type Judged = Pick<TaskRecord, 'status' | 'previousStatus'>;

export const isRed = ({ status }: Judged): boolean => STATUS_FACES[status].light === 'red';

/** For the second quarter in a row. */
export const lagsAgain = ({ status, previousStatus }: Judged): boolean =>
  isLaggingStatus(status) && previousStatus !== null && isLaggingStatus(previousStatus);

/** The word for `lagsAgain`: what has not begun lags with the others, but is named aside where it is among them. */
export function againParts(again: readonly Judged[]): { word: string; aside: string } {
  if (again.length > 0 && again.every((one) => isIdle(one.status) && isIdle(one.previousStatus)))
    return { word: '连续两个季度未启动', aside: '' };
  const some = again.some((one) => isIdle(one.status) || isIdle(one.previousStatus));
  return { word: '连续两个季度滞后', aside: some ? '含未启动' : '' };
}

/** 连续两个季度滞后（含未启动） */
export function againWord(again: readonly Judged[]): string {
  const { word, aside } = againParts(again);
  return aside === '' ? word : `${word}（${aside}）`;
}

const isUrged = (one: Judged): boolean => one.status === 'farBehind' || lagsAgain(one);

export const isOutstanding = (one: Judged): boolean => isRed(one) || isUrged(one);

/** The annual goals that have a number, with how they stand and stood. */
export const judgedGoals = ({ goals }: Ledger): JudgedGoal[] =>
  goals.flatMap((goal) => {
    const { target, status } = goal;
    return target && status ? [{ ...goal, target, status, previousStatus: target.previousStatus }] : [];
  });

export interface Outstanding {
  goals: JudgedGoal[];
  tasks: TaskRecord[];
}

export const outstanding = (ledger: Ledger): Outstanding => chosen(ledger, isOutstanding);

/** @param unit the one that answers for them; null for all */
export const urged = (ledger: Ledger, unit: Unit | null): Outstanding => chosen(ledger, isUrged, unit?.name);

function chosen(ledger: Ledger, test: (one: Judged) => boolean, unit?: string): Outstanding {
  return {
    goals: judgedGoals(ledger).filter((one) => test(one) && (!unit || one.goal.responsible.unit === unit)),
    tasks: ledger.tasks.filter((one) => test(one) && (!unit || one.unit === unit)),
  };
}

/** The units that answer for them, each once. */
export const unitsOf = ({ goals, tasks }: Outstanding): Set<string> =>
  new Set([...goals.map(({ goal }) => goal.responsible.unit), ...tasks.map(({ unit }) => unit)]);
