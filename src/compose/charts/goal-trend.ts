/** Lines: completion rates over the quarters of the goals that accumulate in the year, and the pace. */

import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { divide, roundHalfUp } from '../../base/decimal.ts';
import type { ChartSeries } from '../../model/chart.ts';
import type { Figure } from '../../model/figure.ts';
import type { Ledger, TargetRecord } from '../../model/ledger.ts';
import { type ChartContent, goalSourceNotes, point } from './content.ts';

const QUARTERS = ['一季度', '上半年', '前三季度', '全年'];
const TONES = ['primary', 'secondary', 'tertiary', 'quaternary', 'quinary'] as const;
/** More lines than this can't be told apart in black and white. */
const MOST_LINES = 4;

export function goalTrend(ledger: Ledger): ChartContent {
  const quarters = QUARTERS.slice(0, ledger.period.quarter);
  const chosen = ledger.goals
    .filter((g) => g.target?.target.kind === 'cumulative' && g.target.target.schedule.type === 'linear')
    .filter((g) => g.target?.history.every((value) => value !== null))
    .slice(0, MOST_LINES);
  const lines = chosen.map(
    (goal, i): ChartSeries => ({
      name: goal.goal.name,
      tone: TONES[i] ?? 'muted',
      points: (goal.target?.history ?? []).map((value) => {
        const rate = value && rateOf(value, goal.target as TargetRecord);
        return point(rate, '');
      }),
    }),
  );
  for (const line of lines) {
    const last = line.points.at(-1);
    if (last?.value !== null && last) last.label = last.value.toFixed(1);
  }
  const pace: ChartSeries = {
    name: '序时进度',
    tone: 'muted',
    points: quarters.map((_, i) => ({ value: (i + 1) * 25, label: '', figure: null })),
  };
  return {
    chart: {
      kind: 'line',
      categories: lines.length > 0 ? quarters : [],
      series: [...lines, pace],
      valueAxis: { title: '占年度目标（%）', min: 0, max: null },
      heightMm: 64,
    },
    notes: goalSourceNotes(ledger),
    alt: `年度目标完成率的折线图。${lines.map((l) => `${l.name}：${l.points.map((p) => `${p.value}%`).join('、')}`).join('；')}。`,
  };
}

function rateOf(value: Figure, record: TargetRecord): Figure | null {
  const inUnit = convertUnit(value, record.target.unit);
  const ratio = inUnit && divide(inUnit.value, record.target.value);
  if (ratio === undefined) return null;
  return {
    value: roundHalfUp(ratio * 100, 1),
    unit: '%',
    decimals: 1,
    qualifier: '',
    provenance: { kind: 'derived', rule: '完成率＝累计值÷年度目标', from: [value] },
  };
}
