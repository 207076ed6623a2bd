/** Values on top of each other. */
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
    let at = 0;
    return points.flatMap(({ tone, point }): StackPart[] => {
      if (!point?.value) return [];
      const from = at;
      at = add(at, share ? (divide(multiply(point.value, 100), total) ?? 0) : point.value);
      return [{ category, from, to: at, tone, label: point.label }];
    });
  }).flat();
}
