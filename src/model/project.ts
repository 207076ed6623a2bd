/**
 * Key projects, scheduled monthly and circulated quarterly (plan, task 19: 按月调度按季通报). Money is kept in 万元, as the
 * offices' project tables do: whole numbers add up exactly.
 */
import { z } from 'zod';
import type { Located, Origin } from '../base/origin.ts';
import type { Figure } from './figure.ts';
import { isoDate } from './iso-date.ts';
import { monthIdSchema } from './period.ts';

export const PROJECT_KINDS = ['keyIndustry', 'newInfrastructure'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

interface ProjectKindFace {
  /** As the plan calls them (tasks 17 and 18). */
  name: string;
  short: string;
  /** First letter of the codes. */
  letter: string;
}

export const PROJECT_KIND_FACES: Record<ProjectKind, ProjectKindFace> = {
  keyIndustry: {
    name: '数字经济重点产业项目',
    short: '重点产业',
    letter: 'Z',
  },
  newInfrastructure: {
    name: '新基建项目',
    short: '新基建',
    letter: 'X',
  },
};

export const INVESTMENT_UNIT = '万元';

/** Written amounts: a number, or text with a unit (1.2亿元). */
const amount = z.union([z.number(), z.string()]);

const projectCodeSchema = z
  .string()
  .regex(/^[ZX]\d{3}$/, '项目编号应写作 Z001（重点产业）或 X001（新基建）的样子');

/** A row of data/<year>/projects/projects.csv, headings turned into keys and dates into ISO. */
export const projectRowSchema = z.strictObject({
  code: projectCodeSchema,
  name: z.string(),
  city: z.string(),
  kind: z.enum(PROJECT_KINDS.map((kind) => PROJECT_KIND_FACES[kind].short)),
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

/** data/<year>/projects/rules.yaml */
export const projectRulesSchema = z.strictObject({
  /** Day of the following month by which a month's return is due, inclusive. */
  dueDay: z.number().int().min(1).max(28),
  /** Months in a row without investment from which a project under construction is stalled. */
  stalledMonths: z.number().int().positive(),
  /** % of the year's plan from which cumulative investment is asked about. */
  beyondPlan: z.number().min(100),
  explanation: z.array(z.string()),
  /** The plan's targets for projects started and for the year's investment, held against what the returns add up to. */
  targets: z
    .strictObject({ keyIndustry: comparedTargets.optional(), newInfrastructure: comparedTargets.optional() })
    .default({}),
});
export type ProjectRules = z.infer<typeof projectRulesSchema>;

export interface Project {
  /** Z001 … for 重点产业, X001 … for 新基建. */
  code: string;
  name: string;
  city: string;
  kind: ProjectKind;
  track: number;
  category: string;
  owner: string;
  /** Total investment, 万元. */
  total: Figure;
  /** Investment planned for the year, 万元. */
  yearPlan: Figure;
  /** Months, 2022-03. */
  plannedStart: string;
  plannedCompletion: string;
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
