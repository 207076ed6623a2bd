/** Where each column of a waterfall begins and ends; the same for every format. */
import { add } from '../../base/decimal.ts';
import type { Tone, WaterfallChart } from '../../model/document/chart.ts';

interface WaterfallStep {
  category: number;
  from: number;
  to: number;
  /** The series' own for totals; rises and falls differ by shade and hatching. */
  tone: Tone;
  label: string;
}

const RISE: Tone = 'secondary';
const FALL: Tone = 'tertiary';

/** A step without a value is left out; the line goes on from where it was. */
export function waterfallSteps(chart: WaterfallChart): WaterfallStep[] {
  const [series] = chart.series;
  let level = 0;
  return (series?.points ?? []).flatMap(({ value, label }, category): WaterfallStep[] => {
    if (value === null || !series) return [];
    const total = chart.totals.includes(category);
    const from = total ? 0 : level;
    level = total ? value : add(level, value);
    return [{ category, from, to: level, tone: total ? series.tone : value < 0 ? FALL : RISE, label }];
  });
}
