/**
 * What was made, in place of what is there: all of it or, where a file can't be replaced, nothing; and nothing that
 * somebody has written into a file by hand is lost.
 */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { layAside, sameBytes } from '../base/lay-aside.ts';
import {
  type CarriedEdits,
  handEditsCarried,
  handEditsLeft,
  handEditsSaved,
  lettersKept,
  outputsRefused,
} from '../base/messages/outputs.ts';
import { writeFiles } from '../base/write-files.ts';
import { keepMade, madeWith } from './hand-edits/made.ts';
import { announce, readManifest, recordOthers } from './manifest.ts';

export interface Output {
  path: string;
  bytes: Uint8Array;
  /** What is there has gone out as it is: it is kept beside what takes its place. */
  sent?: boolean;
}

export interface Put {
  /** Paths of what was not there already. */
  written: ReadonlySet<string>;
  /** With errors nothing was written. */
  diagnostics: Diagnostic[];
}

/** A PDF that is not what was put there has been spoiled: nobody writes into one. */
const EDITABLE = /\.(?:docx|xlsx|csv)$/;

/**
 * Why something is laid aside for new output: somebody has changed it, or it has gone out; and the new output with what
 * somebody had changed in the old one.
 */
const ASIDES = ['手改稿', '原件', '并入手改'] as const;
type Aside = (typeof ASIDES)[number];

interface Change extends Output {
  /** What is there and is to be kept, and as what. */
  kept: { bytes: Uint8Array; as: Exclude<Aside, '并入手改'> } | undefined;
}

/**
 * To be called in turn (`Effects.claimOutputs`), up to when the manifest knows what was put there.
 * @param out the folder whose manifest knows what was put there last
 * @param files with paths from the workspace
 */
export async function putOutputs(out: string, files: readonly Output[], disk: Effects): Promise<Put> {
  const before = await readManifest(out, disk);
  const made = [...(before?.others ?? []), ...(before?.builds ?? []).flatMap((build) => build.files)];
  const known = new Map(made.map(({ path, sha256 }) => [`${out}/${path}`, sha256]));
  const begun = new Set((before?.placing ?? []).map(({ path, sha256 }) => `${out}/${path} ${sha256}`));
  const ours = (path: string, digest: string): boolean =>
    known.get(path) === digest || begun.has(`${path} ${digest}`);
  const changes: Change[] = [];
  const left: string[] = [];
  for (const { path, bytes, sent } of files) {
    const there = await disk.read(path);
    if (there && sameBytes(there, bytes)) continue;
    // What nobody knows of is somebody's.
    const edited = there && EDITABLE.test(path) && !ours(path, digestOf(there)) ? there : undefined;
    // Made once more as it was: what was written into it since holds good.
    if (edited && digestOf(bytes) === known.get(path)) left.push(path);
    else if (edited) changes.push({ path, bytes, kept: { bytes: edited, as: '手改稿' } });
    else changes.push({ path, bytes, kept: there && sent ? { bytes: there, as: '原件' } : undefined });
  }
  const diagnostics = await refusals(changes, disk);
  if (hasErrors(diagnostics)) return { written: new Set(), diagnostics };
  const saved = { 手改稿: [] as string[], 原件: [] as string[] };
  for (const { path, kept } of changes)
    if (kept) saved[kept.as].push(await layAside(asideOf(path, kept.as), kept.bytes, disk));
  const carried = await carryAll(changes, (path) => known.get(path), disk);
  const renewed = changes.map(({ path, bytes }) => ({ path, bytes }));
  await announce(
    out,
    before,
    renewed.filter(({ path }) => EDITABLE.test(path)),
    disk,
  );
  await writeFiles(disk, renewed);
  await keepMade(files, disk.cache);
  if (left.length > 0) diagnostics.push(handEditsLeft(left));
  if (saved.手改稿.length > 0) diagnostics.push(handEditsSaved(saved.手改稿));
  if (carried.length > 0) diagnostics.push(handEditsCarried(carried));
  if (saved.原件.length > 0) diagnostics.push(lettersKept(saved.原件));
  return { written: new Set(changes.map(({ path }) => path)), diagnostics };
}

/** Changes by hand in Word files, in the new ones; beside these, as somebody has to look at them. */
async function carryAll(
  changes: readonly Change[],
  madeAs: (path: string) => string | undefined,
  disk: Effects,
): Promise<CarriedEdits[]> {
  const carried: CarriedEdits[] = [];
  for (const { path, bytes, kept } of changes) {
    const digest = madeAs(path);
    const base = kept?.as === '手改稿' && digest ? await madeWith(digest, disk.cache) : undefined;
    if (!kept || !base) continue;
    const { carryHandEdits } = await import('./hand-edits/hand-edits.ts');
    const found = carryHandEdits(base, kept.bytes, bytes);
    if (!found) continue;
    const { done, noted } = found;
    carried.push({ path: await layAside(asideOf(path, '并入手改'), found.bytes, disk), done, noted });
  }
  return carried;
}

/** putOutputs for what belongs to no build: workbooks that people fill in or work with. */
export function putWorkbooks(out: string, files: readonly Output[], disk: Effects): Promise<Put> {
  return inTurn(disk, async () => {
    const put = await putOutputs(out, files, disk);
    if (!hasErrors(put.diagnostics)) await recordOthers(out, files, disk);
    return put;
  });
}

/** While no other program puts outputs in place, or notes them; not to be nested. */
export async function inTurn<T>(disk: Effects, work: () => Promise<T>): Promise<T> {
  const release = await disk.claimOutputs?.();
  try {
    return await work();
  } finally {
    await release?.();
  }
}

/** Most often a file that is open in Word. */
async function refusals(changes: readonly Change[], disk: Effects): Promise<Diagnostic[]> {
  const refused: string[] = [];
  for (const { path } of changes) if (!((await disk.replaceable?.(path)) ?? true)) refused.push(path);
  return refused.length > 0 ? [outputsRefused(refused)] : [];
}

/** 04….docx → 04…（手改稿）.docx, then （手改稿2）. */
export const asideOf =
  (path: string, as: Aside) =>
  (n: number): string =>
    path.replace(/(?=\.\w+$)/, `（${as}${n === 1 ? '' : n}）`);
const LAID_ASIDE = new RegExp(`（(?:${ASIDES.join('|')})\\d*）\\.\\w+$`);
export const isAside = (path: string): boolean => LAID_ASIDE.test(path);
