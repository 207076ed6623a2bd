/** Projects added up: amounts in 亿元 from exact 万元, counts as figures that say what was counted. */
import { add, scale, subtract } from '../../base/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { type Month, monthEnd, quarterOf } from '../../model/period.ts';
import type { ProjectRecord, ProjectState, ProjectSummary } from '../../model/project-ledger.ts';
import { investmentRates } from './record.ts';

const UNIT = '亿元';
/** Printed precision of sums, that of the quarterly return (T017-2, T018-2). */
const DECIMALS = 1;
/** 万元 → 亿元 */
const SHIFT = -4;

/** `what` names the projects in the counts' provenance: 南昌市新基建项目. */
export function summarise(records: readonly ProjectRecord[], month: Month, what: string): ProjectSummary {
  const quarter = quarterOf(month).quarter;
  const firstOfQuarter = (quarter - 1) * 3 + 1;
  const plan = sum(
    '年度计划投资合计',
    records.map((r) => r.project.yearPlan),
  );
  const invested = sum(
    '本年累计完成投资合计',
    records.map((r) => r.invested),
  );
  const since = (first: number): Figure =>
    difference(
      invested,
      sum(
        '此前累计完成投资合计',
        records.map((r) => cumulativeAt(r, first - 1)),
      ),
    );
  const count = (said: string, test: (record: ProjectRecord) => boolean): Figure => ({
    value: records.filter(test).length,
    unit: '个',
    decimals: 0,
    qualifier: '',
    provenance: { kind: 'count', what: `${what}${said}` },
  });
  const inState = (state: ProjectState) => (record: ProjectRecord) => record.state === state;
  const from = (no: number): string => `${month.year}-${String(no).padStart(2, '0')}-01`;
  const within = (key: 'startedOn' | 'completedOn', first: number) => (record: ProjectRecord) => {
    const date = record[key]?.value ?? '';
    return date >= from(first) && date <= monthEnd(month);
  };
  const { rate, expected, gap } = investmentRates(invested, plan, month);
  return {
    count: count('', () => true),
    plan,
    invested,
    monthInvested: since(month.month),
    quarterInvested: since(firstOfQuarter),
    rate,
    expected,
    gap,
    started: count('已开工', (r) => r.state !== 'notStarted'),
    completed: count('已竣工', inState('completed')),
    building: count('在建', inState('building')),
    notStarted: count('未开工', inState('notStarted')),
    startedInMonth: count('本月开工', within('startedOn', month.month)),
    startedInQuarter: count('本季度开工', within('startedOn', firstOfQuarter)),
    completedInMonth: count('本月竣工', within('completedOn', month.month)),
    completedInQuarter: count('本季度竣工', within('completedOn', firstOfQuarter)),
    stalled: count('停滞', (r) => r.stalled),
    startOverdue: count('未按期开工', (r) => r.startOverdue),
  };
}

/** The same projects as they were at the end of an earlier month of the year. */
function cumulativeAt(record: ProjectRecord, month: number): Figure | null {
  return record.months[month - 1]?.cumulative ?? null;
}

/** Exact sum in 亿元; the value keeps all its digits, so that nothing is rounded twice. */
function sum(rule: string, parts: readonly (Figure | null)[]): Figure {
  const from = parts.filter((part) => part !== null);
  // Whole numbers of 万元, the rule, add up exactly as they are, and much faster.
  const whole = from.every((part) => Number.isSafeInteger(part.value));
  const total = from.reduce((value, part) => (whole ? value + part.value : add(value, part.value)), 0);
  return amount(scale(total, SHIFT), rule, from);
}

function difference(now: Figure, before: Figure): Figure {
  return amount(subtract(now.value, before.value), '期内完成投资 = 期末累计 − 期初累计', [now, before]);
}

function amount(value: number, rule: string, from: Figure[]): Figure {
  return {
    value,
    unit: UNIT,
    decimals: DECIMALS,
    qualifier: from.some((figure) => figure.qualifier !== '') ? '约' : '',
    provenance: { kind: 'derived', rule, from },
  };
}
