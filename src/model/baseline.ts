/** data/<year>/baselines.yaml: last year's results, which this year's stocks and shares start from. */
import { z } from 'zod';

export const baselinesFileSchema = z.array(
  z.strictObject({
    /** What is counted; a target of the new plan with the same name starts here. */
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 2022-12-31 的样子'),
    source: z.string(),
    demo: z.boolean(),
    /** The target of the old plan, for the reader: G12, T028-2. */
    from: z.string(),
  }),
);
export type Baselines = z.infer<typeof baselinesFileSchema>;
