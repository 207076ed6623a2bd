/**
 * What the cities sent → kept originals, a line per return, copies to send back; like flows/collect/collect.ts for the units.
 * Originals go to data/<year>/projects/returns/<month>/ and data/<year>/cities/returns/<quarter>/.
 */
import { type Diagnostic, hasErrors } from '../../base/diagnostic.ts';
import { digestOf } from '../../base/digest.ts';
import type { Effects } from '../../base/effects.ts';
import { emptyNotTaken, nothingFilled } from '../../base/messages/collect.ts';
import { brokenWorkbook } from '../../base/messages/sent-files.ts';
import { noReturn } from '../../intake/formats/index.ts';
import { type UnitNames, unitNames } from '../../intake/plan/units.ts';
import { longTexts } from '../../intake/returns/long-texts.ts';
import { readReceipts } from '../../intake/returns/receipts.ts';
import { readWorkspace, type Wants } from '../../intake/workspace.ts';
import { regionTold } from '../../ledger/region.ts';
import type { Inputs } from '../../model/inputs.ts';
import type { Month, Period } from '../../model/period.ts';
import type { CityEntry } from '../../model/region/city.ts';
import type { ProjectEntry } from '../../model/region/project.ts';
import { says } from '../../model/returns/regional-entry.ts';
import { versionsBy } from '../../model/returns/versions.ts';
import { sendBack } from '../check/correction.ts';
import { regionalChanges, rowsLost } from '../check/regional-changes.ts';
import { cityReader, projectReader, type Reading, type RegionalReader } from '../regional-readers.ts';
import { errorsOutsideReturns } from '../returns.ts';
import { noteRefused, refusedAmong, senderOf, tellsOfNothing } from './refused.ts';
import { type SentSource, sentFile } from './sent-file.ts';
import {
  type Arrival,
  correctDate,
  keepVersion,
  nameOf,
  type Received,
  type Shelf,
  sortedOut,
  standingOf,
} from './versions.ts';

export interface RegionalCollectRequest<When> {
  when: When;
  sources: readonly SentSource[];
  /** When they came: ISO date, and the time of day where known. */
  received: Received;
  /** A version that was superseded is to count once more. */
  again?: boolean;
  /** Output folder of the period, for 退回稿. */
  out: string;
}

export interface RegionalReturn {
  file: string;
  outcome: 'kept' | 'same' | 'refused';
  /** By what the file says, or else by its name. */
  city: string | null;
  /** Cities that it names, where these are several and it may be of any of them. */
  named: readonly string[];
  receivedAt: string;
  version: number | null;
  /** Rows that could be used, and rows owed. */
  filled: number;
  owed: number;
  errors: number;
  warnings: number;
  original: string | null;
  correction: string | null;
  /** Where an earlier 退回稿 was laid aside, since this version answers it. */
  answered: string | null;
  diagnostics: Diagnostic[];
}

export interface RegionalCollectResult {
  returns: RegionalReturn[];
  /** What the places are called here; absent where nothing could be read. */
  place?: string;
  /** Of the workspace; those of the returns stand with them. */
  diagnostics: Diagnostic[];
}

/** Monthly returns on key projects. */
export function collectProjects(
  request: RegionalCollectRequest<Month>,
  effects: Effects,
): Promise<RegionalCollectResult> {
  const { when, received } = request;
  const readerOf = (inputs: Inputs) => projectReader(inputs, when, received.date);
  return collect(request, effects, when.year, { projects: true }, readerOf);
}

/** Quarterly returns on indicators and duties. */
export function collectCities(
  request: RegionalCollectRequest<Period>,
  effects: Effects,
): Promise<RegionalCollectResult> {
  const { when, received } = request;
  const readerOf = (inputs: Inputs) => cityReader(inputs, when, received.date);
  return collect(request, effects, when.year, { cities: true }, readerOf);
}

