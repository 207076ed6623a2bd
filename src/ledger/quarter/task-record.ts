/** One task at the end of one period, from the return of its responsible unit, its targets and its stages. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { type About, stageUnknown } from '../../base/messages/ledger.ts';
import * as say from '../../base/messages/reasons.ts';
import type { TaskRecord } from '../../model/ledger/ledger.ts';
import type { Period } from '../../model/period.ts';
import type { MilestoneRecord } from '../../model/plan/milestone-record.ts';
import type { MilestoneNode, Task, Track } from '../../model/plan/plan.ts';
import type { Rules } from '../../model/plan/rules.ts';
import type { Acknowledgement } from '../../model/returns/acknowledgement.ts';
import type { Request, TaskEntry } from '../../model/returns/submission.ts';
import type { Status } from '../../model/status.ts';
import { checkEvidence, checkTask } from '../checks/index.ts';
import { told } from '../returns/told.ts';
import type { Checked } from '../returns/void-first.ts';
import { worstOf } from '../verdicts/judge.ts';
import { claimedStage, judgeMilestone, milestoneRecord } from '../verdicts/milestones.ts';
import { milestoneReason, silenceReason } from './reasons.ts';
import type { JudgedTarget } from './target-record.ts';

export interface TaskInput {
  task: Task;
  track: Track;
  entry: TaskEntry | undefined;
  previousEntry: TaskEntry | undefined;
  /** Whether the responsible unit handed in any return. */
  hasReturn: boolean;
  targets: JudgedTarget[];
  requests: Request[];
  /** undefined for a task without a ladder. */
  nodes: MilestoneNode[] | undefined;
  previous: TaskRecord | null;
}

interface Part {
  name: string;
  status: Status;
  reason: string;
}

export interface JudgedTask {
  record: TaskRecord;
  diagnostics: Diagnostic[];
}

/** `acknowledged`: those of the period. */
export function buildTaskRecord(
  input: TaskInput,
  period: Period,
  rules: Rules,
  acknowledged: readonly Acknowledgement[],
): JudgedTask {
  const { task, track, entry, previous, nodes } = input;
  const unit = task.responsible.unit;
  const about = entry && { unit, subject: `任务${task.no}`, target: '', at: entry.at };
  const proof =
    entry && about && nodes ? checkProof(nodes, entry, { input, period, about, acknowledged }) : [];
  const doubted = proof.some(({ voids }) => voids);
  const claim = entry && doubted ? { ...entry, evidence: null } : entry;
  const milestone = nodes ? milestoneRecord(nodes, claim, period, previous?.milestone ?? null) : null;
  const targets = input.targets.map((target) => target.record);
  const parts: Part[] = targets.map((t) => ({ name: t.target.name, status: t.status, reason: t.reason }));
  if (milestone) parts.push({ name: '', ...milestonePart(milestone, input, rules, doubted) });
  // What was done once is still done, though nobody tells of it again.
  const settled = parts.length > 0 && parts.every((part) => part.status === 'done');
  const { status, reason } = entry || settled ? whole(parts) : absent(unit, input.hasReturn);

  const checked =
    entry && about
      ? checkTask(
          {
            entry,
            previousEntry: input.previousEntry,
            targets,
            milestone,
            status,
            previousStatus: previous?.status ?? null,
            about,
            rules,
          },
          acknowledged,
        )
      : [];
  const record: TaskRecord = {
    task,
    track,
    unit,
    targets,
    milestone,
    status,
    previousStatus: previous?.status ?? null,
    reason,
    carried: !entry && settled,
    selfAssessment: entry?.selfAssessment ?? null,
    progress: told(entry?.progress),
    problems: told(entry?.problems),
    coordination: input.requests,
    next: told(entry?.next),
    findings: [...targets.flatMap((t) => t.findings), ...[...proof, ...checked].map((c) => c.finding)],
  };
  const unknown = nodes && entry ? unknownStage(nodes, entry, unit) : [];
  return { record, diagnostics: [...unknown, ...[...proof, ...checked].map((c) => c.diagnostic)] };
}

/** Of a stage that was proven before, nothing need be proven again. */
function checkProof(
  nodes: readonly MilestoneNode[],
  entry: TaskEntry,
  {
    input,
    period,
    about,
    acknowledged,
  }: {
    input: TaskInput;
    period: Period;
    about: About;
    acknowledged: readonly Acknowledgement[];
  },
): Checked[] {
  const claimed = claimedStage(nodes, entry) ?? 0;
  const { evidence } = entry;
  if (!evidence || claimed <= (input.previous?.milestone?.reached ?? 0)) return [];
  return checkEvidence({ entry, evidence, period, about }, acknowledged);
}

function absent(unit: string, hasReturn: boolean): { status: Status; reason: string } {
  return { status: 'notReported', reason: silenceReason(unit, hasReturn) };
}

/** The worst part decides (see judge.ts); its sentence explains, under its name when there are others. */
function whole(parts: Part[]): { status: Status; reason: string } {
  const worst = worstOf(parts.map((part) => part.status));
  const part = worst && parts[worst.index];
  if (!worst || !part) return { status: 'toVerify', reason: say.nothingAgreed() };
  const named = parts.length > 1 && part.name !== '';
  return { status: worst.status, reason: named ? say.ofPart(part.name, part.reason) : part.reason };
}

function milestonePart(
  milestone: MilestoneRecord,
  { entry, task, hasReturn }: TaskInput,
  rules: Rules,
  doubted: boolean,
): { status: Status; reason: string } {
  const status = judgeMilestone(milestone, rules.pace);
  const reason = milestoneReason(milestone, status, doubted);
  if (claimedStage(milestone.nodes, entry) !== undefined) return { status, reason };
  return status === 'done'
    ? { status, reason: say.settledEarlier(reason, hasReturn) }
    : { status: 'notReported', reason: say.noStage(task.responsible.unit) };
}

function unknownStage(nodes: MilestoneNode[], entry: TaskEntry, unit: string): Diagnostic[] {
  if (!entry.stage || claimedStage(nodes, entry) !== undefined) return [];
  const known = nodes.map((node) => node.stage);
  return [stageUnknown(entry.stage.at, unit, entry.task, entry.stage.value, known)];
}
