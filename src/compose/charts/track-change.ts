/** From–to: share of each track's judged tasks that are on schedule, last quarter and now. */
import { formatNumber } from '../../base/chinese/format.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Ledger, StatusCounts, TrackRecord } from '../../model/ledger/ledger.ts';
import { type ChartContent, point, sourceNotes, upTo } from '../chart-content.ts';
import { rich } from '../engine/value.ts';
import { count, share } from '../figures.ts';

/** Tracks of which tasks can be judged now and could be last quarter. */
export const comparableTracks = ({ tracks }: Ledger): TrackRecord[] =>
  tracks.filter((r) => fine(r, r.counts) && fine(r, r.previousCounts));

export function trackChange(ledger: Ledger): ChartContent {
  const tracks = comparableTracks(ledger);
  const text = (figure: Figure | null): string => (figure ? formatNumber(figure) : '');
  return {
    chart: {
      kind: 'range',
      categories: tracks.map((record) => record.track.shortName),
      series: [
        {
          name: '上季度末',
          tone: 'secondary',
          points: tracks.map((r) => point(fine(r, r.previousCounts), '')),
        },
        {
          name: '本季度末',
          tone: 'primary',
          points: tracks.map((r) => point(fine(r, r.counts), text(fine(r, r.counts)))),
        },
      ],
      rule: null,
      valueAxis: { title: '占可评定任务的比例（%）', min: 0, max: 100 },
      heightMm: upTo(92, tracks.length),
    },
    notes: [...omitted(ledger, tracks), ...sourceNotes(ledger)],
    alt: `各专项达到序时进度及以上任务占比由上季度末到本季度末的变化图。${tracks
      .map((r) => `${r.track.shortName}由${text(fine(r, r.previousCounts))}%到${text(fine(r, r.counts))}%`)
      .join('；')}。`,
  };
}

/** Tracks that can't be compared, by name. */
function omitted(ledger: Ledger, shown: readonly TrackRecord[]): ChartContent['notes'] {
  const names = ledger.tracks.filter((one) => !shown.includes(one)).map(({ track }) => track.shortName);
  return names.length > 0 && shown.length > 0
    ? [rich(`注：${names.join('、')}专项有一个季度全部任务无法评定，没有列入。`).rich]
    : [];
}

/** Share of the tasks that can be judged; null where none can, or where there was no last quarter. */
function fine(record: TrackRecord, counts: StatusCounts | null): Figure | null {
  if (!counts) return null;
  const judged = record.tasks.length - counts.notReported - counts.toVerify;
  return share(
    count(counts.done + counts.ahead + counts.onPace, `${record.track.name}达到序时进度及以上的任务`),
    count(judged, `${record.track.name}可评定的任务`),
  );
}
