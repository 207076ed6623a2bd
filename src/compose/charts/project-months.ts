/** Stacked columns: what each month of the year added, by kind. */
import { formatNumber } from '../../base/chinese/format.ts';
import { SERIES_TONES } from '../../model/document/chart.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { type ChartContent, point } from '../chart-content.ts';
import { moneyOf } from '../texts/project-money.ts';
import { monthsNote, projectSource } from '../texts/project-notes.ts';

export function projectMonths(projects: ProjectLedger): ChartContent {
  const kinds = projects.kinds.filter(({ summary }) => summary.count.value > 0);
  const months = projects.all.byMonth;
  const money = moneyOf(
    projects,
    kinds.flatMap(({ byMonth }) => byMonth.map(({ summary }) => summary.monthInvested)),
  );
  const series = kinds.map(({ kind, name, byMonth }, i) => ({
    name: kind ?? name,
    tone: SERIES_TONES[i % SERIES_TONES.length] ?? ('muted' as const),
    points: byMonth.map(({ summary: { monthInvested } }) => {
      const figure = money.of(monthInvested);
      return point(figure, figure ? formatNumber(figure) : '');
    }),
  }));
  return {
    chart: {
      kind: 'column',
      stacked: true,
      // One month is no trend.
      categories: months.length > 1 ? months.map(({ month }) => `${month.month}月`) : [],
      series,
      valueAxis: { title: `当月完成投资（${money.unit}）`, min: null, max: null },
      heightMm: 66,
    },
    notes: [...monthsNote(projects), ...projectSource(projects)],
    alt: `各月完成投资的堆积柱形图。${series.map((s) => `${s.name}：${s.points.map((p, i) => `${months[i]?.month.month}月${p.label === '' ? '未报送' : `${p.label}${money.unit}`}`).join('、')}`).join('；')}。`,
  };
}
