/**
 * diaodu collect: what units sent → kept originals, a line per return, copies to send back.
 *
 *   files ─▶ readReturn ─▶ keep under data/<year>/submissions/<period>/ ─▶ 退回稿 for those with errors
 */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { periodNotSet, unitNotConcerned } from '../base/messages/chase.ts';
import {
  contentLost,
  emptyNotTaken,
  fileTooLarge,
  nothingFilled,
  onlyCooperates,
  unitNotReporting,
} from '../base/messages/collect.ts';
import { leftOut, othersReturn } from '../base/messages/slips.ts';
import { nearest } from '../base/nearest.ts';
import { MOST_BYTES } from '../intake/formats/workbook.ts';
import { resolveUnit } from '../intake/identify.ts';
import { longTexts } from '../intake/long-texts.ts';
import { indexPlan, type PlanIndex } from '../intake/plan-index.ts';
import { type ReturnReading, readReturn } from '../intake/read-return.ts';
import { readReceipts } from '../intake/receipts.ts';
import { suspects } from '../intake/suspects.ts';
import { readWorkspace } from '../intake/workspace.ts';
import type { Inputs } from '../model/inputs.ts';
import { type Period, periodName, previousPeriod } from '../model/period.ts';
import { answersFor, type Goal, type Plan, type Task } from '../model/plan.ts';
import type { Submission } from '../model/submission.ts';
import type { Target } from '../model/target.ts';
import { changesSince } from './changed-since.ts';
import { sendBack } from './correction.ts';
import { sentFile } from './sent-file.ts';
import {
  type Arrival,
  correctDate,
  keepVersion,
  type Received,
  type Shelf,
  sortedOut,
  standingOf,
} from './versions.ts';

/** What must be sound before anything is collected: plan, units, rules, periods. */
const PLAN = /^data\/\d+\/(?:plan|[^/]+\.yaml$)/;

export interface CollectSource {
  /** As the user named it, for messages. */
  shown: string;
  /** For Effects.read. */
  path: string;
  /** Size on disk. */
  bytes: number;
}

export interface CollectRequest {
  period: Period;
  /** Files, folders already opened up; in order of name. */
  sources: readonly CollectSource[];
  received: Received;
  /** Whose they are, where the files do not say so themselves. */
  unit?: string;
  /** A version that was superseded is to count once more. */
  again?: boolean;
  /** Output folder of the period. */
  out: string;
}

/** kept: a new version · same: its bytes are kept already · refused: could not be taken for a return. */
export type Outcome = 'kept' | 'same' | 'refused';

export interface CollectedReturn {
  file: string;
  outcome: Outcome;
  unit: string | null;
  receivedAt: string;
  version: number | null;
  /** Tasks and annual goals, filled in and owed. */
  tasks: { filled: number; owed: number };
  goals: { filled: number; owed: number };
  errors: number;
  warnings: number;
  /** Where the original and the 退回稿 were written. */
  original: string | null;
  correction: string | null;
  /** Where an earlier 退回稿 was laid aside, since this version answers it. */
  answered: string | null;
  diagnostics: Diagnostic[];
}

export interface CollectResult {
  returns: CollectedReturn[];
  /** Of the workspace; those of the returns stand with them. */
  diagnostics: Diagnostic[];
}

