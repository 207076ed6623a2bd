/**
 * The ledger: what is known and judged of every goal and task at the end of one period. Built by `ledger/`,
 * read by `compose/`. Everything countable in it can be turned into a Figure.
 */
import type { Located } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import type { Erratum } from '../erratum.ts';
import type { Meeting } from '../meeting.ts';
import type { Office } from '../office.ts';
import type { Month, Period, Year } from '../period.ts';
import type { MilestoneRecord } from '../plan/milestone-record.ts';
import type { Goal, GoalGroup, Plan, Task, Track } from '../plan/plan.ts';
import type { Revision } from '../plan/revision.ts';
import type { PeriodSetting, Rules } from '../plan/rules.ts';
import type { Target } from '../plan/target.ts';
import type { City } from '../region/city.ts';
import type { Region } from '../region/region.ts';
import type { MissingItem } from '../returns/missing.ts';
import type { RefusalTold } from '../returns/refusal.ts';
import type { Request } from '../returns/submission.ts';
import type { Statistics } from '../statistics/statistic.ts';
import type { StatisticDesk } from '../statistics/statistic-desk.ts';
import type { Status } from '../status.ts';
import type { Unit } from '../unit.ts';
import type { WhitePaper } from '../white-paper.ts';
import type { CityLedger } from './city-ledger.ts';
import type { Finding } from './finding.ts';
import type { ProjectDifference, ProjectLedger } from './project-ledger.ts';

export interface TargetRecord {
  target: Target;
  /** The plan's number. */
  planned: Figure;
  /** What notices have changed of it by the period's end, the earliest first; absent where nothing. */
  revisions?: RevisionRecord[];
  /** The cumulative (or period-end) value; null when not reported. */
  value: Figure | null;
  /** What was written in place of a value, and nobody can read; then there is none. */
  unread?: string;
  /** The value is shown, but nothing may be derived from it. */
  isVoid: boolean;
  /** Values of the quarters of the year up to this one, index 0 = Q1; those before without void ones. */
  history: (Figure | null)[];
  /** Gaps of these quarters, as their own papers printed them; null where there was none. */
  gaps: (Figure | null)[];
  /** What this quarter alone added, from differenced cumulative values; null where that has no meaning. */
  quarterValue: Figure | null;
  /** 完成率, % of the annual target (from the baseline, for stocks and ratios that have one). */
  rate: Figure | null;
  /** 序时进度 expected at the period's end, %. */
  expected: Figure | null;
  /** What is to be reached by the end of next quarter, in the target's unit, unrounded; null where nothing is, and in Q4. */
  expectedNext: number | null;
  /** rate − expected, in 百分点, rounded once from unrounded values. */
  gap: Figure | null;
  /** What the year is likely to end with at the present pace; null where that has no meaning. */
  forecast: {
    value: Figure;
    rate: Figure;
    /** Whether that is what the plan asks. */
    enough: boolean;
  } | null;
  status: Status;
  previousStatus: Status | null;
  /** One Chinese sentence on why. */
  reason: string;
  /** Done last quarter and not told of since: still done, but nobody has confirmed it. */
  carried: boolean;
  /** Values of other units for the same figure that do not agree. */
  conflicts: Figure[];
  findings: Finding[];
}

/** A change of a target, with both numbers as they are printed. */
export interface RevisionRecord extends Pick<Revision, 'since' | 'by'> {
  before: Pick<TargetRecord, 'target' | 'planned'>;
  after: Pick<TargetRecord, 'target' | 'planned'>;
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
  /** As of a target: the whole of it. */
  carried: boolean;
  selfAssessment: Located<Status> | null;
  progress: Located<string> | null;
  problems: Located<string> | null;
  /** What is asked for the task's sake: by its unit first, then by others that work on it. */
  coordination: Request[];
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
  problems: Located<string> | null;
  /** What is asked for the goal's sake in the form's column for it. */
  coordination: Request[];
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
  /** ISO date of the first return, by which lateness is judged; null while none can be read. */
  receivedAt: string | null;
  /** ISO date of the one that counts, where that came on a later day. */
  correctedAt: string | null;
  late: boolean;
  file: string | null;
  /** Returns of the unit for the period so far; the last one counts. */
  version: number;
  /** What it owes and has not handed in; everything when there is no return. */
  missing: MissingItem[];
  /** Errors in the return that counts, for which its 退回稿 has gone back; 0 where there are none. */
  sentBack: number;
  /** What came last and was not taken; null when something counts, or nothing came. */
  refused: RefusalTold | null;
}

