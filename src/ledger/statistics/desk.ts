/** The statistics, ready to be asked. */
import type { Statistics } from '../../model/statistics/statistic.ts';
import type { StatisticDesk } from '../../model/statistics/statistic-desk.ts';
import { change, growth, share, sum } from './calculate.ts';
import { comparable } from './comparable.ts';
import { regionalSeries, statisticAt, timeSeries } from './find.ts';

export function openDesk(statistics: Statistics): StatisticDesk {
  return {
    value: (reference, at) => statisticAt(statistics, reference, at),
    overTime: (series, options) => timeSeries(statistics, series, options),
    overRegions: (series, period, vintage) => regionalSeries(statistics, series, period, vintage),
    together: (values, what) => ({ value: null, diagnostics: comparable(values, 'item', what) }),
    sum,
    growth,
    change,
    share,
  };
}
