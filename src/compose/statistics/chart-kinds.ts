/** ::chart{kind=…} on statistics: one builder for each kind, driven by attributes alone. See docs/writing.md. */
import { unknownContent } from '../../base/messages/compose.ts';
import { nearest } from '../../base/nearest.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import type { ChartContent } from '../chart-content.ts';
import { bar, dot, heat, range, scatter, slope, tileMap, treemap } from './kinds/over-regions.ts';
import { column, combo, line, multiples, share, stacked, waterfall } from './kinds/over-time.ts';
import type { Asking, Attributes, KindBuilder } from './request.ts';

const STATISTIC_CHARTS = {
  line,
  column,
  stacked,
  share,
  combo,
  multiples,
  waterfall,
  bar,
  dot,
  heat,
  range,
  scatter,
  slope,
  tileMap,
  treemap,
} satisfies Record<string, KindBuilder>;

/** Undefined when something was wrong; it has been told. */
export function statisticChart(
  attributes: Attributes,
  year: YearLedger,
  asking: Asking,
): ChartContent | undefined {
  const kind = attributes['kind'] ?? '';
  if (Object.hasOwn(STATISTIC_CHARTS, kind))
    return (STATISTIC_CHARTS as Record<string, KindBuilder>)[kind]?.(attributes, year, asking);
  const known = Object.keys(STATISTIC_CHARTS);
  asking.report(unknownContent(asking.at, 'chart kind', kind, nearest(kind, known), known));
  return undefined;
}