async function collect<When>(
  request: RegionalCollectRequest<When>,
  effects: Effects,
  year: number,
  wants: Wants,
  readerOf: (inputs: Inputs) => RegionalReader | Diagnostic,
): Promise<RegionalCollectResult> {
  const workspace = await readWorkspace(effects, year, wants);
  const diagnostics = errorsOutsideReturns(workspace.diagnostics, year);
  const inputs = workspace.value;
  const reader = inputs && readerOf(inputs);
  if (reader && 'code' in reader) diagnostics.push(reader);
  if (!inputs || !reader || 'code' in reader || hasErrors(diagnostics)) return { returns: [], diagnostics };
  const register = await readReceipts(effects, reader.folder);
  diagnostics.push(...register.diagnostics);
  if (!register.value) return { returns: [], diagnostics };
  const names = unitNames(inputs.cities?.cities ?? []);
  const shelf: Shelf = {
    folder: reader.folder,
    receipts: register.value,
    nameNow: names.canonical,
    filed: reader.before.map((one) => ({ ...one, sender: one.city })),
    received: request.received,
    again: request.again ?? false,
  };
  const filed = versionsBy(reader.before, (one) => one.city);
  const counting = new Map([...filed].map(([city, own]) => [city, own.counting.entries]));
  const keeper: Keeper = { request, effects, reader, names, shelf, counting };
  const incoming: Incoming[] = [];
  for (const source of request.sources) incoming.push(await readSource(keeper, source));
  const arrivals = incoming.map(arrival);
  const { refused, inOrder } = await sortedOut(arrivals, shelf, effects);
  for (const [{ incoming: one }, why] of refused) {
    one.diagnostics.push(why);
    one.refused = true;
  }
  const returns = new Map<Incoming, RegionalReturn>();
  for (const one of inOrder) returns.set(one.incoming, await keep(keeper, one, arrivals));
  diagnostics.push(...(await note(keeper, arrivals, returns)));
  const { place } = regionTold(inputs).value;
  return { returns: incoming.flatMap((one) => returns.get(one) ?? []), place, diagnostics };
}

/** What was not taken, of cities of which nothing counts. */
function note(
  { request, effects, reader, shelf }: Keeper,
  arrivals: readonly ReturnType<typeof arrival>[],
  returns: ReadonlyMap<Incoming, RegionalReturn>,
): Promise<Diagnostic[]> {
  const fateOf = ({ incoming }: (typeof arrivals)[number]) => {
    const result = returns.get(incoming);
    return result && { ...result, sender: result.city };
  };
  const at = { file: reader.refusals, receivedAt: request.received.date };
  return noteRefused(at, refusedAmong(arrivals, fateOf, shelf), shelf, effects);
}

interface Keeper {
  request: RegionalCollectRequest<unknown>;
  effects: Effects;
  reader: RegionalReader;
  /** By what the cities are called. */
  names: UnitNames;
  shelf: Shelf;
  /** By city: the rows of the version that counts so far. */
  counting: Map<string, readonly (CityEntry | ProjectEntry)[]>;
}

interface Incoming extends Reading {
  shown: string;
  original: string;
  bytes: Uint8Array;
  /** Readable, but not to be kept. */
  refused?: boolean;
}

async function readSource({ effects, reader }: Keeper, source: SentSource): Promise<Incoming> {
  const { shown } = source;
  const known = { shown, original: source.original ?? nameOf(shown) };
  const { bytes, why } = await sentFile(source, effects);
  if (!bytes) return { ...known, bytes: new Uint8Array(), value: undefined, diagnostics: [why] };
  try {
    const { value, diagnostics } = reader.read(shown, bytes);
    // In a folder of kept returns such a file is nobody's business; somebody has sent this one.
    if (diagnostics.some(({ code }) => code === 'unknownFormat'))
      return { ...known, bytes, value: undefined, diagnostics: noReturn(shown, bytes) };
    return { ...known, bytes, value, diagnostics: [...diagnostics, ...longTexts(value?.entries ?? [])] };
  } catch {
    // Parsers of foreign formats stumble over made-up files in ways nobody foresees.
    return { ...known, bytes, value: undefined, diagnostics: [brokenWorkbook(shown)] };
  }
}

const arrival = (incoming: Incoming) => ({
  shown: incoming.shown,
  original: incoming.original,
  bytes: incoming.bytes,
  sha256: digestOf(incoming.bytes),
  // Whoever sends the blank form beside the filled one means the filled one.
  sender: isUntouched(incoming) ? undefined : incoming.value?.city,
  incoming,
});

