/** Whose return for a period came and does not count: who is told that nothing came takes offence. */
import { type Diagnostic, faultyFiles } from '../../base/diagnostic.ts';
import { cameFaulty, cameRefused } from '../../base/messages/collect.ts';
import type { Came } from '../../model/returns/came.ts';
import { lastRefusals, type Refusal, refusalWords } from '../../model/returns/refusal.ts';

/**
 * Of those of whom something counts as well.
 * @param folder of the period's returns · @param read what was found wrong while they were read
 * @param resolve short name for what a file is called
 * @param refusals what `collect` did not take
 */
export function cameUnused(
  folder: string,
  read: readonly Diagnostic[],
  resolve: (name: string) => string | undefined,
  refusals: readonly Refusal[] = [],
): Came {
  const came = new Map<string, string>();
  for (const [sender, refusal] of lastRefusals(refusals))
    came.set(sender, cameRefused(refusalWords(refusal)));
  for (const file of faultyFiles(folder, read)) {
    const sender = resolve(file.slice(folder.length + 1).replace(/(?:\.v\d+)?\.\w+$/, ''));
    if (sender !== undefined) came.set(sender, cameFaulty(file));
  }
  return came;
}
