/** What draws one kind of chart: a function from its description to a vega-lite specification. */
import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../../../model/document/chart.ts';
import type { ChartStyle } from '../style.ts';

/** In: the chart and the width of the drawing in millimetres. Out: its vega-lite specification, sized in points. */
export type SpecBuilder<C extends Chart> = (chart: C, widthMm: number, style: ChartStyle) => TopLevelSpec;
