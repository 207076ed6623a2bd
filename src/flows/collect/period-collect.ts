/**
 * diaodu collect, whatever comes: each file is recognised by its content and goes to the flow that takes its kind.
 *
 *   quarter: a unit's return ─▶ collect.ts · a city's ─▶ regional-collect.ts      month: projects ─▶ regional-collect.ts
 */
import { type Diagnostic, distinct } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { datesStand } from '../../base/messages/collect.ts';
import { otherForm } from '../../base/messages/regional.ts';
import { unitNames } from '../../intake/plan/units.ts';
import { type ReturnKind, returnKind } from '../../intake/return-kind.ts';
import { namesInFile } from '../../intake/returns/identify.ts';
import { readWorkspace } from '../../intake/workspace.ts';
import type { Month } from '../../model/period.ts';
import { type CollectedReturn, type CollectRequest, collect } from './collect.ts';
import {
  collectCities,
  collectProjects,
  type RegionalCollectRequest,
  type RegionalReturn,
} from './regional-collect.ts';
import { type SentSource, sentFile } from './sent-file.ts';
import type { Received } from './versions.ts';
import { withZipsOpened } from './zipped-sources.ts';

export interface Collection {
  /** Of the units; none for a month. */
  returns: CollectedReturn[];
  /** Of the cities; also files that are forms for something else. */
  cities: RegionalReturn[];
  /** See RegionalCollectResult. */
  place: string | undefined;
  diagnostics: Diagnostic[];
}

/** What resembles none of the forms is treated as a unit's return, which says what is wrong with it. */
export async function collectQuarter(named: CollectRequest, effects: Effects): Promise<Collection> {
  const { period, out, again = false } = named;
  const only = named.unit !== undefined ? '--unit' : again ? '--again' : undefined;
  const zips = await withZipsOpened(named.sources, only, effects);
  const request = { ...named, sources: zips.sources };
  const received = ofThese(request);
  // A person who names the unit has recognised the file.
  const unnamed = request.unit === undefined ? request.sources : [];
  const kinds = await kindsOf(unnamed, effects);
  const strange = unnamed.filter((source) => !kinds.has(source));
  for (const source of await namingCities(strange, period.year, effects)) kinds.set(source, 'city');
  const of = (kind: ReturnKind): SentSource[] =>
    request.sources.filter((source) => (kinds.get(source) ?? 'unit') === kind);
  const [mine, cities] = [of('unit'), of('city')];
  const units =
    mine.length > 0 || cities.length === 0
      ? await collect({ ...request, received, sources: mine }, effects)
      : { returns: [], diagnostics: [] };
  const regional =
    cities.length > 0
      ? await collectCities({ when: period, sources: cities, received, out, again }, effects)
      : { returns: [], place: undefined, diagnostics: [] };
  return {
    returns: units.returns,
    place: regional.place,
    cities: [
      ...regional.returns,
      ...of('project').map((source) => misplaced(source, 'project', received.date)),
    ],
    // Both flows look at the same plan.
    diagnostics: distinct([
      ...zips.diagnostics,
      ...units.diagnostics,
      ...regional.diagnostics,
      ...standing(request, [...units.returns, ...regional.returns]),
    ]),
  };
}

/** What resembles none of the forms is treated as a return on projects. */
export async function collectMonth(
  named: RegionalCollectRequest<Month>,
  effects: Effects,
): Promise<Collection> {
  const zips = await withZipsOpened(named.sources, named.again ? '--again' : undefined, effects);
  const request = { ...named, sources: zips.sources };
  const kinds = await kindsOf(request.sources, effects);
  const fits = (source: SentSource): boolean => (kinds.get(source) ?? 'project') === 'project';
  const sources = request.sources.filter(fits);
  const result = await collectProjects({ ...request, received: ofThese(request), sources }, effects);
  const others = request.sources.filter((source) => !fits(source));
  const misfits = others.map((source) =>
    misplaced(source, kinds.get(source) ?? 'unit', request.received.date),
  );
  const diagnostics = [...zips.diagnostics, ...result.diagnostics, ...standing(request, result.returns)];
  return { returns: [], cities: [...result.returns, ...misfits], place: result.place, diagnostics };
}

type Dated = Pick<RegionalCollectRequest<unknown>, 'sources' | 'received'>;

/** A date given with several files is that of the new ones: people keep old and new in one folder. */
function ofThese({ sources, received }: Dated): Received {
  return sources.length > 1 ? { ...received, given: false } : received;
}

/** Files that have a date of their own already, though another one was given. */
function standing(
  { sources, received }: Dated,
  returns: readonly Pick<RegionalReturn, 'outcome' | 'receivedAt'>[],
): Diagnostic[] {
  if (!received.given || sources.length < 2) return [];
  const kept = returns.filter((one) => one.outcome === 'same' && one.receivedAt !== received.date);
  return kept.length > 0 ? [datesStand(kept.length, received.date)] : [];
}

async function kindsOf(
  sources: readonly SentSource[],
  effects: Effects,
): Promise<Map<SentSource, ReturnKind>> {
  const kinds = new Map<SentSource, ReturnKind>();
  for (const source of sources) {
    const { bytes } = await sentFile(source, effects);
    const kind = bytes && returnKind(source.shown, bytes);
    if (kind) kinds.set(source, kind);
  }
  return kinds;
}

/** Scans, damaged files and the like, of which nothing but the name says that a city has sent them. */
async function namingCities(
  sources: readonly SentSource[],
  year: number,
  effects: Effects,
): Promise<readonly SentSource[]> {
  if (sources.length === 0) return [];
  const { value } = await readWorkspace(effects, year, { cities: true });
  if (!value?.cities) return [];
  const [units, cities] = [unitNames(value.units), unitNames(value.cities.cities)];
  return sources.filter(
    ({ shown }) => namesInFile(shown, units).length === 0 && namesInFile(shown, cities).length > 0,
  );
}

/** A good return, handed in for another kind of period. */
function misplaced({ shown }: SentSource, kind: ReturnKind, receivedAt: string): RegionalReturn {
  return {
    file: shown,
    outcome: 'refused',
    city: null,
    named: [],
    receivedAt,
    version: null,
    filled: 0,
    owed: 0,
    errors: 1,
    warnings: 0,
    original: null,
    correction: null,
    answered: null,
    diagnostics: [otherForm(shown, kind)],
  };
}
