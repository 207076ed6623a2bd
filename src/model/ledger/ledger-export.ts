/**
 * The ledger for other systems: the shape of 台账.json, from which the workbooks and CSV files are made too. Stable: a
 * field is never renamed or given another meaning under the same `schema`; new fields may be added at any place.
 */
import { z } from 'zod';
import { KINDS, OPERATORS } from '../plan/target.ts';
import { STATUSES } from '../status.ts';

export const EXPORT_SCHEMA = 'diaodu-ledger/1';

const status = z.enum(STATUSES);
const periodId = z.string();

/** A reported number, in `unit` as it stands here; `text` is how it is printed (约352.6亿元). */
const amount = z.object({
  value: z.number(),
  unit: z.string(),
  decimals: z.number().int(),
  qualifier: z.string(),
  text: z.string(),
  /** As the unit wrote it; '' where it is not a unit's own value. */
  raw: z.string(),
  /** File, sheet and cell (or line). */
  source: z.string(),
  demo: z.boolean(),
});

const finding = z.object({
  id: z.string(),
  check: z.string(),
  /** verify: the value can't be trusted · notice: for attention. */
  effect: z.enum(['verify', 'notice']),
  message: z.string(),
  acknowledgement: z.object({ outcome: z.string(), reason: z.string(), by: z.string() }).nullable(),
});

const target = z.object({
  /** T017-1, or the goal's G03. */
  id: z.string(),
  name: z.string(),
  /** As the plan says it: 650亿元以上. */
  words: z.string(),
  operator: z.enum(OPERATORS),
  kind: z.enum(KINDS),
  value: z.number(),
  upper: z.number().nullable(),
  unit: z.string(),
  responsible: z.string(),
  baseline: z.number().nullable(),
  /** What notices have changed of the target by the period's end, the earliest first; absent where nothing. */
  revised: z
    .array(
      z.object({
        /** ISO date, the first day of the new target. */
        since: z.string(),
        /** 文号 of the notice; '' where nobody has noted it. */
        by: z.string(),
        /** What it was until then. */
        words: z.string(),
        value: z.number(),
        upper: z.number().nullable(),
      }),
    )
    .optional(),
  /** One per quarter of the year up to the period; cumulative or period-end values. */
  quarters: z.array(z.object({ period: periodId, amount: amount.nullable(), status: status.nullable() })),
  /** What the last quarter alone added; null where that has no meaning. */
  quarterValue: z.number().nullable(),
  /** 完成率 and 序时进度 in %, unrounded; gap in 百分点, rounded to one decimal. */
  rate: z.number().nullable(),
  expected: z.number().nullable(),
  gap: z.number().nullable(),
  status,
  reason: z.string(),
});

/** `by`: the unit that asks; not always the responsible one. */
const coordination = z.array(z.object({ matter: z.string(), with: z.array(z.string()), by: z.string() }));

const task = z.object({
  no: z.number().int(),
  track: z.number().int(),
  trackName: z.string(),
  text: z.string(),
  brief: z.string(),
  responsible: z.string(),
  leads: z.array(z.string()),
  cooperating: z.array(z.string()),
  /** Of each quarter up to the period. */
  statuses: z.array(z.object({ period: periodId, status })),
  status,
  reason: z.string(),
  selfAssessment: status.nullable(),
  stage: z
    .object({ reached: z.string(), expected: z.string(), number: z.number().int(), of: z.number().int() })
    .nullable(),
  targets: z.array(target),
  progress: z.string(),
  problems: z.string(),
  coordination,
  next: z.string(),
  findings: z.array(finding),
});

const goal = z.object({
  id: z.string(),
  group: z.string(),
  name: z.string(),
  text: z.string(),
  responsible: z.string(),
  /** null for a goal without a number. */
  target: target.nullable(),
  progress: z.string(),
  problems: z.string(),
  coordination,
  next: z.string(),
  findings: z.array(finding),
});

export const ledgerExportSchema = z.object({
  schema: z.literal(EXPORT_SCHEMA),
  title: z.string(),
  office: z.string(),
  year: z.number().int(),
  period: periodId,
  periodName: z.string(),
  /** ISO date. */
  asOf: z.string(),
  /** True when any value is 演示数据. */
  demo: z.boolean(),
  goals: z.array(goal),
  tasks: z.array(task),
});

export type LedgerExport = z.infer<typeof ledgerExportSchema>;
export type ExportedTask = z.infer<typeof task>;
export type ExportedGoal = z.infer<typeof goal>;
export type ExportedTarget = z.infer<typeof target>;
export type ExportedAmount = z.infer<typeof amount>;

/** The JSON Schema of 台账.json, for those who read it with other tools. */
export function ledgerExportJsonSchema(): unknown {
  return z.toJSONSchema(ledgerExportSchema, { io: 'output' });
}
