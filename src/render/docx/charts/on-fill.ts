/** Labels inside a filled piece: white on dark tones; pieces of nothing, or too thin for a label, carry none. */
import type { ChartSeries as NativeSeries } from 'docx/charts';
import type { ChartSeries } from '../../../model/document/chart.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { fontOf, isDark, native } from './common.ts';

/**
 * In: a series of a stack, and the length below which a piece is thinner than its label. In Word labels of thin
 * pieces would lie on each other; it knows no leader lines for columns.
 */
export function onFill(series: ChartSeries, theme: Theme, thin = 0): NativeSeries {
  const { colour, pattern } = theme.tones[series.tone];
  // A hatched fill is half white, so ink reads better on it whatever its colour.
  const dark = pattern === 'solid' && isDark(colour);
  const font = { ...fontOf(theme), ...(dark && { color: 'FFFFFF' }) };
  const whole = {
    ...series,
    points: series.points.map((p) =>
      p.value !== null && Math.abs(p.value) <= thin ? { ...p, label: '' } : p,
    ),
  };
  const plain = native(whole, theme, 'center');
  return {
    ...plain,
    dataLabels: plain.dataLabels ? { ...plain.dataLabels, font } : plain.dataLabels,
    pointLabels: plain.pointLabels?.map((label) => (label ? { ...label, font } : label)),
  };
}
