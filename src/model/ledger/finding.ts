/** What a cross-check found. */
import type { Severity } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import type { Acknowledgement } from '../returns/acknowledgement.ts';

/** A cross-check's finding; the data are kept as they are, the reader is told. */
export interface Finding {
  /** Stable as long as the data are: check/unit/target, goal or task; what an acknowledgement names. */
  id: string;
  /** Name of the check, the name of its file in ledger/checks. */
  check: string;
  /** verify: the value can't be trusted, status 待核实 · notice: printed in the method note only. */
  effect: 'verify' | 'notice';
  unit: string;
  /** Task number or goal id. */
  subject: number | string;
  /** What is called into question, as the message names it: 任务47“智慧景区”; absent where that is no single target. */
  target?: string;
  /** Chinese sentence for the reader. */
  message: string;
  /** The same where the task or goal has just been named; absent where it is no shorter. */
  afterName?: string;
  /** How to mend it; empty where the list of findings says nothing of that. */
  hints: string[];
  at: Origin;
  /** What the office has noted of it; null for nothing. */
  acknowledgement: Acknowledgement | null;
}

/** How `check` and `status` count it, by its effect; findings on projects and cities say it otherwise. */
export const severityOf = ({ effect }: Pick<Finding, 'effect'>): Severity =>
  effect === 'verify' ? 'error' : 'warning';
