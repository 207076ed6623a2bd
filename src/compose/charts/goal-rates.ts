/** Bullet bars: completion rate of each quantified goal against its pace. */
import { formatAmount, formatNumber } from '../../base/chinese/format.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { GoalRecord, Ledger, TargetRecord } from '../../model/ledger/ledger.ts';
import { barsHeight, type ChartContent, goalSourceNotes, point } from '../chart-content.ts';

/** Goals that the chart can show. */
export const ratedGoals = ({ goals }: Ledger): { goal: GoalRecord; record: TargetRecord }[] =>
  goals.flatMap((goal) => (goal.target?.rate && goal.target.expected ? [{ goal, record: goal.target }] : []));

export function goalRates(ledger: Ledger): ChartContent {
  const sorted = ratedGoals(ledger).sort((a, b) => rate(b.record) - rate(a.record));
  return {
    chart: {
      kind: 'bullet',
      categories: sorted.map(({ goal }) => goal.goal.name),
      series: [
        {
          name: '完成率',
          tone: 'primary',
          points: sorted.map(({ record }) =>
            point(record.rate, record.rate ? formatNumber(record.rate) : ''),
          ),
        },
        {
          name: '序时进度',
          tone: 'tertiary',
          points: sorted.map(({ record }) => point(record.expected, '')),
        },
      ],
      // What has fallen below where the year began has a bar to the other side.
      valueAxis: { title: '占年度目标（%）', min: null, max: null },
      heightMm: barsHeight(sorted.length),
    },
    notes: goalSourceNotes(
      ledger,
      sorted.map(({ goal }) => goal),
    ),
    alt: `各年度目标完成率与序时进度的条形图。${sorted.map(({ goal, record }) => `${goal.goal.name}完成${told(record.rate)}，序时进度${told(record.expected)}`).join('；')}。`,
  };
}

const told = (figure: Figure | null): string => (figure ? formatAmount(figure) : '—');

const rate = (record: TargetRecord): number => record.rate?.value ?? 0;
