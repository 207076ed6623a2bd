/** Builds nested data value by value and remembers the cell of each. */
import type { Origin } from '../../base/origin.ts';
import { META_LABELS, type MetaKey } from '../../model/returns/form.ts';
import type { LocatedData, Path } from '../located/located.ts';

export interface Recorder {
  /** Puts a value at the path, making the lists and field groups on the way. */
  set(path: Path, value: unknown, at: Origin, raw?: string, conversions?: readonly string[]): void;
  /** What has been put so far; the same object throughout. */
  located: LocatedData;
}

interface Place {
  at: Origin;
  raw: string | undefined;
  conversions: readonly string[];
}

/** `whole` is the place of what has none of its own. */
export function recorder(whole: Origin): Recorder {
  const data: Record<PropertyKey, unknown> = { tasks: [], goals: [] };
  const places = new Map<string, Place>();
  const keyOf = (path: Path): string => path.map(String).join('\u0000');
  const at = (path: Path): Origin => {
    for (let length = path.length; length > 0; length--) {
      const place = places.get(keyOf(path.slice(0, length)));
      if (place) return place.at;
    }
    return whole;
  };
  return {
    set(path, value, origin, raw, conversions = []) {
      let parent: Record<PropertyKey, unknown> = data;
      path.slice(0, -1).forEach((key, i) => {
        parent[key] ??= typeof path[i + 1] === 'number' ? [] : {};
        parent = parent[key] as Record<PropertyKey, unknown>;
      });
      parent[path.at(-1) as PropertyKey] = value;
      places.set(keyOf(path), { at: origin, raw, conversions });
      // A group stands where its first value does.
      for (let length = path.length - 1; length > 0; length--) {
        const key = keyOf(path.slice(0, length));
        if (!places.has(key)) places.set(key, { at: origin, raw: undefined, conversions: [] });
      }
    },
    located: {
      data,
      at,
      atKey: at,
      raw: (path) => places.get(keyOf(path))?.raw,
      conversions: (path) => places.get(keyOf(path))?.conversions ?? [],
      label: (path) => (path.length === 1 ? META_LABELS[path[0] as MetaKey] : undefined),
    },
  };
}
