/** templates/lint.yaml: which rules of the lint are off and why, and words to avoid. */
import { z } from 'zod';

const ruleSwitchSchema = z.strictObject({
  /** Name of the rule, as printed in brackets with its findings. */
  rule: z.string(),
  on: z.boolean(),
  /** Why the house departs from the rule, or keeps it. */
  reason: z.string().min(1),
});

const phraseSchema = z.strictObject({
  /** To avoid; “…” stands for one to ten characters of the same clause. */
  words: z.string().min(2),
  /** A sentence on what to write instead. */
  advice: z.string().min(1),
});

export const lintFileSchema = z.strictObject({
  rules: z.array(ruleSwitchSchema).default([]),
  phrases: z.array(phraseSchema).default([]),
});
export type LintFile = z.infer<typeof lintFileSchema>;
