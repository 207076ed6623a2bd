/** Whose return for a period came and does not count: who is told that nothing came takes offence. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { cameFaulty, cameRefused } from '../../base/messages/collect.ts';
import { lastRefusals, type Refusal, refusalWords } from '../../model/returns/refusal.ts';

/** Short name → how its return came, to be said behind the name; of those of whom something counts as well. */
export type Came = ReadonlyMap<string, string>;

/**
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
  for (const { severity, at } of read) {
    const name = at?.file.startsWith(`${folder}/`) ? at.file.slice(folder.length + 1) : undefined;
    const sender = name && severity === 'error' ? resolve(name.replace(/(?:\.v\d+)?\.\w+$/, '')) : undefined;
    if (at && sender !== undefined) came.set(sender, cameFaulty(at.file));
  }
  return came;
}
