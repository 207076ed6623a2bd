/**
 * diaodu erratum: what papers that were handed out say otherwise now: a 更正说明, a list for the office of every change, and
 * the leaves that are to be printed anew.
 */
import { type Edition, issuedFile, readEditions } from '../../archive/issued/editions.ts';
import { factsChanged } from '../../archive/issued/fact-changes.ts';
import { pagesChanged } from '../../archive/issued/page-changes.ts';
import { gathered, wordsChanged } from '../../archive/issued/word-changes.ts';
import type { OutputFile } from '../../archive/items.ts';
import { recordBuild } from '../../archive/manifest.ts';
import { inTurn, type Put, putOutputs } from '../../archive/outputs.ts';
import { watchReads } from '../../archive/watch.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { fileDate, wrongEpoch } from '../../base/file-date.ts';
import { stemOf } from '../../base/file-name.ts';
import * as messages from '../../base/messages/issued.ts';
import { composePack } from '../../compose/compose.ts';
import { factsOf } from '../../compose/facts.ts';
import { scopeOf } from '../../intake/scope.ts';
import { readPack } from '../../intake/templates.ts';
import { whereabouts } from '../../intake/whereabouts.ts';
import { type BuildInput, isDrafted } from '../../model/archive/manifest.ts';
import { ERRATUM, LEAVES_FOLDER, packOf } from '../../model/archive/outputs.ts';
import { type Erratum, type PaperChange, paperTitle, type WordChange } from '../../model/erratum.ts';
import type { Subject } from '../../model/ledger/ledger.ts';
import type { Month, Period, Year } from '../../model/period.ts';
import { readSubject } from '../../pipeline.ts';
import { leavesOf } from '../../render/pdf/leaves.ts';
import { readShown } from '../../render/pdf/shown/shown.ts';
import { type DocumentsRequest, type MadeDocument, makeDocuments } from '../documents.ts';
import { formalPapers } from './papers.ts';

export interface ErratumRequest extends Omit<DocumentsRequest, 'pack'> {
  /** The leaves are those of the 打印版. */
  print: boolean;
  period: Period | Month | Year;
}

export interface ErratumResult {
  /** undefined when nothing could be compared. */
  erratum: Erratum | undefined;
  /** How many papers say what they said. */
  unchanged: number;
  /** Names of those that say something else and are drafts for somebody here, 代拟稿: nobody is sent a correction of them. */
  drafted: string[];
  files: { path: string; bytes: number; pages: number | null }[];
  /** Sheets of paper that take the place of others, for each paper. */
  leaves: { path: string; paper: string; leaves: number }[];
  /** There are leaves of an earlier correction, though nothing is to be corrected now. */
  left: boolean;
  diagnostics: Diagnostic[];
}

const NOTHING = { erratum: undefined, unchanged: 0, drafted: [], files: [], leaves: [], left: false };

/** Nothing is written where nothing has changed: what was written for an earlier handing out stays. */
export async function correct(request: ErratumRequest, world: Effects): Promise<ErratumResult> {
  const { period, out } = request;
  const unclear = [...wrongEpoch(world), ...(await whereabouts(world, period.year))];
  if (unclear.length > 0) return { ...NOTHING, diagnostics: unclear };
  const { last, damaged } = await readEditions(period, world);
  const { papers, diagnostics } = await formalPapers(period, out, world);
  const printed = request.print ? await formalPapers(period, out, world, true) : undefined;
  diagnostics.push(...(printed?.diagnostics ?? []));
  if (damaged.length > 0) diagnostics.push(messages.issuedDamaged(damaged));
  else if (!last) diagnostics.push(messages.neverIssued(period.id));
  if (!last || hasErrors(diagnostics)) return { ...NOTHING, diagnostics };

  const { effects, inputs } = watchReads(world, scopeOf(period));
  const subject = await readSubject(period, effects);
  if (!subject.value) return { ...NOTHING, diagnostics: subject.diagnostics };
  const compared = await compare(last, papers, await repeating(period, world), world);
  diagnostics.push(...compared.diagnostics);
  if (hasErrors(diagnostics)) return { ...NOTHING, diagnostics };
  const erratum: Erratum = {
    edition: last.no,
    issuedOn: last.record.on,
    facts: factsChanged(last.record.facts, factsOf(subject.value)),
    papers: compared.papers,
    words: compared.words,
  };
  const { drafted } = compared;
  const corrected = erratum.papers.filter(({ kind }) => kind !== 'added').length;
  const unchanged = last.record.files.length - corrected - drafted.length;
  const found = { ...NOTHING, erratum, unchanged, drafted };
  if (erratum.papers.length === 0) {
    const left = (await world.list(`${out}/${LEAVES_FOLDER}`)).length > 0;
    return { ...found, left, diagnostics };
  }
  const written = await writeDown(request, { ...subject.value, erratum }, effects);
  diagnostics.push(...written.diagnostics);
  if (hasErrors(diagnostics)) return { ...found, diagnostics };
  const leaves = await leavesFor(erratum.papers, printed?.papers ?? papers);
  const put = await putInPlace(request, written, { leaves, inputs: inputs() }, world);
  diagnostics.push(...put.diagnostics);
  if (hasErrors(put.diagnostics)) return { ...found, diagnostics };
  const below = (path: string): string => `${out}/${LEAVES_FOLDER}/${path}`;
  return {
    ...found,
    files: written.made.map(({ output: { path, bytes }, record: { pages } }) => ({
      path,
      bytes: bytes.length,
      pages,
    })),
    leaves: leaves.map(({ path, paper, leaves: n }) => ({ path: below(path), paper, leaves: n })),
    diagnostics,
  };
}