/** A file that can't be used does no harm to the others. Problems in the plan stop everything. */
export async function collect(request: CollectRequest, effects: Effects): Promise<CollectResult> {
  const { period } = request;
  const folder = `data/${period.year}/submissions/${period.id}`;
  const workspace = await readWorkspace(effects, period.year);
  const register = await readReceipts(effects, folder);
  // Of the workspace, only what is in the way; its returns are looked at elsewhere.
  const diagnostics = workspace.diagnostics.filter(
    (d) => d.severity === 'error' && PLAN.test(d.at?.file ?? 'data/0/plan'),
  );
  diagnostics.push(...register.diagnostics);
  const inputs = workspace.value;
  if (!inputs || !register.value || hasErrors(diagnostics)) return { returns: [], diagnostics };
  if (!inputs.periods.some((setting) => setting.id === period.id)) {
    diagnostics.push(
      periodNotSet(
        period.id,
        inputs.periods.map((setting) => setting.id),
      ),
    );
    return { returns: [], diagnostics };
  }
  const index = indexPlan(inputs.plan, inputs.units);
  const unit = request.unit === undefined ? undefined : resolveUnit(request.unit, index);
  if (request.unit !== undefined && unit === undefined) {
    const names = inputs.units.map((known) => known.name);
    diagnostics.push(unitNotConcerned(request.unit, nearest(request.unit, names), names));
    return { returns: [], diagnostics };
  }
  const counting = new Map(inputs.submissions.filter((s) => s.period === period.id).map((s) => [s.unit, s]));
  const collector: Collector = {
    request,
    effects,
    inputs,
    index,
    unit,
    shelf: {
      folder,
      receipts: register.value,
      filed: inputs.submissions.filter((s) => s.period === period.id).map((s) => ({ ...s, sender: s.unit })),
      received: request.received,
      again: request.again ?? false,
    },
    counting,
  };
  const incoming: Incoming[] = [];
  for (const source of request.sources) incoming.push(await readSource(collector, source));
  const arrivals = incoming.map(arrival);
  const { refused, inOrder } = await sortedOut(arrivals, collector.shelf, effects);
  for (const [{ incoming: one }, why] of refused) {
    one.reading.diagnostics.push(why);
    one.reading.submission = undefined;
  }
  const returns = new Map<Incoming, CollectedReturn>();
  for (const one of inOrder) returns.set(one.incoming, await keep(collector, one, arrivals));
  return { returns: incoming.flatMap((one) => returns.get(one) ?? []), diagnostics };
}

interface Collector {
  request: CollectRequest;
  effects: Effects;
  inputs: Inputs;
  index: PlanIndex;
  unit: string | undefined;
  shelf: Shelf;
  /** Of the period, by unit: the version that counts so far. */
  counting: Map<string, Submission>;
}

interface Incoming {
  source: CollectSource;
  bytes: Uint8Array;
  reading: ReturnReading;
}

async function readSource(collector: Collector, source: CollectSource): Promise<Incoming> {
  const { effects, index, inputs, request, unit } = collector;
  const before = previousPeriod(request.period)?.id;
  const previous = (of: string) =>
    inputs.submissions.filter((s) => s.unit === of && s.period === before).at(-1);
  const megabytes = (n: number): string => `${Math.ceil(n / 2 ** 20)} MB`;
  const tooLarge = source.bytes > MOST_BYTES;
  const sent = tooLarge ? {} : await sentFile(source, effects);
  const bytes = sent.bytes ?? new Uint8Array();
  if (tooLarge || sent.held) {
    const told = sent.held ?? fileTooLarge(source.shown, megabytes(source.bytes), megabytes(MOST_BYTES));
    return {
      source,
      bytes,
      reading: { format: undefined, unit: undefined, submission: undefined, diagnostics: [told] },
    };
  }
  const claim = { receivedAt: request.received.date, ...(unit === undefined ? {} : { unit }) };
  const reading = readReturn(source.shown, bytes, { index, period: request.period.id, claim, previous });
  const { submission } = reading;
  if (submission) {
    reading.diagnostics.push(...suspects(submission, previous(submission.unit), index));
    reading.diagnostics.push(...longTexts([...submission.tasks, ...submission.goals]));
    if (isEmpty(submission)) reading.diagnostics.push(nothingFilled(source.shown));
    else if (submission.tasks.length + submission.goals.length > 0)
      refuseOthers(reading, source.shown, submission, index);
    reading.diagnostics.push(
      ...unfilled(source.shown, reading, index, collector.counting.get(submission.unit)),
    );
  }
  return { source, bytes, reading };
}

const isEmpty = ({ tasks, goals, cooperation }: Submission): boolean =>
  tasks.length + goals.length + cooperation.length === 0;

