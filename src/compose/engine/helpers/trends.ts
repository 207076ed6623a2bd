/**
 * How values went, in words that follow from them, so that the title of a chart says what it shows of any year's data:
 * {{走势 "iot-demo" "前4年-本年"}}, {{走到 …}}, {{各季同比 "retail-quarter" "本年"}}, {{最高季度 …}}, {{各地同比 "city-gov" "本年" "上年"}}.
 */
import type { Figure } from '../../../model/document/figure.ts';
import { quarterOrdinal } from '../../../model/period.ts';
import type { Statistic } from '../../../model/statistics/statistic.ts';
import { inYear } from '../../relative-year.ts';
import { rich } from '../value.ts';
import { good, type HelperContext, type HelperOutcome, misuse } from './helper.ts';
import { placesBySize } from './places.ts';

/** Undefined when the question itself was wrong; what is wrong with a series has been told. */
function valuesOf(
  [list, range, region]: readonly unknown[],
  counts: (value: Statistic) => boolean,
  { statistics, year, at, report }: HelperContext,
): Statistic[][] | undefined {
  if (typeof list !== 'string' || typeof range !== 'string' || !statistics || year === null) return undefined;
  const [from, to] = inYear(range, year)
    .split(/[-—～]/)
    .map(Number);
  if (!from) return undefined;
  return list.split(/[,，]/).map((id) => {
    const found = statistics.overTime(id.trim(), typeof region === 'string' ? { region } : {});
    for (const problem of found.diagnostics) report({ ...problem, at });
    return (found.value ?? []).filter(
      (value) => counts(value) && value.period.year >= from && value.period.year <= (to ?? from),
    );
  });
}

const wholeYear = ({ period }: Statistic): boolean =>
  period.kind === 'year' || (period.kind === 'end' && period.part === '12-31');
const quarter = ({ period }: Statistic): boolean => period.kind === 'quarter';
const known = (values: readonly Statistic[]): Figure[] => values.flatMap(({ figure }) => figure ?? []);

/** Shares are said to go up, amounts to grow; of both together 增加 is said. */
const wordsFor = (figures: readonly Figure[]): readonly [up: string, down: string] =>
  figures.length > 0 && figures.every(({ unit }) => unit === '%') ? ['提高', '降低'] : ['增加', '减少'];

/** Every step of several one way; or the whole way, with steps back; or neither. */
function courseOf(figures: readonly Figure[]): { way: 1 | 0 | -1; steady: boolean } {
  const steps = figures.slice(1).map((now, i) => Math.sign(now.value - (figures[i]?.value ?? now.value)));
  const way = Math.sign((figures.at(-1)?.value ?? 0) - (figures[0]?.value ?? 0)) as 1 | 0 | -1;
  return { way, steady: way !== 0 && steps.length > 1 && steps.every((step) => step === way) };
}

/** 逐年增加, 增加, 持平; of several 逐年增加, 均有增加, 有增有减. */
function course(asked: unknown[], context: HelperContext): HelperOutcome {
  const series = valuesOf(asked, wholeYear, context)?.map(known);
  if (!series) return misuse('{{走势 "系列,系列" "前4年-本年"}}');
  const courses = series.filter((figures) => figures.length > 1).map(courseOf);
  if (courses.length === 0) return good('变动情况缺数');
  const [up, down] = wordsFor(series.flat());
  for (const [way, word] of [
    [1, up],
    [-1, down],
  ] as const)
    if (courses.every((one) => one.way === way))
      return good(
        courses.every(({ steady }) => steady) ? `逐年${word}` : `${courses.length > 1 ? '均有' : ''}${word}`,
      );
  return good(courses.every(({ way }) => way === 0) ? '持平' : `有${up[0]}有${down[0]}`);
}

/** 逐年增加到463家, 减少到300家, 持平，为463家; of a place, named third. */
function arrival(asked: unknown[], context: HelperContext): HelperOutcome {
  const figures = valuesOf(asked, wholeYear, context)?.flatMap(known);
  if (!figures) return misuse('{{走到 "系列" "前4年-本年" 地区}}，地区可以不写');
  const last = figures.at(-1);
  if (!last) return good(null);
  if (figures.length === 1) return good(rich('为', last));
  const { way, steady } = courseOf(figures);
  if (way === 0) return good(rich('持平，为', last));
  const [up, down] = wordsFor(figures);
  return good(rich(`${steady ? '逐年' : ''}${way > 0 ? up : down}到`, last));
}

/** 各季度均高于上年同期; 二、三季度高于上年同期; of several series only that not all did. */
function quartersCompared([list, range]: unknown[], context: HelperContext): HelperOutcome {
  const usage = '{{各季同比 "系列,系列" "本年"}}';
  const now = valuesOf([list, range], quarter, context);
  const back = typeof range === 'string' && context.year !== null ? inYear(range, context.year) : '';
  if (!now || !/^\d{4}$/.test(back)) return misuse(usage);
  const before = valuesOf([list, String(Number(back) - 1)], quarter, context) ?? [];
  const pairs = now.flatMap((values, i) =>
    values.flatMap(({ period, figure }) => {
      const same = before[i]?.find((one) => one.period.index === period.index)?.figure;
      return figure && same ? [{ index: period.index, higher: figure.value > same.value }] : [];
    }),
  );
  const higher = pairs.filter((pair) => pair.higher);
  if (pairs.length === 0) return good('与上年同期的比较缺数');
  if (higher.length === pairs.length) return good('各季度均高于上年同期');
  if (higher.length === 0) return good('各季度均不高于上年同期');
  if (now.length > 1) return good('部分季度高于上年同期');
  return good(`${higher.map(({ index }) => quarterOrdinal(index)).join('、')}季度高于上年同期`);
}

/** 四季度: the quarter with the largest value; the first of equal ones. */
function highest(asked: unknown[], context: HelperContext): HelperOutcome {
  const values = valuesOf(asked, quarter, context)?.flat();
  if (!values) return misuse('{{最高季度 "系列" "本年"}}');
  const most = Math.max(...known(values).map(({ value }) => value));
  const one = values.find(({ figure }) => figure?.value === most);
  return good(one ? `${quarterOrdinal(one.period.index)}季度` : null);
}

/** Places that did otherwise are named as long as they are few. */
const MOST_NAMED = 3;

/** 均有提高; 除甲、乙外均有提高, where those that did not are fewer than half; 有升有降. */
function placesCompared([series, now, before]: unknown[], context: HelperContext): HelperOutcome {
  const [of, than] = [placesBySize(series, now, context), placesBySize(series, before, context)];
  if (!of || !than) return misuse('{{各地同比 "系列" "本年" "上年"}}');
  const pairs = of.flatMap(({ region, figure }) => {
    const same = than.find((one) => one.region === region);
    return same ? [{ region, higher: figure.value > same.figure.value }] : [];
  });
  const lower = pairs.filter(({ higher }) => !higher).map(({ region }) => region);
  if (pairs.length === 0) return good('与以前的比较缺数');
  if (lower.length === 0) return good('均有提高');
  if (lower.length === pairs.length) return good('均没有提高');
  const few = lower.length <= MOST_NAMED && lower.length * 2 < pairs.length;
  return good(few ? `除${lower.join('、')}外均有提高` : '有升有降');
}

export const TREND_HELPERS = {
  走势: course,
  走到: arrival,
  各季同比: quartersCompared,
  最高季度: highest,
  各地同比: placesCompared,
};
