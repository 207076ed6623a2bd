/** What an earlier build made and this one, asked for the same documents, no longer makes: a letter nobody is owed. */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { stemOf } from '../base/file-name.ts';
import { layAside } from '../base/lay-aside.ts';
import { lettersKept, olderBeside } from '../base/messages/outputs.ts';
import { staleKept, staleRemoved } from '../base/messages/pipeline.ts';
import { byCodeUnit } from '../base/order.ts';
import { isReminder, type Manifest, type ManifestFile, SENT_WITH } from '../model/archive/manifest.ts';
import { asideOf } from './asides.ts';
import { type BuildRun, type Coverage, readManifest, recordBuild } from './manifest.ts';

export interface Stale {
  /** Paths below the output folder: those that are gone now … */
  removed: string[];
  /** … and those that somebody has changed since, which are left as they are. */
  kept: string[];
  /** Where letters are that have gone out: a unit that has answered is owed none, but had one. */
  aside: string[];
  /** All that the manifest need not name any more: removed now, or gone before. */
  gone: string[];
}

/**
 * The end of a build: outputs that are wanted no more go, unless something failed, and the manifest says what is there.
 * Out: what went, and the build's diagnostics with what is to be said of what stayed.
 */
export async function concluded(
  out: string,
  { run, diagnostics }: { run?: BuildRun; diagnostics: Diagnostic[] },
  effects: Effects,
): Promise<{ removed: string[]; diagnostics: Diagnostic[] }> {
  if (!run) return { removed: [], diagnostics };
  const asked = hasErrors(diagnostics) ? { ...run, covers: undefined } : run;
  const before = asked.covers && (await readManifest(out, effects));
  const { removed, kept, aside, gone } = await removeStale(out, asked, effects, before);
  const older = olderThan(asked, before, [...gone, ...kept]);
  await recordBuild(out, run, effects, gone);
  const placed = (paths: readonly string[]): string[] => paths.map((path) => `${out}/${path}`);
  if (removed.length > 0) effects.print(`  ${staleRemoved(placed(removed))}`);
  const warned = [...diagnostics];
  if (kept.length > 0) warned.push(staleKept(placed(kept)));
  if (aside.length > 0) warned.push(lettersKept(aside));
  if (older.length > 0) warned.push(olderBeside(older, makesAll(run)));
  return { removed: placed(removed), diagnostics: warned };
}

/** What makes all documents of the run's pack anew. */
const makesAll = ({ period, files }: BuildRun): string =>
  files.some(isReminder)
    ? `diaodu remind ${period}（不加 --format）`
    : `diaodu build ${period}（不加 --only、--format）`;

/**
 * Names of the pack's documents that lie beside the new ones and were made of data that have changed since.
 * @param settled what is gone, or is told of anyway
 */
function olderThan(run: BuildRun, before: Manifest | undefined, settled: readonly string[]): string[] {
  // Letters to chosen units say nothing of those to others.
  if (!run.covers || before?.period !== run.period) return [];
  const now = new Map(run.inputs.map(({ path, sha256 }) => [path, sha256]));
  const made = new Set([...run.files.map(({ path }) => path), ...settled]);
  const kindOf = ({ document = '', draft }: ManifestFile): string => `${document.split('/')[0]} ${draft}`;
  const kinds = new Set(run.files.map(kindOf));
  const older = before.builds
    .filter(({ inputs }) =>
      inputs.some(
        ({ path, sha256 }) => path.startsWith('data/') && now.has(path) && now.get(path) !== sha256,
      ),
    )
    .flatMap(({ files }) => files.filter((file) => !made.has(file.path) && kinds.has(kindOf(file))));
  // A paper that was made in another format now is not named as if it had not been made at all.
  const renewed = new Set(run.files.map(({ path }) => stemOf(path)));
  return [...new Set(older.map(({ path }) => (renewed.has(stemOf(path)) ? path : stemOf(path))))];
}

/**
 * To be called when the run is complete and before it is recorded. Files that no manifest knows are nobody's business; a
 * formal build does away with drafts, a draft with drafts alone.
 * @param known the folder's manifest, where it has been read
 */
export async function removeStale(
  out: string,
  run: BuildRun,
  effects: Effects,
  known?: Manifest,
): Promise<Stale> {
  const stale: Stale = { removed: [], kept: [], aside: [], gone: [] };
  const before = known ?? (run.covers && (await readManifest(out, effects)));
  if (!run.covers || before?.period !== run.period) return stale;
  const made = new Set(run.files.map((file) => file.path));
  for (const file of before.builds.flatMap((build) => build.files)) {
    if (made.has(file.path) || !covered(file, run.covers)) continue;
    const bytes = await effects.read(`${out}/${file.path}`);
    if (bytes && digestOf(bytes) !== file.sha256) stale.kept.push(file.path);
    else {
      if (bytes) {
        const path = `${out}/${file.path}`;
        if (hasGoneOut(file)) stale.aside.push(await layAside(asideOf(path, '原件'), bytes, effects));
        else stale.removed.push(file.path);
        await effects.remove(path);
      }
      stale.gone.push(file.path);
    }
  }
  for (const paths of [stale.removed, stale.kept, stale.aside]) paths.sort(byCodeUnit);
  return stale;
}

/** Letters are sent on the day that they are made; papers of a meeting are made many times before it. */
const hasGoneOut = (file: ManifestFile): boolean =>
  isReminder(file) && SENT_WITH.some((name) => name in file.elements);

function covered(
  { path, document, draft }: ManifestFile,
  { documents, extensions, drafts = false }: Coverage,
): boolean {
  if (drafts && !draft) return false;
  if (document === undefined || !extensions.some((extension) => path.endsWith(`.${extension}`))) return false;
  return documents.some((one) => (one.endsWith('/') ? document.startsWith(one) : document === one));
}
