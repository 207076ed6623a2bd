/** Statistics as the parts of a chart: points with their figures, names of periods and places, the line of sources. */
import { formatNumber } from '../../base/chinese/format.ts';
import type { Chart, ChartPoint, ChartSeries, Tone } from '../../model/document/chart.ts';
import { chartTable } from '../../model/document/chart-table.ts';
import { type Statistic, type Statistics, sourceText } from '../../model/statistics/statistic.ts';
import { statisticPeriodName } from '../../model/statistics/statistic-period.ts';

/** all: every value is printed at its mark · last: only the last · none. */
export type Labels = 'all' | 'last' | 'none';

export function statisticSeries(
  name: string,
  tone: Tone,
  values: readonly Statistic[],
  labels: Labels = 'all',
): ChartSeries {
  const last = values.findLastIndex((value) => value.figure !== null);
  return {
    name,
    tone,
    points: values.map((value, i) =>
      statisticPoint(value, labels === 'all' || (labels === 'last' && i === last)),
    ),
  };
}

/** A missing value leaves a gap and stays — (or …) in the table of the chart's data. */
export function statisticPoint(value: Statistic, labelled = true): ChartPoint {
  const { figure } = value;
  if (!figure) return { value: null, label: '', figure: null, absent: value.absent === '…' ? '…' : '—' };
  return { value: figure.value, label: labelled ? formatNumber(figure) : '', figure };
}

/** 2018年 … as names of categories. */
export const periodNames = (values: readonly Statistic[]): string[] =>
  values.map(({ period }) => statisticPeriodName(period));

/** 南昌, 景德镇 …: the short names of regions.yaml. */
export const regionNames = (values: readonly Statistic[], { regions }: Statistics): string[] =>
  values.map(({ region }) => regions.find((one) => one.name === region)?.short ?? region);

/** Places of the tile grid, for a tileMap of the same values; a region without one stands at the top left. */
export const regionTiles = (values: readonly Statistic[], { regions }: Statistics): [number, number][] =>
  values.map(({ region }) => regions.find((one) => one.name === region)?.tile ?? [0, 0]);

/**
 * What stands under a chart or table: 注 for 口径, vintage where a source says one, and the notes of single values, then,
 * as under all other tables, 数据来源 with every source once.
 */
export function statisticNotes(values: readonly Statistic[]): string[] {
  const once = (texts: readonly string[]): string[] => [...new Set(texts.filter((text) => text !== ''))];
  const sources = once(values.map((value) => sourceText(value.source)));
  const definitions = once(values.map(({ series }) => series.definition.name));
  const vintages = once(
    values.map(({ vintage, source }) => (vintage === '未注明' || source.demo ? '' : vintage)),
  );
  const said = [
    `口径为${definitions.join('、')}`,
    ...(vintages.length > 0 ? [`数据为${vintages.join('、')}数`] : []),
    ...once(values.map(({ note }) => note)),
  ];
  return [`注：${said.join('；')}。`, `数据来源：${sources.join('；')}。`];
}

/** For readers who do not see the drawing: what it shows, and all its values; a line across all of them once. */
export function chartAlt(what: string, chart: Chart): string {
  const ruled = 'rule' in chart;
  const { columns, rows } = chartTable(ruled ? { ...chart, rule: null } : chart);
  const told = rows.map(({ name, cells }) => {
    const parts = cells.map((cell, i) => `${columns.length > 1 ? columns[i]?.name : ''}${spoken(cell.text)}`);
    return `${name}${columns.length > 1 ? '：' : ''}${parts.join('、')}`;
  });
  // A label has a space between name and number.
  if (ruled && chart.rule) told.push(`参照线为${chart.rule.label.replaceAll(' ', '')}`);
  return `${what}。${told.join('；')}。`;
}

/** The signs of tables are not heard. */
const spoken = (text: string): string => ({ '—': '缺数', '…': '不适用' })[text] ?? text;