interface Written {
  made: MadeDocument[];
  /** Date that the files bear. */
  date: string;
  diagnostics: Diagnostic[];
}

/** The 更正说明 and the list of every change. */
async function writeDown(request: ErratumRequest, subject: Subject, effects: Effects): Promise<Written> {
  const pack = await readPack(effects, ERRATUM);
  const composed = composePack(pack.value, subject);
  const diagnostics = [...pack.diagnostics, ...composed.diagnostics];
  const sound = hasErrors(diagnostics) ? [] : composed.documents;
  const { asOf } = subject.setting;
  const { made, ...rendered } = await makeDocuments(sound, asOf, { ...request, pack: ERRATUM }, effects);
  return { made, date: fileDate(asOf, effects), diagnostics: [...diagnostics, ...rendered.diagnostics] };
}

function putInPlace(
  { period, out }: ErratumRequest,
  { made, date }: Written,
  { leaves, inputs }: { leaves: readonly Leaves[]; inputs: BuildInput[] },
  world: Effects,
): Promise<Put> {
  const outputs = made.map(({ output }) => output);
  const run = { period: period.id, date, inputs, files: made.map(({ record }) => record) };
  return inTurn(world, async () => {
    const put = await putOutputs(out, outputs, world);
    if (hasErrors(put.diagnostics)) return put;
    await recordBuild(out, run, world);
    // Those of an earlier correction must not be taken for these.
    const files = new Map(leaves.map(({ path, bytes }) => [path, bytes]));
    await world.replaceFolder(`${out}/${LEAVES_FOLDER}`, files);
    return put;
  });
}

interface Compared {
  papers: PaperChange[];
  drafted: string[];
  words: WordChange[];
  diagnostics: Diagnostic[];
}

/** @param repeats ids of templates, as the manifest names them */
async function compare(
  edition: Edition,
  papers: readonly OutputFile[],
  repeats: ReadonlySet<string>,
  world: Effects,
): Promise<Compared> {
  const markOf = marks(edition.record.files.map(({ path }) => path));
  const now = new Map(papers.map((paper) => [paper.record.path, paper]));
  const changes: PaperChange[] = [];
  const words: WordChange[] = [];
  const drafted: string[] = [];
  const lost: string[] = [];
  for (const { path, sha256, pages } of edition.record.files) {
    const paper = now.get(path);
    now.delete(path);
    if (paper?.record.sha256 === sha256) continue;
    const bytes = await issuedFile(edition, path, world);
    const was = bytes && (await readShown(bytes));
    const is = paper && (await readShown(paper.bytes));
    if (!was || (paper && !is)) lost.push(`${edition.folder}/${path}`);
    else if (!is) changes.push({ name: stemOf(path), kind: 'gone', pages: [], of: pages });
    else {
      const change = pagesChanged(stemOf(path), was, is);
      if (!change) continue;
      if (isDrafted(paper.record)) {
        drafted.push(change.name);
        continue;
      }
      changes.push(change);
      if (!repeats.has(paper.record.document ?? '')) words.push(...wordsChanged(markOf(path), was, is));
    }
  }
  for (const [path, { record }] of now) {
    if (isDrafted(record)) continue;
    const pages = Array.from({ length: record.pages ?? 0 }, (_, i) => ({
      sheet: i + 1,
      number: String(i + 1),
    }));
    changes.push({ name: stemOf(path), kind: 'added', pages, of: pages.length });
  }
  const diagnostics = lost.length > 0 ? [messages.issuedDamaged(lost)] : [];
  return { papers: changes, drafted, words: gathered(words), diagnostics };
}
/** Of papers that repeat what others say, words are not told once more: the bound volume, what each unit gets of it. */
async function repeating(period: ErratumRequest['period'], world: Effects): Promise<ReadonlySet<string>> {
  const name = packOf(period);
  const pack = await readPack(world, name);
  const repeats = pack.value.filter(({ settings: { gathers, per } }) => gathers || per === 'reportingUnit');
  return new Set(repeats.map(({ settings }) => `${name}/${settings.id}`));
}

/** How places name a paper: 04, or by its title where that is another's number too; '' for the only one, as of a month. */
function marks(paths: readonly string[]): (path: string) => string {
  const numberOf = (path: string): string => /^\d\d(?!\d)(?=[^/]*$)/.exec(path)?.[0] ?? '';
  const taken = paths.map(numberOf);
  return (path) => {
    const number = numberOf(path);
    const alone = taken.filter((one) => one === number).length === 1;
    if (alone && (number !== '' || paths.length === 1)) return number;
    return paperTitle(stemOf(path));
  };
}

interface Leaves {
  /** Below the folder of leaves. */
  path: string;
  paper: string;
  bytes: Uint8Array;
  leaves: number;
}

async function leavesFor(changes: readonly PaperChange[], papers: readonly OutputFile[]): Promise<Leaves[]> {
  const found: Leaves[] = [];
  for (const { name, pages } of changes) {
    const paper = papers.find(({ record }) => stemOf(record.path) === name);
    if (!paper || pages.length === 0) continue;
    const sheets = pages.map(({ sheet }) => sheet);
    found.push({ path: paper.record.path, paper: name, ...(await leavesOf(paper.bytes, sheets)) });
  }
  return found;
}
