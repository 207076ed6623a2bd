/** Projects added up: amounts in 亿元 from exact 万元, counts as figures that say what was counted. */
import { add, scale, subtract } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { ProjectRecord, ProjectState, ProjectSummary } from '../../model/ledger/project-ledger.ts';
import { type Month, monthEnd, quarterOf } from '../../model/period.ts';
import { INVESTMENT_UNIT } from '../../model/region/project.ts';
import { investmentRate, investmentRates } from './record.ts';

const UNIT = '亿元';
/** Printed precision of sums, that of the quarterly return (T017-2, T018-2). */
const DECIMALS = 1;
/** 万元 → 亿元 */
const SHIFT = -4;

/** `what` names the projects in the counts' provenance: 南昌市新基建项目. */
export function summarise(records: readonly ProjectRecord[], month: Month, what: string): ProjectSummary {
  const quarter = quarterOf(month).quarter;
  const firstOfQuarter = (quarter - 1) * 3 + 1;
  const { plan, invested } = totals(records);
  const within = partly(records, month.month);
  const count = (said: string, test: (record: ProjectRecord) => boolean): Figure => ({
    value: records.filter(test).length,
    unit: '个',
    decimals: 0,
    qualifier: '',
    provenance: { kind: 'count', what: `${what}${said}` },
  });
  const inState = (state: ProjectState) => (record: ProjectRecord) => record.state === state;
  const last = monthEnd(month);
  const dated = (key: 'startedOn' | 'completedOn', no: number) => {
    const first = `${month.year}-${String(no).padStart(2, '0')}-01`;
    return (record: ProjectRecord): boolean => {
      const date = record[key]?.value ?? '';
      return date >= first && date <= last;
    };
  };
  const { rate, expected, gap } = investmentRates(invested, plan, month);
  return {
    count: count('', () => true),
    plan,
    invested,
    monthInvested: within('各项目本月完成投资之和', inMonth),
    quarterInvested: within('各项目本季度完成投资之和', (r, no) => inMonths(r, firstOfQuarter, no)),
    quarterKnown: records.some(({ months }) => months.slice(0, firstOfQuarter).some(({ entry }) => entry)),
    rate,
    expected,
    gap,
    started: count('已开工', (r) => r.state === 'building' || r.state === 'completed'),
    completed: count('已竣工', inState('completed')),
    notStarted: count('未开工', inState('notStarted')),
    unknown: count('没有报送', inState('unknown')),
    startedInMonth: count('本月开工', dated('startedOn', month.month)),
    startedInQuarter: count('本季度开工', dated('startedOn', firstOfQuarter)),
    completedInMonth: count('本月竣工', dated('completedOn', month.month)),
    completedInQuarter: count('本季度竣工', dated('completedOn', firstOfQuarter)),
    stalled: count('停滞', (r) => r.stalled),
    startOverdue: count('未按期开工', (r) => r.startOverdue),
  };
}

/** The rate of a summary alone: rankings of other months need no more of it. */
export function completion(records: readonly ProjectRecord[]): Figure | null {
  const { plan, invested } = totals(records);
  return investmentRate(invested, plan);
}

const totals = (records: readonly ProjectRecord[]): Record<'plan' | 'invested', Figure> => ({
  plan: sum(
    '年度计划投资合计',
    records.map((r) => r.project.yearPlan),
  ),
  invested: sum(
    '本年累计完成投资合计',
    records.map((r) => r.invested),
  ),
});

/** Sum of what is known of the projects; null where nothing is: not reported is not nought. */
const partly =
  (records: readonly ProjectRecord[], month: number) =>
  (rule: string, part: (record: ProjectRecord, month: number) => Figure | null): Figure | null => {
    const parts = records.map((record) => part(record, month));
    return parts.some((figure) => figure !== null) ? sum(rule, parts) : null;
  };

const cumulativeAt = (record: ProjectRecord, month: number): Figure | null =>
  record.months[month - 1]?.cumulative ?? null;

/**
 * What the month alone added: by the cumulative values where the month before was reported, otherwise what was reported
 * for the month; the whole of a gap only where the return says no more.
 */
function inMonth(record: ProjectRecord, month: number): Figure | null {
  const { entry, added } = record.months[month - 1] ?? {};
  if (!entry) return null;
  return added ?? entry.month ?? between(record, month - 1, month);
}

/** First to last month: by the cumulative values where an earlier one is known, otherwise month by month. */
function inMonths(record: ProjectRecord, first: number, last: number): Figure | null {
  if (first === 1) return cumulativeAt(record, last);
  const difference = between(record, first - 1, last);
  if (difference) return difference;
  const from = Array.from({ length: last - first + 1 }, (_, i) => inMonth(record, first + i) ?? []).flat();
  return from.length === 0
    ? null
    : inWan(from.map(({ value }) => value).reduce(add), '各月完成投资之和', from);
}

function between(record: ProjectRecord, start: number, end: number): Figure | null {
  const [before, now] = [cumulativeAt(record, start), cumulativeAt(record, end)];
  if (!before || !now) return null;
  return inWan(subtract(now.value, before.value), '期内完成投资 = 期末累计 − 期初累计', [now, before]);
}

const inWan = (value: number, rule: string, from: Figure[]): Figure => ({
  value,
  unit: INVESTMENT_UNIT,
  decimals: Math.max(...from.map(({ decimals }) => decimals)),
  qualifier: from.some(({ qualifier }) => qualifier !== '') ? '约' : '',
  provenance: { kind: 'derived', rule, from },
});

/** Exact sum in 亿元; the value keeps all its digits, so that nothing is rounded twice. */
function sum(rule: string, parts: readonly (Figure | null)[]): Figure {
  const from = parts.filter((part) => part !== null);
  // Whole numbers of 万元, the rule, add up exactly as they are, and much faster.
  const whole = from.every((part) => Number.isSafeInteger(part.value));
  const total = from.reduce((value, part) => (whole ? value + part.value : add(value, part.value)), 0);
  return amount(scale(total, SHIFT), rule, from);
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
