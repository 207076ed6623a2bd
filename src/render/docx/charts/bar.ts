import type { BarChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { clean } from '../text.ts';
import { hex } from '../units.ts';
import { fontOf, horizontal, type NativeChart, native, span } from './common.ts';
import { bandPt, markSeries } from './marks.ts';

const GAP = 60;

/** Bars side by side; the line across them is a row of marks, one to a category, that join. */
export function bar(chart: BarChart, theme: Theme): NativeChart {
  const options = horizontal(chart, theme);
  const series = chart.series.map((one) => native(one, theme, 'outsideEnd'));
  return {
    ...options,
    type: 'bar',
    gapWidth: GAP,
    overlap: chart.rule && chart.series.length === 1 ? 100 : 0,
    series: chart.rule ? [...series, ruleSeries(chart.rule, chart, theme)] : series,
    legend:
      options.legend && chart.rule
        ? { ...options.legend, hiddenEntries: [clean(chart.rule.label)] }
        : options.legend,
  };
}

/** The rule, labelled at its top. */
export function ruleSeries(rule: { value: number; label: string }, chart: BarChart, theme: Theme) {
  const mark = markSeries(
    rule.label,
    chart.categories.map(() => rule.value),
    {
      colour: hex(theme.colours.ink),
      length: bandPt(chart.heightMm, chart.categories.length),
      half: span(chart) / 500,
    },
  );
  const label = { text: clean(rule.label), font: fontOf(theme), position: 'outsideEnd' as const };
  return {
    ...mark,
    pointLabels: chart.categories.map((_, index) => (index === 0 ? label : (false as const))),
  };
}
