/** Bars: for each track the share of its tasks that are done. */
import { formatNumber } from '../../base/chinese/format.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { type ChartContent, point, sourceNotes, withFew } from '../chart-content.ts';
import { count, share } from '../figures.ts';
import { chartAlt } from '../statistics/chart.ts';

export function trackRates({ quarter }: YearLedger): ChartContent {
  const rows = quarter.tracks.map((record) => {
    const all = count(record.tasks.length, `${record.track.name}的任务`);
    return {
      name: record.track.shortName,
      done: share(count(record.counts.done, `${record.track.name}已完成的任务`), all),
    };
  });
  const chart = {
    kind: 'bar' as const,
    categories: rows.map(({ name }) => name),
    series: [
      {
        name: '已完成任务占比',
        tone: 'primary' as const,
        points: rows.map(({ done }) => point(done, done ? formatNumber(done) : '')),
      },
    ],
    valueAxis: { title: '占比（%）', min: 0, max: 100 },
    heightMm: withFew(rows.length, 14 + 7 * rows.length),
    rule: null,
  };
  return { chart, notes: sourceNotes(quarter), alt: chartAlt('各专项已完成任务占比的条形图', chart) };
}
