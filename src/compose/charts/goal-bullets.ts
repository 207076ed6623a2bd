/** Bullets: completion of the year's quantified goals against their targets (100 %). */
import { formatNumber } from '../../base/chinese/format.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { type ChartContent, goalSourceNotes, point, withFew } from '../chart-content.ts';
import { chartAlt } from '../statistics/chart.ts';

/** A rate beyond this says more of the target than of the work, and would flatten the others. */
const MOST = 160;

export function goalBullets({ quarter }: YearLedger): ChartContent {
  const goals = quarter.goals.flatMap((goal) => {
    const rate = goal.target?.rate;
    return rate && rate.value <= MOST ? [{ goal, rate }] : [];
  });
  const chart = {
    kind: 'bullet' as const,
    categories: goals.map(({ goal }) => goal.goal.name),
    series: [
      {
        name: '完成率',
        tone: 'primary' as const,
        points: goals.map(({ rate }) => point(rate, formatNumber(rate))),
      },
      {
        name: '年度目标',
        tone: 'tertiary' as const,
        points: goals.map(({ rate }) => point(target(rate), '')),
      },
    ],
    valueAxis: { title: '完成率（%）', min: null, max: null },
    heightMm: withFew(goals.length, 14 + 7 * goals.length),
  };
  return {
    chart,
    notes: goalSourceNotes(
      quarter,
      goals.map(({ goal }) => goal),
    ),
    alt: chartAlt('年度目标完成率的子弹图', chart),
  };
}

const target = (rate: Figure): Figure => ({
  value: 100,
  unit: '%',
  decimals: 0,
  qualifier: '',
  provenance: { kind: 'derived', rule: '年度目标为100%', from: [rate] },
});
