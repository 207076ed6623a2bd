/** Every kind of chart has its builder here; a missing one does not compile. */
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartKind } from '../../../model/chart.ts';
import { bar } from './bar.ts';
import { bullet } from './bullet.ts';
import { column } from './column.ts';
import { line } from './line.ts';
import { range } from './range.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { stackedBar } from './stacked-bar.ts';
import type { ChartStyle } from './style.ts';

const SPECS: { [K in ChartKind]: SpecBuilder<Extract<Chart, { kind: K }>> } = {
  bar,
  stackedBar,
  column,
  line,
  range,
  bullet,
};

/** The specification of any chart; see SpecBuilder for units. */
export function specFor<K extends ChartKind>(
  chart: Extract<Chart, { kind: K }>,
  widthMm: number,
  style: ChartStyle,
): TopLevelSpec {
  return (SPECS[chart.kind as K] as SpecBuilder<Extract<Chart, { kind: K }>>)(chart, widthMm, style);
}
