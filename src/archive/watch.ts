/** Notes what a build reads of the workspace, so that it can be told later whether its outputs still belong to the data. */
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { isLeftBehind } from '../base/left-behind.ts';
import { byCodeUnit } from '../base/order.ts';
import type { BuildInput } from '../model/manifest.ts';

const WORKSPACE = /^(?:data|templates)(?:\/|$)/;

export interface Watched {
  effects: Effects;
  /** What was read so far, in order of path. */
  inputs(): BuildInput[];
}

/** Fonts, programs and other files outside data/ and templates/ are not noted. */
export function watchReads(effects: Effects): Watched {
  const seen = new Map<string, string | null>();
  return {
    effects: {
      ...effects,
      read: async (path) => {
        const bytes = await effects.read(path);
        if (WORKSPACE.test(path)) seen.set(path, bytes ? digestOf(bytes) : null);
        return bytes;
      },
      list: async (folder) => {
        const names = await effects.list(folder);
        if (WORKSPACE.test(folder)) seen.set(`${folder}/`, listDigest(names));
        return names;
      },
    },
    inputs: () =>
      [...seen].map(([path, sha256]) => ({ path, sha256 })).sort((a, b) => byCodeUnit(a.path, b.path)),
  };
}

/** Those of a build's inputs that are no longer as they were. */
export async function changedInputs(inputs: readonly BuildInput[], effects: Effects): Promise<string[]> {
  const changed: string[] = [];
  for (const { path, sha256 } of inputs) {
    if (path.endsWith('/')) {
      if (listDigest(await effects.list(path.slice(0, -1))) !== sha256) changed.push(path);
    } else {
      const bytes = await effects.read(path);
      if ((bytes ? digestOf(bytes) : null) !== sha256) changed.push(path);
    }
  }
  return changed;
}

const listDigest = (names: readonly string[]): string =>
  digestOf(new TextEncoder().encode(names.filter((name) => !isLeftBehind(name)).join('\n')));
