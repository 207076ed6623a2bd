/** Bullet bars: completion rate of each city's year plan against the pace, highest first. */
import { formatAmount, formatNumber } from '../../base/chinese/format.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import { barsHeight, type ChartContent, point } from '../chart-content.ts';
import { byRank } from '../choice/ranking.ts';
import { projectNote, projectSource } from '../texts/project-notes.ts';

export function projectCitiesChart(projects: ProjectLedger): ChartContent {
  const cities = byRank(projects.all.cities, (city) => city.rank).filter(({ summary }) => summary.rate);
  return {
    chart: {
      kind: 'bullet',
      categories: cities.map(({ city }) => city),
      series: [
        {
          name: '投资完成率',
          tone: 'primary',
          points: cities.map(({ summary: { rate } }) => point(rate, rate ? formatNumber(rate) : '')),
        },
        {
          name: '序时进度',
          tone: 'tertiary',
          points: cities.map(({ summary: { expected } }) => point(expected, '')),
        },
      ],
      valueAxis: { title: '占年度计划投资（%）', min: 0, max: null },
      heightMm: barsHeight(cities.length),
    },
    notes: [...projectNote(projects), ...projectSource(projects)],
    alt: `各地投资完成率与序时进度的条形图。${cities.map(({ city, summary }) => `${city}${summary.rate ? formatAmount(summary.rate) : '—'}`).join('；')}。`,
  };
}
