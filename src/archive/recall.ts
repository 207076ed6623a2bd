/**
 * A build that would do what an earlier one did does nothing: the world answers all that was asked then as it did then,
 * and the files lie where they were put.
 */
import { keyOf, parsed } from '../base/cached.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { type Asked, sameAnswers } from './trace.ts';

/** Path of an output and the digest of what lies there. */
export type Placed = [path: string, sha256: string];

interface Run<R> {
  asked: Asked[];
  written: Placed[];
  result: R;
}

/** @param request plain data: all that was asked for */
export async function recall<R>(request: unknown, effects: Effects): Promise<R | undefined> {
  const { cache } = effects;
  const known = cache && parsed<Run<R>>(await cache.read(keyOf(cache, 'run', request)));
  if (!known || !(await sameAnswers(known.asked, effects))) return undefined;
  const inPlace = await Promise.all(
    known.written.map(async ([path, sha256]) => {
      const bytes = await effects.read(path);
      return bytes !== undefined && digestOf(bytes) === sha256;
    }),
  );
  return inPlace.every((same) => same) ? known.result : undefined;
}

/** @param asked undefined when the world changed during the run: then nothing is remembered */
export async function remember<R>(
  request: unknown,
  run: { asked: Asked[] | undefined; written: Placed[]; result: R },
  { cache }: Effects,
): Promise<void> {
  if (!cache || !run.asked) return;
  const record: Run<R> = { asked: run.asked, written: run.written, result: run.result };
  await cache.write(keyOf(cache, 'run', request), new TextEncoder().encode(JSON.stringify(record)));
}