const isUntouched = ({ value, diagnostics }: Reading): boolean =>
  value !== undefined && !value.entries.some(says) && tellsOfNothing(diagnostics);

/** What becomes of a file that came: kept as a version that counts from now on, known already, or not taken, and why. */
async function keep(
  keeper: Keeper,
  came: Arrival & { incoming: Incoming },
  together: readonly Arrival[],
): Promise<RegionalReturn> {
  const { incoming } = came;
  const { shown, value, diagnostics } = incoming;
  const { effects, reader, shelf } = keeper;
  // As it was read, before it is told what else is the matter.
  const found = [...diagnostics];
  const result = resultFor(keeper, incoming);
  if (!value || incoming.refused) return result({});
  const empty = isUntouched(incoming) && reader.owed(value.city) > 0;
  const own = { ...came, sender: value.city };
  const standing = await standingOf(own, shelf, together, effects);
  const { last, next, same, past, told } = standing;
  if (past) diagnostics.length = 0;
  diagnostics.push(...told);
  if (same) {
    const { receivedAt, told: redated } = await correctDate(
      shown,
      value.city,
      { ...standing, same },
      shelf,
      effects,
    );
    diagnostics.push(...redated);
    const { version, path } = same;
    const back = same === last ? await returned(keeper, incoming, value.city, found) : {};
    return result({ outcome: 'same', version, receivedAt, original: path, ...back });
  }
  if (hasErrors(told)) return result({});
  if (empty) {
    const why = last ? emptyNotTaken(shown, value.city, last.version) : nothingFilled(shown, value.city);
    diagnostics.splice(0, Infinity, why);
    return result({});
  }
  const versions = [keeper.counting.get(value.city) ?? [], value.entries] as const;
  const rowOf = (code: string): string => reader.nameOf(code, value.city);
  // Who brings back an earlier version knows that it says less.
  const known = isKnown(shelf, value.city, own.sha256);
  const lost = known ? undefined : rowsLost(shown, value.city, versions, found, rowOf);
  if (lost) {
    diagnostics.push(lost);
    return result({});
  }
  if (last) diagnostics.push(...regionalChanges(shown, versions, !hasErrors(found), rowOf));
  keeper.counting.set(value.city, value.entries);
  const { errors, warnings } = result({});
  const extension = /\.[^./\\]*$/.exec(shown)?.[0].toLowerCase() ?? '';
  const as = await keepVersion(own, { version: next, extension, errors, warnings }, shelf, effects);
  return result({ outcome: 'kept', ...as, ...(await returned(keeper, incoming, value.city, found)) });
}

/** Makes the line for a file that came; what it says unless told otherwise is that nothing was taken. */
function resultFor(
  { request, reader, names }: Keeper,
  { shown, value, diagnostics }: Incoming,
): (change: Partial<RegionalReturn>) => RegionalReturn {
  const { sender: city, named } = senderOf(shown, value?.city, diagnostics, names);
  return (change) => ({
    file: shown,
    outcome: 'refused',
    city,
    named,
    receivedAt: request.received.date,
    version: null,
    filled: value?.entries.filter(says).length ?? 0,
    owed: value ? reader.owed(value.city) : 0,
    errors: diagnostics.filter((d) => d.severity === 'error').length,
    warnings: diagnostics.filter((d) => d.severity === 'warning').length,
    original: null,
    correction: null,
    answered: null,
    diagnostics,
    ...change,
  });
}

/** The copy to send back, where something is wrong with what the file says; what happened to it is told with the return. */
async function returned(
  { request, reader, effects }: Keeper,
  { shown, bytes, diagnostics }: Incoming,
  city: string,
  found: readonly Diagnostic[],
): Promise<Partial<RegionalReturn>> {
  const title = { unit: city, periodName: reader.when };
  const file = { file: shown, bytes, diagnostics: found };
  const { told, ...paths } = await sendBack(file, title, request.out, effects);
  diagnostics.push(...told);
  return paths;
}

/** Whether the same file came from the city before. */
const isKnown = ({ receipts, nameNow }: Shelf, city: string, sha256: string): boolean =>
  receipts.some((receipt) => nameNow(receipt.unit) === city && receipt.sha256 === sha256);
