/** Files among a period's returns with errors that became nobody's return: whoever chases the sender has to know of them. */
import { type Diagnostic, faultyFiles } from '../../base/diagnostic.ts';

/**
 * @param used files that count as somebody's return
 * @param diagnostics of reading · @param folder of the period's returns
 */
export function unreadableFiles(
  used: readonly (string | null)[],
  diagnostics: readonly Diagnostic[],
  folder: string,
): string[] {
  return faultyFiles(folder, diagnostics)
    .filter((file) => !used.includes(file))
    .sort();
}
