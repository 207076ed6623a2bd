/**
 * diaodu collect: what units sent → kept originals, a line per return, copies to send back.
 *
 *   files ─▶ readReturn ─▶ keep under data/<year>/submissions/<period>/ ─▶ 退回稿 for those with errors
 */
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { unitNotConcerned } from '../../base/messages/chase.ts';
import { indexPlan } from '../../intake/plan/plan-index.ts';
import { nearestUnit } from '../../intake/plan/units.ts';
import { resolveUnit } from '../../intake/returns/identify.ts';
import { readReceipts } from '../../intake/returns/receipts.ts';
import { refusalsFile } from '../../intake/returns/refusals.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import { emptyForms } from '../../ledger/empty-form.ts';
import { periodSetting } from '../../ledger/period-setting.ts';
import { type Period, periodName } from '../../model/period.ts';
import { answersFor, type Goal, type Task } from '../../model/plan/plan.ts';
import { planOf } from '../../model/plan/revision.ts';
import { submissionsFolder } from '../../model/returns/folders.ts';
import type { Submission } from '../../model/returns/submission.ts';
import { countingBefore } from '../../model/returns/versions.ts';
import { sendBack } from '../check/correction.ts';
import { changesSince } from './changed-since.ts';
import { type Desk, type Incoming, onlyTable, owingNothing, poorerThan, readSource } from './incoming.ts';
import { isOneOf, noteRefused, type Refused, refusedAmong, senderOf } from './refused.ts';
import { saidSoFar } from './said-before.ts';
import type { SentSource } from './sent-file.ts';
import {
  type Arrival,
  correctDate,
  keepVersion,
  nameOf,
  type Received,
  type Shelf,
  sortedOut,
  standingOf,
} from './versions.ts';

/** What must be sound before anything is collected: the year at all, plan, units, rules, periods. */
const PLAN = /^data\/\d+(?:$|\/(?:plan|[^/]+\.yaml$))/;

export interface CollectRequest {
  period: Period;
  /** Files, folders already opened up; in order of name. */
  sources: readonly SentSource[];
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
  /** By what the file says, or else by its name. */
  unit: string | null;
  /** Units that it names, where these are several and it may be of any of them. */
  named: readonly string[];
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
  const folder = submissionsFolder(period);
  const workspace = await readWorkspace(effects, period.year);
  const register = await readReceipts(effects, folder);
  // Of the workspace, only what is in the way; its returns are looked at elsewhere.
  const diagnostics = workspace.diagnostics.filter(
    (d) => d.severity === 'error' && PLAN.test(d.at?.file ?? 'data/0/plan'),
  );
  diagnostics.push(...register.diagnostics);
  const inputs = workspace.value;
  if (!inputs || !register.value || hasErrors(diagnostics)) return { returns: [], diagnostics };
  diagnostics.push(...periodSetting(inputs, period).diagnostics);
  if (hasErrors(diagnostics)) return { returns: [], diagnostics };
  const index = indexPlan(planOf(inputs, period), inputs.units);
  const unit = request.unit === undefined ? undefined : resolveUnit(request.unit, index);
  if (request.unit !== undefined && unit === undefined) {
    const names = inputs.units.map((known) => known.name);
    diagnostics.push(unitNotConcerned(request.unit, nearestUnit(request.unit, names), names));
    return { returns: [], diagnostics };
  }
  const filed = inputs.submissions.filter((s) => s.period === period.id);
  const shelf: Shelf = {
    folder,
    receipts: register.value,
    nameNow: index.units.canonical,
    filed: filed.map((s) => ({ ...s, sender: s.unit })),
    received: request.received,
    again: request.again ?? false,
  };
  const last = countingBefore(period, inputs.submissions, (s) => s.unit);
  const previous = (of: string) => last.get(of);
  const said = saidSoFar({
    shelf,
    effects,
    context: { index, period: period.id, previous },
    filed,
    faulty: (file) => workspace.diagnostics.some((d) => d.severity === 'error' && d.at?.file === file),
  });
  const collector: Collector = {
    request,
    effects,
    inputs,
    index,
    unit,
    shelf,
    said,
    previous,
    saysAll: emptyForms(inputs, period),
  };
  const incoming: Incoming[] = [];
  for (const source of request.sources) incoming.push(await readSource(collector, source));
  const arrivals = incoming.map(arrival);
  const { refused, inOrder } = await sortedOut(arrivals, collector.shelf, effects);
  for (const [{ incoming: one }, why] of refused) {
    // What each of them lacks is in the other one.
    const rest = one.reading.diagnostics.filter(({ code }) => code !== 'tableAlone' && code !== 'leftOut');
    one.reading.diagnostics = [...(why.code === 'tablesApart' ? rest : one.reading.diagnostics), why];
    one.reading.submission = undefined;
  }
  const returns = new Map<Incoming, CollectedReturn>();
  for (const one of inOrder) returns.set(one.incoming, await keep(collector, one, arrivals));
  diagnostics.push(...(await note(collector, arrivals, returns)));
  return { returns: incoming.flatMap((one) => returns.get(one) ?? []), diagnostics };
}

