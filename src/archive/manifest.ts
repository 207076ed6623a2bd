/** Writes and reads the manifest of a period's outputs. */
import { BLANK } from '../base/chinese/blank.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import { byCodeUnit } from '../base/order.ts';
import { VERSION } from '../base/version.ts';
import {
  type BuildInput,
  type MadeFile,
  type Manifest,
  type ManifestFile,
  manifestSchema,
} from '../model/archive/manifest.ts';
import type { Document } from '../model/document/document.ts';
import { plainText } from '../model/document/inline.ts';
import { jsonRecord } from './json-record.ts';
import { writeChanged } from './write.ts';

export const MANIFEST = 'manifest.json';

/** @param path below the output folder */
export function manifestFile(
  path: string,
  rendered: { bytes: Uint8Array; pages: number | null },
  document: Document,
  { template, draft }: { template?: string; draft: boolean },
): ManifestFile {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return {
    path,
    ...(template === undefined ? {} : { document: template }),
    sha256: digestOf(rendered.bytes),
    bytes: rendered.bytes.length,
    pages: rendered.pages,
    title: document.meta.title,
    author: document.meta.author,
    subject: document.meta.subject,
    keywords: document.meta.keywords,
    elements: elementsOf(document),
    marks: blocks.flatMap((block) => (block.kind === 'title' || block.kind === 'cover' ? block.marks : [])),
    draft,
  };
}

/** Elements of GB/T 33480-2016 as printed. A bound volume is no 公文: what it binds has elements of its own. */
function elementsOf({ meta, sections }: Document): Record<string, string> {
  const found: Record<string, string> = { 标题: meta.title };
  const blocks = sections.flatMap((section) => section.blocks);
  if (blocks.some(({ kind }) => kind === 'divider')) return found;
  for (const block of blocks) {
    switch (block.kind) {
      case 'letterhead':
        found['发文机关标志'] = block.mark;
        found['发文字号'] = block.number;
        break;
      case 'addressee':
        found['主送机关'] = plainText(block.children).replace(/[：:]$/, '');
        break;
      case 'annexList':
        found['附件说明'] = block.items.join('；');
        break;
      case 'signature':
        found['发文机关或签发人署名'] = block.issuer;
        found['成文日期'] = block.date;
        break;
      case 'imprint':
        if (block.recipients) found['主送机关'] = block.recipients;
        found['抄送机关'] = block.copies.replace(/。$/, '');
        found['印发机关'] = block.issuer;
        found['印发日期'] = block.date;
        break;
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== '' && !text.includes(BLANK)));
}

/** One run: what it read and what it wrote. */
export interface BuildRun {
  period: string;
  date: string;
  inputs: BuildInput[];
  files: ManifestFile[];
  /** What it was to make, for telling what an earlier one made and this one does not. */
  covers?: Coverage;
}

export interface Coverage {
  /** Templates as in ManifestFile.document; one that ends with “/” stands for all of the pack. */
  documents: string[];
  /** Endings of the files, without the dot. */
  extensions: string[];
  /** Drafts alone: the formal files may have been handed out. */
  drafts?: boolean;
}

/**
 * Adds a run to what the folder's manifest says: its files take the place of files of the same name, an earlier run
 * stays as long as one of its files does. Of another version's or date's builds only the digests are kept.
 * @param gone files of earlier runs that are no more
 */
export async function recordBuild(
  out: string,
  run: BuildRun,
  effects: Effects,
  gone: readonly string[] = [],
): Promise<void> {
  if (run.files.length === 0 && gone.length === 0) return;
  const { period, date, inputs } = run;
  const head = { program: 'diaodu', version: VERSION, period, date } as const;
  const before = await readManifest(out, effects);
  const same = before?.version === VERSION && before.period === period && before.date === date;
  const renewed = new Set([...run.files.map((file) => file.path), ...gone]);
  const kept = (same ? before.builds : [])
    .map((build) => ({ ...build, files: build.files.filter((file) => !renewed.has(file.path)) }))
    .filter((build) => build.files.length > 0);
  const files = run.files.toSorted((a, b) => byCodeUnit(a.path, b.path));
  const builds = files.length > 0 ? [...kept, { inputs, files }] : kept;
  const past = same ? [] : (before?.builds ?? []).flatMap((build) => build.files);
  const others = [...(before?.others ?? []), ...past.map(({ path, sha256 }) => ({ path, sha256 }))];
  await writeManifest(
    out,
    { ...head, builds, others: without(others, renewed), placing: without(before?.placing, renewed) },
    effects,
  );
}

/**
 * Adds files that belong to no build.
 * @param files with paths from the workspace
 */
export async function recordOthers(out: string, files: readonly File[], effects: Effects): Promise<void> {
  if (files.length === 0) return;
  const before = (await readManifest(out, effects)) ?? NOTHING;
  const added = digested(out, files);
  const renewed = new Set(added.map(({ path }) => path));
  const others = [...without(before.others, renewed), ...added];
  await writeManifest(out, { ...before, others, placing: without(before.placing, renewed) }, effects);
}

/**
 * Says what is about to be put in place, so that after a run that dies meanwhile nothing looks as if somebody had written
 * into it. It is taken back by whoever records these files.
 * @param before the folder's manifest as it is
 * @param files with paths from the workspace
 */
export async function announce(
  out: string,
  before: Manifest = NOTHING,
  files: readonly File[],
  effects: Effects,
): Promise<void> {
  if (files.length === 0) return;
  const placing = [...(before.placing ?? []), ...digested(out, files)];
  await writeManifest(out, { ...before, placing }, effects);
}

interface File {
  path: string;
  bytes: Uint8Array;
}

/** Of a folder in which nothing was built yet. */
const NOTHING: Manifest = { program: 'diaodu', version: VERSION, period: '', date: '', builds: [] };

const digested = (out: string, files: readonly File[]): MadeFile[] =>
  files.map(({ path, bytes }) => ({ path: path.slice(out.length + 1), sha256: digestOf(bytes) }));

const without = (known: readonly MadeFile[] = [], paths: ReadonlySet<string>): MadeFile[] =>
  known.filter(({ path }) => !paths.has(path));

async function writeManifest(
  out: string,
  { others = [], placing = [], ...rest }: Manifest,
  effects: Effects,
): Promise<void> {
  const sorted = others.toSorted((a, b) => byCodeUnit(a.path, b.path));
  const manifest: Manifest = {
    ...rest,
    ...(sorted.length > 0 && { others: sorted }),
    ...(placing.length > 0 && { placing }),
  };
  await writeChanged(`${out}/${MANIFEST}`, manifestText(manifest), effects);
}

/** As it is written into its file. */
export const manifestText = (manifest: Manifest): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);

/** Of an output folder; undefined when there is none, or none that can be understood. */
export const readManifest = (out: string, effects: Effects): Promise<Manifest | undefined> =>
  readManifestFile(`${out}/${MANIFEST}`, effects);

/** The same, wherever the manifest lies. */
export const readManifestFile = async (path: string, effects: Effects): Promise<Manifest | undefined> =>
  jsonRecord(await effects.read(path), manifestSchema);