/** Others are asked to contribute, and are welcome not to: they count as nobody who owes a return. */
export const owesReturn = ({ owesTasks, owesGoals }: ReturnRecord): boolean =>
  owesTasks.length + owesGoals.length > 0;

/** The quarters that `countsByQuarter` is of, one after another. */
export const quartersAsked = ({
  period: { quarter },
  countsByQuarter: { length },
}: Pick<Ledger, 'period' | 'countsByQuarter'>): Period['quarter'][] =>
  Array.from({ length }, (_, i) => (quarter - length + 1 + i) as Period['quarter']);

/** Whether what counts of the unit's returns, or what was not taken, came in after the day; '' is no day. */
export const cameAfter = ({ receivedAt, correctedAt, refused }: ReturnRecord, date: string): boolean =>
  date !== '' && (correctedAt ?? receivedAt ?? refused?.receivedAt ?? '') > date;

export interface UnitRecord {
  unit: Unit;
  tasks: TaskRecord[];
  counts: StatusCounts;
}

export interface Ledger {
  plan: Plan;
  period: Period;
  setting: PeriodSetting;
  /** Dates of the quarter after, by which matters are to be settled; null when periods.yaml does not know it. */
  nextSetting: PeriodSetting | null;
  rules: Rules;
  units: Unit[];
  office: Office;
  region: Region;
  goals: GoalRecord[];
  tracks: TrackRecord[];
  /** In plan order, all of them. */
  tasks: TaskRecord[];
  byUnit: UnitRecord[];
  returns: ReturnRecord[];
  counts: StatusCounts;
  previousCounts: StatusCounts | null;
  /** Status counts of each quarter up to this one, from the first that anybody reported for. */
  countsByQuarter: StatusCounts[];
  findings: Finding[];
  /** Key projects at the quarter's last month, and the cities; null when they were not read. */
  projects: ProjectLedger | null;
  cities: CityLedger | null;
  /** The cities as such, in the customary order, whatever they have returned; with `cities`. */
  places: City[];
  /** Where the units' returns on tasks 17 and 18 and the project returns do not agree. */
  projectDifferences: ProjectDifference[];
  /** The quarter's 专题调度会; blank fields where nothing is known. */
  meeting: Meeting;
  /** The one before, for a first quarter that of the year before; null when no file tells of it. */
  lastMeeting: Meeting | null;
  /** True when any return or baseline used is 演示数据. */
  demo: boolean;
}

/** What is known at the end of a month that is no quarter's: the key projects alone. */
export interface MonthLedger {
  plan: Plan;
  month: Month;
  /** `asOf`: the month's last day. */
  setting: Pick<PeriodSetting, 'asOf'>;
  office: Office;
  projects: ProjectLedger;
  demo: boolean;
}

/** What is known of a whole year: the statistics, and the ledger of its last quarter. */
export interface YearLedger {
  plan: Plan;
  year: Year;
  setting: Pick<PeriodSetting, 'asOf'>;
  statistics: Statistics;
  desk: StatisticDesk;
  quarter: Ledger;
  projects: ProjectLedger | null;
  cities: CityLedger | null;
  /** What the book says of itself; blank where nothing is known. */
  book: WhitePaper;
  demo: boolean;
}

/** What a document can be about; `erratum` when it is about what papers on it said before. */
export type Subject = (Ledger | MonthLedger | YearLedger) & { erratum?: Erratum };

export const isQuarter = (subject: Subject): subject is Subject & Ledger => 'period' in subject;
export const isYear = (subject: Subject): subject is Subject & YearLedger => 'statistics' in subject;

/** The ledger of a quarter that tables and charts of tasks may use: a year's is that of its last quarter. */
export const ledgerOf = (subject: Subject): Ledger | undefined =>
  isQuarter(subject) ? subject : isYear(subject) ? subject.quarter : undefined;