/** What was not taken, of units of which nothing counts. */
async function note(
  { request, inputs, shelf, effects }: Collector,
  arrivals: readonly ReturnType<typeof arrival>[],
  returns: ReadonlyMap<Incoming, CollectedReturn>,
): Promise<Diagnostic[]> {
  const { period, received } = request;
  const refused: Refused[] = [];
  const fateOf = ({ incoming }: (typeof arrivals)[number]) => {
    const result = returns.get(incoming);
    return result && { ...result, sender: result.unit };
  };
  for (const one of refusedAmong(arrivals, fateOf, shelf)) {
    const others = inputs.submissions.filter((s) => s.unit === one.sender && s.period !== period.id);
    // People keep what came for all quarters in one folder; what is called this quarter's was sent for it.
    const meant = one.diagnostics.some(({ code }) => code === 'periodConflict');
    if (meant || !(await isOneOf(others, one.sha256, effects))) refused.push(one);
  }
  const at = { file: refusalsFile(period), receivedAt: received.date };
  return noteRefused(at, refused, shelf, effects);
}

interface Collector extends Desk {
  request: CollectRequest;
  shelf: Shelf;
}

const arrival = (incoming: Incoming) => ({
  shown: incoming.source.shown,
  original: incoming.source.original ?? nameOf(incoming.source.shown),
  bytes: incoming.bytes,
  sha256: digestOf(incoming.bytes),
  sender: incoming.reading.submission?.unit,
  table: onlyTable(incoming.reading),
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
  const standing = await standingOf(own, shelf, together, effects);
  const { last, next, same, past, told } = standing;
  result.diagnostics = past ? told : [...result.diagnostics, ...told];
  if (same) {
    const dated = await correctDate(came.shown, unit, { ...standing, same }, shelf, effects);
    result.diagnostics = [...result.diagnostics, ...dated.told];
    const { version, path: original } = same;
    const { receivedAt } = dated;
    const back = same === last ? await returned(collector, incoming, submission, result.diagnostics) : {};
    return count({ ...result, outcome: 'same', version, original, receivedAt, ...back });
  }
  if (hasErrors(told)) return count(result);
  const before = await collector.said.of(unit);
  const worse = last && before && poorerThan(last.version, before, incoming, submission, collector.index);
  if (worse) {
    result.diagnostics = [...result.diagnostics, worse];
    return count(result);
  }
  const changes = before ? changesSince(came.shown, before, submission, reading.unread) : [];
  result.diagnostics = [...result.diagnostics, ...changes];
  await collector.said.now(submission, !hasErrors(reading.diagnostics), last?.version);
  const { errors, warnings } = count(result);
  const extension = reading.format?.extensions[0] ?? '';
  const as = await keepVersion(own, { version: next, extension, errors, warnings }, shelf, effects);
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
  const { submission, diagnostics } = reading;
  const { sender: unit, named } = senderOf(source.shown, reading.unit, diagnostics, index.units);
  const own = <T extends Task | Goal>(parts: Iterable<T>): T[] =>
    unit === null ? [] : [...parts].filter((part) => answersFor(unit, part));
  const tasks = own(index.tasks.values());
  const goals = own(index.goals.values());
  if (submission && tasks.length + goals.length === 0)
    diagnostics.push(owingNothing(source.shown, submission.unit, inputs.plan));
  return {
    file: source.shown,
    outcome: 'refused',
    unit,
    named,
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

function count(result: CollectedReturn): CollectedReturn {
  const of = (severity: Diagnostic['severity']): number =>
    result.diagnostics.filter((d) => d.severity === severity).length;
  return { ...result, errors: of('error'), warnings: of('warning') };
}
