/** The documents the program can make. Adding one: a template folder, a file here, a line below. */
import type { Ledger } from '../../model/ledger.ts';
import type { View } from '../engine/value.ts';
import { progressReport } from './progress-report.ts';

export interface DocumentKind {
  /** Name on the command line (--only) and of the folder under templates/. */
  name: string;
  /** Chinese name for messages. */
  title: string;
  /** What the templates may print. */
  view(ledger: Ledger): View;
}

export const DOCUMENTS: readonly DocumentKind[] = [progressReport];
