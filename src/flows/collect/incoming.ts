/** One file of a collection: read, and held against what its unit owes and has handed in before. */
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import {
  contentLost,
  emptyNotTaken,
  nothingFilled,
  nothingToFill,
  onlyCooperates,
  tableAlone,
  unitNotReporting,
} from '../../base/messages/collect.ts';
import { leftOut, othersReturn } from '../../base/messages/slips.ts';
import type { PlanIndex } from '../../intake/plan/plan-index.ts';
import { longTexts } from '../../intake/returns/long-texts.ts';
import { type ReturnReading, readReturn } from '../../intake/returns/read-return.ts';
import { suspects } from '../../intake/returns/suspects.ts';
import { ALL_UNREAD, type Unread } from '../../intake/returns/unread.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { Period } from '../../model/period.ts';
import { answersFor, nodesOf, type Plan, type Task } from '../../model/plan/plan.ts';
import type { Target } from '../../model/plan/target.ts';
import { SHEETS } from '../../model/returns/form.ts';
import { isEmpty, reportedValues, type Submission, type TaskEntry } from '../../model/returns/submission.ts';
import { tellsOfNothing } from './refused.ts';
import type { SaidBefore, SaidSoFar } from './said-before.ts';
import { type SentSource, sentFile } from './sent-file.ts';
import type { Received } from './versions.ts';

/** What a file is held against. */
export interface Desk {
  request: { period: Period; received: Received };
  effects: Effects;
  inputs: Inputs;
  index: PlanIndex;
  /** Whose all files are, where the user says so. */
  unit: string | undefined;
  /** What the unit has said of the period so far. */
  said: SaidSoFar;
  /** Whether its empty form says that nothing has changed, and all that it owes with that. */
  saysAll(form: Submission): boolean;
  /** What it returned for the quarter before. */
  previous(unit: string): Submission | undefined;
}

/** A file as it was read. */
export interface Incoming {
  source: SentSource;
  bytes: Uint8Array;
  reading: ReturnReading;
}

/** Out: what the file says, and what is to be said of it; a file that can't be used has no submission. */
export async function readSource(desk: Desk, source: SentSource): Promise<Incoming> {
  const { effects, index, previous, request, unit } = desk;
  const { bytes, why } = await sentFile(source, effects);
  if (!bytes) {
    const nothing = { format: undefined, unit: undefined, submission: undefined, unread: ALL_UNREAD };
    return {
      source,
      bytes: new Uint8Array(),
      reading: { ...nothing, refused: new Set(), diagnostics: [why] },
    };
  }
  const claim = { receivedAt: request.received.date, ...(unit === undefined ? {} : { unit }) };
  const reading = readReturn(source.shown, bytes, { index, period: request.period.id, claim, previous });
  const { submission } = reading;
  if (submission) {
    reading.diagnostics.push(...suspects(submission, previous(submission.unit), index));
    reading.diagnostics.push(...longTexts([...submission.tasks, ...submission.goals]));
    // Whoever only cooperates has said by an empty form that nothing has to be coordinated.
    const owes = [...index.tasks.values(), ...index.goals.values()].some((part) =>
      answersFor(submission.unit, part),
    );
    if (isEmpty(submission) && tellsOfNothing(reading.diagnostics)) {
      if (owes) await takeEmpty(reading, submission, source.shown, desk);
    } else if (submission.tasks.length + submission.goals.length > 0)
      refuseOthers(reading, source.shown, submission, index);
    const before = (await desk.said.of(submission.unit))?.said;
    const own = { before, previous: previous(submission.unit) };
    reading.diagnostics.push(...noRoom(source.shown, reading, index));
    reading.diagnostics.push(...unfilled(source.shown, reading, desk, own));
  }
  return { source, bytes, reading };
}

/**
 * An empty form says that nothing has changed where all was done last quarter. Any other is no return: somebody has sent the
 * wrong file, or none of what was asked for. What the unit has said before, it takes nothing from (see poorerThan).
 */
async function takeEmpty(
  reading: ReturnReading,
  submission: Submission,
  file: string,
  { said, saysAll }: Desk,
): Promise<void> {
  const { unit } = submission;
  const before = await said.of(unit);
  if (before && !isEmpty(before.said)) return;
  if (saysAll(submission)) {
    reading.diagnostics.push(nothingToFill(file, unit));
    return;
  }
  reading.diagnostics.splice(0, Infinity, nothingFilled(file, unit));
  reading.submission = undefined;
}

/** Which of the form's tables a file holds that has room for one only; undefined for all others, and for an empty one. */
export function onlyTable({ format, submission }: ReturnReading): string | undefined {
  if (!format?.single || !submission) return undefined;
  const { tasks, goals, cooperation } = submission;
  if (tasks.length > 0) return SHEETS.tasks;
  return goals.length > 0 ? SHEETS.goals : cooperation.length > 0 ? SHEETS.cooperation : undefined;
}

/** Goals that the unit owes beside its tasks, and for which the file has no room; the other way about is told by the form. */
function noRoom(file: string, reading: ReturnReading, index: PlanIndex): Diagnostic[] {
  const { unit } = reading;
  const owesGoals = [...index.goals.values()].some((goal) => unit !== undefined && answersFor(unit, goal));
  return onlyTable(reading) === SHEETS.tasks && owesGoals
    ? [tableAlone(file, SHEETS.tasks, SHEETS.goals, 'warning')]
    : [];
}

