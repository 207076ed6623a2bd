/** Bullet bars: completion rate of each quantified goal against its pace. */
import type { Ledger, TargetRecord } from '../../model/ledger.ts';
import { barsHeight, type ChartContent, goalSourceNotes, point } from './content.ts';

/** Goals that the chart can show. */
export const ratedGoals = ({ goals }: Ledger): { name: string; record: TargetRecord }[] =>
  goals.flatMap(({ goal, target }) =>
    target?.rate && target.expected ? [{ name: goal.name, record: target }] : [],
  );

export function goalRates(ledger: Ledger): ChartContent {
  const sorted = ratedGoals(ledger).sort((a, b) => rate(b.record) - rate(a.record));
  return {
    chart: {
      kind: 'bullet',
      categories: sorted.map((item) => item.name),
      series: [
        {
          name: '完成率',
          tone: 'primary',
          points: sorted.map(({ record }) =>
            point(record.rate, record.rate ? `${record.rate.value.toFixed(record.rate.decimals)}` : ''),
          ),
        },
        {
          name: '序时进度',
          tone: 'tertiary',
          points: sorted.map(({ record }) => point(record.expected, '')),
        },
      ],
      valueAxis: { title: '占年度目标（%）', min: 0, max: null },
      heightMm: barsHeight(sorted.length),
    },
    notes: goalSourceNotes(ledger),
    alt: `各年度目标完成率与序时进度的条形图。${sorted.map((i) => `${i.name}完成${i.record.rate?.value}%，序时进度${i.record.expected?.value}%`).join('；')}。`,
  };
}

const rate = (record: TargetRecord): number => record.rate?.value ?? 0;
