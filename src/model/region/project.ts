/**
 * Key projects, scheduled monthly and circulated quarterly (plan, task 19: 按月调度按季通报). Money is kept in 万元, as the
 * offices' project tables do: whole numbers add up exactly.
 */
import { z } from 'zod';
import type { Located, Origin } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import { isoDate } from '../iso-date.ts';
import { monthIdSchema } from '../period.ts';

export const INVESTMENT_UNIT = '万元';

/** Written amounts: a number, or text with a unit (1.2亿元). */
const amount = z.union([z.number(), z.string()]);

/** Unlike the codes of targets and indicators, by which other returns are known. */
const projectCodeSchema = z
  .string()
  .regex(/^[A-Z]{1,2}\d{3,4}$/, '项目编号应写作一两个大写字母加三四位数字，如 Z001');

/** A row of data/<year>/projects/projects.csv, headings turned into keys and dates into ISO. */
export const projectRowSchema = z.strictObject({
  code: projectCodeSchema,
  name: z.string(),
  city: z.string(),
  kind: z.string().min(1),
  /** Number of the plan's track that it belongs to. */
  track: z.coerce.number('应为专项序号').int(),
  /** 5G网络, 数据中心 …; free, for grouping. */
  category: z.string(),
  owner: z.string(),
  total: amount,
  yearPlan: amount,
  plannedStart: monthIdSchema,
  plannedCompletion: monthIdSchema,
  /** Absent while the project is not approved yet. */
  approvedOn: isoDate.optional(),
});
export type ProjectRow = z.infer<typeof projectRowSchema>;

/** A row of a city's monthly return. */
export const projectEntryRowSchema = z.strictObject({
  code: projectCodeSchema,
  name: z.string().optional(),
  month: amount.optional(),
  cumulative: amount.optional(),
  startedOn: isoDate.optional(),
  completedOn: isoDate.optional(),
  progress: z.string().optional(),
  problem: z.string().optional(),
});
export type ProjectEntryRow = z.infer<typeof projectEntryRowSchema>;

const comparedTargets = z.strictObject({ started: z.string(), investment: z.string() }).partial();

const projectKindSchema = z.strictObject({
  /** As the master list writes it, and tables: 重点产业. */
  name: z.string().min(1),
  /** In running text: 数字经济重点产业项目. */
  fullName: z.string().min(1).optional(),
  /** First letters of its projects' codes. */
  letter: z
    .string()
    .regex(/^[A-Z]{1,2}$/, '应为一两个大写字母')
    .optional(),
});

/** data/<year>/projects/rules.yaml */
export const projectRulesSchema = z.strictObject({
  /** Day of the following month by which a month's return is due, inclusive. */
  dueDay: z.number().int().min(1).max(28),
  /** Months in a row without investment from which a project under construction is stalled. */
  stalledMonths: z.number().int().positive(),
  /** % of the year's plan from which cumulative investment is asked about. */
  beyondPlan: z.number().min(100),
  explanation: z.array(z.string()),
  /** In the order in which they are printed; where none are named, whatever the master list writes. */
  kinds: z.array(projectKindSchema).default([]),
  /** By kind: the plan's targets for projects started and for the year's investment, held against what the returns add up to. */
  targets: z.record(z.string(), comparedTargets).default({}),
});
export type ProjectRules = z.infer<typeof projectRulesSchema>;

export interface Project {
  code: string;
  name: string;
  city: string;
  /** As the master list writes it: 重点产业. */
  kind: string;
  category: string;
  owner: string;
  /** Total investment, 万元. */
  total: Figure;
  /** Investment planned for the year, 万元. */
  yearPlan: Figure;
  /** Months, 2022-03. */
  plannedStart: string;
  /** ISO date; null while not approved. */
  approvedOn: string | null;
  at: Origin;
}

/** What a city says of one project for one month. */
export interface ProjectEntry {
  code: string;
  at: Origin;
  /** Invested in the month, 万元; below zero where investment was struck off. */
  month: Figure | null;
  /** Invested since the year's beginning, 万元. */
  cumulative: Figure | null;
  /** ISO dates of what really happened. */
  startedOn: Located<string> | null;
  completedOn: Located<string> | null;
  progress: Located<string> | null;
  problem: Located<string> | null;
}

export interface ProjectReturn {
  city: string;
  /** 2022-08 */
  month: string;
  /** ISO date. */
  receivedAt: string;
  demo: boolean;
  file: string;
  entries: ProjectEntry[];
  /** Errors in a return that was collected: its 退回稿 has gone back. Absent where there are none. */
  sentBack?: number;
}

export interface ProjectInputs {
  rules: ProjectRules;
  /** In the order of the master list. */
  projects: Project[];
  /** In order of receipt; a later return of a city for a month supersedes an earlier one. */
  returns: ProjectReturn[];
  /** True when the master list is 演示数据. */
  demo: boolean;
}

/** The kinds that there are, in the order in which they are printed. */
export const projectKinds = ({ rules, projects }: Pick<ProjectInputs, 'rules' | 'projects'>): string[] => [
  ...new Set([...rules.kinds.map(({ name }) => name), ...projects.map(({ kind }) => kind)]),
];

/** Projects of a kind as tables call it: 新基建项目. */
export const projectsOfKind = (kind: string): string => (kind.endsWith('项目') ? kind : `${kind}项目`);

/** Of a kind in running text. */
export const projectKindName = (kind: string, { kinds }: ProjectRules): string =>
  kinds.find(({ name }) => name === kind)?.fullName ?? projectsOfKind(kind);
