/** Work on many files at once: waiting for the disk is what takes the time. */
import type { Diagnostic } from './diagnostic.ts';

/**
 * Begins all of it at once.
 * @param work adds what it has to tell to a list of its own
 * @returns the results in the order of the items; in the same order what was told goes to `diagnostics`
 */
export async function together<T, R>(
  items: readonly T[],
  diagnostics: Diagnostic[],
  work: (item: T, told: Diagnostic[]) => Promise<R>,
): Promise<R[]> {
  const done = await Promise.all(
    items.map(async (item) => {
      const told: Diagnostic[] = [];
      return { result: await work(item, told), told };
    }),
  );
  diagnostics.push(...done.flatMap(({ told }) => told));
  return done.map(({ result }) => result);
}
