/** What is left of a check for which formal papers wait. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { CheckResult } from './check.ts';
import type { ListedFinding } from './listed-finding.ts';

type Checked = Pick<CheckResult, 'units' | 'groups' | 'diagnostics'>;

/** Errors that count others, which are told one by one. */
const GATES: readonly string[] = ['findingsOpen', 'projectFindingsOpen', 'cityFindingsOpen', 'returnsFaulty'];

/** All findings, whatever part of the list they stand in. */
export const findingsOf = ({ units, groups }: Checked): ListedFinding[] =>
  [...units, ...groups.flatMap((group) => group.units)].flatMap((unit) => unit.findings);

/** What else is told. */
export const problemsOf = ({ diagnostics, groups }: Checked): Diagnostic[] =>
  [...diagnostics, ...groups.flatMap((group) => group.diagnostics)].filter(
    ({ code }) => !GATES.includes(code),
  );

/** How many errors are neither mended nor acknowledged. */
export const waiting = (checked: Checked): number =>
  problemsOf(checked).filter(({ severity }) => severity === 'error').length +
  findingsOf(checked).filter(({ severity, acknowledgement }) => severity === 'error' && !acknowledgement)
    .length;
