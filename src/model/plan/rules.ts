/** data/<year>/rules.yaml and periods.yaml: thresholds and dates are data, with explanations that get printed. */
import { z } from 'zod';
import { byCodeUnit } from '../../base/order.ts';
import { isoDate } from '../iso-date.ts';
import { type Period, periodIdSchema } from '../period.ts';

export const rulesSchema = z.strictObject({
  pace: z.strictObject({
    /** Percentage points ahead of pace from which a target is 超前. */
    ahead: z.number().positive(),
    /** Percentage points behind pace that still count as 达到序时进度. */
    tolerance: z.number().min(0),
    /** Percentage points behind pace from which a target is 严重滞后. */
    farBehind: z.number().positive(),
    /** Stages of a milestone ladder behind from which a task is 严重滞后. */
    farBehindStages: z.number().int().positive(),
    /** Fewer things than this are counted one by one: what is due of them is whole, and one missing is not far behind. */
    fewBelow: z.number().min(0).default(0),
    /** 左右: share of the target that counts as reached, e.g. 0.95. */
    aboutShare: z.number().positive().max(1),
    /** First quarter that draws the year on; what three months promise nobody should be told. */
    forecastFrom: z.number().int().min(1).max(4).default(2),
    explanation: z.array(z.string()),
  }),
  checks: z.strictObject({
    /** A value this many times the last one is taken for a slip of the unit. */
    jumpFactor: z.number().positive(),
    /** Two units' values for one figure may differ by this share before they conflict. */
    conflictShare: z.number().min(0),
    /** Texts at least this alike (0…1) count as copied from last quarter. */
    copiedSimilarity: z.number().positive().max(1),
    /** This many times the last value (or the expected one) and … */
    slipFactor: z.number().positive().default(10),
    /** … this many times the annual target together are taken for a slip of the decimal point. */
    slipOverTarget: z.number().positive().default(1.5),
    /** A target met this many times over is asked about. */
    overTarget: z.number().positive().default(3),
    /** Share by which 约 and 左右 in a text may differ from the value. */
    textApproximation: z.number().min(0).default(0.05),
    /** Share of the total by which a sum may differ, for rounding. */
    sumShare: z.number().min(0).default(0.001),
    /** Targets that are sums of others (equals), or at least as large as their parts (atMost). */
    sums: z
      .array(
        z.strictObject({
          total: z.string(),
          parts: z.array(z.string()).min(1),
          relation: z.enum(['equals', 'atMost']).default('equals'),
        }),
      )
      .default([]),
    explanation: z.array(z.string()),
  }),
});
export type Rules = z.infer<typeof rulesSchema>;

/** Whether the year is drawn on at the end of a quarter: not too early in it, nor when it is over. */
export const forecastsIn = ({ quarter }: Period, { pace }: Pick<Rules, 'pace'>): boolean =>
  quarter >= pace.forecastFrom && quarter < 4;

export const periodsFileSchema = z
  .array(
    z.strictObject({
      id: periodIdSchema,
      /** Returns are due on this day, inclusive. */
      due: isoDate,
      /** Figures are as of this day. */
      asOf: isoDate,
    }),
  )
  .superRefine((periods, { addIssue }) => {
    const ids = periods.map(({ id }) => id);
    for (const [i, id] of ids.entries())
      if (ids.indexOf(id) < i) addIssue({ code: 'custom', path: [i, 'id'], message: `期次“${id}”写了两次` });
  })
  // In whatever order they are written: what follows looks for the next one.
  .transform((periods) => [...periods].sort((a, b) => byCodeUnit(a.id, b.id)));
export type PeriodSetting = z.infer<typeof periodsFileSchema>[number];
