/** Judges all goals and tasks at the end of one quarter, given the quarter before. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { ladderUnknown, nothingToJudge } from '../../base/messages/ledger.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { GoalRecord, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import type { Period } from '../../model/period.ts';
import {
  allTargets,
  type Goal,
  type GoalGroup,
  nodesOf,
  type Plan,
  type Task,
  type Track,
} from '../../model/plan/plan.ts';
import type { Target } from '../../model/plan/target.ts';
import type { TaskEntry } from '../../model/returns/submission.ts';
import { STATUS_FACES } from '../../model/status.ts';
import type { SumCase } from '../checks/check.ts';
import {
  goalEntry,
  type PeriodReturns,
  requestsForGoal,
  requestsForTask,
  taskEntry,
  unreadOf,
  valuesOf,
} from '../returns/merge.ts';
import { told } from '../returns/told.ts';
import { inTargetUnit } from '../verdicts/figures.ts';
import type { TargetContext, TargetInput } from './target-input.ts';
import { buildTargetRecord, type JudgedTarget } from './target-record.ts';
import { buildTaskRecord } from './task-record.ts';

/** A judged quarter, with the judged quarters before it behind it. */
export interface Quarter {
  period: Period;
  returns: PeriodReturns;
  previous: Quarter | null;
  goals: GoalRecord[];
  /** In plan order. */
  tasks: TaskRecord[];
  targets: ReadonlyMap<string, JudgedTarget>;
  diagnostics: Diagnostic[];
}

/** What the parts of a quarter are judged with; what comes of their targets is gathered here. */
interface Judging {
  plan: Plan;
  returns: PeriodReturns;
  previous: Quarter | null;
  context: TargetContext;
  sumsOf: (total: Target) => SumCase[];
  targets: Map<string, JudgedTarget>;
  diagnostics: Diagnostic[];
}

/** One quarter of the year: its returns against the plan. `previous` is the quarter before, null for the first. */
export function judgeQuarter(
  inputs: Inputs,
  period: Period,
  returns: PeriodReturns,
  previous: Quarter | null,
): Quarter {
  const { plan, rules } = inputs;
  const acknowledgements = inputs.acknowledgements.filter((given) => given.period === period.id);
  const judging: Judging = {
    plan,
    returns,
    previous,
    context: { period, rules, document: plan.document, acknowledgements },
    sumsOf: sumCases(inputs, returns),
    targets: new Map(),
    diagnostics: [],
  };
  const goals = plan.goalGroups.flatMap((group) => group.goals.map((goal) => goalOf(judging, goal, group)));
  const tasks = plan.tracks.flatMap((track) => track.tasks.map((task) => taskOf(judging, task, track)));
  const { targets, diagnostics } = judging;
  return { period, returns, previous, goals, tasks, targets, diagnostics };
}

function goalOf(judging: Judging, goal: Goal, group: GoalGroup): GoalRecord {
  const { plan, returns } = judging;
  const entry = goalEntry(returns, goal.responsible.unit, goal.id);
  const own = goal.target && goalEntry(returns, goal.target.responsible.unit, goal.id);
  const target: TargetRecord | null = goal.target
    ? judge(judging, goal.target, {
        subject: goal.id,
        subjectName: '年度目标',
        at: own?.at,
        saysNotStarted: false,
        progress: own?.progress ?? null,
        planFile: planFile(plan, 'goals.yaml'),
      }).record
    : null;
  return {
    goal,
    group,
    target,
    status: target?.status ?? null,
    progress: told(entry?.progress),
    problems: told(entry?.problems),
    coordination: requestsForGoal(returns, goal.responsible.unit, goal.id),
    next: told(entry?.next),
  };
}

