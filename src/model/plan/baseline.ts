/** data/<year>/baselines.yaml: last year's results, which this year's stocks and shares start from. */
import { z } from 'zod';
import { isoDate } from '../iso-date.ts';

export const baselinesFileSchema = z.array(
  z.strictObject({
    /** What is counted; a target of the new plan with the same name starts here. */
    name: z.string(),
    value: z.number(),
    unit: z.string(),
    asOf: isoDate,
    source: z.string(),
    /** 演示数据; what an office writes is none. */
    demo: z.boolean().default(false),
    /** Unit that answered for it; a name that says little (覆盖率) holds for its own targets alone. */
    responsible: z.string().optional(),
    /** The target of the old plan, for the reader: G12, T028-2. */
    from: z.string(),
  }),
);
export type Baselines = z.infer<typeof baselinesFileSchema>;
