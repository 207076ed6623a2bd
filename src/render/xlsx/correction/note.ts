/** What is written into a copy sent back for correction. */
import type { Mark } from './styles.ts';

export interface CorrectionNote {
  /** Absent for a problem of the whole file. */
  sheet?: string;
  /** Absent for a problem of the whole sheet. */
  cell?: string;
  severity: Mark;
  problem: string;
  hints: string[];
}

export interface CorrectionTitle {
  unit: string;
  /** 2022年四季度 */
  periodName: string;
}
