/** Notes what a build reads of the workspace, so that it can be told later whether its outputs still belong to the data. */
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { isLeftBehind } from '../base/left-behind.ts';
import { byCodeUnit } from '../base/order.ts';
import type { BuildInput, Scope } from '../model/archive/manifest.ts';
import { endsAfter, type Month } from '../model/period.ts';

const WORKSPACE = /^(?:data|templates)(?:\/|$)/;

export interface Watched {
  effects: Effects;
  /** What was read so far, in order of path. */
  inputs(): BuildInput[];
}

/**
 * Fonts, programs and other files outside data/ and templates/ are not noted, nor is what later periods add to a folder
 * or to a file that they share.
 */
export function watchReads(effects: Effects, scope: Scope): Watched {
  const seen = new Map<string, string | null>();
  return {
    effects: {
      ...effects,
      read: async (path) => {
        const bytes = await effects.read(path);
        if (WORKSPACE.test(path)) seen.set(path, bytes ? partDigest(path, bytes, scope) : null);
        return bytes;
      },
      list: async (folder) => {
        const names = await effects.list(folder);
        if (WORKSPACE.test(folder)) seen.set(`${folder}/`, listDigest(folder, names, scope.until));
        return names;
      },
    },
    inputs: () =>
      [...seen].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => byCodeUnit(a.path, b.path)),
  };
}

/**
 * Those of a build's inputs that are no longer as they were.
 * @param scope as for the build
 */
export async function changedInputs(
  inputs: readonly BuildInput[],
  scope: Scope,
  effects: Effects,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { path, sha256 } of inputs) {
    if (path.endsWith('/')) {
      const folder = path.slice(0, -1);
      if (listDigest(folder, await effects.list(folder), scope.until) !== sha256) changed.push(path);
    } else {
      const bytes = await effects.read(path);
      if ((bytes ? partDigest(path, bytes, scope) : null) !== sha256) changed.push(path);
    }
  }
  return changed;
}

/** The digest by which a file that was read is known. */
export const partDigest = (path: string, bytes: Uint8Array, scope: Pick<Scope, 'partOf'>): string =>
  digestOf(scope.partOf(path, bytes));

/** Of it nothing is asked but whether it is there: what a build takes from it is read, or missed, by name. */
const YEAR = /^data\/\d{4}$/;
/** Of a folder or file that belongs to one period: 2022Q2, 2022-05, 2022Q2.yaml, cities-2022Q2.yaml. */
const OF_PERIOD = /^(?:cities-)?(\d{4}(?:Q[1-4]|-\d{2}))(?:\.yaml)?$/;

function listDigest(folder: string, names: readonly string[], until: Month | undefined): string {
  // In a period's own folder a name is no period's, whatever it looks like.
  const own = OF_PERIOD.test(folder.slice(folder.lastIndexOf('/') + 1));
  const later = (name: string): boolean => !own && endsAfter(OF_PERIOD.exec(name)?.[1] ?? '', until);
  const counted = names.filter((name) => !isLeftBehind(name) && !later(name));
  const noted = YEAR.test(folder) ? [counted.length > 0] : counted;
  return digestOf(new TextEncoder().encode(noted.join('\n')));
}
