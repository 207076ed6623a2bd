/** A real table with shaded cells: it stays editable. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type HeatChart, shadeOf, type Tone } from '../../../model/document/chart.ts';
import { compared } from '../../charts/drawings/heat.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { hex } from '../parts/units.ts';
import type { Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { acrossText } from '../text/across-text.ts';
import { textRuns } from '../text/text.ts';

export function heatTable(chart: HeatChart, scope: Scope): Table {
  const { theme } = scope;
  const longest = Math.max(4, ...chart.categories.map((name) => [...name].length));
  const widths = columnWidths([Math.min(longest, 14) + 1, ...chart.series.map(() => 6)], scope.textWidth);
  const cell = (text: string, column: number, style: string, tone?: Tone): TableCell => {
    const on = tone && scope.style.textOn(tone);
    return new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(tone && {
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(theme.tones[tone].colour) },
      }),
      children: [
        new Paragraph({
          style,
          alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: textRuns(text, on ? { color: hex(on.colour) } : {}),
        }),
      ],
    });
  };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell(chart.valueAxis.title, 0, STYLE.denseHead),
      ...chart.series.map(({ name, unit }, i) =>
        cell(unit ? `${name}（${unit}）` : name, i + 1, STYLE.denseHead),
      ),
    ],
  });
  const rows = chart.categories.map(
    (name, row) =>
      new TableRow({
        cantSplit: true,
        keepNext: true,
        children: [
          cell(name, 0, STYLE.denseBody),
          ...chart.series.map(({ points }, column) => {
            const point = points[row];
            if (!point || point.value === null)
              return cell(point?.absent ?? '—', column + 1, STYLE.denseBody);
            const tone = shadeOf(point.value, compared(chart, column));
            return cell(point.label || String(point.value), column + 1, STYLE.denseBody, tone);
          }),
        ],
      }),
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: hex(theme.colours.rule) };
  return new Table({
    rows: [head, ...rows],
    ...acrossText(scope, widths),
    margins: { top: 30, bottom: 30, left: 57, right: 57 },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
  });
}
