/**
 * Statistics in running text, by reference 系列@时期[/地域][#数据阶段]: {{数 "city-va@2022"}}, {{增速 "a@2022" "a@2021"}} …
 * A reference that leads nowhere, or numbers that may not be put together, are errors at the place of the call.
 */
import type { Outcome } from '../../../base/diagnostic.ts';
import type { Figure } from '../../../model/document/figure.ts';
import { type Statistic, sourceText } from '../../../model/statistics/statistic.ts';
import type { StatisticDesk } from '../../../model/statistics/statistic-desk.ts';
import { isFigure, rich } from '../value.ts';
import { good, type HelperContext, type HelperOutcome, misuse } from './helper.ts';
import { placesBySize } from './places.ts';

type Calculation = (desk: StatisticDesk) => (now: Statistic, before: Statistic) => Outcome<Figure | null>;

/** One reference → its statistic; null when something was wrong, which has been told. */
function find(reference: string, { statistics, at, report }: HelperContext): Statistic | null {
  const found = statistics?.value(reference, at);
  for (const problem of found?.diagnostics ?? []) report({ ...problem, at });
  return found?.value ?? null;
}

const one =
  (name: string, say: (value: Statistic) => HelperOutcome) =>
  ([reference]: unknown[], context: HelperContext): HelperOutcome => {
    if (typeof reference !== 'string' || !context.statistics) return misuse(`{{${name} "系列@时期"}}`);
    const value = find(reference, context);
    return value ? say(value) : good(null);
  };

const two =
  (name: string, calculation: Calculation) =>
  ([now, before]: unknown[], context: HelperContext): HelperOutcome => {
    if (typeof now !== 'string' || typeof before !== 'string' || !context.statistics)
      return misuse(`{{${name} "系列@本期" "系列@上期"}}`);
    const [a, b] = [find(now, context), find(before, context)];
    if (!a || !b) return good(null);
    const outcome = calculation(context.statistics)(a, b);
    for (const problem of outcome.diagnostics) context.report({ ...problem, at: context.at });
    return good(outcome.value ?? null);
  };

/** {{升降 (增速 …)}} → 增长12.4% / 下降3.0% / 持平; {{升降 (变动 …)}} → 提高1.2个百分点. */
function rise([figure]: unknown[]): HelperOutcome {
  if (figure === null) return good('变动情况缺数');
  if (!isFigure(figure)) return misuse('{{升降 (增速 "系列@本期" "系列@上期")}}');
  if (figure.value === 0) return good('持平');
  const points = figure.unit === '百分点';
  const word = figure.value > 0 ? (points ? '提高' : '增长') : points ? '降低' : '下降';
  const size: Figure = {
    ...figure,
    value: Math.abs(figure.value),
    unit: points ? '个百分点' : figure.unit,
  };
  return good(rich(word, size));
}

/** {{#if (大于 甲 乙)}}: both figures of one unit, or a figure and a number. */
function greater([a, b]: unknown[]): HelperOutcome {
  const usage = '{{#if (大于 甲 乙)}}，两个数的计量单位相同';
  if (a === null || b === null) return good(false);
  if (!isFigure(a)) return misuse(usage);
  if (typeof b === 'number') return good(a.value > b);
  return isFigure(b) && a.unit === b.unit ? good(a.value > b.value) : misuse(usage);
}

/** {{居前 "city-va" "2022" 3}} → 南昌市、赣州市、上饶市: the parts of the province with the largest values. */
const extreme =
  (name: string, sign: 1 | -1) =>
  ([series, period, most]: unknown[], context: HelperContext): HelperOutcome => {
    const usage = `{{${name} "系列" "时期" 3}}`;
    const places = placesBySize(series, period, context);
    if (!places) return misuse(usage);
    // Equal ones keep the customary order from both ends.
    const sorted = places.sort((a, b) => sign * (b.figure.value - a.figure.value));
    return good(
      sorted
        .slice(0, typeof most === 'number' ? most : 1)
        .map((value) => value.region)
        .join('、'),
    );
  };

/** {{数 (参照 "city-va@2022" 名称)}}: the reference for a region whose name the data give. */
function referTo([reference, region]: unknown[]): HelperOutcome {
  return typeof reference === 'string' && typeof region === 'string'
    ? good(`${reference}/${region}`)
    : misuse('{{数 (参照 "系列@时期" 名称)}}');
}

export const STATISTIC_HELPERS = {
  参照: referTo,
  居前: extreme('居前', 1),
  居后: extreme('居后', -1),
  数: one('数', (value) => good(value.figure)),
  来源: one('来源', (value) => good(sourceText(value.source))),
  口径: one('口径', (value) => good(value.series.definition.name)),
  增速: two('增速', (desk) => desk.growth),
  占比: two('占比', (desk) => desk.share),
  变动: two('变动', (desk) => desk.change),
  升降: rise,
  大于: greater,
};
