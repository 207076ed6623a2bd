/** How far a period's papers have come: made, handed out, archived. */
import { type Edition, readEditions } from '../../archive/issued/editions.ts';
import { readManifest, readManifestFile } from '../../archive/manifest.ts';
import { changedInputs } from '../../archive/watch.ts';
import type { Effects } from '../../base/effects.ts';
import { madeOnce } from '../../base/made-once.ts';
import { scopeOf } from '../../intake/scope.ts';
import { readPack } from '../../intake/templates.ts';
import { isDrafted, type Manifest, type ManifestFile } from '../../model/archive/manifest.ts';
import { archiveFolder, PACKED_MANIFEST, packageName, packOf } from '../../model/archive/outputs.ts';
import type { Month, Period, Year } from '../../model/period.ts';

export interface PapersState {
  /** Forms have been made for the period's returns. */
  forms: boolean;
  /** part: some of the formal papers alone. */
  made: 'none' | 'draft' | 'part' | 'formal';
  /** What the formal papers were made of has changed since. */
  outdated: boolean;
  /** The last handing out; `same`: the papers are those that went out. */
  issued: { no: number; on: string; same: boolean } | null;
  /** older: the papers have been made again since. */
  archived: 'none' | 'older' | 'current';
}

/** @param outputs folder in which the periods' output folders lie */
export async function papersState(
  period: Period | Month | Year,
  outputs: string,
  effects: Effects,
  required: RequiredPapers = requiredPapers(effects),
): Promise<PapersState> {
  const out = `${outputs}/${period.id}`;
  const manifest = await readManifest(out, effects);
  const ours = manifest?.period === period.id ? manifest : undefined;
  const papers = papersOf(period, ours);
  const formal = papers.filter(({ files }) => files.some(({ draft }) => !draft));
  let outdated = false;
  for (const { inputs } of formal)
    outdated ||= (await changedInputs(inputs, scopeOf(period), effects)).length > 0;
  const files = formal.flatMap((build) => build.files.filter(({ draft }) => !draft));
  return {
    forms: hasForms(manifest),
    made: await howMade(papers.flatMap((build) => build.files).length, files, () => required(packOf(period))),
    outdated,
    issued: await lastIssue(period, files, effects),
    archived: await archived(period.id, outputs, ours, effects),
  };
}

/** Files of the period's own papers, build by build. */
const papersOf = (period: Period | Month | Year, manifest: Manifest | undefined) =>
  (manifest?.builds ?? []).map(({ inputs, files }) => ({
    inputs,
    files: files.filter(({ document }) => document?.startsWith(`${packOf(period)}/`)),
  }));

/** Whether papers have gone out that are other ones than those that lie in the output folder now. */
export async function differsFromIssued(
  period: Period | Month | Year,
  out: string,
  effects: Effects,
): Promise<boolean> {
  const files = papersOf(period, await readManifest(out, effects)).flatMap((build) => build.files);
  const issued = await lastIssue(
    period,
    files.filter(({ draft }) => !draft),
    effects,
  );
  return issued?.same === false;
}

/** @param files the formal papers that lie there */
async function lastIssue(
  period: Period | Month | Year,
  files: readonly ManifestFile[],
  effects: Effects,
): Promise<PapersState['issued']> {
  const { last } = await readEditions(period, effects);
  return last ? { no: last.no, on: last.record.on, same: goneOut(last, files) } : null;
}

const hasForms = (manifest: Manifest | undefined): boolean =>
  manifest?.others?.some(({ path }) => path.startsWith('填报表/')) === true;

/** By pack, the papers that no period is without, as the manifest names them. */
type RequiredPapers = (pack: string) => Promise<string[]>;

/** Each pack is read once. What hangs on other data, or on who is to be supervised, may have had no reason. */
export function requiredPapers(effects: Effects): RequiredPapers {
  const known = new Map<string, Promise<string[]>>();
  const read = async (pack: string): Promise<string[]> =>
    (await readPack(effects, pack)).value
      .filter(({ settings }) => settings.needs === undefined && settings.per !== 'supervisedUnit')
      .map(({ settings }) => `${pack}/${settings.id}`);
  return (pack) => madeOnce(known, pack, () => read(pack));
}

async function howMade(
  papers: number,
  formal: readonly ManifestFile[],
  required: () => Promise<string[]>,
): Promise<PapersState['made']> {
  if (formal.length === 0) return papers > 0 ? 'draft' : 'none';
  const made = new Set(formal.map(({ document }) => document));
  return (await required()).every((paper) => made.has(paper)) ? 'formal' : 'part';
}

/**
 * Whether the papers that went out are among those that lie there, as they were; of papers that have been put away nothing
 * is known to have changed. What is 代拟稿 is no correction: minutes are filled in after the meeting.
 */
const goneOut = ({ record }: Edition, files: readonly ManifestFile[]): boolean =>
  files.length === 0 ||
  record.files.every(({ path, sha256 }) =>
    files.some((file) => file.path === path && (file.sha256 === sha256 || isDrafted(file))),
  );

async function archived(
  id: string,
  outputs: string,
  now: Manifest | undefined,
  effects: Effects,
): Promise<PapersState['archived']> {
  const folder = `${outputs}/${archiveFolder(id)}`;
  const name = packageName(id);
  if (!(await effects.list(folder)).includes(`${name}.zip`)) return 'none';
  const then = await readManifestFile(`${folder}/${name}/${PACKED_MANIFEST}`, effects);
  return then && now && digests(then) !== digests(now) ? 'older' : 'current';
}

/** Whatever else has been laid beside the papers since. */
const digests = ({ builds }: Manifest): string =>
  JSON.stringify(builds.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256])).sort());
