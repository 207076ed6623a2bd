/** The charts that are drawn from areas and bands; a missing one does not compile. */
import type { Chart } from '../../../model/document/chart.ts';
import type { ChartStyle } from '../style.ts';
import type { Draw, Drawing, DrawnKind } from './drawing.ts';
import { flow } from './flow.ts';
import { heat } from './heat.ts';
import { tileMap } from './tile-map.ts';
import { treemap } from './treemap.ts';

const DRAWINGS: { [K in DrawnKind]: Draw<K> } = { treemap, flow, tileMap, heat };

export const drawingOf = <K extends DrawnKind>(
  chart: Extract<Chart, { kind: K }>,
  widthMm: number,
  style: ChartStyle,
): Drawing => (DRAWINGS[(chart as Chart).kind as K] as Draw<K>)(chart, widthMm, style);
