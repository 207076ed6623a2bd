/**
 * What a run asked the world and what it was answered. As long as the world answers the same, the run would do the same:
 * that is how a build is known to have nothing to do, without doing it.
 */
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { byCodeUnit } from '../base/order.ts';

/**
 * read: digest of a file of the workspace · stamp: size and time of change of a file elsewhere (fonts are too large to be
 * read each time) · list: digest of a folder's names · env: a variable of the environment. null: there is none.
 */
export type Asked = readonly [kind: 'read' | 'stamp' | 'list' | 'env', name: string, answer: string | null];

export interface Traced {
  effects: Effects;
  /** undefined when an answer changed while the run was at work: what came out then belongs to no state of the world. */
  asked(): Asked[] | undefined;
}

/** Needs `effects.cache`, which alone knows stamps. */
export function traceEffects(effects: Effects): Traced {
  const seen = new Map<string, Asked>();
  let steady = true;
  const note = (kind: Asked[0], name: string, answer: string | null): void => {
    const key = `${kind} ${name}`;
    const before = seen.get(key);
    if (before && before[2] !== answer) steady = false;
    else seen.set(key, [kind, name, answer]);
  };
  const { cache } = effects;
  const stamped = async (path: string): Promise<string | undefined> => {
    const stamp = await cache?.stamp(path);
    note('stamp', path, stamp ?? null);
    return stamp;
  };
  return {
    effects: {
      ...effects,
      read: async (path) => {
        if (outside(path)) await stamped(path);
        const bytes = await effects.read(path);
        if (!outside(path)) note('read', path, bytes ? digestOf(bytes) : null);
        return bytes;
      },
      list: async (folder) => {
        const names = await effects.list(folder);
        note('list', folder, digestOfNames(names));
        return names;
      },
      env: (name) => {
        const value = effects.env(name);
        note('env', name, value ?? null);
        return value;
      },
      ...(cache ? { cache: { ...cache, stamp: stamped } } : {}),
    },
    asked: () => (steady ? [...seen.values()] : undefined),
  };
}

/** Whether the world still answers all of it the same. */
export async function sameAnswers(asked: readonly Asked[], effects: Effects): Promise<boolean> {
  const answers = await Promise.all(
    asked.map(async ([kind, name, before]) => (await answer(kind, name, effects)) === before),
  );
  return answers.every((same) => same);
}

async function answer(kind: Asked[0], name: string, effects: Effects): Promise<string | null> {
  switch (kind) {
    case 'env':
      return effects.env(name) ?? null;
    case 'list':
      return digestOfNames(await effects.list(name));
    case 'stamp':
      return (await effects.cache?.stamp(name)) ?? null;
    case 'read': {
      const bytes = await effects.read(name);
      return bytes ? digestOf(bytes) : null;
    }
  }
}

/** Absolute, by the rules of either kind of system. */
const outside = (path: string): boolean => /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);

const digestOfNames = (names: readonly string[]): string =>
  digestOf(new TextEncoder().encode([...names].sort(byCodeUnit).join('\n')));
