/** Bars: composite scores, highest first. */
import { formatAmount, formatNumber } from '../../base/chinese/format.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { barsHeight, type ChartContent, point } from '../chart-content.ts';
import { byRank } from '../choice/ranking.ts';
import { citySource } from '../texts/city-notes.ts';

export function cityScores({ cities: ledger }: Ledger): ChartContent {
  const cities = byRank(ledger?.cities ?? [], ({ rank }) => rank).filter(({ composite }) => composite);
  return {
    chart: {
      kind: 'bar',
      categories: cities.map(({ city }) => city.name),
      series: [
        {
          name: '综合得分',
          tone: 'primary',
          points: cities.map(({ composite }) => point(composite, composite ? formatNumber(composite) : '')),
        },
      ],
      rule: null,
      valueAxis: { title: '综合得分（分）', min: 0, max: 100 },
      heightMm: barsHeight(cities.length),
    },
    notes: citySource(ledger, ledger?.region.places),
    alt: `各地综合得分的条形图。${cities.map((c) => `${c.city.name}${c.composite ? formatAmount(c.composite) : '—'}`).join('；')}。`,
  };
}
