/** Stacked bars: each track's tasks by status. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import { type ChartContent, point, sourceNotes, upTo } from '../chart-content.ts';
import { count } from '../figures.ts';

export function trackStatus(ledger: Ledger): ChartContent {
  const series = STATUSES.filter((status) => ledger.counts[status] > 0).map((status) => ({
    name: STATUS_FACES[status].word,
    tone: status,
    points: ledger.tracks.map((record) =>
      point(
        count(record.counts[status], `${record.track.name}状态为${STATUS_FACES[status].word}的任务`),
        record.counts[status] > 0 ? String(record.counts[status]) : '',
      ),
    ),
  }));
  return {
    chart: {
      kind: 'stackedBar',
      share: false,
      categories: ledger.tracks.map((record) => record.track.shortName),
      series,
      valueAxis: { title: '任务数（项）', min: 0, max: null },
      heightMm: upTo(97, ledger.tracks.length),
    },
    notes: sourceNotes(ledger),
    alt: `各专项任务状态的堆积条形图。${ledger.tracks
      .map(
        (r) =>
          `${r.track.shortName}：${STATUSES.filter((s) => r.counts[s] > 0)
            .map((s) => `${STATUS_FACES[s].word}${r.counts[s]}项`)
            .join('、')}`,
      )
      .join('；')}。`,
  };
}
