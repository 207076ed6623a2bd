import type { RangeChart } from '../../../model/chart.ts';
import type { Theme } from '../../../model/theme.ts';
import { clean } from '../text.ts';
import { hex } from '../units.ts';
import { colour, fontOf, horizontal, type NativeChart, native, span, values } from './common.ts';
import { bandPt, markSeries } from './marks.ts';

const JOIN = '区间';

/** From – to: two marks and a thin line between them in each category. */
export function range(chart: RangeChart, theme: Theme): NativeChart {
  const options = horizontal(chart, theme);
  const [from, to] = chart.series;
  if (!from || !to) return { ...options, type: 'bar', series: chart.series.map((one) => native(one, theme)) };
  const band = bandPt(chart.heightMm, chart.categories.length);
  const size = Math.min(9, band * 0.6);
  const half = span(chart) / 160;
  const ends = [from, to].map((series, index) => ({
    ...markSeries(series.name, values(series), {
      colour: colour(series.tone, theme),
      length: size,
      // The second mark is twice as wide: the two differ in shape, not only in colour.
      half: half * (index + 1) * 0.7,
    }),
    pointLabels: native(series, theme, 'outsideEnd').pointLabels,
    dataLabels: native(series, theme, 'outsideEnd').dataLabels,
  }));
  const steps = from.points.map((point, index) => {
    const end = to.points[index]?.value ?? null;
    return point.value === null || end === null ? null : end - point.value;
  });
  const join = {
    ...markSeries(JOIN, values(from), { colour: hex(theme.tones.muted.colour), length: 1.5, half: 0 }),
    errorBars: {
      type: 'custom' as const,
      endCaps: false,
      plus: steps.map((step) => (step !== null && step > 0 ? step : null)),
      minus: steps.map((step) => (step !== null && step < 0 ? -step : null)),
      line: { color: hex(theme.tones.muted.colour), width: 1.5 },
    },
  };
  const rule = chart.rule && {
    ...markSeries(
      chart.rule.label,
      chart.categories.map(() => chart.rule?.value ?? null),
      {
        colour: hex(theme.colours.ink),
        length: band,
        half: span(chart) / 500,
      },
    ),
    pointLabels: chart.categories.map((_, index) =>
      index === 0 && chart.rule
        ? { text: clean(chart.rule.label), font: fontOf(theme), position: 'outsideEnd' as const }
        : (false as const),
    ),
  };
  const hiddenEntries = [JOIN, ...(chart.rule ? [clean(chart.rule.label)] : [])];
  return {
    ...options,
    type: 'bar',
    overlap: 100,
    gapWidth: 60,
    series: [join, ...ends, ...(rule ? [rule] : [])],
    legend: { position: 'top', font: fontOf(theme), hiddenEntries },
  };
}
