/** Every kind of chart and its nearest native form; a kind without one doesn't compile. */
import type { Chart, ChartKind } from '../../model/chart.ts';
import type { Theme } from '../../model/theme.ts';
import { bar } from './charts/bar.ts';
import { bullet } from './charts/bullet.ts';
import { column } from './charts/column.ts';
import type { NativeChart } from './charts/common.ts';
import { line } from './charts/line.ts';
import { range } from './charts/range.ts';
import { stackedBar } from './charts/stacked-bar.ts';

type ChartOf<K extends ChartKind> = Extract<Chart, { kind: K }>;
type Handler<K extends ChartKind> = (chart: ChartOf<K>, theme: Theme) => NativeChart;

const HANDLERS: { [K in ChartKind]: Handler<K> } = { bar, stackedBar, column, line, range, bullet };

export const nativeChart = <K extends ChartKind>(chart: ChartOf<K>, theme: Theme): NativeChart =>
  (HANDLERS[chart.kind as K] as Handler<K>)(chart, theme);
