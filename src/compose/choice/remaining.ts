/** What is still to be done so that the year's target holds: the amount, the pace it asks for, the next stage and its day. */
import { formatDate, formatMonthDay } from '../../base/chinese/date.ts';
import { splitUnit } from '../../base/chinese/magnitude.ts';
import { decimalsOf, divide, roundHalfUp, roundUp, subtract, withoutNoise } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import {
  cumulativeName,
  nextPeriod,
  type Period,
  periodEnd,
  quarterEnd,
  remainingMonths,
} from '../../model/period.ts';
import { hasBaseline, type Target, type TargetKind } from '../../model/plan/target.ts';
import { type Rich, rich } from '../engine/value.ts';
import { join } from '../texts/sentences.ts';

export interface Remaining {
  /** Target − value, for an upper limit value − target; null when it is reached, has no amount, or nothing is known. */
  missing: Figure | null;
  /** `missing` ÷ months left, rounded up; null where a monthly share has no meaning. */
  monthly: Figure | null;
  /** Value to be reached by the end of next quarter; null at the year's end, and where the schedule names none. */
  nextQuarter: Figure | null;
}

export const REMAINING_RULE =
  '“还差”为年度目标减累计完成数；“月均须完成”为还差数除以本年剩余月数，除不尽的向上取整，分到每月不足一个单位（按所印小数位数）的不分月；按约定节点推进的和增长率等逐期直接与目标比较的指标不分月。';

const LIMIT_RULE = '还差＝本期数－年度目标（上限）';

const NOTHING: Remaining = { missing: null, monthly: null, nextQuarter: null };

export function remainingOf(record: TargetRecord, ledger: Ledger): Remaining {
  const { target, value } = record;
  if (
    !value ||
    record.isVoid ||
    record.status === 'done' ||
    target.operator === 'yesNo' ||
    value.unit !== target.unit
  )
    return NOTHING;
  const isLimit = target.operator === 'atMost';
  const difference = isLimit ? subtract(value.value, target.value) : subtract(target.value, value.value);
  if (difference <= 0) return NOTHING;
  const decimals = Math.max(decimalsOf(difference), Math.min(value.decimals, 2));
  const missing: Figure = {
    value: difference,
    unit: value.unit === '%' ? '百分点' : value.unit,
    decimals,
    qualifier: '',
    provenance: {
      kind: 'derived',
      rule: isLimit ? LIMIT_RULE : '还差＝年度目标－累计完成',
      from: [record.planned, value],
    },
  };
  if (isLimit) return { missing, monthly: null, nextQuarter: null };
  const fine = Math.max(decimals, decimalsFor(target));
  return {
    missing,
    monthly: monthlyOf(record, { ...missing, decimals: Math.max(missing.decimals, fine) }, ledger),
    nextQuarter: nextQuarterOf(record, fine, ledger),
  };
}

/** Of 1万亿元 a tenth is 1000亿元: rounded up to that, 7500亿元 would become 8000亿元. */
function decimalsFor({ value, unit }: Target): number {
  const inLargest = splitUnit(unit).exponent >= 12;
  return inLargest && value < 100 ? 2 : 0;
}

function monthlyOf({ target, rate }: TargetRecord, missing: Figure, { period }: Ledger): Figure | null {
  const months = 12 - period.quarter * 3;
  // What is due before the year's end has not so many months left.
  if (
    months === 0 ||
    rate === null ||
    isEarly(target, period) ||
    target.schedule.type === 'level' ||
    target.schedule.type === 'deadline'
  )
    return null;
  // Until the last quarter the agreed nodes say what is due, not an even share of the year.
  if (target.schedule.type === 'nodes' && period.quarter < 3) return null;
  const share = divide(missing.value, months);
  const decimals = missing.unit === '百分点' ? Math.max(1, missing.decimals) : missing.decimals;
  if (target.operator === 'batches' || share === undefined || share < 10 ** -decimals) return null;
  return {
    ...missing,
    value: roundUp(share, decimals),
    decimals,
    provenance: { kind: 'derived', rule: `月均须完成＝还差÷剩余${months}个月，向上取整`, from: [missing] },
  };
}

const isEarly = ({ deadline }: TargetRecord['target'], { year }: Period): boolean =>
  deadline !== undefined && deadline < `${year}-12-31`;

/** By the target's own schedule: on its straight line, or at its node; null where as much is there already. */
function nextQuarterOf(
  { expectedNext, value, planned }: TargetRecord,
  decimals: number,
  { period }: Ledger,
): Figure | null {
  if (expectedNext === null || nextPeriod(period)?.quarter === 4) return null;
  if (value && value.value >= expectedNext) return null;
  return {
    ...planned,
    value: roundUp(expectedNext, decimals),
    decimals,
    provenance: {
      kind: 'derived',
      rule: '下季度末应达到＝年度目标按序时进度或约定节点折算',
      from: [planned],
    },
  };
}

/** From so many times what was done in a month on, nobody believes that the year's target is still to be had. */
const OUT_OF_REACH = 3;
/** A few things are done in batches, whatever was done in the months before. */
const FEW = 10;