/** What the version that counts says of the unit's own tasks and goals, and this one does not. */
function lostFrom(before: Submission, now: Submission, index: PlanIndex): string[] {
  const { unit } = before;
  const tasks = before.tasks
    .filter((was) => !now.tasks.some((entry) => entry.task === was.task))
    .flatMap((was) => index.tasks.get(was.task) ?? [])
    .filter((task) => answersFor(unit, task));
  const goals = before.goals
    .filter((was) => !now.goals.some((entry) => entry.goal === was.goal))
    .flatMap((was) => index.goals.get(was.goal) ?? [])
    .filter((goal) => answersFor(unit, goal));
  return [...tasks.map(({ no }) => `第${no}项任务`), ...goals.map(({ name }) => `年度目标“${name}”`)];
}

/** Why a return may not take the place of the one that counts: it is empty, or holds only what was corrected. */
function poorerThan(
  version: number,
  { counting, index }: Collector,
  { source, reading }: Incoming,
  now: Submission,
): Diagnostic | undefined {
  const before = counting.get(now.unit);
  if (!before || isEmpty(before)) return undefined;
  if (isEmpty(now)) return emptyNotTaken(source.shown, now.unit, version);
  // What could not be read is not lost: it goes back to the unit.
  if (hasErrors(reading.diagnostics)) return undefined;
  const lost = lostFrom(before, now, index);
  return lost.length > 0 ? contentLost(source.shown, now.unit, lost) : undefined;
}

/**
 * Own tasks and goals of which the return says nothing, and figures without a value, in one warning.
 * @param before the version that counts: a figure of it that is gone is told as such, see changesSince
 */
function unfilled(
  file: string,
  { submission, diagnostics }: ReturnReading,
  index: PlanIndex,
  before: Submission | undefined,
): Diagnostic[] {
  if (!submission || isEmpty(submission)) return [];
  // A column without its heading was read nowhere; what stands in it is not missing.
  if (diagnostics.some(({ code }) => code === 'columnMissing')) return [];
  // What was filled in and could not be read has been told by its cell.
  const refused = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const { unit } = submission;
  const known = [submission, ...(before && !hasErrors(diagnostics) ? [before] : [])];
  const values = known.flatMap(({ tasks, goals }) => [...tasks, ...goals]).flatMap((entry) => entry.values);
  const lacking = (target: Target): boolean =>
    target.responsible.unit === unit &&
    !values.some((value) => value.target === target.id) &&
    !refused.some((message) => message.includes(`“${target.name}”`));
  const tasks = [...index.tasks.values()].flatMap((task) => {
    if (!index.owners(task).includes(unit)) return [];
    if (!submission.tasks.some((entry) => entry.task === task.no)) return [`第${task.no}项任务`];
    return task.targets.filter(lacking).map((target) => `${target.id}（${target.name}）`);
  });
  const goals = [...index.goals.values()].flatMap(({ target }) =>
    target && lacking(target) ? [target] : [],
  );
  const left = [...tasks, ...goals.map((target) => `${target.id}（${target.name}）`)];
  return left.length > 0 ? [leftOut(file, left)] : [];
}

