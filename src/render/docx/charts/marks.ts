/**
 * Marks across bars. Word has no bar chart with lines, so a mark is a series of bars without fill whose error bars
 * are short and as thick as the mark is long. Its values stay in the chart's workbook and can be edited.
 */
import type { ChartSeries as NativeSeries } from 'docx/charts';
import { clean } from '../text.ts';

/** Colour that finish.ts turns into “no fill” (`docx` has no such option for a bar); used by nothing else. */
export const NO_FILL = 'FDFCFB';

export interface MarkLook {
  colour: string;
  /** Length across the bar, points. */
  length: number;
  /** Half of its width along the value axis, in values. */
  half: number;
}

export function markSeries(name: string, values: readonly (number | null)[], look: MarkLook): NativeSeries {
  return {
    name: clean(name),
    values,
    // The series keeps its colour for the legend; each bar of it is invisible.
    color: look.colour,
    colors: values.map(() => NO_FILL),
    dataLabels: false,
    errorBars: {
      type: 'fixed',
      value: look.half,
      endCaps: false,
      line: { color: look.colour, width: look.length },
    },
  };
}

/** Points that one category takes of the height of the drawing, about: axis, legend and title take the rest. */
export const bandPt = (heightMm: number, categories: number): number =>
  ((heightMm - 18) * 72) / 25.4 / Math.max(1, categories);