/** 是前三季度月均的12.2倍，按前期进度难以完成; null for a pace that has been seen. */
function beyondPace({ target, value }: TargetRecord, monthly: Figure, { period }: Ledger): Rich | null {
  if (!value || (monthly.decimals === 0 && monthly.value < FEW)) return null;
  const since = hasBaseline(target) ? subtract(value.value, target.baseline.value) : value.value;
  const before = divide(since, period.quarter * 3);
  const times = before !== undefined && before > 0 ? divide(monthly.value, before) : undefined;
  if (times === undefined || withoutNoise(times) < OUT_OF_REACH) return null;
  const factor: Figure = {
    value: roundHalfUp(times, 1),
    unit: '倍',
    decimals: 1,
    qualifier: '',
    provenance: { kind: 'derived', rule: '月均须完成数÷此前各月平均完成数', from: [monthly, value] },
  };
  return rich(`是${cumulativeName(period)}月均的`, factor, '，按前期进度难以完成');
}

/** 前3位 */
const isRank = ({ operator, unit }: Target): boolean => operator === 'atMost' && unit === '位';

const VERBS: Partial<Record<TargetKind, string>> = { stock: '新增', ratio: '提高', growth: '提高' };

/** 还差12个，10—12月月均须完成4个; null when the target asks for nothing more or nothing is known. */
export function remainingSentence(record: TargetRecord, ledger: Ledger): Rich | null {
  const { missing, monthly, nextQuarter } = remainingOf(record, ledger);
  const { target } = record;
  if (!missing) {
    if (target.operator !== 'yesNo' || record.status === 'done') return null;
    return rich(untilWhen(target.deadline ?? `${ledger.period.year}-12-31`, ledger.period));
  }
  if (isRank(target))
    return rich('距目标还差', missing, ledger.period.quarter === 4 ? '' : '，须于年底前赶上');
  if (target.operator === 'atMost')
    return rich('高于目标', missing, ledger.period.quarter === 4 ? '' : '，须于年底前降到位');
  const verb = VERBS[target.kind] ?? '完成';
  const months = remainingMonths(ledger.period);
  const parts: Rich[] = [rich('还差', missing)];
  // Where the schedule says what is due next, an even share of the year would say something else.
  const ends = nextPeriod(ledger.period);
  const due = target.deadline && isEarly(target, ledger.period) ? target.deadline : undefined;
  // Its own day comes before the quarter's end.
  if (due && (!ends || due < periodEnd(ends))) parts.push(rich(untilWhen(due, ledger.period, '补齐')));
  else if (nextQuarter) parts.push(rich(`${quarterEnd(nextPeriod(ledger.period))}须达到`, nextQuarter));
  else if (monthly) {
    const beyond = beyondPace(record, monthly, ledger);
    parts.push(rich(`${months}月均须${verb}`, monthly), ...(beyond ? [beyond] : []));
  } else if (due) parts.push(rich(untilWhen(due, ledger.period, '补齐')));
  // What is compared with the target every quarter is behind until it is there.
  else if (target.schedule.type === 'level' && ends && ends.quarter < 4)
    parts.push(rich(`${quarterEnd(ends)}须达到`, record.planned));
  else if (months !== '') parts.push(rich('须于年底前补齐'));
  return join(parts, '，');
}

/** 须于6月30日前实现, 须于年底前实现; nothing is demanded by a day that is past. */
function untilWhen(deadline: string, period: Period, what: '实现' | '补齐' = '实现'): string {
  if (deadline <= periodEnd(period)) return `${deadline.endsWith('-12-31') ? '' : '已逾期，'}尚未${what}`;
  if (deadline === `${period.year}-12-31`) return `须于年底前${what}`;
  const sameYear = deadline.startsWith(String(period.year));
  return `须于${sameYear ? formatMonthDay(deadline) : formatDate(deadline)}前${what}`;
}

/** Stages of a task that come due by the end of next quarter, or are overdue; [] when none are. */
export function stagesAhead({ milestone }: TaskRecord, { period }: Ledger): StageAhead[] {
  if (!milestone) return [];
  const next = nextPeriod(period);
  const until = next ? periodEnd(next) : periodEnd(period);
  return milestone.nodes
    .slice(milestone.reached)
    .filter((node) => node.due <= until)
    .map((node) => ({ stage: node.stage, due: node.due, overdue: node.due <= periodEnd(period) }));
}

export interface StageAhead {
  stage: string;
  /** ISO. */
  due: string;
  overdue: boolean;
}

/** “征求意见”阶段已逾期，须抓紧补上；12月31日前须到“印发”阶段; at the year's end: 未完成“印发”阶段. Null when there is none. */
function stagesSentence(stages: readonly StageAhead[], { period }: Ledger): Rich | null {
  if (stages.length === 0) return null;
  const late = stages.filter((stage) => stage.overdue);
  const names = late.map(({ stage }) => `“${stage}”`).join('');
  if (period.quarter === 4) return rich(`未完成${names}阶段`);
  return rich(
    [
      ...(late.length > 0 ? [`${names}阶段已逾期，须抓紧补上`] : []),
      ...stages
        .filter((stage) => !stage.overdue)
        .map(({ stage, due }) => `${formatMonthDay(due)}前须到“${stage}”阶段`),
    ].join('；'),
  );
}

/** What a task still needs, all its targets and stages together; null when that is nothing. */
export function taskNeed(task: TaskRecord, ledger: Ledger): Rich | null {
  const targets = task.targets.flatMap((record) => {
    const sentence = remainingSentence(record, ledger);
    return sentence ? [task.targets.length > 1 ? rich(`${record.target.name}`, sentence) : sentence] : [];
  });
  const stages = stagesSentence(stagesAhead(task, ledger), ledger);
  const parts = [...targets, ...(stages ? [stages] : [])];
  return parts.length > 0 ? join(parts, '；') : null;
}
