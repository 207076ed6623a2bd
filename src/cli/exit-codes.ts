/** What a script can rely on. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';

export const EXIT = {
  fine: 0,
  /** Something in data or templates has to be mended. */
  data: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** Our own fault. */
  internal: 3,
} as const;

/** Of a build or anything else that ends in diagnostics. */
export function exitOf(diagnostics: readonly Diagnostic[]): number {
  if (diagnostics.some(({ code }) => code === 'unknownDocument')) return EXIT.usage;
  return hasErrors(diagnostics) ? EXIT.data : EXIT.fine;
}
