/** diaodu archive: what was built of a quarter, a month or a year, with ledger and data, as one folder and one zip. */
import { getHashes } from 'node:crypto';
import { isAside } from '../../archive/asides.ts';
import { missingSettings, type OutputFile, resolveItems } from '../../archive/items.ts';
import { type Package, sealOf } from '../../archive/lists.ts';
import { MANIFEST, readManifest } from '../../archive/manifest.ts';
import { itemFolder, type PackageSubject } from '../../archive/metadata.ts';
import { assemble } from '../../archive/package.ts';
import type { Finding } from '../../archive/self-check.ts';
import { filesBelow } from '../../archive/walk.ts';
import { changedInputs } from '../../archive/watch.ts';
import { zipPackage } from '../../archive/zip.ts';
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { sameBytes } from '../../base/lay-aside.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import * as messages from '../../base/messages/archive.ts';
import { VERSION } from '../../base/version.ts';
import { readArchiveSettings } from '../../intake/archive-settings.ts';
import { scopeOf } from '../../intake/scope.ts';
import { whereabouts } from '../../intake/whereabouts.ts';
import { settingsFor } from '../../model/archive/archive.ts';
import type { Manifest } from '../../model/archive/manifest.ts';
import { CHART_DATA, LEAVES_FOLDER, PRINT_FOLDER, packageName } from '../../model/archive/outputs.ts';
import { lastMonth, type Month, monthOf, nameOf, type Period, type Year } from '../../model/period.ts';
import { inspectPdf, type PdfFacts } from '../../render/pdf/inspect.ts';
import { exportFiles } from '../export.ts';

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

const BEFORE = '（以前的';

/** What a package is called that another takes the place of. */
function firstFree(name: string, present: readonly string[]): string {
  let n = 1;
  while (present.includes(`${name}${BEFORE}${n}）.zip`)) n += 1;
  return `${name}${BEFORE}${n}）.zip`;
}

/** Everything that is missing is said at once; with an error nothing is written. */
export async function archivePeriod(request: ArchiveRequest, effects: Effects): Promise<ArchiveResult> {
  const { period, out } = request;
  const empty = { folder: '', zip: '', seal: '', items: [], findings: [] };
  const nowhere = await whereabouts(effects, period.year);
  if (nowhere.length > 0) return { ...empty, diagnostics: nowhere };
  const settings = await readArchiveSettings(effects, period.year);
  const outputs = await readOutputs(out, period, effects);
  const diagnostics = [...outputs.diagnostics, ...settings.diagnostics];
  const name = packageName(period.id);
  const present = await effects.list(request.to);
  const kept = present.filter((n) => n.startsWith(`${name}${BEFORE}`) && n.endsWith('.zip'));
  const strangers = present.filter(
    (n) => n !== name && n !== `${name}.zip` && !kept.includes(n) && !isLeftBehind(n),
  );
  if (strangers.length > 0) diagnostics.push(messages.placeTaken(request.to, strangers));
  if (!getHashes().includes('sm3')) diagnostics.push(messages.sm3Missing());
  if (!settings.value) return { ...empty, diagnostics };
  const own = settingsFor(period.id, settings.value.settings);
  if (!outputs.manifest) {
    diagnostics.push(...missingSettings(own, settings.value.at));
    return { ...empty, diagnostics };
  }
  const items = resolveItems(own, period.id, outputs.files, settings.value.at);
  diagnostics.push(...items.diagnostics);
  if (!items.value || hasErrors(diagnostics)) return { ...empty, diagnostics };

  // Months and years are reported on, but have no ledger of their own.
  const exported =
    'quarter' in period
      ? await exportFiles({ period, only: ['xlsx'] }, effects)
      : { files: [], diagnostics: [] };
  diagnostics.push(...exported.diagnostics.filter(({ severity }) => severity === 'error'));
  const subject: PackageSubject = {
    settings: own,
    period: nameOf(period),
    date: outputs.manifest.date,
    archivedOn: own.periods[period.id]?.archivedOn ?? '',
    excluded: own.periods[period.id]?.excluded ?? [],
  };
  const pdfs = new Map<string, PdfFacts | undefined>();
  for (const item of items.value)
    for (const { record, bytes } of item.files)
      if (record.path.endsWith('.pdf'))
        pdfs.set(`${itemFolder(item, subject)}/${record.path}`, await inspectPdf(bytes));
  const { files, findings } = assemble({
    items: items.value,
    subject,
    inputs: inputsOf(outputs.manifest),
    scope: scopeOf(period),
    pdfs,
    snapshot: await snapshot(outputs.manifest, period, effects),
    workbooks: new Map([
      ...exported.files.map(([path, bytes]) => [`台账/${path}`, bytes] as const),
      ...outputs.besides,
    ]),
    manifest: (await effects.read(`${out}/${MANIFEST}`)) ?? new Uint8Array(),
    software: { producers: all(pdfs, (pdf) => [pdf.producer]), fonts: all(pdfs, (pdf) => pdf.fonts) },
  });
  for (const { property, what, detail } of findings.filter(({ result }) => result === '不通过'))
    diagnostics.push(messages.selfCheckFailed(property, what, detail));
  if (hasErrors(diagnostics)) return { ...empty, findings, diagnostics };

  const whole = new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
  const zip = zipPackage(files, name);
  whole.set(`${name}.zip`, zip);
  for (const path of kept) whole.set(path, (await effects.read(`${request.to}/${path}`)) ?? new Uint8Array());
  const before = await effects.read(`${request.to}/${name}.zip`);
  if (before && !sameBytes(before, zip)) {
    const aside = firstFree(name, present);
    whole.set(aside, before);
    diagnostics.push(messages.packageReplaced(`${request.to}/${name}.zip`, aside));
  }
  await effects.replaceFolder(request.to, whole);
  return {
    folder: `${request.to}/${name}`,
    zip: `${request.to}/${name}.zip`,
    seal: sealOf(files),
    items: items.value.map((item) => ({ number: item.number, title: item.title, files: item.files.length })),
    findings,
    diagnostics,
  };
}

