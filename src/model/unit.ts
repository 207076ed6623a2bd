/** data/<year>/units.yaml: one canonical short name per unit; everything else refers to a unit by it. */
import { z } from 'zod';

const unitSchema = z.strictObject({
  /** Canonical short name, as the plan writes it: 省发改委. */
  name: z.string(),
  fullName: z.string(),
  /** Other spellings that people use: 省发展改革委. */
  aliases: z.array(z.string()).default([]),
  /** Named in the plan, or added by the office because it owns a figure. */
  namedBy: z.enum(['plan', 'office']),
});

/** Stands in a plan where nobody has been named yet to answer; it is in no units.yaml, so the check of the plan asks for it. */
export const TO_BE_NAMED = '待定';

export const unitsFileSchema = z.array(unitSchema);
export type Unit = z.infer<typeof unitSchema>;
