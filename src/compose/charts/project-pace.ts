/** Lines: completion rate of the year's plan month by month, by kind, with the pace. */
import { formatAmount, formatNumber } from '../../base/chinese/format.ts';
import { type ChartSeries, SERIES_TONES } from '../../model/document/chart.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { type ChartContent, point } from '../chart-content.ts';
import { projectSource } from '../texts/project-notes.ts';

/** Grey is the pace's. */
const TONES = SERIES_TONES.filter((tone) => tone !== 'muted');

export function projectPace(projects: ProjectLedger): ChartContent {
  const kinds = projects.kinds.filter(({ summary }) => summary.rate);
  const months = projects.all.byMonth;
  const last = months.length - 1;
  const lines = kinds.map(
    ({ kind, name, byMonth }, i): ChartSeries => ({
      name: kind ?? name,
      tone: TONES[i % TONES.length] ?? 'primary',
      points: byMonth.map(({ summary: { rate } }, m) =>
        point(rate, rate && m === last ? formatNumber(rate) : ''),
      ),
    }),
  );
  const pace: ChartSeries = {
    name: '序时进度',
    tone: 'muted',
    points: months.map(({ summary: { expected } }) => point(expected, '')),
  };
  return {
    chart: {
      kind: 'line',
      // One month is no trend.
      categories: months.length > 1 && lines.length > 0 ? months.map(({ month }) => `${month.month}月`) : [],
      series: [...lines, pace],
      valueAxis: { title: '占年度计划投资（%）', min: 0, max: null },
      heightMm: 68,
    },
    notes: projectSource(projects),
    alt: `各月末投资完成率的折线图。${lines.map((l) => `${l.name}：${l.points.map((p) => (p.figure ? formatAmount(p.figure) : '—')).join('、')}`).join('；')}。`,
  };
}
