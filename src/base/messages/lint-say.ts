/** A message of the lint: its code is the name of its rule, by which templates/lint.yaml switches it off. */
import { type Diagnostic, diagnostic, type Severity } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

export type Say = (at: Origin) => Diagnostic;

export const say =
  (rule: string, severity: Severity, message: string, ...hints: string[]): Say =>
  (at) =>
    diagnostic(rule, severity, message, at, ...hints);
