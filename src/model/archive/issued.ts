/** What has been handed out of a period: data/<year>/issued/<期>/<次>/, the files as they went out and this beside them. */
import { z } from 'zod';

export const ISSUED_RECORD = 'issued.json';

/** Something that papers print of what was reported or judged, by which two states of the data are told apart. */
const factSchema = z.strictObject({
  /** Names it in both states. */
  key: z.string(),
  /** value: returned by a unit or place · status: judged · statistic: of data/statistics, which nobody returns. */
  kind: z.enum(['value', 'status', 'statistic']),
  /** Unit or place that answers for it; of a statistic, the region that it is about. */
  who: z.string(),
  what: z.string(),
  /** As papers print it. */
  text: z.string(),
});
export type Fact = z.infer<typeof factSchema>;

export const issuedSchema = z.strictObject({
  program: z.literal('diaodu'),
  period: z.string(),
  /** ISO date of handing out. */
  on: z.iso.date(),
  files: z.array(
    z.strictObject({ path: z.string(), sha256: z.string(), title: z.string(), pages: z.number().int() }),
  ),
  facts: z.array(factSchema),
});
export type Issued = z.infer<typeof issuedSchema>;
