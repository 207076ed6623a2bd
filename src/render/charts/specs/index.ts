/** Every kind of chart has its builder here; a missing one does not compile. */
import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartKind } from '../../../model/document/chart.ts';
import type { ChartStyle } from '../style.ts';
import { bar } from './bar.ts';
import { bullet } from './bullet.ts';
import { column } from './column.ts';
import { combo } from './combo.ts';
import { dot } from './dot.ts';
import { drawn } from './drawn.ts';
import { line } from './line.ts';
import { multiples } from './multiples.ts';
import { radar } from './radar.ts';
import { range } from './range.ts';
import { scatter } from './scatter.ts';
import { slope } from './slope.ts';
import type { SpecBuilder } from './spec-builder.ts';
import { stackedBar } from './stacked-bar.ts';
import { waterfall } from './waterfall.ts';

const SPECS: { [K in ChartKind]: SpecBuilder<Extract<Chart, { kind: K }>> } = {
  bar,
  stackedBar,
  column,
  line,
  range,
  bullet,
  combo,
  dot,
  slope,
  waterfall,
  multiples,
  scatter,
  radar,
  heat: drawn,
  treemap: drawn,
  flow: drawn,
  tileMap: drawn,
};

/** The specification of any chart; see SpecBuilder for units. */
export function specFor<K extends ChartKind>(
  chart: Extract<Chart, { kind: K }>,
  widthMm: number,
  style: ChartStyle,
): TopLevelSpec {
  return (SPECS[chart.kind as K] as SpecBuilder<Extract<Chart, { kind: K }>>)(chart, widthMm, style);
}
