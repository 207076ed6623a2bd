/** diaodu remind: a letter to every unit that owes something or was late, and a summary for the office. */
import { readManifest } from '../archive/manifest.ts';
import { inTurn, type Output, putOutputs } from '../archive/outputs.ts';
import { concluded } from '../archive/stale.ts';
import { watchReads } from '../archive/watch.ts';
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileDate, wrongEpoch } from '../base/file-date.ts';
import { lettersOvertaken } from '../base/messages/chase.ts';
import { toRemind, UNITS_OF } from '../compose/audiences.ts';
import { type ComposedPack, composePack } from '../compose/compose.ts';
import { scopeOf } from '../intake/scope.ts';
import { readPack } from '../intake/templates.ts';
import { isReminder, type ManifestFile, SENT_WITH } from '../model/archive/manifest.ts';
import { REMINDERS } from '../model/archive/outputs.ts';
import type { Document } from '../model/document/document.ts';
import { cameAfter, type Ledger } from '../model/ledger/ledger.ts';
import { reminderSettings } from '../model/office.ts';
import type { Period } from '../model/period.ts';
import type { FontPlaces } from '../render/fonts/resolve.ts';
import type { Host } from '../render/pdf/locate.ts';
import { FORMATS, type FormatName } from '../render/work/formats.ts';
import { namedUnits } from './check/named-units.ts';
import { makeDocuments } from './documents.ts';
import { readReturns } from './returns.ts';
import { standingTold } from './status/outdated-letters.ts';

export interface RemindRequest {
  period: Period;
  /** Units to write to, by any name; all concerned when empty. */
  only: string[];
  formats: FormatName[];
  /** Output folder of the period. */
  out: string;
  host: Host;
  fontPlaces: FontPlaces;
}

export interface RemindedFile {
  document: string;
  path: string;
  format: FormatName;
  bytes: number;
  pages: number | null;
}

export interface RemindResult {
  /** Units that get a letter. */
  units: string[];
  files: RemindedFile[];
  diagnostics: Diagnostic[];
}

export async function remind(request: RemindRequest, world: Effects): Promise<RemindResult> {
  const unclear = wrongEpoch(world);
  if (unclear.length > 0) return { units: [], files: [], diagnostics: unclear };
  const { effects, inputs } = watchReads(world, scopeOf(request.period));
  const read = await readReturns(request.period, effects);
  const diagnostics = [...read.diagnostics];
  if (!read.value || hasErrors(diagnostics)) return { units: [], files: [], diagnostics };
  const { ledger, states } = read.value;
  const composed = await composeReminders(ledger, request.only, effects);
  const { units, documents: letters } = composed;
  diagnostics.push(...composed.diagnostics);
  if (!hasErrors(diagnostics)) diagnostics.push(...overtaken(ledger, units));
  const { asOf } = ledger.setting;
  // What is wrong with the house style is told besides what is wrong with the letters.
  const sound = hasErrors(diagnostics) ? [] : letters;
  const { made, ...rendered } = await makeDocuments(sound, asOf, { ...request, pack: REMINDERS }, effects);
  diagnostics.push(...rendered.diagnostics);
  if (made.length === 0 && hasErrors(diagnostics)) return { units, files: [], diagnostics };
  const before = await lettersIn(request.out, world);
  const files: RemindedFile[] = [];
  const recorded: ManifestFile[] = [];
  const outputs: Output[] = [];
  for (const { document, format, output, record } of made) {
    const { bytes, path } = output;
    const tells = { unit: document.unit, standing: standingTold(states, document.unit) };
    const letter = { ...record, tells };
    outputs.push({ ...output, sent: isAnother(before.get(record.path), letter) });
    files.push({ document: document.document.name, path, format, bytes: bytes.length, pages: record.pages });
    recorded.push(letter);
  }
  const date = fileDate(asOf, effects);
  const extensions = request.formats.map((format) => FORMATS[format].extension);
  // Letters to chosen units say nothing of those to others.
  const covers = request.only.length === 0 ? { documents: [`${REMINDERS}/`], extensions } : undefined;
  const run = {
    period: request.period.id,
    date,
    inputs: inputs(),
    files: recorded,
    ...(covers && { covers }),
  };
  return inTurn(world, async () => {
    const put = await putOutputs(request.out, outputs, world);
    diagnostics.push(...put.diagnostics);
    if (hasErrors(put.diagnostics)) return { units, files: [], diagnostics };
    const ended = await concluded(request.out, { run, diagnostics }, world);
    return { units, files, diagnostics: ended.diagnostics };
  });
}

/** Letters that lie in the folder, by name. */
async function lettersIn(out: string, world: Effects): Promise<Map<string, ManifestFile>> {
  const files = (await readManifest(out, world))?.builds.flatMap((build) => build.files) ?? [];
  return new Map(files.filter(isReminder).map((letter) => [letter.path, letter]));
}

/** It had a number or a date that the new one of its name has not: it is another letter, and has most likely gone out. */
const isAnother = (before: ManifestFile | undefined, now: ManifestFile): boolean =>
  SENT_WITH.some((name) => {
    const had = before?.elements[name];
    return had !== undefined && had !== now.elements[name];
  });

/** The letters and, when they are not for chosen units alone, the summary. */
export async function reminders(
  ledger: Ledger,
  only: readonly string[],
  effects: Effects,
): Promise<{ units: string[]; documents: Document[]; diagnostics: Diagnostic[] }> {
  const { documents, ...rest } = await composeReminders(ledger, only, effects);
  return { ...rest, documents: documents.map(({ document }) => document) };
}

async function composeReminders(
  ledger: Ledger,
  only: readonly string[],
  effects: Effects,
): Promise<{ units: string[]; documents: ComposedPack['documents']; diagnostics: Diagnostic[] }> {
  const pack = await readPack(effects, REMINDERS);
  const chosen = choose(ledger, only);
  const folders = pack.value.filter(({ settings }) => only.length === 0 || settings.per !== 'period');
  const composed = composePack(folders, ledger, { units: only.length === 0 ? [] : chosen.units });
  const none = only.length > 0 && chosen.units.length === 0;
  return {
    units: chosen.units,
    documents: none ? [] : composed.documents,
    diagnostics: [...pack.diagnostics, ...chosen.diagnostics, ...composed.diagnostics],
  };
}

/** Units of which more has come in since the day of the letters. */
function overtaken(ledger: Ledger, units: readonly string[]): Diagnostic[] {
  const { date } = reminderSettings(ledger.office, ledger.period.id);
  const late = toRemind(ledger).filter(
    (record) => units.includes(record.unit.name) && cameAfter(record, date),
  );
  const file = `data/${ledger.period.year}/office.yaml`;
  return late.length > 0
    ? [
        lettersOvertaken(
          { file },
          date,
          late.map(({ unit }) => unit.name),
        ),
      ]
    : [];
}

/** Units to write to; one that owes nothing is an error, as a letter to it would be wrong. */
function choose(ledger: Ledger, only: readonly string[]): { units: string[]; diagnostics: Diagnostic[] } {
  const concerned = UNITS_OF.remindedUnit(ledger);
  const names = concerned.map((unit) => unit.name);
  if (only.length === 0) return { units: names, diagnostics: [] };
  const { value, diagnostics } = namedUnits(only, concerned);
  return { units: names.filter((name) => value.includes(name)), diagnostics };
}
