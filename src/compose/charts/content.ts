/** What a chart builder returns; the template adds caption and id. */
import type { Chart, ChartPoint } from '../../model/chart.ts';
import type { ChartBlock } from '../../model/document.ts';
import type { Figure } from '../../model/figure.ts';

export type ChartContent = Pick<ChartBlock, 'notes' | 'alt'> & { chart: Chart };

/** A mark for a figure; null leaves a gap. */
export function point(figure: Figure | null, label: string): ChartPoint {
  return figure ? { value: figure.value, label, figure } : { value: null, label: '', figure: null };
}
