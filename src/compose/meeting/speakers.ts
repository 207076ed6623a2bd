/** Which units speak at the meeting, why, and in which order: those that must act come first. */
import type { Ledger, TaskRecord, UnitRecord } from '../../model/ledger/ledger.ts';
import { isLaggingStatus, type Status } from '../../model/status.ts';
import { isRed, type JudgedGoal, judgedGoals } from '../choice/outstanding.ts';
import { isLagging } from '../texts/lagging.ts';
import { requestsOf } from './requests.ts';

/** Red lights, of tasks or annual goals · handed in nothing · lags · only asks for coordination. In the order in which they speak. */
const REASONS = ['red', 'silent', 'lagging', 'matters'] as const;
type Reason = (typeof REASONS)[number];

export interface Speaker {
  unit: string;
  reason: Reason;
  tasks: TaskRecord[];
  red: TaskRecord[];
  lagging: TaskRecord[];
  /** Annual goals that lag, red ones in front. */
  goals: JudgedGoal[];
  /** Tasks and annual goals of a unit that handed in nothing; 0 of one that did. */
  unreported: { tasks: number; goals: number };
  /** How many matters of coordination it brings, for goals and tasks of its own or tasks that it cooperates on. */
  matters: number;
}

/** Whether it reports on its work; who lags nowhere only brings its matters, when these are dealt with. */
export const reports = ({ reason }: Speaker): boolean => reason !== 'matters';

/** Among those of one reason: most red lights in front, then most severe ones, then most that lag; else as in units.yaml. */
export function speakersOf(ledger: Ledger): Speaker[] {
  const goals = judgedGoals(ledger).filter(({ status }) => isLaggingStatus(status));
  // What was done before stays done, and is not among what nobody knows.
  const carried = new Set(ledger.goals.flatMap(({ goal, target }) => (target?.carried ? [goal.id] : [])));
  const absent = new Map(
    ledger.returns.flatMap(({ unit, owesGoals, receivedAt }) =>
      receivedAt === null ? [[unit.name, owesGoals.filter((id) => !carried.has(id)).length]] : [],
    ),
  );
  const requests = requestsOf(ledger);
  const speakers = ledger.units.flatMap(
    (unit) =>
      speakerOf(
        { unit, tasks: ledger.tasks.filter((task) => task.unit === unit.name) },
        goals,
        absent.get(unit.name),
        requests.filter(({ request }) => request.by === unit.name).length,
      ) ?? [],
  );
  return REASONS.flatMap((reason) =>
    speakers
      .filter((speaker) => speaker.reason === reason)
      .sort((a, b) => lights(b) - lights(a) || severe(b) - severe(a) || late(b) - late(a)),
  );
}

const redOf = ({ red, goals }: Speaker): { status: Status }[] => [...red, ...goals.filter(isRed)];
const lights = (speaker: Speaker): number => redOf(speaker).length;
const severe = (speaker: Speaker): number =>
  redOf(speaker).filter(({ status }) => status === 'farBehind').length;
const late = ({ lagging, goals }: Speaker): number => lagging.length + goals.length;

/** @param owedGoals annual goals of a unit that handed in nothing; undefined of one that did, or owes nothing */
function speakerOf(
  { unit, tasks }: Pick<UnitRecord, 'unit' | 'tasks'>,
  lateGoals: readonly JudgedGoal[],
  owedGoals: number | undefined,
  matters: number,
): Speaker | null {
  const goals = lateGoals
    .filter(({ goal }) => goal.responsible.unit === unit.name)
    .sort((a, b) => Number(isRed(b)) - Number(isRed(a)));
  const red = tasks.filter(isRed);
  const lagging = tasks.filter(isLagging);
  // A return in which no task is filled in says as little as none.
  const silent =
    owedGoals !== undefined || (tasks.length > 0 && tasks.every((task) => task.status === 'notReported'));
  const unreported = {
    tasks: silent ? tasks.filter(({ status }) => status === 'notReported').length : 0,
    goals: owedGoals ?? 0,
  };
  const holds: Record<Reason, boolean> = {
    red: red.length > 0 || goals.some(isRed),
    matters: matters > 0,
    silent,
    lagging: lagging.length > 0 || goals.length > 0,
  };
  const reason = REASONS.find((one) => holds[one]);
  return reason ? { unit: unit.name, reason, tasks, red, lagging, goals, unreported, matters } : null;
}
