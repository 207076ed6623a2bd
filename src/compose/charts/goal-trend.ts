/**
 * Lines: how far the goals that accumulate in the year are from the pace, quarter by quarter. Their rates alone lie so
 * close along the pace that nobody can tell them apart.
 */

import { formatSigned } from '../../base/chinese/format.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import type { ChartSeries } from '../../model/document/chart.ts';
import { type Ledger, quartersAsked } from '../../model/ledger/ledger.ts';
import { type ChartContent, goalSourceNotes, point } from '../chart-content.ts';
import { rich } from '../engine/value.ts';
import { foldQuoted } from '../texts/fold.ts';
import { revisedSince } from '../texts/revised-text.ts';

const QUARTERS = ['一季度', '上半年', '前三季度', '全年'];
const TONES = ['primary', 'secondary', 'tertiary', 'quaternary', 'quinary'] as const;
/** More lines than this can't be told apart in black and white. */
const MOST_LINES = 4;
/** Of the others, in a note. */
const MOST_NAMED = 3;

/** Goals that the chart can show: along a line, and reported for every quarter; none where there is one quarter only. */
export function trendGoals(ledger: Ledger): Ledger['goals'] {
  const asked = quartersAsked(ledger);
  if (asked.length < 2) return [];
  return ledger.goals
    .filter((g) => g.target?.target.kind === 'cumulative' && g.target.target.schedule.type === 'linear')
    .filter((g) => asked.every((quarter) => g.target?.gaps[quarter - 1]));
}

export function goalTrend(ledger: Ledger): ChartContent {
  const asked = quartersAsked(ledger);
  const quarters = asked.map((quarter) => QUARTERS[quarter - 1] as string);
  const all = trendGoals(ledger);
  const [chosen, others] = [all.slice(0, MOST_LINES), all.slice(MOST_LINES)];
  const lines = chosen.map(
    (goal, i): ChartSeries => ({
      name: goal.goal.name,
      tone: TONES[i] ?? 'muted',
      points: asked.map((quarter) => {
        const gap = goal.target?.gaps[quarter - 1] ?? null;
        return point(gap, gap && quarter === ledger.period.quarter ? formatSigned(gap) : '');
      }),
    }),
  );
  const pace: ChartSeries = {
    name: '序时进度',
    tone: 'muted',
    points: quarters.map(() => ({ value: 0, label: '', figure: null })),
  };
  return {
    chart: {
      kind: 'line',
      categories: lines.length > 0 ? quarters : [],
      series: [...lines, pace],
      valueAxis: { title: '与序时进度的差距（百分点）', min: null, max: null },
      heightMm: 64,
    },
    notes: [...omitted(others), ...twoTargets(chosen, ledger), ...goalSourceNotes(ledger, chosen)],
    alt: `主要目标与序时进度差距的折线图，单位为百分点。${lines.map((l) => `${l.name}：${l.points.map(({ figure }) => (figure ? formatSigned(figure) : '—')).join('、')}`).join('；')}。`,
  };
}

/** A line goes on through the quarter in which its target was changed: each gap is to the target of its own quarter. */
function twoTargets(goals: Ledger['goals'], ledger: Ledger): ChartContent['notes'] {
  const [first] = quartersAsked(ledger);
  if (first === undefined) return [];
  const names = goals.flatMap(({ goal, target }) =>
    target && revisedSince(target, { ...ledger.period, quarter: first })
      ? [`“${innerQuotes(goal.name)}”`]
      : [],
  );
  if (names.length === 0) return [];
  return [rich(`${names.join('')}的目标年中作了调整，各季度的差距按当时的目标计算。`).rich];
}

/** Those that there are no lines for, in the order of the plan. */
function omitted(goals: Ledger['goals']): ChartContent['notes'] {
  if (goals.length === 0) return [];
  const few = { unit: '项', noun: '', what: '没有列入走势图的年度目标' };
  const names = foldQuoted(
    goals.map(({ goal }) => goal.name),
    MOST_NAMED,
    few,
  );
  return [rich('注：图中为计划所列的前', String(MOST_LINES), '项，', names, '没有列入。').rich];
}