interface Outputs {
  manifest: Manifest | undefined;
  files: OutputFile[];
  /** What lies beside a book and goes with it, by its path below 其他/ of the package. */
  besides: Package;
  diagnostics: Diagnostic[];
}

/** What was built, and whether it is still what was built of the data as they are. */
async function readOutputs(
  out: string,
  period: ArchiveRequest['period'],
  effects: Effects,
): Promise<Outputs> {
  const manifest = await readManifest(out, effects);
  if (!manifest || manifest.period !== period.id || manifest.builds.length === 0)
    return {
      manifest: undefined,
      files: [],
      besides: new Map(),
      diagnostics: [messages.nothingBuilt(out, period.id)],
    };
  const diagnostics: Diagnostic[] = [];
  const files: OutputFile[] = [];
  const found = await filesBelow(out, effects);
  const records = manifest.builds.flatMap((build) => build.files);
  const besides: Package = new Map();
  if (manifest.version !== VERSION)
    diagnostics.push(messages.builtByOther(out, manifest.version, VERSION, period.id));
  const intact = ({ path: name, sha256 }: { path: string; sha256: string }): Uint8Array | undefined => {
    const bytes = found.get(name);
    if (!bytes) diagnostics.push(messages.outputMissing(`${out}/${name}`));
    else if (digestOf(bytes) !== sha256) diagnostics.push(messages.outputChanged(`${out}/${name}`));
    return bytes;
  };
  const data = manifest.others?.find(({ path }) => path === CHART_DATA);
  const dataBytes = data && intact(data);
  if (dataBytes) besides.set(`图表数据/${CHART_DATA}`, dataBytes);
  for (const record of records) {
    const bytes = intact(record);
    const path = `${out}/${record.path}`;
    if (record.draft) diagnostics.push(messages.draftNotArchived(path));
    if (bytes) files.push({ record, bytes });
  }
  const known = new Set(records.map(({ path }) => path));
  for (const path of found.keys())
    if (isOutput(path) && !known.has(path) && !ONLY_PRINTED.has(path.split('/')[0] ?? ''))
      diagnostics.push((isAside(path) ? messages.outputAside : messages.outputUnknown)(`${out}/${path}`));
  for (const build of manifest.builds) {
    const changed = await changedInputs(build.inputs, scopeOf(period), effects);
    const paths = build.files.map(({ path }) => path);
    if (changed.length > 0) diagnostics.push(messages.inputsChanged(changed, paths, period.id));
  }
  return { manifest, files, besides, diagnostics };
}

const ONLY_PRINTED: ReadonlySet<string> = new Set([PRINT_FOLDER, LEAVES_FOLDER]);

/** A paper that is open in Word has a shadow (~$04….docx) beside it. */
const isOutput = (path: string): boolean =>
  /\.(?:pdf|docx)$/i.test(path) && !isLeftBehind(path.slice(path.lastIndexOf('/') + 1));

const inputsOf = ({ builds }: Manifest) => [
  ...new Map(builds.flatMap(({ inputs }) => inputs).map((input) => [input.path, input])).values(),
];

/** The files that the builds read, whole, and all that came in for the period: originals, earlier versions, the register. */
async function snapshot(
  manifest: Manifest,
  period: ArchiveRequest['period'],
  effects: Effects,
): Promise<Package> {
  const files: Package = new Map();
  for (const received of receivedFolders(period))
    for (const [path, bytes] of await filesBelow(received, effects)) files.set(`${received}/${path}`, bytes);
  const settings = `data/${period.year}/archive.yaml`;
  for (const path of [...inputsOf(manifest).map((input) => input.path), settings]) {
    const bytes = path.endsWith('/') ? undefined : await effects.read(path);
    if (bytes) files.set(path, bytes);
  }
  return files;
}

/** Where returns of a period are laid; a year has none that are not of its quarters and months. */
function receivedFolders(period: ArchiveRequest['period']): string[] {
  const data = `data/${period.year}`;
  const ofMonth = ({ id }: Month): string => `${data}/projects/returns/${id}`;
  if ('month' in period) return [ofMonth(period)];
  if (!('quarter' in period)) return [];
  const last = lastMonth(period).month;
  const months = [last - 2, last - 1, last].map((month) => monthOf(period.year, month));
  return [`${data}/submissions/${period.id}`, `${data}/cities/returns/${period.id}`, ...months.map(ofMonth)];
}

const all = (
  pdfs: ReadonlyMap<string, PdfFacts | undefined>,
  of: (pdf: PdfFacts) => readonly string[],
): string[] => [...new Set([...pdfs.values()].flatMap((pdf) => (pdf ? of(pdf) : [])))].sort();
