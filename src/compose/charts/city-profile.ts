/** Radar (attributes city=南昌市, height in mm): the scores of one city's indicators, and the mean of all cities. */
import { divide, roundHalfUp } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { CityRecord } from '../../model/ledger/city-ledger.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { type ChartContent, point } from '../chart-content.ts';
import { chartAlt } from '../statistics/chart.ts';
import { citySource } from '../texts/city-notes.ts';
import { scoreOf } from '../texts/city-standing.ts';

/** Names too long for the end of a spoke. */
const SHORT: readonly [RegExp, string][] = [
  [/规上数字经济核心产业营业收入增速/, '核心产业增速'],
  [/数字经济增加值/, '增加值'],
  [/重点项目投资完成率|项目投资完成率/, '项目投资'],
  [/规上工业企业关键工序数控化率/, '数控化率'],
  [/数字化车间.*智能工厂/, '智能车间工厂'],
  [/签约项目开工率/, '签约项目开工'],
  [/政务服务事项.*/, '一网通办'],
  [/核心产业发明专利授权量/, '发明专利'],
];
const HEIGHT = 74;

const short = (name: string): string => SHORT.find(([form]) => form.test(name))?.[1] ?? name;

export function cityProfile({ cities }: YearLedger, { city, height }: Record<string, string>): ChartContent {
  const all = cities?.cities ?? [];
  const own = all.find((record) => record.city.name === city);
  const indicators = own?.indicators ?? [];
  const chart = {
    kind: 'radar' as const,
    categories: indicators.map(({ indicator }) => short(indicator.name)),
    series: [
      {
        name: city ?? '',
        tone: 'primary' as const,
        points: indicators.map((one) => point(own ? scoreOf(own, one) : null, '')),
      },
      {
        name: '各地平均',
        tone: 'muted' as const,
        points: indicators.map((_, i) => point(meanScore(all, i), '')),
      },
    ],
    valueAxis: { title: '得分', min: 0, max: 100 },
    heightMm: Number(height) || HEIGHT,
  };
  return {
    chart,
    notes: citySource(cities),
    alt: chartAlt(`${city ?? ''}各项指标得分的雷达图`, chart),
  };
}

/** Of one indicator, the mean of the places' scores as the chart draws it. */
export function meanScore(all: readonly CityRecord[], i: number): Figure | null {
  const scores = all.flatMap((record) => {
    const one = record.indicators[i];
    return (one && scoreOf(record, one)) ?? [];
  });
  const sum = scores.reduce((total, score) => total + score.value, 0);
  const value = divide(sum, scores.length);
  return value === undefined
    ? null
    : {
        value: roundHalfUp(value, 1),
        unit: '分',
        decimals: 1,
        qualifier: '',
        provenance: { kind: 'derived', rule: '各地得分的平均', from: scores },
      };
}
