/**
 * What the places' values of one statistic say together: {{各地名次 "city-va" "2022" 名称}}, {{居前占比 "city-va" "2022" 3}},
 * {{高于全域 "city-va-share" "2022"}}, {{高低差 "city-va-share" "2022"}}. Null where a value that is needed is missing.
 */
import { subtract } from '../../../base/decimal.ts';
import type { Figure } from '../../../model/document/figure.ts';
import type { Statistic } from '../../../model/statistics/statistic.ts';
import { count, share } from '../../figures.ts';
import { good, type HelperContext, type HelperOutcome, misuse } from './helper.ts';

type Known = Statistic & { figure: Figure };
const isKnown = (value: Statistic): value is Known => value.figure !== null;

/** The places that have a value, largest first; undefined when the question itself was wrong. */
export function placesBySize(
  series: unknown,
  period: unknown,
  { statistics, at, report }: HelperContext,
): Known[] | undefined {
  if (typeof series !== 'string' || typeof period !== 'string' || !statistics) return undefined;
  const found = statistics.overRegions(series, period);
  for (const problem of found.diagnostics) report({ ...problem, at });
  return (found.value ?? []).filter(isKnown).sort((a, b) => b.figure.value - a.figure.value);
}

/** 1位: as many places as have more, and one; equal places share it. */
function rank([series, period, region]: unknown[], context: HelperContext): HelperOutcome {
  const places = placesBySize(series, period, context);
  if (!places || typeof region !== 'string') return misuse('{{各地名次 "系列" "时期" 名称}}');
  const own = places.find((value) => value.region === region);
  if (!own) return good(null);
  const ahead = places.filter(({ figure }) => figure.value > own.figure.value).length;
  return good(count(ahead + 1, `${region}的${own.series.name}在各地中的名次`, '位'));
}

/** The share of the first few in the sum of all places, %. */
function shareOfFirst([series, period, most]: unknown[], context: HelperContext): HelperOutcome {
  const places = placesBySize(series, period, context);
  if (!places || typeof most !== 'number') return misuse('{{居前占比 "系列" "时期" 3}}');
  const sum = (values: readonly Statistic[]): Figure | null => {
    const outcome = context.statistics?.sum(values, 'region');
    for (const problem of outcome?.diagnostics ?? []) context.report({ ...problem, at: context.at });
    return outcome?.value ?? null;
  };
  if (places.length === 0) return good(null);
  const [part, whole] = [sum(places.slice(0, most)), sum(places)];
  return good(part && whole ? share(part, whole) : null);
}

/** 南昌市、赣江新区: the places whose value is above that of the whole province, largest first. */
function aboveWhole([series, period]: unknown[], context: HelperContext): HelperOutcome {
  const places = placesBySize(series, period, context);
  if (!places) return misuse('{{高于全域 "系列" "时期"}}');
  const found = context.statistics?.value(`${series}@${period}`, context.at);
  for (const problem of found?.diagnostics ?? []) context.report({ ...problem, at: context.at });
  const whole = found?.value?.figure;
  if (!whole) return good(null);
  return good(
    places
      .filter(({ figure }) => figure.value > whole.value)
      .map(({ region }) => region)
      .join('、'),
  );
}

/** 13.9个百分点: the largest less the smallest. */
function spread([series, period]: unknown[], context: HelperContext): HelperOutcome {
  const places = placesBySize(series, period, context);
  if (!places) return misuse('{{高低差 "系列" "时期"}}');
  const [most, least] = [places[0], places.at(-1)];
  if (!most || !least) return good(null);
  return good({
    value: subtract(most.figure.value, least.figure.value),
    unit: most.series.unit === '%' ? '个百分点' : most.series.unit,
    decimals: Math.max(most.figure.decimals, least.figure.decimals),
    qualifier: '',
    provenance: { kind: 'derived', rule: '最高的地方－最低的地方', from: [most.figure, least.figure] },
  });
}

export const PLACE_HELPERS = {
  各地名次: rank,
  居前占比: shareOfFirst,
  高于全域: aboveWhole,
  高低差: spread,
};
