/** What goes into a package: what was built, as long as it is of the data as they are, and these data. */
import { besideAside, isAside } from '../../archive/asides.ts';
import type { OutputFile } from '../../archive/items.ts';
import type { Package } from '../../archive/lists.ts';
import { MANIFEST, manifestText, readManifest } from '../../archive/manifest.ts';
import { filesBelow } from '../../archive/walk.ts';
import { changedInputs } from '../../archive/watch.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { stemOf } from '../../base/file-name.ts';
import { isLeftBehind } from '../../base/left-behind.ts';
import * as messages from '../../base/messages/archive.ts';
import { VERSION } from '../../base/version.ts';
import { scopeOf } from '../../intake/scope.ts';
import type { Manifest } from '../../model/archive/manifest.ts';
import { CHART_DATA, LEAVES_FOLDER, PRINT_FOLDER } from '../../model/archive/outputs.ts';
import { lastMonth, type Month, monthOf, type Period, type Year } from '../../model/period.ts';
import { cityReturnsFolder, projectReturnsFolder, submissionsFolder } from '../../model/returns/folders.ts';

export interface Outputs {
  /** Of the builds of which something is archived. */
  manifest: Manifest | undefined;
  /** The manifest's file: as it lies there, where it holds no more than that. */
  manifestBytes: Uint8Array;
  files: OutputFile[];
  /** What lies beside a book and goes with it, by its path below 其他/ of the package. */
  besides: Package;
  diagnostics: Diagnostic[];
}

/**
 * What was built, and whether it is still what was built of the data as they are.
 * @param excludedOf those of the documents that are not archived: whatever has become of them holds nothing up
 */
export async function readOutputs(
  out: string,
  period: Period | Month | Year,
  excludedOf: (stems: readonly string[]) => ReadonlySet<string>,
  effects: Effects,
): Promise<Outputs> {
  const manifest = await readManifest(out, effects);
  if (!manifest || manifest.period !== period.id || manifest.builds.length === 0)
    return {
      manifest: undefined,
      manifestBytes: new Uint8Array(),
      files: [],
      besides: new Map(),
      diagnostics: [messages.nothingBuilt(out, period.id)],
    };
  const diagnostics: Diagnostic[] = [];
  const files: OutputFile[] = [];
  const found = await filesBelow(out, effects);
  const records = manifest.builds.flatMap((build) => build.files);
  const asides = [...found.keys()].filter(isAside).map(besideAside);
  const excluded = excludedOf([...new Set([...records.map(({ path }) => path), ...asides].map(stemOf))]);
  const besides: Package = new Map();
  if (manifest.version !== VERSION)
    diagnostics.push(messages.builtByOther(out, manifest.version, VERSION, period.id));
  const intact = ({ path: name, sha256 }: { path: string; sha256: string }): Uint8Array | undefined => {
    const bytes = found.get(name);
    if (excluded.has(stemOf(name))) return bytes ?? new Uint8Array();
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
    if (record.draft && !excluded.has(stemOf(record.path))) diagnostics.push(messages.draftNotArchived(path));
    if (bytes) files.push({ record, bytes });
  }
  const known = new Set(records.map(({ path }) => path));
  for (const path of found.keys())
    if (isOutput(path) && !known.has(path) && !ONLY_PRINTED.has(path.split('/')[0] ?? '')) {
      if (!isAside(path)) diagnostics.push(messages.outputUnknown(`${out}/${path}`));
      else if (!excluded.has(stemOf(besideAside(path))))
        diagnostics.push(messages.outputAside(`${out}/${path}`));
    }
  // Letters that remind of returns are out of date as soon as one comes in; left out, they are no part of what is filed.
  const builds = manifest.builds.filter(({ files: made }) =>
    made.some(({ path }) => !excluded.has(stemOf(path))),
  );
  for (const build of builds) {
    const changed = await changedInputs(build.inputs, scopeOf(period), effects);
    const paths = build.files.map(({ path }) => path).filter((path) => !excluded.has(stemOf(path)));
    if (changed.length > 0) diagnostics.push(messages.inputsChanged(changed, paths, period.id));
  }
  const filed = { ...manifest, builds };
  const whole = builds.length === manifest.builds.length;
  const manifestBytes = (whole && found.get(MANIFEST)) || manifestText(filed);
  return { manifest: filed, manifestBytes, files, besides, diagnostics };
}

const ONLY_PRINTED: ReadonlySet<string> = new Set([PRINT_FOLDER, LEAVES_FOLDER]);

/** A paper that is open in Word has a shadow (~$04….docx) beside it. */
const isOutput = (path: string): boolean =>
  /\.(?:pdf|docx)$/i.test(path) && !isLeftBehind(path.slice(path.lastIndexOf('/') + 1));

export const inputsOf = ({ builds }: Manifest) => [
  ...new Map(builds.flatMap(({ inputs }) => inputs).map((input) => [input.path, input])).values(),
];

/** The files that the builds read, whole, and all that came in for the period: originals, earlier versions, the register. */
export async function snapshot(
  manifest: Manifest,
  period: Period | Month | Year,
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
function receivedFolders(period: Period | Month | Year): string[] {
  if ('month' in period) return [projectReturnsFolder(period)];
  if (!('quarter' in period)) return [];
  const last = lastMonth(period).month;
  const months = [last - 2, last - 1, last].map((month) => monthOf(period.year, month));
  return [submissionsFolder(period), cityReturnsFolder(period), ...months.map(projectReturnsFolder)];
}
