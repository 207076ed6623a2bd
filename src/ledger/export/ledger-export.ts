/** Ledgers of the year's quarters → the ledger as other systems read it. Pure. */
import { formatQuantity } from '../../base/chinese/format.ts';
import { formatOrigin } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { GoalRecord, Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import {
  EXPORT_SCHEMA,
  type ExportedAmount,
  type ExportedGoal,
  type ExportedTarget,
  type ExportedTask,
  type LedgerExport,
} from '../../model/ledger/ledger-export.ts';
import { periodName } from '../../model/period.ts';
import type { MilestoneRecord } from '../../model/plan/milestone-record.ts';
import { cooperatingIn } from '../../model/plan/plan.ts';
import { hasBaseline } from '../../model/plan/target.ts';
import { STATUS_FACES } from '../../model/status.ts';
import { targetWords } from '../quarter/reasons.ts';
import { isDemo } from '../verdicts/figures.ts';
import { expectedRate } from '../verdicts/pace.ts';
import { completionRate } from '../verdicts/progress.ts';

/** `ledgers`: one per quarter from the first to the period, in order; the last one is exported, with the others' statuses. */
export function exportLedger(ledgers: readonly Ledger[]): LedgerExport {
  const ledger = ledgers.at(-1) as Ledger;
  const { plan, period, setting } = ledger;
  return {
    schema: EXPORT_SCHEMA,
    title: plan.document.programme,
    office: plan.document.office,
    year: period.year,
    period: period.id,
    periodName: periodName(period),
    asOf: setting.asOf,
    demo: ledger.demo,
    goals: ledger.goals.map((goal, i) => exportGoal(goal, ledgers, i)),
    tasks: ledger.tasks.map((task, i) => exportTask(task, ledgers, i)),
  };
}

function exportGoal(record: GoalRecord, ledgers: readonly Ledger[], index: number): ExportedGoal {
  const { goal, group, target } = record;
  const quarters = ledgers.map((ledger) => ledger.goals[index]?.target ?? null);
  return {
    id: goal.id,
    group: group.name,
    name: goal.name,
    text: goal.text,
    responsible: goal.responsible.unit,
    target: target && exportTarget(target, quarters, ledgers),
    progress: record.progress?.value ?? '',
    problems: record.problems?.value ?? '',
    coordination: exportRequests(record),
    next: record.next?.value ?? '',
    findings: (target?.findings ?? []).map(exportFinding),
  };
}

function exportTask(record: TaskRecord, ledgers: readonly Ledger[], index: number): ExportedTask {
  const { task, track } = record;
  const quarters = ledgers.map((ledger) => ledger.tasks[index] as TaskRecord);
  return {
    no: task.no,
    track: track.no,
    trackName: track.name,
    text: task.text,
    brief: task.brief,
    responsible: record.unit,
    leads: track.leads,
    cooperating: [...cooperatingIn(task, track)],
    statuses: quarters.map(({ status }, i) => ({ period: ledgers[i]?.period.id ?? '', status })),
    status: record.status,
    reason: record.reason,
    selfAssessment: record.selfAssessment?.value ?? null,
    stage: record.milestone && stageOf(record.milestone),
    targets: record.targets.map((target, t) =>
      exportTarget(
        target,
        quarters.map((quarter) => quarter.targets[t] ?? null),
        ledgers,
      ),
    ),
    progress: record.progress?.value ?? '',
    problems: record.problems?.value ?? '',
    coordination: exportRequests(record),
    next: record.next?.value ?? '',
    findings: record.findings.map(exportFinding),
  };
}

const exportRequests = ({ coordination }: TaskRecord | GoalRecord): ExportedTask['coordination'] =>
  coordination.map(({ matter, with: units, by }) => ({ matter: matter.value, with: units, by }));

function stageOf({ nodes, reached, expected }: MilestoneRecord): NonNullable<ExportedTask['stage']> {
  const name = (number: number): string => nodes[number - 1]?.stage ?? STATUS_FACES.notStarted.word;
  return {
    reached: name(reached),
    expected: expected === 0 ? '' : name(expected),
    number: reached,
    of: nodes.length,
  };
}

function exportTarget(
  record: TargetRecord,
  quarters: readonly (TargetRecord | null)[],
  ledgers: readonly Ledger[],
): ExportedTarget {
  const { target, value, rate, expected, gap } = record;
  const { period, rules } = ledgers.at(-1) as Ledger;
  return {
    id: target.id,
    name: target.name,
    words: targetWords(target),
    operator: target.operator,
    kind: target.kind,
    value: target.value,
    upper: target.upper ?? null,
    unit: target.unit,
    responsible: target.responsible.unit,
    baseline: hasBaseline(target) ? target.baseline.value : null,
    ...exportRevisions(record),
    quarters: ledgers.map((ledger, i) => ({
      period: ledger.period.id,
      amount: record.history[i] ? exportAmount(record.history[i]) : null,
      status: quarters[i]?.status ?? null,
    })),
    quarterValue: record.quarterValue?.value ?? null,
    // The ledger prints them rounded; whoever calculates on wants them as they are.
    rate: rate && value ? (completionRate(target, value.value) ?? null) : null,
    expected: expected ? (expectedRate(target, period, rules.pace) ?? null) : null,
    gap: gap?.value ?? null,
    status: record.status,
    reason: record.reason,
  };
}

function exportRevisions({ revisions }: TargetRecord): Pick<ExportedTarget, 'revised'> {
  if (!revisions) return {};
  return {
    revised: revisions.map(({ since, by, before: { target } }) => ({
      since,
      by,
      words: targetWords(target),
      value: target.value,
      upper: target.upper ?? null,
    })),
  };
}

function exportAmount(figure: Figure): ExportedAmount {
  const { value, unit, decimals, qualifier } = figure;
  const { provenance } = submitted(figure);
  return {
    value,
    unit,
    decimals,
    qualifier,
    text: formatQuantity(figure),
    raw: provenance.kind === 'submission' ? provenance.raw : '',
    source: 'at' in provenance ? formatOrigin(provenance.at) : '',
    demo: isDemo(figure),
  };
}

/** The unit's own figure behind one that was brought to the target's unit. */
function submitted(figure: Figure): Figure {
  const { provenance } = figure;
  const [first] = provenance.kind === 'derived' ? provenance.from : [];
  return first ? submitted(first) : figure;
}

function exportFinding({
  id,
  check,
  effect,
  message,
  acknowledgement,
}: Finding): ExportedTask['findings'][number] {
  return {
    id,
    check,
    effect,
    message,
    acknowledgement: acknowledgement && {
      outcome: acknowledgement.outcome,
      reason: acknowledgement.reason,
      by: acknowledgement.by,
    },
  };
}
