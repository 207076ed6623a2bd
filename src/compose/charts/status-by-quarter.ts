/** Stacked columns: tasks by status at the end of each quarter so far. */
import { type Ledger, quartersAsked } from '../../model/ledger/ledger.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import { type ChartContent, point, sourceNotes } from '../chart-content.ts';
import { count } from '../figures.ts';

const QUARTERS = ['一季度末', '二季度末', '三季度末', '四季度末'];

export function statusByQuarter(ledger: Ledger): ChartContent {
  const categories = quartersAsked(ledger).map((quarter) => QUARTERS[quarter - 1] as string);
  const series = STATUSES.filter((status) => ledger.countsByQuarter.some((counts) => counts[status] > 0)).map(
    (status) => ({
      name: STATUS_FACES[status].word,
      tone: status,
      points: ledger.countsByQuarter.map((counts, i) =>
        point(
          count(counts[status], `${categories[i]}状态为${STATUS_FACES[status].word}的任务`),
          counts[status] > 0 ? String(counts[status]) : '',
        ),
      ),
    }),
  );
  return {
    chart: {
      kind: 'column',
      stacked: true,
      categories,
      series,
      valueAxis: { title: '任务数（项）', min: 0, max: null },
      heightMm: 62,
    },
    notes: sourceNotes(ledger),
    alt: `各季度末任务按状态的堆积柱形图。${series.map((s) => `${s.name}：${s.points.map((p) => p.value).join('、')}项`).join('；')}。`,
  };
}
