import type { ChartSeries as NativeSeries } from 'docx/charts';
import type { Tone, WaterfallChart } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { waterfallSteps } from '../../charts/waterfall-steps.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { clean } from '../text/text.ts';
import { base, colour, fontOf, type NativeChart } from './common.ts';

const UNSEEN = '（起点）';
/** From the end of a piece, inside of which labels are put by themselves, to above it, em. */
const ABOVE = 1.7;

/** A stack whose lowest piece is not seen carries the pieces that are: totals, rises and falls. */
export function waterfall(chart: WaterfallChart, theme: Theme): NativeChart {
  const steps = waterfallSteps(chart);
  const at = (category: number) => steps.find((step) => step.category === category);
  const total = chart.series[0];
  const pieces = (
    name: string,
    wanted: (category: number, rise: boolean) => boolean,
    tone: Tone,
  ): NativeSeries => {
    const own = chart.categories.map((_, i) => {
      const step = at(i);
      return step && wanted(i, step.to >= step.from) ? step : undefined;
    });
    return {
      name: clean(name),
      values: own.map((step) => (step ? Math.abs(step.to - step.from) : null)),
      color: colour(tone, theme),
      dataLabels: false,
      pointLabels: own.map((step) =>
        step?.label
          ? { text: clean(step.label), position: 'insideEnd' as const, font: fontOf(theme) }
          : false,
      ),
    };
  };
  const isTotal = (i: number): boolean => chart.totals.includes(i);
  const seen = [
    pieces(total?.name ?? '合计', isTotal, total?.tone ?? 'primary'),
    pieces('增加', (i, rise) => !isTotal(i) && rise, 'secondary'),
    pieces('减少', (i, rise) => !isTotal(i) && !rise, 'tertiary'),
  ];
  // What does not occur stays in the data, for whoever edits them, but is not explained.
  const empty = seen.filter(({ values }) => values.every((value) => value === null));
  // Pieces may be thinner than their labels, and Word puts none on top of a stack.
  const dy = (-ABOVE * theme.text.chart.size * MM_PER_POINT) / chart.heightMm;
  const labels = seen.flatMap(({ pointLabels }, s) =>
    (pointLabels ?? []).flatMap((label, point) => (label ? [{ series: s + 1, point, dx: 0, dy }] : [])),
  );
  return {
    hidden: [UNSEEN],
    labels,
    tones: { 增加: 'secondary', 减少: 'tertiary' },
    options: {
      ...base(chart, theme),
      type: 'column',
      stacking: 'stacked',
      gapWidth: 50,
      legend: {
        position: 'top',
        font: fontOf(theme),
        hiddenEntries: [UNSEEN, ...empty.map(({ name }) => name)],
      },
      series: [
        {
          name: UNSEEN,
          values: chart.categories.map((_, i) => {
            const step = at(i);
            return step && !isTotal(i) ? Math.min(step.from, step.to) : null;
          }),
          dataLabels: false,
        },
        ...seen,
      ],
    },
  };
}
