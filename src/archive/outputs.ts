/**
 * What was made, in place of what is there: all of it or, where a file can't be replaced, nothing; and nothing that
 * somebody has written into a file by hand is lost.
 */
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { layAside, sameBytes } from '../base/lay-aside.ts';
import { handEditsLeft, handEditsSaved, lettersKept, outputsRefused } from '../base/messages/outputs.ts';
import { writeFiles } from '../base/write-files.ts';
import { type Aside, asideOf } from './asides.ts';
import { carryBeside } from './hand-edits/beside.ts';
import { keepMade } from './hand-edits/made.ts';
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
  const carried = await carryBeside(
    changes.map(({ path, bytes, kept }) => {
      const made = known.get(path);
      return { path, bytes, ...(kept?.as === '手改稿' && made && { byHand: { mine: kept.bytes, made } }) };
    }),
    disk,
  );
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
  diagnostics.push(...carried);
  if (saved.原件.length > 0) diagnostics.push(lettersKept(saved.原件));
  return { written: new Set(changes.map(({ path }) => path)), diagnostics };
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
