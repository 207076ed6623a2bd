/** data/<year>/cities/ → CityInputs: cities.yaml, indicators.yaml, returns/<quarter>/<file>. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { isFileName } from '../../base/file-name.ts';
import {
  cityTargetMissing,
  cityTargetsMissing,
  dutyForNobody,
  indicatorTwice,
  weightsDiffer,
} from '../../base/messages/cities.ts';
import { unknownPeriod } from '../../base/messages/intake.ts';
import { nameNoFile } from '../../base/messages/plan.ts';
import { unknownCity } from '../../base/messages/tables.ts';
import { endsAfter, type Month } from '../../model/period.ts';
import type { Plan } from '../../model/plan/plan.ts';
import {
  type City,
  type CityDuty,
  type CityInputs,
  citiesFileSchema,
  type Indicator,
  indicatorsFileSchema,
} from '../../model/region/city.ts';
import { ownLevel, placesCalled } from '../../model/region/own-level.ts';
import { regionOf } from '../../model/region/region.ts';
import { readChecked } from '../located/checked.ts';
import type { LocatedData } from '../located/located.ts';
import { type UnitNames, unitNames } from '../plan/units.ts';
import { readReturns } from '../tables/returns.ts';
import { type CityIndex, readCityReturn } from './return.ts';

/** Cities are asked to issue plans: the ladder of documents. */
const LADDER = 'issue';
/** As a plan may say that every city is meant, besides what the places are called: 各设区市, 各设区市和赣江新区. */
const ALL_CITIES: readonly string[] = (
  '地 市 县 区 县区 区县 市县 县市 市州 州市 盟市 地市 地州市 旗县 乡镇 镇街 街道 乡镇街道 ' +
  '设区市 县（市、区） 县（区） 县（市） 乡镇（街道） 乡镇、街道'
)
  .split(' ')
  .map((kind) => `各${kind}`);

function namesOfAll(cities: readonly City[], plan: Plan): string[] {
  const own = ownLevel({ document: plan.document, units: [], cities });
  const names = cities.map(({ name }) => name);
  const { place, places } = regionOf(names, { own, called: placesCalled(plan.document) });
  return [...ALL_CITIES, `各${place}`, `各${places}`, `各${places.replace('和', '、')}`];
}
const CLUSTERS = '各省级数字经济集聚区';

/** The list of cities alone, which the projects need too; undefined, without a word, when there is none. */
export async function readCityList(
  effects: Effects,
  folder: string,
  diagnostics: Diagnostic[],
): Promise<City[] | undefined> {
  if ((await effects.list(folder)).length === 0) return undefined;
  const list = await readChecked(effects, `${folder}/cities.yaml`, citiesFileSchema, (cities, located) =>
    cities.flatMap(({ name }, i) => (isFileName(name) ? [] : [nameNoFile(located.at([i, 'name']), name)])),
  );
  diagnostics.push(...list.diagnostics);
  return list.value;
}

/** Indicators, duties and returns of the cities; undefined, with the reason, without a readable list of indicators. */
export async function readCities(
  effects: Effects,
  folder: string,
  cities: readonly City[],
  { plan, periods, until }: { plan: Plan; periods: readonly string[]; until: Month | undefined },
  diagnostics: Diagnostic[],
): Promise<CityInputs | undefined> {
  const indicatorsFile = `${folder}/indicators.yaml`;
  const names = unitNames(cities);
  const file = await readChecked(effects, indicatorsFile, indicatorsFileSchema, (value, located) =>
    checkIndicators(value.indicators, located, cities, names),
  );
  diagnostics.push(...file.diagnostics);
  if (!file.value) return undefined;
  const { indicators, ranking } = file.value;
  const duties = cityDuties(
    cities,
    names,
    plan,
    folder.replace(/cities$/, 'plan/requirements.yaml'),
    diagnostics,
  );
  const stages = plan.ladders[LADDER]?.stages ?? [];
  const index: CityIndex = {
    cities: names,
    indicators,
    duties,
    stages: stages.map((node) => node.stage),
  };
  const returns = await readReturns(
    effects,
    `${folder}/returns`,
    {
      when: (period, place, told) => {
        if (periods.includes(period)) return endsAfter(period, until) ? undefined : period;
        told.push(unknownPeriod({ file: place }, period, periods));
        return undefined;
      },
      read: ({ file, bytes, receivedAt }, period) =>
        readCityReturn(file, bytes, index, { period, receivedAt }),
      silent: (one, period) => ({ ...one, period }),
      ground: ['cities', cities, indicators, duties, index.stages],
    },
    diagnostics,
  );
  return {
    cities: [...cities],
    indicators,
    ranking,
    duties,
    stages,
    indicatorsFile,
    returns,
  };
}

function checkIndicators(
  indicators: readonly Indicator[],
  located: LocatedData,
  cities: readonly City[],
  names: UnitNames,
): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const weight = indicators.reduce((sum, indicator) => sum + indicator.weight, 0);
  if (weight !== 100) problems.push(weightsDiffer(located.at(['indicators']), weight));
  // In a new year all of them are still to be filled in.
  const none = indicators.flatMap(({ basis, targets }, i) =>
    basis === 'completion' && Object.keys(targets).length === 0 ? [i] : [],
  );
  if (none.length > 0)
    problems.push(
      cityTargetsMissing(
        located.at(['indicators', none[0] as number, 'targets']),
        none.map((i) => indicators[i]?.id ?? ''),
        cities[0]?.name,
      ),
    );
  indicators.forEach(({ id, basis, targets }, i) => {
    const path = ['indicators', i];
    if (indicators.findIndex((other) => other.id === id) !== i)
      problems.push(indicatorTwice(located.at([...path, 'id']), id));
    for (const city of Object.keys(targets)) {
      if (names.resolve(city) !== city)
        problems.push(unknownCity(located.atKey([...path, 'targets', city]), city, names.suggest(city)));
    }
    if (basis !== 'completion' || none.includes(i)) return;
    const without = cities.filter((city) => !(city.name in targets)).map(({ name }) => name);
    if (without.length > 0) problems.push(cityTargetMissing(located.at([...path, 'targets']), id, without));
  });
  return problems;
}

/** Section 三 laid upon the cities: 各地 is every city, the 集聚区 are owed by the cities in which they lie. */
function cityDuties(
  cities: readonly City[],
  names: UnitNames,
  plan: Plan,
  file: string,
  diagnostics: Diagnostic[],
): CityDuty[] {
  const everyone = namesOfAll(cities, plan);
  return plan.requirements.duties
    .filter((duty) => duty.kind === 'city')
    .flatMap(({ id, who, what, deadline }) => {
      const clusters = who === CLUSTERS;
      const named = names.resolve(who);
      if (!everyone.includes(who) && !clusters && !named) diagnostics.push(dutyForNobody({ file }, id, who));
      return cities
        .filter(
          (city) => everyone.includes(who) || city.name === named || (clusters && city.clusters.length > 0),
        )
        .map((city) => {
          const whose = clusters ? `${what}（${city.clusters.join('、')}）` : what;
          return { id, city: city.name, what: whose, ...(deadline && { deadline }) };
        });
    });
}
