/** A quantified target of the plan, of a goal or inside a task. */
import { z } from 'zod';
import { isoDate } from '../iso-date.ts';

/** Who answers for a goal, target or task, and who said so: the plan itself or the office. */
export const responsibilitySchema = z.strictObject({
  unit: z.string(),
  assignedBy: z.enum(['plan', 'office']),
  /** Why the office chose this unit, where the plan does not name one. */
  reason: z.string().optional(),
});
export type Responsibility = z.infer<typeof responsibilitySchema>;

/** atMost is an upper limit: the lower the better. */
export const OPERATORS = ['atLeast', 'exceed', 'about', 'range', 'batches', 'yesNo', 'atMost'] as const;

export const KINDS = ['cumulative', 'stock', 'ratio', 'growth', 'events', 'deadline'] as const;

/** How the target's own pace runs within the year. */
const scheduleSchema = z.discriminatedUnion('type', [
  /** Straight line from the baseline (or zero) to the target. */
  z.strictObject({ type: z.literal('linear') }),
  /** Values expected at the ends of the quarters, in the target's unit; null = nothing expected yet. */
  z.strictObject({
    type: z.literal('nodes'),
    nodes: z.tuple([
      z.number().nullable(),
      z.number().nullable(),
      z.number().nullable(),
      z.number().nullable(),
    ]),
    reason: z.string(),
  }),
  /** Only the deadline counts; before it nothing is late. */
  z.strictObject({ type: z.literal('deadline') }),
  /** The value itself is compared with the target at every quarter (growth rates, shares of a month). */
  z.strictObject({ type: z.literal('level'), reason: z.string() }),
]);
export type Schedule = z.infer<typeof scheduleSchema>;

/** The target as it stood before a notice changed it: the number, its sentence, and what else was other than today. */
const formerSchema = z.strictObject({
  value: z.number(),
  upper: z.number().optional(),
  operator: z.enum(OPERATORS).optional(),
  wording: z.string().optional(),
  schedule: scheduleSchema.optional(),
  deadline: isoDate.optional(),
  /** Verbatim; it stood in the text where the new one stands today. */
  sentence: z.string().min(1),
});

const revisionSchema = z.strictObject({
  /** First day of the new target; who is judged by an earlier day is judged by the old one. */
  since: isoDate,
  /** 文号 of the notice that changed it. */
  by: z.string().min(1).optional(),
  from: formerSchema,
});
export type Former = z.infer<typeof formerSchema>;

export const targetSchema = z.strictObject({
  /** G03 for a goal; T017-1 for the first target of task 17. */
  id: z.string().regex(/^(G\d{2}|T\d{3}-\d)$/, '编号应写作 G03 或 T017-1 的样子'),
  /** What is counted, as a table row would name it, without the unit. */
  name: z.string(),
  operator: z.enum(OPERATORS),
  /** The plan's word: 突破, 以上, 达到, 左右, 超过, 首次突破, 不高于, 以内 …; empty when the plan uses none. */
  wording: z.string(),
  /** 力争, 争取: a softener of the plan, kept for the wording of sentences. */
  softener: z.string().optional(),
  /** The number in `unit`; the lower end of a range. 1 for a yes-no target. */
  value: z.number(),
  /** Upper end of a range. */
  upper: z.number().optional(),
  /** As in the plan: 个, 亿元, 万个, %; 项 for yes-no; empty for what has none, such as PUE. */
  unit: z.string(),
  kind: z.enum(KINDS),
  /** Value at the start of the year, for stocks and ratios; progress is measured from here. */
  baseline: z
    .strictObject({
      value: z.number(),
      asOf: isoDate,
      source: z.string(),
      /** 演示数据; what an office writes is none. */
      demo: z.boolean().default(false),
      /** Last year's result (baselines.yaml), put here by intake/plan/baselines.ts: no word of the plan. */
      carried: z.literal(true).optional(),
    })
    .optional(),
  schedule: scheduleSchema,
  /** Deadline the plan names; the year's end otherwise. */
  deadline: isoDate.optional(),
  responsible: responsibilitySchema,
  /** The plan's sentence or clause that holds the target, verbatim (after mending). */
  sentence: z.string(),
  /** Id of an interpretation in notes.yaml, where the plan's words needed reading. */
  interpretation: z.string().optional(),
  /** What the year's notices changed, the earliest first; the fields above are those in force after the last. */
  revised: z.array(revisionSchema).optional(),
});
export type Target = z.infer<typeof targetSchema>;
export type TargetKind = Target['kind'];
export type Operator = Target['operator'];

/**
 * Whether the value says by how much something changes: it may be negative, and a + in front of it is no second count.
 * Of a fall that is promised (能耗下降0.5个百分点) nobody knows whether −0.5 is one or the opposite.
 */
export const statesChange = ({ kind, unit, name }: Pick<Target, 'kind' | 'unit' | 'name'>): boolean =>
  (kind === 'growth' || unit === '百分点') && !FALL.test(name);

const FALL = /下降|降低|减少|压减|压缩|下调/;

/** Whether progress runs from a value at the start of the year instead of zero. */
export function hasBaseline(
  target: Target,
): target is Target & { baseline: NonNullable<Target['baseline']> } {
  if (target.baseline === undefined) return false;
  return target.kind === 'stock' || target.kind === 'ratio' || target.operator === 'atMost';
}
