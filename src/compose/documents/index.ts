/** The documents the program can make. Adding one: a template folder, a file here, a line below. */
import type { DocumentKind } from './kind.ts';
import { progressReport } from './progress-report.ts';
import { reminder } from './reminder.ts';
import { reminderSummary } from './reminder-summary.ts';

/** What `diaodu build` makes. */
export const DOCUMENTS: readonly DocumentKind[] = [progressReport];

/** What `diaodu remind` makes: a letter per unit, and the summary for the office. */
export const REMINDERS: readonly DocumentKind[] = [reminder, reminderSummary];
