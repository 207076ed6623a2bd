/** Values on top of each other; what is negative hangs from zero, as in Word. */
import { add, divide, multiply } from '../../../base/decimal.ts';
import type { ChartSeries, Tone } from '../../../model/document/chart.ts';

export interface StackPart {
  category: number;
  from: number;
  to: number;
  tone: Tone;
  label: string;
}

/** In: series and number of categories; `share` scales every category to 100. Out: all parts that are not empty. */
export function stack(series: readonly ChartSeries[], categories: number, share: boolean): StackPart[] {
  return Array.from({ length: categories }, (_, category) => {
    const points = series.map((s) => ({ tone: s.tone, point: s.points[category] }));
    const total = points.reduce((sum, { point }) => add(sum, point?.value ?? 0), 0);
    const ends = { above: 0, below: 0 };
    return points.flatMap(({ tone, point }): StackPart[] => {
      if (!point?.value) return [];
      const side = point.value < 0 ? 'below' : 'above';
      const from = ends[side];
      const to = add(from, share ? (divide(multiply(point.value, 100), total) ?? 0) : point.value);
      ends[side] = to;
      return [{ category, from, to, tone, label: point.label }];
    });
  }).flat();
}
