/**
 * What a unit has said of a period so far: the version that counts; where that could not be read as a whole, together with
 * those before it, back to the last that could. A new one is held against that, so that nothing is lost in between.
 */
import { hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { type ReturnContext, readReturn } from '../../intake/returns/read-return.ts';
import type { Submission } from '../../model/returns/submission.ts';
import { versionsBy } from '../../model/returns/versions.ts';
import { type Shelf, versionsOf } from './versions.ts';

export interface SaidBefore {
  said: Submission;
  /** Number of the first version that it is taken from; undefined where that is the one that counts. */
  since: number | undefined;
}

interface Sources {
  shelf: Shelf;
  effects: Effects;
  context: Pick<ReturnContext, 'index' | 'period' | 'previous'>;
  /** The returns of the period, as the workspace was read. */
  filed: readonly Submission[];
  /** Whether an error was found in the file. */
  faulty(file: string): boolean;
}

export interface SaidSoFar {
  /** undefined for a unit that has said nothing yet. */
  of(unit: string): Promise<SaidBefore | undefined>;
  /** A new version has been kept. @param whole whether all of it could be read; last: number of the one before it */
  now(submission: Submission, whole: boolean, last: number | undefined): Promise<void>;
}

/** Earlier versions are read when they are asked for: seldom, for most returns are whole. */
export function saidSoFar(sources: Sources): SaidSoFar {
  const known = new Map<string, SaidBefore | undefined>();
  const filed = versionsBy(sources.filed, ({ unit }) => unit);
  const of = async (unit: string): Promise<SaidBefore | undefined> => {
    const last = filed.get(unit)?.counting;
    if (!known.has(unit)) known.set(unit, last && (await withEarlier(last, sources)));
    return known.get(unit);
  };
  return {
    of,
    async now(submission, whole, last) {
      const before = whole ? undefined : await of(submission.unit);
      known.set(
        submission.unit,
        before
          ? { said: over(before.said, submission), since: before.since ?? last }
          : { said: submission, since: undefined },
      );
    },
  };
}

async function withEarlier(
  last: Submission,
  { shelf, effects, context, faulty }: Sources,
): Promise<SaidBefore> {
  let before: SaidBefore = { said: last, since: undefined };
  if (!faulty(last.file)) return before;
  const versions = await versionsOf(shelf, last.unit, effects);
  const own = versions.findIndex(({ path }) => path === last.file);
  for (const { path, version, receivedAt } of versions.slice(0, own).toReversed()) {
    const bytes = await effects.read(path);
    const claim = { unit: last.unit, receivedAt, registered: true };
    const read = bytes && readReturn(path, bytes, { ...context, claim });
    if (!read?.submission) continue;
    before = { said: over(read.submission, before.said), since: version };
    if (!hasErrors(read.diagnostics)) break;
  }
  return before;
}

/** The later of two versions, and of the earlier one what the later does not say. */
const over = (earlier: Submission, later: Submission): Submission => ({
  ...later,
  tasks: together(earlier.tasks, later.tasks, ({ task }) => task),
  goals: together(earlier.goals, later.goals, ({ goal }) => goal),
  cooperation: together(earlier.cooperation, later.cooperation, ({ task }) => task),
});

function together<E extends object>(
  earlier: readonly E[],
  later: readonly E[],
  keyOf: (entry: E) => unknown,
): E[] {
  const byKey = new Map(earlier.map((entry) => [keyOf(entry), entry]));
  for (const entry of later) byKey.set(keyOf(entry), filled(byKey.get(keyOf(entry)), entry));
  return [...byKey.values()];
}

function filled<E extends object>(earlier: E | undefined, later: E): E {
  const blank = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
  const said = Object.entries(later).filter(([, value]) => !blank(value));
  const merged = { ...later, ...earlier, ...Object.fromEntries(said) };
  const values = [earlier, later].flatMap((entry) => valuesOf(entry));
  const latest = new Map(values.map((value) => [value.target, value]));
  return 'values' in later ? { ...merged, values: [...latest.values()] } : merged;
}

const valuesOf = (entry: object | undefined): { target: string }[] =>
  (entry as { values?: { target: string }[] } | undefined)?.values ?? [];
