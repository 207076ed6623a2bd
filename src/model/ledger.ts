/**
 * The ledger: what is known and judged of every goal and task at the end of one period. Built by `ledger/`,
 * read by `compose/`. Everything countable in it can be turned into a Figure.
 */
import type { Located, Origin } from '../base/origin.ts';
import type { Acknowledgement } from './acknowledgement.ts';
import type { Figure } from './figure.ts';
import type { MissingItem } from './missing.ts';
import type { Office } from './office.ts';
import type { Period } from './period.ts';
import type { Goal, GoalGroup, MilestoneNode, Plan, Task, Track } from './plan.ts';
import type { PeriodSetting, Rules } from './rules.ts';
import type { Status } from './status.ts';
import type { Coordination } from './submission.ts';
import type { Target } from './target.ts';
import type { Unit } from './unit.ts';

/** A cross-check's finding; the data are kept as they are, the reader is told. */
export interface Finding {
  /** Stable as long as the data are: check/unit/target, goal or task; what an acknowledgement names. */
  id: string;
  /** Name of the check, the name of its file in ledger/checks. */
  check: string;
  /** verify: the value can't be trusted, status 待核实 · notice: printed in the method note only. */
  effect: 'verify' | 'notice';
  unit: string;
  /** Task number or goal id. */
  subject: number | string;
  /** Chinese sentence for the reader. */
  message: string;
  at: Origin;
  /** What the office has noted of it; null for nothing. */
  acknowledgement: Acknowledgement | null;
}

export interface TargetRecord {
  target: Target;
  /** Latest valid cumulative (or period-end) value; null when not reported. */
  value: Figure | null;
  /** Values of the quarters of the year up to this one, index 0 = Q1. */
  history: (Figure | null)[];
  /** What this quarter alone added, from differenced cumulative values; null where that has no meaning. */
  quarterValue: Figure | null;
  /** 完成率, % of the annual target (from the baseline, for stocks and ratios that have one). */
  rate: Figure | null;
  /** 序时进度 expected at the period's end, %. */
  expected: Figure | null;
  /** rate − expected, in 百分点, rounded once from unrounded values. */
  gap: Figure | null;
  previousRate: Figure | null;
  status: Status;
  previousStatus: Status | null;
  /** One Chinese sentence on why. */
  reason: string;
  /** Values of other units for the same figure that do not agree. */
  conflicts: Figure[];
  findings: Finding[];
}

export interface MilestoneRecord {
  nodes: MilestoneNode[];
  /** 0 = 未启动, k = nodes[k-1] reached with the evidence it needs. */
  reached: number;
  /** Stage number that was claimed; differs from `reached` where evidence is missing. */
  claimed: number;
  expected: number;
  evidence: Located<string> | null;
}

export interface TaskRecord {
  task: Task;
  track: Track;
  /** Unit that answers for the task's return. */
  unit: string;
  targets: TargetRecord[];
  milestone: MilestoneRecord | null;
  status: Status;
  previousStatus: Status | null;
  reason: string;
  selfAssessment: Located<Status> | null;
  progress: Located<string> | null;
  problems: Located<string> | null;
  coordination: Coordination[];
  next: Located<string> | null;
  findings: Finding[];
}

export interface GoalRecord {
  goal: Goal;
  group: GoalGroup;
  /** null for a goal without a number. */
  target: TargetRecord | null;
  status: Status | null;
  progress: Located<string> | null;
  next: Located<string> | null;
}

export type StatusCounts = Record<Status, number>;

export interface TrackRecord {
  track: Track;
  tasks: TaskRecord[];
  counts: StatusCounts;
  previousCounts: StatusCounts | null;
}

/** What a reporting unit handed in for the period. */
export interface ReturnRecord {
  unit: Unit;
  /** Track-leading tasks and goals it owes. */
  owesTasks: number[];
  owesGoals: string[];
  receivedAt: string | null;
  late: boolean;
  file: string | null;
  /** Returns of the unit for the period so far; the last one counts. */
  version: number;
  filledTasks: number;
  /** What it owes and has not handed in; everything when there is no return. */
  missing: MissingItem[];
}

export interface UnitRecord {
  unit: Unit;
  tasks: TaskRecord[];
  counts: StatusCounts;
}

export interface Ledger {
  plan: Plan;
  period: Period;
  setting: PeriodSetting;
  rules: Rules;
  units: Unit[];
  office: Office;
  goals: GoalRecord[];
  tracks: TrackRecord[];
  /** In plan order, all of them. */
  tasks: TaskRecord[];
  byUnit: UnitRecord[];
  returns: ReturnRecord[];
  counts: StatusCounts;
  previousCounts: StatusCounts | null;
  /** Status counts of each quarter up to this one, index 0 = Q1. */
  countsByQuarter: StatusCounts[];
  findings: Finding[];
  /** True when any return or baseline used is 演示数据. */
  demo: boolean;
}
