/** What is known of the key projects at the end of one month. Built by `ledger/projects/`, read by `compose/`. */
import type { Located } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import type { Month } from '../period.ts';
import type { Project, ProjectEntry, ProjectRules } from '../region/project.ts';
import type { Region } from '../region/region.ts';
import type { Finding } from './finding.ts';

/** unknown: nobody has reported on it, this year. */
export type ProjectState = 'unknown' | 'notStarted' | 'building' | 'completed';

export const PROJECT_STATE_WORDS: Record<ProjectState, string> = {
  unknown: '没有报送',
  notStarted: '未开工',
  building: '在建',
  completed: '竣工',
};

/** One month of one project, as reported and as known. */
export interface ProjectMonth {
  /** null when the city did not report, or left the project out. */
  entry: ProjectEntry | null;
  /** Investment since the year's beginning, 万元; the last known value where nothing was reported. */
  cumulative: Figure | null;
  /** What the month added, 万元: the difference of the cumulative values; null where either is not reported. */
  added: Figure | null;
  state: ProjectState;
}

export interface ProjectRecord {
  project: Project;
  /** January up to the month. */
  months: ProjectMonth[];
  state: ProjectState;
  startedOn: Located<string> | null;
  completedOn: Located<string> | null;
  /** 万元; null when never reported. */
  invested: Figure | null;
  /** Invested ÷ the year's plan, %. */
  rate: Figure | null;
  /** Months in a row without investment while under construction. */
  idleMonths: number;
  stalled: boolean;
  /** Planned start has passed, and the place has reported no start. */
  startOverdue: boolean;
  progress: Located<string> | null;
  problem: Located<string> | null;
  findings: Finding[];
}

/** Some projects together, at one month's end. Amounts in 亿元, counts in 个. */
export interface ProjectSummary {
  count: Figure;
  /** 年度计划投资. */
  plan: Figure;
  invested: Figure;
  /** What the month alone, and the quarter up to the month, added; null where nothing was reported for it. */
  monthInvested: Figure | null;
  quarterInvested: Figure | null;
  /** Whether anybody reported for its first month or before: what is known of a part of a quarter is not the quarter's. */
  quarterKnown: boolean;
  /** %; null where nothing is planned. */
  rate: Figure | null;
  /** 序时进度, %. */
  expected: Figure;
  gap: Figure | null;
  /** Started by the month's end, completed ones included. */
  started: Figure;
  completed: Figure;
  notStarted: Figure;
  /** Of which nobody has said whether they have. */
  unknown: Figure;
  startedInMonth: Figure;
  startedInQuarter: Figure;
  completedInMonth: Figure;
  completedInQuarter: Figure;
  stalled: Figure;
  startOverdue: Figure;
}

/** Place in a ranking: equal values share a rank, the next is skipped. */
export interface Rank {
  /** null for what can not be ranked. */
  rank: number | null;
  /** Rank at the end of the month before (cities: quarter before); null for none. */
  previousRank: number | null;
  /** Places won since then; negative for lost ones. */
  moved: number | null;
}

export interface CityProjects {
  city: string;
  summary: ProjectSummary;
  /** By completion rate as printed, since the month before. */
  rank: Rank;
  /** The same, since the end of the quarter before. */
  sinceQuarter: Rank;
}

export interface ProjectGroup {
  /** As the master list writes it; null: all kinds together. */
  kind: string | null;
  name: string;
  summary: ProjectSummary;
  /** In the customary order; sort by rank where that is wanted. */
  cities: CityProjects[];
  /** By field (5G网络, 数据中心 …), in order of first appearance. */
  categories: { name: string; summary: ProjectSummary }[];
  /** Each month of the year up to this one that anybody reported. */
  byMonth: { month: Month; summary: ProjectSummary }[];
}

/** A number that the unit answering for it reports otherwise than the projects add up. */
export interface ProjectDifference {
  unit: string;
  /** Name of the target. */
  name: string;
  said: Figure;
  /** In the unit and with the digits of `said`. */
  sum: Figure;
}

export interface MonthReturn {
  city: string;
  month: Month;
  due: string;
  /** null when not received. */
  receivedAt: string | null;
  late: boolean;
  file: string | null;
  /** Projects of the city, and how many of them the return lists. */
  owed: number;
  listed: number;
}

export interface ProjectLedger {
  month: Month;
  region: Region;
  rules: ProjectRules;
  projects: ProjectRecord[];
  all: ProjectGroup;
  kinds: ProjectGroup[];
  /** The month's returns, one per city. */
  returns: MonthReturn[];
  /** Earlier months of the year that are still missing. */
  owedEarlier: MonthReturn[];
  stalled: ProjectRecord[];
  overdueStarts: ProjectRecord[];
  findings: Finding[];
  demo: boolean;
}

/** Whether there is any month's figure of a project there. */
export const hasReported = (projects: readonly ProjectRecord[], city: string): boolean =>
  projects.some(({ project, invested }) => project.city === city && invested !== null);
