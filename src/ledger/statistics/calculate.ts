/** Sums, growth, shares and changes of statistics: a derived Figure, or the reasons why there is none. */
import { formatQuantity } from '../../base/chinese/format.ts';
import { add, divide, multiply, roundHalfUp, subtract } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  statisticDenominator,
  statisticInexact,
  statisticKindRefused,
  statisticsDiffer,
} from '../../base/messages/statistics.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Statistic, StatisticKind } from '../../model/statistics/statistic.ts';
import type { Calculated } from '../../model/statistics/statistic-desk.ts';
import { type Along, comparable, described } from './comparable.ts';

/** A figure, or null for what can't be known because a value is missing (—). */

const RATES: readonly StatisticKind[] = ['ratio', 'growth', 'index'];

/** Parts of one whole, over regions or items; rates have no sum. */
export function sum(values: readonly Statistic[], along: Exclude<Along, 'period'>): Calculated {
  const what = '相加';
  const [first] = values;
  const rate = values.find((value) => RATES.includes(value.series.kind));
  const problems = [
    ...comparable(values, along, what),
    ...(rate ? [statisticKindRefused(rate.at, what, `${described(rate)}是比率`)] : []),
    ...inexact(values, what),
  ];
  if (!first || problems.length > 0) return { value: undefined, diagnostics: problems };
  const figures = known(values);
  if (!figures) return { value: null, diagnostics: [] };
  return derived(
    figures.map((f) => f.value).reduce(add, 0),
    first.series.unit,
    Math.max(...figures.map((f) => f.decimals)),
    '各分项之和',
    figures,
  );
}

/** Nominal growth in %, one decimal: now ÷ before − 1, of the same time of the year. Null for a base of zero or less. */
export function growth(now: Statistic, before: Statistic): Calculated {
  const what = '计算增速';
  const rate = [now, before].find((value) => RATES.includes(value.series.kind));
  const problems = [
    ...comparable([before, now], 'period', what),
    ...adjacent(now, before, what),
    ...(rate ? [statisticKindRefused(rate.at, what, '比率的变动用百分点表示')] : []),
    ...inexact([before, now], what),
  ];
  if (problems.length > 0) return { value: undefined, diagnostics: problems };
  const figures = known([now, before]);
  const [a, b] = figures ?? [];
  if (!a || !b || b.value <= 0) return { value: null, diagnostics: [] };
  const ratio = divide(subtract(a.value, b.value), b.value) ?? 0;
  return derived(roundHalfUp(multiply(ratio, 100), 1), '%', 1, '增速＝本期÷上期－1（名义）', [a, b]);
}

/** Change of a share or rate in 百分点. */
export function change(now: Statistic, before: Statistic): Calculated {
  const what = '计算变动';
  const amount = [now, before].find((value) => !RATES.includes(value.series.kind));
  const problems = [
    ...comparable([before, now], 'period', what),
    ...adjacent(now, before, what),
    ...(amount ? [statisticKindRefused(amount.at, what, '只有比率之差用百分点表示')] : []),
    ...inexact([before, now], what),
  ];
  if (problems.length > 0) return { value: undefined, diagnostics: problems };
  const [a, b] = known([now, before]) ?? [];
  if (!a || !b) return { value: null, diagnostics: [] };
  const unit = now.series.kind === 'index' ? now.series.unit : '百分点';
  return derived(subtract(a.value, b.value), unit, Math.max(a.decimals, b.decimals), '本期－上期', [a, b]);
}

/**
 * Share in %, one decimal. Part and whole are of the same region, period, vintage and unit, and of the same 口径 or of
 * one that the part's definition names as its denominator (数字经济增加值占GDP比重).
 */
export function share(part: Statistic, whole: Statistic): Calculated {
  const what = '计算占比';
  const { definition } = part.series;
  const named =
    definition.id === whole.series.definition.id || definition.shareOf.includes(whole.series.definition.id);
  const rate = [part, whole].find((value) => RATES.includes(value.series.kind));
  const problems = [
    ...(named ? [] : [statisticDenominator(part.at, definition.name, whole.series.definition.name)]),
    ...comparable([part, whole], 'item', what, false),
    ...(rate ? [statisticKindRefused(rate.at, what, `${described(rate)}是比率`)] : []),
    ...inexact([part, whole], what),
  ];
  if (problems.length > 0) return { value: undefined, diagnostics: problems };
  const [a, b] = known([part, whole]) ?? [];
  const ratio = a && b && divide(a.value, b.value);
  if (!a || !b || ratio === undefined) return { value: null, diagnostics: [] };
  return derived(
    roundHalfUp(multiply(ratio, 100), 1),
    '%',
    1,
    `占比＝${part.series.name}÷${whole.series.name}`,
    [a, b],
  );
}

const known = (values: readonly Statistic[]): Figure[] | undefined => {
  const figures = values.flatMap((value) => (value.figure ? [value.figure] : []));
  return figures.length === values.length ? figures : undefined;
};

const inexact = (values: readonly Statistic[], what: string): Diagnostic[] =>
  values.flatMap(({ figure, at }) =>
    figure && figure.qualifier !== '' ? [statisticInexact(at, what, formatQuantity(figure))] : [],
  );

/** Rates compare a year with the one before (同比), or a quarter with the one before (环比). */
const adjacent = (now: Statistic, before: Statistic, what: string): Diagnostic[] => {
  const [a, b] = [now.period, before.period];
  const yearOnYear = a.part === b.part || a.kind === 'year';
  const quarters = 4 * (a.year - b.year) + a.index - b.index;
  const fine = (yearOnYear && a.year === b.year + 1) || (a.kind === 'quarter' && quarters === 1);
  const hint = '只与上年同期比，单季的数也可与上季比；先写本期，后写上期。';
  return fine ? [] : [statisticsDiffer(now.at, what, '时期间隔', described(before), described(now), hint)];
};

const derived = (
  value: number,
  unit: string,
  decimals: number,
  rule: string,
  from: Figure[],
): Calculated => ({
  value: { value, unit, decimals, qualifier: '', provenance: { kind: 'derived', rule, from } },
  diagnostics: [],
});
