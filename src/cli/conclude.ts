/** How a command ends: its result as JSON for other programs or in words for people, and the code that scripts rely on. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { exitOf } from './exit-codes.ts';
import { diagnosticLines } from './report.ts';

/** On the error stream: what is handed on to another program or file is the result alone. */
export function complain(diagnostics: readonly Diagnostic[]): void {
  for (const line of diagnosticLines(diagnostics)) console.error(line);
}

/** Without remarks, which ask nobody to do anything. */
export const notable = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity !== 'info');

/**
 * @param lines what is said in words, after what is wrong
 * @param told which of the diagnostics are said in words; JSON has them all
 * @returns the exit code
 */
export function conclude(
  result: { diagnostics: readonly Diagnostic[] },
  json: boolean | undefined,
  lines: readonly string[],
  told: readonly Diagnostic[] = notable(result.diagnostics),
): number {
  if (json) console.log(JSON.stringify({ ok: !hasErrors(result.diagnostics), ...result }, null, 2));
  else {
    complain(told);
    for (const line of lines) console.log(line);
  }
  return exitOf(result.diagnostics);
}
