/**
 * What may stand in one series, sum or rate: the same 口径, vintage, unit, kind, and — but for the one dimension along
 * which it runs — the same region, period and item. Anything else is an error that names both numbers and their sources.
 */
import type { Diagnostic } from '../../base/diagnostic.ts';
import { statisticsDiffer } from '../../base/messages/statistics.ts';
import { formatOrigin } from '../../base/origin.ts';
import { type Statistic, sourceText, statisticName } from '../../model/statistics/statistic.ts';

/** period: over time · region: over places · item: parts of one whole (数字产业化, 产业数字化). */
export type Along = 'period' | 'region' | 'item';

interface Aspect {
  name: string;
  of(value: Statistic): string;
  /** Dimensions along which it may differ. */
  free: readonly Along[];
  hint: string;
}

const ASPECTS: readonly Aspect[] = [
  {
    name: '口径',
    of: (v) => v.series.definition.name,
    free: [],
    hint: '改用同一口径的数；只有一种口径有数的年份，另一种口径的图表中按缺数（—）处理，并在注中说明。',
  },
  { name: '指标', of: (v) => v.series.id, free: ['item'], hint: '指标名称相近而定义不同的，分开列示。' },
  {
    name: '指标类型',
    of: (v) => v.series.kind,
    free: [],
    hint: '时期数（当期新增）与期末数（累计）不能混用。',
  },
  { name: '计量单位', of: (v) => v.series.unit, free: [], hint: '先在数据中换算为同一单位。' },
  {
    name: '数据阶段',
    of: (v) => v.vintage,
    free: [],
    hint: '初步数、快报数、修订数、最终数不能混用；改用同一阶段的数，如 gdp@2021#初步。',
  },
  { name: '地域', of: (v) => v.region, free: ['region'], hint: '改用同一地域的数。' },
  {
    name: '时期类型',
    of: (v) =>
      `${v.period.kind}${v.period.kind === 'year' || v.period.kind === 'quarter' ? '' : v.period.part}`,
    free: [],
    hint: '全年、半年、单季、年初累计和期末数分别成列。',
  },
  { name: '时期', of: (v) => v.period.id, free: ['period'], hint: '改用同一时期的数。' },
];

/** “江西省2021年…（白皮书测算口径，未注明）10378亿元，来源：…（data/…:12:5）”. */
export const described = (value: Statistic): string =>
  `${statisticName(value)}，来源：${sourceText(value.source)}（${formatOrigin(value.at)}）`;

/**
 * Empty when all may be put together; the first that differs from the first value is told, for each aspect. `definitions`
 * false where they differ by design, as in shares.
 */
export function comparable(
  values: readonly Statistic[],
  along: Along,
  what: string,
  definitions = true,
): Diagnostic[] {
  const [first, ...rest] = values;
  if (!first) return [];
  const held = ASPECTS.filter(({ name, free }) => !free.includes(along) && (definitions || name !== '口径'));
  return held.flatMap((aspect) => {
    const other = rest.find((value) => aspect.of(value) !== aspect.of(first));
    return other
      ? [statisticsDiffer(other.at, what, aspect.name, described(first), described(other), aspect.hint)]
      : [];
  });
}
