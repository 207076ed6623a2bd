/** diaodu issue: keeps the papers as they are handed out, so that later changes can be told from them. */
import { issuedFile, keepEdition, readEditions } from '../../archive/issued/editions.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { wrongEpoch } from '../../base/file-date.ts';
import { issuedAlready, issuedRestored } from '../../base/messages/issued.ts';
import { factsOf } from '../../compose/facts.ts';
import { whereabouts } from '../../intake/whereabouts.ts';
import type { Issued } from '../../model/archive/issued.ts';
import type { Month, Period, Year } from '../../model/period.ts';
import { readSubject } from '../../pipeline.ts';
import { formalPapers } from './papers.ts';

export interface IssueRequest {
  period: Period | Month | Year;
  /** Output folder of the period. */
  out: string;
  /** ISO date of handing out. */
  on: string;
}

export interface IssueResult {
  /** Which handing out it is, from 1, and where it is kept; 0 and '' when nothing was written. */
  edition: number;
  folder: string;
  files: { path: string; pages: number }[];
  diagnostics: Diagnostic[];
}

/**
 * Keeps nothing where papers are missing or drafts, and where these went out already; what has been lost of that edition is
 * put back.
 */
export async function issue({ period, out, on }: IssueRequest, effects: Effects): Promise<IssueResult> {
  const nothing = { edition: 0, folder: '', files: [] };
  const unclear = [...wrongEpoch(effects), ...(await whereabouts(effects, period.year))];
  if (unclear.length > 0) return { ...nothing, diagnostics: unclear };
  const { papers, diagnostics } = await formalPapers(period, out, effects);
  if (hasErrors(diagnostics)) return { ...nothing, diagnostics };
  const files = papers.map(({ record: { path, sha256, title, pages } }) => ({
    path,
    sha256,
    title,
    pages: pages ?? 0,
  }));
  const { last, next } = await readEditions(period, effects);
  const kept = new Map(papers.map(({ record: { path }, bytes }) => [path, bytes]));
  if (last && sameFiles(last.record.files, files)) {
    const { folder, no, record } = last;
    const lost: string[] = [];
    for (const { path } of files) if (!(await issuedFile(last, path, effects))) lost.push(path);
    if (lost.length === 0) return { ...nothing, diagnostics: [issuedAlready(folder, no, record.on)] };
    await keepEdition(period, no, record, kept, effects);
    return { ...nothing, diagnostics: [issuedRestored(folder, lost)] };
  }
  const subject = await readSubject(period, effects);
  if (!subject.value) return { ...nothing, diagnostics: subject.diagnostics };
  const record: Issued = { program: 'diaodu', period: period.id, on, files, facts: factsOf(subject.value) };
  const folder = await keepEdition(period, next, record, kept, effects);
  return { edition: next, folder, files: files.map(({ path, pages }) => ({ path, pages })), diagnostics };
}

const sameFiles = (was: Issued['files'], is: Issued['files']): boolean =>
  was.length === is.length &&
  is.every(({ path, sha256 }, i) => was[i]?.path === path && was[i]?.sha256 === sha256);
