/**
 * data/<year>/acknowledgements/<period>.yaml: findings of the cross-checks that the office has looked into. A finding
 * is named by its id as `diaodu check` prints it (falling/省工信厅/T028-2), or by check, unit and subject. Findings on
 * projects and cities have files of their own: <month>.yaml (2022-09) and cities-<quarter>.yaml (cities-2022Q3).
 */
import { z } from 'zod';
import type { Origin } from '../../base/origin.ts';

/** 继续核实: known and printed, the status stays 待核实 · 确认属实: the value is right and is judged like any other. */
const OUTCOMES = ['继续核实', '确认属实'] as const;
type AcknowledgementOutcome = (typeof OUTCOMES)[number];

export const acknowledgementsFileSchema = z.array(
  z.strictObject({
    finding: z.string().optional(),
    check: z.string().optional(),
    unit: z.string().optional(),
    /** Target or goal id, or task number. */
    subject: z.union([z.string(), z.number()]).optional(),
    outcome: z.enum(OUTCOMES).default('继续核实'),
    /** Words of the finding, e.g. the value, without which the acknowledgement no longer applies: data change. */
    found: z.union([z.string(), z.number()]).optional(),
    reason: z.string(),
    /** An office, section or post; not a person. */
    by: z.string(),
  }),
);

/** Name of the file, without its ending, for the cities of a quarter. */
export const cityAcknowledgements = (period: string): string => `cities-${period}`;

/** @param name 2022Q3, 2022-09, cities-2022Q3 */
export const acknowledgementsFile = (year: number, name: string): string =>
  `data/${year}/acknowledgements/${name}.yaml`;

export interface Acknowledgement {
  /** Name of its file: 2022Q3, 2022-09, cities-2022Q3. */
  period: string;
  check: string;
  unit: string;
  /** As in the finding's id, or a task number as text, which stands for all targets of the task. */
  subject: string;
  outcome: AcknowledgementOutcome;
  /** '' for any. */
  found: string;
  reason: string;
  by: string;
  at: Origin;
}