/** What was said of the unit's own tasks and goals, and is gone from this one. */
function lostFrom(before: Submission, now: Submission, unread: Unread, index: PlanIndex): string[] {
  const { unit } = before;
  const tasks = before.tasks
    .filter((was) => !now.tasks.some((entry) => entry.task === was.task) && !unread.part(was.task))
    .flatMap((was) => index.tasks.get(was.task) ?? [])
    .filter((task) => answersFor(unit, task));
  const goals = before.goals
    .filter((was) => !now.goals.some((entry) => entry.goal === was.goal) && !unread.part(was.goal))
    .flatMap((was) => index.goals.get(was.goal) ?? [])
    .filter((goal) => answersFor(unit, goal));
  return [
    ...tasks.map(({ no }) => `第${no}项任务`),
    ...goals.map(({ name }) => `年度目标“${innerQuotes(name)}”`),
  ];
}

/**
 * Why a return may not take the place of the version that counts (`version`): it is empty, or holds only what was corrected.
 * What could not be read is not lost: it goes back to the unit.
 */
export function poorerThan(
  version: number,
  { said, since }: SaidBefore,
  { source, reading }: Incoming,
  now: Submission,
  index: PlanIndex,
): Diagnostic | undefined {
  if (isEmpty(said)) return undefined;
  if (isEmpty(now)) return emptyNotTaken(source.shown, now.unit, version);
  const lost = lostFrom(said, now, reading.unread, index);
  return lost.length > 0 ? contentLost(source.shown, now.unit, lost, { since }) : undefined;
}

/** A task of the unit's that goes by stages, and of which the return names none. */
function lacksStage(task: Task, entry: TaskEntry, plan: Plan, previous: Submission | undefined): boolean {
  const nodes = nodesOf(task, plan);
  const idle = entry.selfAssessment?.value === 'notStarted';
  if (!nodes || entry.stage || idle) return false;
  // What was at its end last quarter needs no word any more.
  const last = previous?.tasks.find((one) => one.task === task.no)?.stage?.value;
  return last === undefined || last !== nodes.at(-1)?.stage;
}

/**
 * Own tasks and goals of which the return says nothing, figures without a value, and stages that are not named, in one
 * warning.
 * @param before what was said so far: a figure of it that is gone is told as such, see changesSince
 * @param previous what the unit returned last quarter
 */
function unfilled(
  file: string,
  { submission, refused, diagnostics }: ReturnReading,
  { index, inputs }: Desk,
  { before, previous }: Record<'before' | 'previous', Submission | undefined>,
): Diagnostic[] {
  if (!submission || isEmpty(submission)) return [];
  // A column without its heading was read nowhere; what stands in it is not missing.
  if (diagnostics.some(({ code }) => code === 'columnMissing')) return [];
  const { unit } = submission;
  const values = [submission, before].flatMap(reportedValues);
  const lacking = (target: Target): boolean =>
    target.responsible.unit === unit &&
    !values.some((value) => value.target === target.id) &&
    !refused.has(target.id);
  const tasks = [...index.tasks.values()].flatMap((task) => {
    if (!index.owners(task).includes(unit)) return [];
    const entry = submission.tasks.find((one) => one.task === task.no);
    if (!entry) return [`第${task.no}项任务`];
    const staged = task.responsible.unit !== unit || !lacksStage(task, entry, inputs.plan, previous);
    return [
      ...task.targets.filter(lacking).map((target) => `${target.id}（${target.name}）`),
      ...(staged ? [] : [`第${task.no}项任务的阶段`]),
    ];
  });
  const goals = [...index.goals.values()].flatMap(({ target }) =>
    target && lacking(target) ? [target] : [],
  );
  const left = [...tasks, ...goals.map((target) => `${target.id}（${target.name}）`)];
  const unread = diagnostics.some(({ severity, at }) => severity === 'error' && at?.cell !== undefined);
  return left.length > 0 ? [leftOut(file, left, unread)] : [];
}

/** A return of which nothing concerns its unit is somebody else's under another name, and must not replace a true one. */
function refuseOthers(reading: ReturnReading, file: string, submission: Submission, index: PlanIndex): void {
  const { unit, tasks, goals, cooperation } = submission;
  // What it needs for the tasks of others is its own as well.
  if (tasks.length + goals.length === 0 && cooperation.length > 0) return;
  const owes = [...index.tasks.values()].some((task) => index.owners(task).includes(unit));
  const own = [
    ...tasks.map((entry) => index.tasks.get(entry.task)).map((task) => task && index.owners(task)),
    ...goals
      .map((entry) => index.goals.get(entry.goal))
      .map((goal) => [goal?.responsible.unit, goal?.target?.responsible.unit]),
  ].some((owners) => owners?.includes(unit));
  if (own || !owes) return;
  reading.diagnostics.splice(0, Infinity, othersReturn(file, unit, tasks.length + goals.length));
  reading.submission = undefined;
}

/** A unit that cooperates has been asked; of any other a return is odd. */
export function owingNothing(file: string, unit: string, { tracks }: Plan): Diagnostic {
  const tracksOf = tracks.filter(({ leads, cooperating }) => [...leads, ...cooperating].includes(unit));
  return tracksOf.length > 0
    ? onlyCooperates(
        file,
        unit,
        tracksOf.map(({ name }) => name),
      )
    : unitNotReporting(file, unit);
}