function taskOf(judging: Judging, task: Task, track: Track): TaskRecord {
  const { plan, returns, previous, context, diagnostics } = judging;
  const unit = task.responsible.unit;
  const file = planFile(plan, `tracks/${String(track.no).padStart(2, '0')}.yaml`);
  const targets = task.targets.map((target) => {
    const own = taskEntry(returns, target.responsible.unit, task.no);
    return judge(judging, target, {
      subject: task.no,
      subjectName: `任务${task.no}`,
      at: own?.at,
      saysNotStarted: saysNotStarted(own),
      progress: own?.progress ?? null,
      planFile: file,
    });
  });
  const nodes = nodesOf(task, plan);
  if (task.milestones && !nodes) {
    diagnostics.push(ladderUnknown({ file }, task.no, task.milestones.ladder, Object.keys(plan.ladders)));
  } else if (!nodes && task.targets.length === 0) {
    diagnostics.push(nothingToJudge({ file }, task.no));
  }
  const judged = buildTaskRecord(
    {
      task,
      track,
      entry: taskEntry(returns, unit, task.no),
      previousEntry: previous ? taskEntry(previous.returns, unit, task.no) : undefined,
      hasReturn: returns.byUnit.has(unit),
      targets,
      requests: requestsForTask(returns, unit, task.no),
      nodes,
      previous: previous?.tasks.find((record) => record.task.no === task.no) ?? null,
    },
    context.period,
    context.rules,
    context.acknowledgements,
  );
  diagnostics.push(...judged.diagnostics);
  return judged.record;
}

/** One target of a goal or task; what comes of it is kept in `judging`. */
function judge(
  { returns, previous, context, sumsOf, targets, diagnostics }: Judging,
  target: Target,
  subject: Pick<TargetInput, 'subject' | 'subjectName' | 'at' | 'saysNotStarted' | 'progress' | 'planFile'>,
): JudgedTarget {
  const judged = buildTargetRecord(
    {
      ...subject,
      target,
      hasReturn: returns.byUnit.has(target.responsible.unit),
      values: valuesOf(returns, target.id),
      unread: unreadOf(returns, target),
      previous: previous?.targets.get(target.id)?.record ?? null,
      lastTrusted: lastTrusted(previous, target.id),
      sums: sumsOf(target),
    },
    context,
  );
  targets.set(target.id, judged);
  diagnostics.push(...judged.checked.map((c) => c.diagnostic));
  return judged;
}

/** The sums of the rules whose total is a target, where every part was reported in a unit that fits. */
function sumCases({ plan, rules }: Inputs, returns: PeriodReturns): (total: Target) => SumCase[] {
  if (rules.checks.sums.length === 0) return () => [];
  const targets = allTargets(plan);
  return (total) =>
    rules.checks.sums
      .filter((sum) => sum.total === total.id)
      .flatMap(({ relation, parts: ids }) => {
        const parts = ids.flatMap((id) => {
          const part = targets.find((target) => target.id === id);
          const own = valuesOf(returns, id).find((value) => value.unit === part?.responsible.unit);
          const value = own && inTargetUnit(own.figure, total);
          return part && value ? [{ name: part.name, value }] : [];
        });
        return parts.length === ids.length ? [{ relation, parts }] : [];
      });
}

/** Where the intake reads the plan's parts, see model/plan/plan.ts. */
function planFile(plan: Plan, name: string): string {
  return `data/${plan.document.year}/plan/${name}`;
}

function saysNotStarted(entry: TaskEntry | undefined): boolean {
  return (
    entry?.selfAssessment?.value === 'notStarted' ||
    entry?.stage?.value.trim() === STATUS_FACES.notStarted.word
  );
}

/** Latest value of an earlier quarter that was not void; a slip must not make the right value after it look wrong. */
function lastTrusted(quarter: Quarter | null, target: string): Figure | undefined {
  if (!quarter) return undefined;
  const judged = quarter.targets.get(target);
  if (judged?.record.value && !judged.record.isVoid) return judged.record.value;
  return lastTrusted(quarter.previous, target);
}
