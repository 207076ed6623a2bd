/**
 * The province's 11 设区市 and 赣江新区, each quarter: duties from section 三 of the plan and a set of comparable
 * indicators, from which a composite ranking is made by a rule that is printed with it.
 */
import { z } from 'zod';
import type { Located, Origin } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import type { MilestoneNode } from '../plan/plan.ts';

/** data/<year>/cities/cities.yaml, in the customary order. */
export const citiesFileSchema = z.array(
  z.strictObject({
    name: z.string(),
    fullName: z.string(),
    aliases: z.array(z.string()).default([]),
    /** 省级数字经济集聚区 for whose plans the city answers. */
    clusters: z.array(z.string()).default([]),
  }),
);
export type City = z.infer<typeof citiesFileSchema>[number];

/**
 * What of an indicator is compared. completion: value ÷ the city's own target · level: the value itself (rates and
 * growth) · projects: completion rate of the year's project plans, worked out from the monthly project returns.
 */
const INDICATOR_BASES = ['completion', 'level', 'projects'] as const;

const cityTargetSchema = z.strictObject({
  value: z.number(),
  source: z.string(),
  /** Made up for the demonstration; absent for a published target. */
  demo: z.boolean().default(false),
});

/** data/<year>/cities/indicators.yaml */
export const indicatorsFileSchema = z.strictObject({
  ranking: z.strictObject({
    /** Score of the lowest city; the highest has 100. */
    floor: z.number().min(0).max(100),
    /** Completion beyond this % earns nothing more. */
    cap: z.number().min(100),
    /** Printed with the ranking. */
    explanation: z.array(z.string()),
  }),
  indicators: z.array(
    z.strictObject({
      id: z.string().regex(/^C\d{2}$/, '编号应写作 C03 的样子'),
      name: z.string(),
      unit: z.string(),
      /** cumulative: since the year's beginning · stock: at the period's end · ratio, growth: % */
      kind: z.enum(['cumulative', 'stock', 'ratio', 'growth']),
      basis: z.enum(INDICATOR_BASES),
      /** Share of the composite, %; all together 100. */
      weight: z.number().positive(),
      /** City → its target for the year, for `completion`. */
      targets: z.record(z.string(), cityTargetSchema).default({}),
    }),
  ),
});
export type CityRanking = z.infer<typeof indicatorsFileSchema>['ranking'];
export type Indicator = z.infer<typeof indicatorsFileSchema>['indicators'][number];

/** Row that speaks of the city's work as a whole. */
export const OVERALL_ROW = 'Z00';

/** A row of a city's quarterly return: an indicator, a duty of section 三, or the whole. */
export const cityEntryRowSchema = z.strictObject({
  id: z.string().regex(/^(?:C\d{2}|R\d{2}|Z00)$/, '编号应写作 C03、R07 或 Z00 的样子'),
  name: z.string().optional(),
  value: z.union([z.number(), z.string()]).optional(),
  source: z.string().optional(),
  stage: z.string().optional(),
  evidence: z.string().optional(),
  progress: z.string().optional(),
  problem: z.string().optional(),
  next: z.string().optional(),
});
export type CityEntryRow = z.infer<typeof cityEntryRowSchema>;

export interface CityDuty {
  /** Id of the duty in requirements.yaml: R07. */
  id: string;
  city: string;
  /** What is owed, with the clusters by name where the duty is theirs. */
  what: string;
  /** The day that the plan names; by the ladder where absent. */
  deadline?: string;
}

export interface CityEntry {
  id: string;
  at: Origin;
  value: Figure | null;
  stage: Located<string> | null;
  evidence: Located<string> | null;
  progress: Located<string> | null;
  problem: Located<string> | null;
  next: Located<string> | null;
}

export interface CityReturn {
  city: string;
  /** 2022Q3 */
  period: string;
  receivedAt: string;
  demo: boolean;
  file: string;
  entries: CityEntry[];
  /** Errors in a return that was collected: its 退回稿 has gone back. Absent where there are none. */
  sentBack?: number;
}

export interface CityInputs {
  cities: City[];
  indicators: Indicator[];
  ranking: CityRanking;
  duties: CityDuty[];
  /** Stages of a duty, from the ladder of documents; 未启动 left out. */
  stages: MilestoneNode[];
  /** File that holds the targets, for their provenance. */
  indicatorsFile: string;
  /** In order of receipt. */
  returns: CityReturn[];
}
