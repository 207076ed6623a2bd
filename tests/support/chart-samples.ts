/** Every kind of chart, of the committed statistics; renderers of every format are tried with them. */
import {
  chartAlt,
  type Labels,
  periodNames,
  regionNames,
  regionTiles,
  statisticNotes,
  statisticPoint,
  statisticSeries,
} from '../../src/compose/statistics/chart.ts';
import { readStatistics } from '../../src/intake/statistics/read.ts';
import { regionalSeries, statisticAt, timeSeries } from '../../src/ledger/statistics/find.ts';
import type { Chart, ChartAxis, ChartSeries, Tone } from '../../src/model/document/chart.ts';
import type { ChartBlock } from '../../src/model/document/document.ts';
import type { Statistic } from '../../src/model/statistics/statistic.ts';
import { folderEffects } from './effects.ts';

const { value: statistics } = await readStatistics(folderEffects());
if (!statistics) throw new Error('data/statistics');
const known = statistics;

const years = (id: string): Statistic[] => timeSeries(known, id, { region: '江西省' }).value ?? [];
const cities = (id: string, period = '2022'): Statistic[] => regionalSeries(known, id, period).value ?? [];
const at = (reference: string): Statistic => {
  const { value } = statisticAt(known, reference);
  if (!value) throw new Error(reference);
  return value;
};
const axis = (title: string, min: number | null = 0, max: number | null = null): ChartAxis => ({
  title,
  min,
  max,
});
const line = (name: string, tone: Tone, id: string, labels: Labels = 'all'): ChartSeries =>
  statisticSeries(name, tone, years(id), labels);
const names = periodNames(years('city-va'));
const places = (values: Statistic[]): string[] => regionNames(values, known);

const samples: { title: string; chart: Chart; values: Statistic[] }[] = [];
const sample = (title: string, values: Statistic[], chart: Chart): void => {
  samples.push({ title, chart, values });
};

