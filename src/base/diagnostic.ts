/**
 * Problems are values: everything that can be wrong with what people hand in is a Diagnostic,
 * collected and returned with the result. Only our own bugs throw.
 */
import type { Origin } from './origin.ts';

/** error: the build stops · warning: printed, the build goes on · info: recorded (a conversion, a substitution). */
export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  /** Stable name of the problem, the name of its function in `messages/`. */
  code: string;
  severity: Severity;
  /** One Chinese sentence: what was found and what was expected. */
  message: string;
  /** Where it is, as precisely as known. */
  at?: Origin;
  /** How to mend it, each a Chinese sentence. */
  hints: string[];
  /** Id of the finding that says the same (model/ledger/finding.ts); absent where there is none. */
  finding?: string;
  /** Short names of the units and cities that it is about, where it does not stand in their file. */
  about?: readonly string[];
}

/** A result together with all that was noticed on the way; `value` is undefined when nothing usable came out. */
export interface Outcome<T> {
  value: T | undefined;
  diagnostics: Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}

/** Files in the folder with errors in them, each once. */
export const faultyFiles = (folder: string, diagnostics: readonly Diagnostic[]): string[] => [
  ...new Set(
    diagnostics.flatMap(({ severity, at }) =>
      severity === 'error' && at?.file.startsWith(`${folder}/`) ? [at.file] : [],
    ),
  ),
];

/** Each problem once: a glyph that one document lacks, thirty lack. */
export const distinct = (diagnostics: readonly Diagnostic[]): Diagnostic[] => [
  ...new Map(diagnostics.map((d) => [JSON.stringify(d), d])).values(),
];

/** What is told besides the findings, which are listed by themselves. */
export const besidesFindings = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ finding }) => finding === undefined);

/** Whether it is about the unit or city of that short name. */
export const isAbout = ({ about = [], at }: Diagnostic, name: string): boolean =>
  about.includes(name) || (at?.file.split('/').at(-1) ?? '').includes(name);

/** Shorthand for the message catalogue. */
export function diagnostic(
  code: string,
  severity: Severity,
  message: string,
  at: Origin | undefined,
  ...hints: string[]
): Diagnostic {
  return at ? { code, severity, message, at, hints } : { code, severity, message, hints };
}
