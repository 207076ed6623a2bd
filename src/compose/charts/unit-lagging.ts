/** Bars: lagging tasks by responsible unit, most first. */
import type { Ledger } from '../../model/ledger/ledger.ts';
import { isLaggingStatus, STATUS_FACES, type Status } from '../../model/status.ts';
import { type ChartContent, point, sourceNotes, withFew } from '../chart-content.ts';
import { count } from '../figures.ts';
import { isLagging } from '../texts/lagging.ts';

export function unitLagging(ledger: Ledger): ChartContent {
  const units = ledger.byUnit
    .map((record) => ({ record, lagging: record.tasks.filter(isLagging).length }))
    .filter((item) => item.lagging > 0)
    .sort((a, b) => b.lagging - a.lagging);
  const statuses = (Object.keys(STATUS_FACES) as Status[]).filter(
    (status) => isLaggingStatus(status) && units.some(({ record }) => record.counts[status] > 0),
  );
  return {
    chart: {
      kind: 'stackedBar',
      share: false,
      categories: units.map(({ record }) => record.unit.name),
      series: statuses.map((status) => ({
        name: STATUS_FACES[status].word,
        tone: status,
        points: units.map(({ record }) =>
          point(
            count(record.counts[status], `${record.unit.name}状态为${STATUS_FACES[status].word}的任务`),
            record.counts[status] > 0 ? String(record.counts[status]) : '',
          ),
        ),
      })),
      valueAxis: { title: '任务数（项）', min: 0, max: null },
      heightMm: withFew(units.length, 20 + 5.5 * units.length),
    },
    notes: sourceNotes(ledger),
    alt: `各单位${ledger.period.quarter === 4 ? '未完成' : '滞后、严重滞后和未启动'}任务数的条形图。${units.map((u) => `${u.record.unit.name}${u.lagging}项`).join('；')}。`,
  };
}