sample('数字经济增加值五年增长六成，占GDP比重逐年提高', [...years('city-va'), ...years('city-va-share')], {
  kind: 'combo',
  categories: names,
  series: [line('数字经济增加值', 'primary', 'city-va')],
  valueAxis: axis('亿元'),
  lines: [line('占GDP比重（右轴）', 'tertiary', 'city-va-share')],
  lineAxis: axis('%', null),
  heightMm: 72,
});
sample('产业数字化占数字经济的比重保持在八成六以上', [...years('va-digital'), ...years('va-industry')], {
  kind: 'column',
  stacked: true,
  categories: names,
  series: [line('产业数字化', 'primary', 'va-industry'), line('数字产业化', 'secondary', 'va-digital')],
  valueAxis: axis('亿元'),
  heightMm: 68,
});
sample('产业数字化与数字产业化的结构基本稳定', [...years('va-digital'), ...years('va-industry')], {
  kind: 'column',
  stacked: true,
  share: true,
  categories: names,
  series: [
    line('产业数字化', 'primary', 'va-industry', 'none'),
    line('数字产业化', 'secondary', 'va-digital', 'none'),
  ],
  valueAxis: axis('%', 0, 100),
  heightMm: 60,
});
sample('各季度电子信息产业收入均高于上年同期', years('electronics-quarter'), {
  kind: 'column',
  stacked: false,
  categories: ['一季度', '二季度', '三季度', '四季度'],
  series: [
    statisticSeries('2021年', 'secondary', years('electronics-quarter').slice(0, 4)),
    statisticSeries('2022年', 'primary', years('electronics-quarter').slice(4)),
  ],
  valueAxis: axis('亿元'),
  heightMm: 66,
});
sample('三次产业数字化渗透率同步提升，服务业最高', years('penetration-tertiary'), {
  kind: 'line',
  categories: names,
  series: [
    line('服务业', 'primary', 'penetration-tertiary'),
    line('工业', 'tertiary', 'penetration-secondary'),
    line('农业', 'muted', 'penetration-primary'),
  ],
  valueAxis: axis('%'),
  heightMm: 66,
});
const ranked = [...cities('city-va')].sort((a, b) => (b.figure?.value ?? 0) - (a.figure?.value ?? 0));
sample('南昌、赣州、九江三市合计占全省一半以上', ranked, {
  kind: 'bar',
  categories: places(ranked),
  series: [statisticSeries('数字经济增加值', 'primary', ranked)],
  rule: null,
  valueAxis: axis('亿元'),
  heightMm: 84,
});
const classes = ['core-manufacture', 'core-service', 'core-application', 'core-factor'];
const classTones: Tone[] = ['primary', 'secondary', 'tertiary', 'muted'];
sample('核心产业收入七成来自数字产品制造业', classes.flatMap(years), {
  kind: 'stackedBar',
  share: true,
  categories: names,
  series: classes.map((id, i) =>
    line(years(id)[0]?.series.name.replace('营业收入', '') ?? id, classTones[i] ?? 'muted', id),
  ),
  valueAxis: axis('%', 0, 100),
  heightMm: 62,
});
sample('各地政务服务“一网通办”率差距缩小', cities('city-gov'), {
  kind: 'dot',
  categories: places(cities('city-gov')),
  series: [
    statisticSeries('2020年', 'secondary', cities('city-gov', '2020')),
    statisticSeries('2022年', 'primary', cities('city-gov')),
  ],
  rule: { value: 90.3, label: '全省90.3%' },
  valueAxis: axis('%', 60, 100),
  heightMm: 88,
});
const sloped = ['南昌市', '鹰潭市', '上饶市', '抚州市', '萍乡市'];
sample('鹰潭市数字经济占比提升幅度居前', cities('city-va-share'), {
  kind: 'slope',
  categories: ['2018年', '2022年'],
  series: sloped.map((region, i) => ({
    name: region.replace('市', ''),
    tone:
      region === '鹰潭市'
        ? 'tertiary'
        : ((['primary', 'secondary', 'muted', 'ahead', 'muted'] as const)[i] ?? 'muted'),
    points: ['2018', '2022'].map((year) => statisticPoint(at(`city-va-share@${year}/${region}`))),
  })),
  valueAxis: axis('%'),
  heightMm: 80,
});
sample('各地工业关键工序数控化率普遍提高', cities('city-cnc'), {
  kind: 'range',
  categories: places(cities('city-cnc')),
  series: [
    statisticSeries('2020年', 'secondary', cities('city-cnc', '2020'), 'none'),
    statisticSeries('2022年', 'primary', cities('city-cnc')),
  ],
  rule: null,
  valueAxis: axis('%', 30, 70),
  heightMm: 84,
});
const [before, after] = [at('va-digital@2021'), at('va-digital@2022')];
const scale = years('city-va');
const grown = scale.slice(1).map((value, i) => {
  const rise = (value.figure?.value ?? 0) - (scale[i]?.figure?.value ?? 0);
  return { value: rise, label: `+${rise}`, figure: null };
});
sample('五年间数字经济增加值净增4380亿元', scale, {
  kind: 'waterfall',
  categories: ['2018年', '2019年增量', '2020年增量', '2021年增量', '2022年增量', '2022年'],
  totals: [0, 5],
  series: [
    {
      name: '数字经济增加值',
      tone: 'primary',
      points: [statisticPoint(at('city-va@2018')), ...grown, statisticPoint(at('city-va@2022'))],
    },
  ],
  valueAxis: axis('亿元'),
  heightMm: 68,
});
const heatIds: [string, string, string][] = [
  ['占GDP比重', '%', 'city-va-share'],
  ['核心产业增速', '%', 'core-growth-demo'],
  ['数控化率', '%', 'city-cnc'],
  ['一网通办率', '%', 'city-gov'],
  ['发明专利', '件', 'city-patent'],
];
sample(
  '各地数字经济发展各有长短',
  heatIds.flatMap(([, , id]) => cities(id)),
  {
    kind: 'heat',
    scale: 'column',
    categories: places(cities('city-va')),
    series: heatIds.map(([name, unit, id]) => ({ ...statisticSeries(name, 'primary', cities(id)), unit })),
    valueAxis: axis('2022年'),
    heightMm: 92,
  },
);
const panels: [string, string, string][] = [
  ['5G基站', '万个', 'bs'],
  ['千兆用户', '万户', 'city-gigabit'],
  ['IPv6移动流量占比', '%', 'ipv6-mobile'],
  ['标准机架', '万架', 'rack'],
  ['算力规模', 'PFLOPS', 'compute'],
  ['出口带宽', 'Tbps', 'bandwidth'],
];
sample('六项基础设施指标五年持续增长', years('rack'), {
  kind: 'multiples',
  mark: 'column',
  perRow: 3,
  sharedScale: false,
  categories: ['2018', '2019', '2020', '2021', '2022'],
  series: panels.map(([name, unit, id]) => ({
    ...line(name, 'primary', id === 'bs' ? 'city-bs5g' : id),
    unit: id === 'bs' ? '个' : unit,
  })),
  valueAxis: axis(''),
  heightMm: 92,
});
sample('物联网产业规模接近、VR产业超过年度目标', [at('vr@2022')], {
  kind: 'bullet',
  categories: ['VR及相关产业营业收入', '物联网产业营业收入', '电子信息产业营业收入'],
  series: [
    {
      name: '完成年度目标',
      tone: 'primary',
      points: [101.5, 99.3, 102.7].map((value) => ({ value, label: String(value), figure: null })),
    },
    {
      name: '年度目标',
      tone: 'muted',
      points: [100, 100, 100].map((value) => ({ value, label: '', figure: null })),
    },
  ],
  valueAxis: axis('占年度目标（%）'),
  heightMm: 44,
});
const grouped = cities('city-firm', '2022-12-31');
const groupOf = (region: string): number =>
  ['南昌市', '九江市', '赣江新区'].includes(region)
    ? 0
    : ['赣州市', '吉安市', '抚州市'].includes(region)
      ? 1
      : 2;