/** A return of which nothing concerns its unit is somebody else's under another name, and must not replace a true one. */
function refuseOthers(reading: ReturnReading, file: string, submission: Submission, index: PlanIndex): void {
  const { unit, tasks, goals } = submission;
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

const arrival = (incoming: Incoming) => ({
  shown: incoming.source.shown,
  bytes: incoming.bytes,
  sha256: digestOf(incoming.bytes),
  sender: incoming.reading.submission?.unit,
  incoming,
});

async function keep(
  collector: Collector,
  came: Arrival & { incoming: Incoming },
  together: readonly Arrival[],
): Promise<CollectedReturn> {
  const { effects, shelf } = collector;
  const { incoming } = came;
  const { reading } = incoming;
  const { submission } = reading;
  const result = summary(collector, incoming);
  if (!submission) return count(result);
  const { unit } = submission;
  const own = { ...came, sender: unit };
  const { last, same, past, told } = await standingOf(own, shelf, together, effects);
  result.diagnostics = past ? told : [...result.diagnostics, ...told];
  if (same) {
    const dated = await correctDate(came.shown, same, last, shelf, effects);
    result.diagnostics = [...result.diagnostics, ...dated.told];
    const { version, path: original } = same;
    const { receivedAt } = dated;
    const back = same === last ? await returned(collector, incoming, submission, result.diagnostics) : {};
    return count({ ...result, outcome: 'same', version, original, receivedAt, ...back });
  }
  if (hasErrors(told)) return count(result);
  const worse = last && poorerThan(last.version, collector, incoming, submission);
  if (worse) {
    result.diagnostics = [...result.diagnostics.filter(({ code }) => code !== 'nothingFilled'), worse];
    return count(result);
  }
  const before = collector.counting.get(unit);
  const whole = !hasErrors(reading.diagnostics);
  const changes = before ? changesSince(came.shown, before, submission, whole) : [];
  result.diagnostics = [...result.diagnostics, ...changes];
  collector.counting.set(unit, submission);
  const { errors, warnings } = count(result);
  const extension = reading.format?.extensions[0] ?? '';
  const as = await keepVersion(own, { last, extension, errors, warnings }, shelf, effects);
  const back = await returned(collector, incoming, submission, result.diagnostics);
  return count({ ...result, outcome: 'kept', ...as, ...back });
}

/** What becomes of the unit's 退回稿. @param told what is said of the return */
async function returned(
  { request, effects }: Collector,
  { source, bytes, reading }: Incoming,
  { unit }: Submission,
  told: readonly Diagnostic[],
): Promise<Pick<CollectedReturn, 'correction' | 'answered' | 'diagnostics'>> {
  const file = { file: source.shown, bytes, diagnostics: reading.diagnostics };
  const title = { unit, periodName: periodName(request.period) };
  const { told: more, ...paths } = await sendBack(file, title, request.out, effects);
  return { ...paths, diagnostics: [...told, ...more] };
}

function summary({ index, inputs, request }: Collector, { source, reading }: Incoming): CollectedReturn {
  const { unit, submission, diagnostics } = reading;
  const own = <T extends Task | Goal>(parts: Iterable<T>): T[] =>
    unit === undefined ? [] : [...parts].filter((part) => answersFor(unit, part));
  const tasks = own(index.tasks.values());
  const goals = own(index.goals.values());
  if (submission && tasks.length + goals.length === 0)
    diagnostics.push(owingNothing(source.shown, submission.unit, inputs.plan));
  return {
    file: source.shown,
    outcome: 'refused',
    unit: unit ?? null,
    receivedAt: request.received.date,
    version: null,
    tasks: {
      filled: tasks.filter((task) => submission?.tasks.some((entry) => entry.task === task.no)).length,
      owed: tasks.length,
    },
    goals: {
      filled: goals.filter((goal) => submission?.goals.some((entry) => entry.goal === goal.id)).length,
      owed: goals.length,
    },
    errors: 0,
    warnings: 0,
    original: null,
    correction: null,
    answered: null,
    diagnostics,
  };
}

/** A unit that cooperates has been asked; of any other a return is odd. */
function owingNothing(file: string, unit: string, { tracks }: Plan): Diagnostic {
  const tracksOf = tracks.filter(({ leads, cooperating }) => [...leads, ...cooperating].includes(unit));
  return tracksOf.length > 0
    ? onlyCooperates(
        file,
        unit,
        tracksOf.map(({ name }) => name),
      )
    : unitNotReporting(file, unit);
}

function count(result: CollectedReturn): CollectedReturn {
  const of = (severity: Diagnostic['severity']): number =>
    result.diagnostics.filter((d) => d.severity === severity).length;
  return { ...result, errors: of('error'), warnings: of('warning') };
}
