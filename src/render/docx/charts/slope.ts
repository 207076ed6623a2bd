import { knownValues, type SlopeChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { clean } from '../text/text.ts';
import { base, fontOf, type NativeChart, values } from './common.ts';
import { endColumn, slopeText } from './ends.ts';
import { lineLook } from './line.ts';
import { plotBox } from './plot-area.ts';

/** Lines between two categories, with their names at both ends in place of a legend. */
export function slope(chart: SlopeChart, theme: Theme, widthMm: number): NativeChart {
  const font = fontOf(theme);
  const options = base(chart, theme);
  const known = knownValues(chart.series);
  const [low, high] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 1];
  const room = 0.12 * (high - low || 1);
  const [minimum, maximum] = [low - room, high + room];
  const plot = plotBox(chart, widthMm, theme.text.chart.size);
  const column = (point: 0 | 1) => {
    const ends = chart.series.flatMap((series, s) => {
      const value = series.points[point]?.value ?? null;
      const y = plot.height * (1 - ((value ?? 0) - minimum) / (maximum - minimum));
      return value === null ? [] : [{ series: s, point, x: point * plot.width, y }];
    });
    return endColumn(ends, point === 0 ? 'left' : 'right', {
      em: theme.text.chart.size * MM_PER_POINT,
      plot,
      width: widthMm,
      height: chart.heightMm,
    });
  };
  return {
    labels: [...column(0), ...column(1)],
    options: {
      ...options,
      // The values stand at the ends: an axis would only squeeze them.
      valueAxis: { ...options.valueAxis, minimum, maximum, visible: false, gridlines: false },
      type: 'line',
      legend: false,
      series: chart.series.map((series, index) => ({
        name: clean(series.name),
        values: values(series),
        ...lineLook(series, index, theme),
        dataLabels: false as const,
        pointLabels: series.points.map(({ value }, side) =>
          value === null
            ? (false as const)
            : {
                text: clean(slopeText(series, side)),
                position: side === 0 ? ('left' as const) : ('right' as const),
                font,
              },
        ),
      })),
    },
  };
}
