/** The data of any chart as a table: for the appendix, for 图表数据.xlsx, and for readers who do not see the drawing. */
import { formatNumber } from '../../base/chinese/format.ts';
import type { Chart, ChartPoint, ChartSeries } from './chart.ts';
import type { Figure } from './figure.ts';

export interface ChartTableCell {
  /** As printed: the figure's own digits; — missing, … not applicable, 0 zero. */
  text: string;
  value: number | null;
  figure: Figure | null;
}

export interface ChartTable {
  /** One for each column after the names; unit '' where it is that of the chart (`unit`). */
  columns: { name: string; unit: string }[];
  rows: { name: string; cells: ChartTableCell[] }[];
  /** As the value axis says it: 亿元, 任务数（项）. */
  unit: string;
}

export function chartTable(chart: Chart): ChartTable {
  const series = columnsOf(chart);
  const rules = 'rule' in chart && chart.rule ? [chart.rule] : [];
  return {
    columns: [
      ...series.map(({ name, unit }) => ({ name, unit: unit ?? '' })),
      ...rules.map(({ label }) => ({ name: label, unit: '' })),
    ],
    rows: chart.categories.map((name, i) => ({
      name: name.replaceAll('\n', ''),
      cells: [
        ...series.map(({ points }) => cellOf(points[i])),
        ...rules.map(({ value }) => ({ text: String(value), value, figure: null })),
      ],
    })),
    unit: chart.valueAxis.title,
  };
}

function columnsOf(chart: Chart): ChartSeries[] {
  if (chart.kind === 'combo')
    return [
      ...chart.series,
      ...chart.lines.map((line) => ({ ...line, unit: line.unit ?? chart.lineAxis.title })),
    ];
  if (chart.kind !== 'scatter') return chart.series;
  return chart.series.map((one, i) => ({ ...one, unit: one.unit ?? (i === 0 ? chart.xAxis.title : '') }));
}

function cellOf(point: ChartPoint | undefined): ChartTableCell {
  if (!point || point.value === null) return { text: point?.absent ?? '—', value: null, figure: null };
  const { value, figure } = point;
  return {
    text: figure?.value === value ? formatNumber(figure) : String(value).replace('-', '−'),
    value,
    figure,
  };
}
