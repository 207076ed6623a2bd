/**
 * Beside a new Word file the same with what was changed by hand in the one before, for somebody to look at. As long as
 * nobody has, it is made anew with each new file, so that it never tells old numbers.
 */
import { dirname } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { layAside } from '../../base/lay-aside.ts';
import { type CarriedEdits, handEditsCarried, handEditsOutdated } from '../../base/messages/outputs.ts';
import { asideOf, isAsideOf } from '../asides.ts';
import type { Carried } from './hand-edits.ts';
import { type ByHand, byHandSince, noteOrigin, originOf } from './made.ts';

export interface NewFile {
  path: string;
  bytes: Uint8Array;
  /** What stood there, and the digest of what had been put there. */
  byHand?: { mine: Uint8Array; made: string };
}

/** Out: what is to be said of it. */
export async function carryBeside(files: readonly NewFile[], disk: Effects): Promise<Diagnostic[]> {
  const carried: CarriedEdits[] = [];
  const outdated: string[] = [];
  for (const file of files.filter(({ path }) => path.endsWith('.docx'))) {
    const there = await besides(file.path, disk);
    const source = await sourceOf(file, there, disk);
    const renewed = source && (await replaceable(file, there, disk));
    const put = source && (await putBeside(file, source, renewed?.path, disk));
    if (put) carried.push(put);
    outdated.push(...there.filter((one) => one !== renewed).map(({ path }) => path));
  }
  return [
    ...(carried.length > 0 ? [handEditsCarried(carried)] : []),
    ...(outdated.length > 0 ? [handEditsOutdated(outdated)] : []),
  ];
}

/** What was written into the last file, or waits to be looked at since an earlier one. */
const sourceOf = async (
  { byHand }: NewFile,
  there: readonly Beside[],
  { cache }: Effects,
): Promise<ByHand | undefined> =>
  byHand ? byHandSince(byHand.made, byHand.mine, cache) : there.findLast(({ origin }) => origin)?.origin;

/** What waits, if nothing is lost with it: somebody who wrote into the file itself may not have taken it over. */
async function replaceable(
  { byHand }: NewFile,
  there: readonly Beside[],
  disk: Effects,
): Promise<Beside | undefined> {
  const waiting = there.findLast(({ origin }) => origin);
  if (!waiting?.origin || !((await disk.replaceable?.(waiting.path)) ?? true)) return undefined;
  const missing = byHand && (await carry(waiting.origin, byHand.mine))?.done;
  return missing ? undefined : waiting;
}

/** @param renewed where it takes the place of what waits */
async function putBeside(
  { path, bytes }: NewFile,
  source: ByHand,
  renewed: string | undefined,
  disk: Effects,
): Promise<CarriedEdits | undefined> {
  const found = await carry(source, bytes);
  if (!found) {
    if (renewed) await disk.remove(renewed);
    return undefined;
  }
  let place = renewed;
  if (place) await disk.write(place, found.bytes);
  else place = await layAside(asideOf(path, '并入手改'), found.bytes, disk);
  await noteOrigin(found.bytes, source, disk.cache);
  return { path: place, done: found.done, noted: found.noted };
}

/** Loaded when it is wanted: most builds have nothing to carry. */
const carry = async ({ base, mine }: ByHand, fresh: Uint8Array): Promise<Carried | undefined> =>
  (await import('./hand-edits.ts')).carryHandEdits(base, mine, fresh);

interface Beside {
  path: string;
  /** What it was made of, unless somebody has changed it. */
  origin: ByHand | undefined;
}

async function besides(path: string, disk: Effects): Promise<Beside[]> {
  const folder = dirname(path);
  const found: Beside[] = [];
  for (const name of await disk.list(folder)) {
    const one = `${folder}/${name}`;
    const bytes = isAsideOf(path, '并入手改', one) ? await disk.read(one) : undefined;
    if (bytes) found.push({ path: one, origin: await originOf(bytes, disk.cache) });
  }
  return found;
}
