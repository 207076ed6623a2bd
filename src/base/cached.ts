/** Results kept between runs: keys that name everything a result depends on, and the way around the work. */
import { createHash } from 'node:crypto';
import type { Cache } from './effects.ts';

/** Key of a result, by all that it depends on; a part may be any plain data. */
export const keyOf = (cache: Pick<Cache, 'program'>, ...parts: readonly unknown[]): string =>
  digestOfParts([cache.program, ...parts]);

/** One digest for several parts, which may be any plain data. */
export function digestOfParts(parts: readonly unknown[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = typeof part === 'string' ? part : (JSON.stringify(part) ?? 'undefined');
    // Lengths keep the parts apart: “ab”, “c” is not “a”, “bc”.
    hash.update(`\n${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

/**
 * Plain data that was kept under the key, or what `make` makes of it now. Whatever can't be understood is made anew.
 * Data come back equal in JSON: what is undefined is left out. What is not `worth` it is not kept.
 */
export async function remembered<T>(
  cache: Cache | undefined,
  key: (cache: Cache) => string,
  make: () => T | Promise<T>,
  worth: (made: T) => boolean = () => true,
): Promise<T> {
  if (!cache) return make();
  const name = key(cache);
  const known = parsed<T>(await cache.read(name));
  if (known !== undefined) return known;
  const made = await make();
  if (worth(made)) await keepData(cache, name, made);
  return made;
}

/** The same for a file. */
export async function rememberedFile(
  cache: Cache | undefined,
  key: (cache: Cache) => string,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  if (!cache) return make();
  const name = key(cache);
  const known = await cache.read(name);
  if (known) return known;
  const made = await make();
  await cache.write(name, made);
  return made;
}

/** In: plain data, for `parsed`. */
export const keepData = (cache: Cache, key: string, data: unknown): Promise<void> =>
  cache.write(key, new TextEncoder().encode(JSON.stringify(data)));

/** What `keepData` kept; undefined for nothing and for what is no JSON. Its shape is not looked at: the key vouches for it. */
export function parsed<T>(bytes: Uint8Array | undefined): T | undefined {
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  } catch {
    return undefined;
  }
}
