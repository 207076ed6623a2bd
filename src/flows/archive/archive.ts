/** diaodu archive: what was built of a quarter, a month or a year, with ledger and data, as one folder and one zip. */
import { getHashes } from 'node:crypto';
import { type ArchiveItem, excludedStems, missingSettings, resolveItems } from '../../archive/items.ts';
import { type Package, sealOf } from '../../archive/lists.ts';
import { itemFolder, type PackageSubject } from '../../archive/metadata.ts';
import { assemble } from '../../archive/package.ts';
import type { Finding } from '../../archive/self-check.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import * as messages from '../../base/messages/archive.ts';
import { readArchiveSettings } from '../../intake/archive-settings.ts';
import { scopeOf } from '../../intake/scope.ts';
import { whereabouts } from '../../intake/whereabouts.ts';
import { settingsFor } from '../../model/archive/archive.ts';
import type { Manifest } from '../../model/archive/manifest.ts';
import { packageName } from '../../model/archive/outputs.ts';
import { type Month, nameOf, type Period, type Year } from '../../model/period.ts';
import { inspectPdf, type PdfFacts } from '../../render/pdf/inspect.ts';
import { exportFiles } from '../export.ts';
import { inputsOf, readOutputs, snapshot } from './gathered.ts';
import { putPackage, strangersIn } from './place.ts';

export interface ArchiveRequest {
  period: Period | Month | Year;
  /** Folder of the period's outputs. */
  out: string;
  /** Folder that takes the package, as folder and as zip; another zip that was there is kept under another name. */
  to: string;
}

export interface ArchiveResult {
  /** Path of the folder and of the zip; '' when nothing was written. */
  folder: string;
  zip: string;
  /** By which the package is known outside of it (archive/lists.ts). */
  seal: string;
  items: { number: string; title: string; files: number }[];
  findings: Finding[];
  diagnostics: Diagnostic[];
}

/** Everything that is missing is said at once; with an error nothing is written. */
export async function archivePeriod(request: ArchiveRequest, effects: Effects): Promise<ArchiveResult> {
  const { period, to } = request;
  const empty = { folder: '', zip: '', seal: '', items: [], findings: [] };
  const nowhere = await whereabouts(effects, period.year);
  if (nowhere.length > 0) return { ...empty, diagnostics: nowhere };
  const name = packageName(period.id);
  const { content, diagnostics } = await contentOf(request, name, effects);
  if (!content || hasErrors(diagnostics)) return { ...empty, diagnostics };
  const { files, findings, problems } = await packed(request, content, effects);
  diagnostics.push(...problems);
  if (hasErrors(diagnostics)) return { ...empty, findings, diagnostics };
  const put = await putPackage(to, name, files, effects);
  return {
    folder: put.folder,
    zip: put.zip,
    seal: sealOf(files),
    items: content.items.map((item) => ({
      number: item.number,
      title: item.title,
      files: item.files.length,
    })),
    findings,
    diagnostics: [...diagnostics, ...put.diagnostics],
  };
}

interface Content {
  subject: PackageSubject;
  items: ArchiveItem[];
  /** See Outputs. */
  manifest: Manifest;
  manifestBytes: Uint8Array;
  besides: Package;
}

/** What was built, under the archivist's settings; and all that keeps it from being archived. */
async function contentOf(
  { period, out, to }: ArchiveRequest,
  name: string,
  effects: Effects,
): Promise<{ content: Content | undefined; diagnostics: Diagnostic[] }> {
  const { value: given, diagnostics: unread } = await readArchiveSettings(effects, period.year);
  const excluded = (stems: readonly string[]): ReadonlySet<string> =>
    given ? excludedStems(given.settings, period.id, stems) : new Set();
  const read = await readOutputs(out, period, excluded, effects);
  const { manifest, manifestBytes, files, besides, diagnostics: unfit } = read;
  const diagnostics = [...unfit, ...unread, ...(await strangersIn(to, name, effects))];
  if (!getHashes().includes('sm3')) diagnostics.push(messages.sm3Missing());
  if (!given) return { content: undefined, diagnostics };
  const settings = settingsFor(period.id, given.settings);
  if (!manifest) {
    diagnostics.push(...missingSettings(settings, given.at));
    return { content: undefined, diagnostics };
  }
  const items = resolveItems(settings, period.id, files, given.at);
  diagnostics.push(...items.diagnostics);
  if (!items.value) return { content: undefined, diagnostics };
  const subject: PackageSubject = {
    settings,
    period: nameOf(period),
    date: manifest.date,
    archivedOn: settings.periods[period.id]?.archivedOn ?? '',
    excluded: settings.periods[period.id]?.excluded ?? [],
  };
  return { content: { subject, items: items.value, manifest, manifestBytes, besides }, diagnostics };
}

/** Out: the package, the findings of its self-check, and what is wrong with it. */
async function packed(
  { period }: ArchiveRequest,
  { subject, items, manifest, manifestBytes, besides }: Content,
  effects: Effects,
): Promise<{ files: Package; findings: Finding[]; problems: Diagnostic[] }> {
  // Months and years are reported on, but have no ledger of their own.
  const exported =
    'quarter' in period
      ? await exportFiles({ period, only: ['xlsx'] }, effects)
      : { files: [], diagnostics: [] };
  const pdfs = new Map<string, PdfFacts | undefined>();
  for (const item of items)
    for (const { record, bytes } of item.files)
      if (record.path.endsWith('.pdf'))
        pdfs.set(`${itemFolder(item, subject)}/${record.path}`, await inspectPdf(bytes));
  const { files, findings } = assemble({
    items,
    subject,
    inputs: inputsOf(manifest),
    scope: scopeOf(period),
    pdfs,
    snapshot: await snapshot(manifest, period, effects),
    workbooks: new Map([
      ...exported.files.map(([path, bytes]) => [`台账/${path}`, bytes] as const),
      ...besides,
    ]),
    manifest: manifestBytes,
    software: { producers: all(pdfs, (pdf) => [pdf.producer]), fonts: all(pdfs, (pdf) => pdf.fonts) },
  });
  const failed = findings.filter(({ result }) => result === '不通过');
  return {
    files,
    findings,
    problems: [
      ...exported.diagnostics.filter(({ severity }) => severity === 'error'),
      ...failed.map(({ property, what, detail }) => messages.selfCheckFailed(property, what, detail)),
    ],
  };
}

const all = (
  pdfs: ReadonlyMap<string, PdfFacts | undefined>,
  of: (pdf: PdfFacts) => readonly string[],
): string[] => [...new Set([...pdfs.values()].flatMap((pdf) => (pdf ? of(pdf) : [])))].sort();
