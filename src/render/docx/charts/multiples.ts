/** A table without lines, a native chart in each of its cells. */
import { type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import {
  type Chart,
  type ChartSeries,
  knownValues,
  type MultiplesChart,
} from '../../../model/document/chart.ts';
import { chartTable } from '../../../model/document/chart-table.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { mmOfTwips } from '../parts/units.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { NO_RULES } from '../text/across-text.ts';
import { clean, textRuns } from '../text/text.ts';

const PADDING = 57;
/** Room for the name above each panel, mm. */
const HEAD_MM = 6;

type Place = (chart: Chart, widthMm: number, name: string, description: string) => Paragraph;

/** `place` writes one native chart. */
export function multiplesTable(chart: MultiplesChart, scope: Scope, place: Place): FileChild {
  const perRow = Math.max(1, chart.perRow);
  const rows = Math.max(1, Math.ceil(chart.series.length / perRow));
  const widths = columnWidths(
    Array.from({ length: perRow }, () => 1),
    scope.textWidth,
  );
  const heightMm = chart.heightMm / rows - HEAD_MM;
  const ends = chart.sharedScale ? endsOf(chart.series) : null;
  const cell = (series: ChartSeries | undefined, column: number): TableCell => {
    const size = widths[column] ?? 0;
    const name = series && (series.unit ? `${series.name}（${series.unit}）` : series.name);
    return new TableCell({
      width: { size, type: WidthType.DXA },
      children: series
        ? [
            new Paragraph({ style: STYLE.denseBody, keepNext: true, children: textRuns(name ?? '') }),
            place(
              panel(chart, series, heightMm, ends),
              mmOfTwips(size - 2 * PADDING),
              name ?? '',
              told(chart, series, name ?? ''),
            ),
          ]
        : [new Paragraph({ style: STYLE.denseBody })],
    });
  };
  return new Table({
    rows: Array.from(
      { length: rows },
      (_, r) =>
        new TableRow({
          cantSplit: true,
          keepNext: true,
          children: widths.map((_, c) => cell(chart.series[r * perRow + c], c)),
        }),
    ),
    columnWidths: widths,
    width: { size: scope.textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: PADDING, right: PADDING },
    borders: NO_RULES,
  });
}

/** What a panel shows, for those who do not see it; the words of the whole chart's own description. */
function told(chart: MultiplesChart, series: ChartSeries, name: string): string {
  const { rows } = chartTable({ ...chart, series: [series] });
  const shown = rows.map((row) => `${row.name}：${row.cells.map(({ text }) => text).join('')}`);
  return clean(`${name}。${shown.join('；')}。`);
}

/** Only the first and last values are labelled, as in the drawing. */
function panel(
  chart: MultiplesChart,
  series: ChartSeries,
  heightMm: number,
  ends: { min: number; max: number } | null,
): Chart {
  const first = series.points.findIndex(({ value }) => value !== null);
  const last = series.points.findLastIndex(({ value }) => value !== null);
  const points = series.points.map((point, i) =>
    i === first || i === last ? point : { ...point, label: '' },
  );
  const shared = {
    categories: chart.categories,
    series: [{ ...series, points }],
    valueAxis: { title: '', min: chart.mark === 'column' ? 0 : (ends?.min ?? null), max: ends?.max ?? null },
    heightMm,
  };
  return chart.mark === 'column'
    ? { ...shared, kind: 'column', stacked: false }
    : { ...shared, kind: 'line' };
}

function endsOf(series: readonly ChartSeries[]): { min: number; max: number } {
  const values = knownValues(series);
  return { min: Math.min(0, ...values), max: Math.max(0, ...values) };
}