sample('规上核心产业企业向南昌、赣州、吉安集聚', grouped, {
  kind: 'treemap',
  categories: places(grouped),
  series: ['环鄱阳湖', '赣中南', '其他'].map((name, g) => ({
    name,
    tone: (['done', 'onPace', 'secondary'] as const)[g] ?? 'muted',
    points: grouped.map((value) =>
      groupOf(value.region) === g ? statisticPoint(value) : { value: null, label: '', figure: null },
    ),
  })),
  valueAxis: axis('家'),
  heightMm: 80,
});
sample('数字产品制造业收入主要流向电子信息集聚区（示意）', [before, after], {
  kind: 'flow',
  categories: ['南昌', '赣州', '吉安', '九江', '其他'],
  series: (
    [
      ['数字产品制造业', 'primary', [1650, 1240, 1480, 620, 900]],
      ['数字产品服务业', 'secondary', [190, 60, 40, 65, 110]],
      ['数字技术应用业', 'tertiary', [720, 130, 70, 180, 350]],
      ['数字要素驱动业', 'muted', [150, 50, 30, 65, 360]],
    ] as const
  ).map(([name, tone, values]) => ({
    name,
    tone,
    points: values.map((value) => ({ value, label: String(value), figure: null })),
  })),
  valueAxis: axis('亿元'),
  heightMm: 84,
});
sample('数字经济占GDP比重南昌、赣江新区、鹰潭领先', cities('city-va-share'), {
  kind: 'tileMap',
  categories: places(cities('city-va-share')),
  tiles: regionTiles(cities('city-va-share'), known),
  series: [statisticSeries('占GDP比重', 'primary', cities('city-va-share'))],
  valueAxis: axis('%'),
  heightMm: 84,
});
sample('企业越多的地方，发明专利也越多', [...cities('city-firm', '2022-12-31'), ...cities('city-patent')], {
  kind: 'scatter',
  categories: places(cities('city-patent')),
  series: [
    statisticSeries('规上企业数', 'primary', cities('city-firm', '2022-12-31'), 'none'),
    statisticSeries('发明专利授权量', 'primary', cities('city-patent'), 'none'),
    statisticSeries('数字经济增加值', 'primary', cities('city-va'), 'none'),
  ],
  xAxis: axis('规上核心产业企业数（家）'),
  valueAxis: axis('发明专利授权量（件）'),
  heightMm: 92,
});
sample('南昌市各项指标均衡，鹰潭市融合应用突出（示意）', [before], {
  kind: 'radar',
  categories: ['规模', '增速', '设施', '融合', '政务', '创新'],
  series: [
    {
      name: '南昌',
      tone: 'primary',
      points: [100, 72, 94, 88, 76, 98].map((value) => ({ value, label: '', figure: null })),
    },
    {
      name: '鹰潭',
      tone: 'tertiary',
      points: [48, 95, 80, 84, 92, 61].map((value) => ({ value, label: '', figure: null })),
    },
  ],
  valueAxis: axis('分', 0, 100),
  heightMm: 84,
});

export const chartSamples: ChartBlock[] = samples.map(({ title, chart, values }, i) => ({
  kind: 'chart',
  id: `c${i + 1}`,
  number: `图${i + 1}`,
  caption: [{ kind: 'text', text: title }],
  chart,
  notes: statisticNotes(values).map((text) => [{ kind: 'text', text }]),
  alt: chartAlt(title, chart),
}));
