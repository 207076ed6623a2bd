/** One target at the end of one period: its value, rates, findings and status. */
import { subtract } from '../../base/decimal.ts';
import { settledEarlier } from '../../base/messages/reasons.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import { nextPeriod, type Period } from '../../model/period.ts';
import { revisionsOf } from '../../model/plan/revision.ts';
import type { Rules } from '../../model/plan/rules.ts';
import { hasBaseline, type Target } from '../../model/plan/target.ts';
import { disagreeing } from '../checks/conflict.ts';
import { checkTarget } from '../checks/index.ts';
import { isDoubt } from '../returns/acknowledge.ts';
import type { Checked } from '../returns/void-first.ts';
import { baselineFigure, inTargetUnit, PACE_RULES, planFigure, rateFigure } from '../verdicts/figures.ts';
import { forecastOf } from '../verdicts/forecast.ts';
import { judgeTarget, type TargetFacts } from '../verdicts/judge.ts';
import { expectedRate, expectedValue, isDue, isOwed, lacksOne, paceGap } from '../verdicts/pace.ts';
import { accumulates, attainment, completionRate, fulfils, isLevel } from '../verdicts/progress.ts';
import { targetReason } from './reasons.ts';
import { caseOf } from './target-case.ts';
import type { TargetContext, TargetInput } from './target-input.ts';

export interface JudgedTarget {
  record: TargetRecord;
  checked: Checked[];
}

const RATE_RULES = {
  plain: '完成率 = 累计值 ÷ 年度目标',
  baseline: '完成率 =（期末值 − 年初基数）÷（年度目标 − 年初基数）',
  yesNo: '完成率：已实现为100%，未实现为0',
};
const GAP_RULE = '序时差 = 完成率 − 序时进度（先计算后四舍五入）';
const QUARTER_RULE = '本季度数 = 本期累计值 − 上期累计值';

/** Only the responsible unit's value counts; those of others are compared with it. A void one is shown, never used. */
export function buildTargetRecord(input: TargetInput, context: TargetContext): JudgedTarget {
  const { target, previous } = input;
  const { period, rules } = context;
  const unit = target.responsible.unit;
  const planned = planFigure(target, context.document);
  const raw = input.values.find((value) => value.unit === unit)?.figure;
  const converted = raw && inTargetUnit(raw, target);
  const others = input.values
    .filter((value) => value.unit !== unit)
    .map((value) => ({ ...value, figure: inTargetUnit(value.figure, target) ?? value.figure }));

  const checked = raw
    ? checkTarget(
        caseOf(input, context, planned, raw, converted, others),
        input.subject,
        context.acknowledgements,
      )
    : [];
  // What can't be brought to the target's unit is no value of it, whatever is said of it.
  const unconverted = raw !== undefined && converted === undefined;
  const isVoid = unconverted || checked.some((c) => c.voids);
  const unread = raw ? undefined : input.unread;
  const settled = raw || unread !== undefined ? undefined : settledBefore(input, rules);
  const usable = isVoid ? undefined : (converted ?? settled);
  const rates = ratesOf(input, context, planned, usable);
  const facts: TargetFacts = {
    reported: unread !== undefined ? 'unread' : raw || settled ? 'value' : input.at ? 'blank' : 'silent',
    saysNotStarted: input.saysNotStarted,
    verify: unconverted || checked.some((c) => isDoubt(c.finding)),
    zero: usable?.value === 0,
    fulfilled: usable !== undefined && fulfils(target, usable.value, rules.pace),
    level: isLevel(target),
    onlyAtDeadline: target.schedule.type === 'deadline',
    due: isDue(target, period),
    owed: isOwed(target, period),
    attainment: usable && attainment(target, usable.value),
    expected: rates.unroundedExpected,
    gap: rates.gap?.value,
    lacksOne: rates.lacksOne,
  };
  const status = judgeTarget(facts, rules.pace);
  const value = converted ?? raw ?? settled ?? null;
  const next = nextPeriod(period);
  const record: TargetRecord = {
    target,
    planned,
    ...revisionsIn(target, context),
    value,
    isVoid,
    ...(unread === undefined ? {} : { unread }),
    history: [...historyOf(input, period), value],
    gaps: [...(input.previous?.gaps ?? noneBefore(period)), rates.gap ?? null],
    quarterValue: quarterValue(input, period, usable),
    rate: rates.rate ?? null,
    expected: rates.expected ?? null,
    expectedNext: next ? (expectedValue(target, next, rules.pace) ?? null) : null,
    gap: rates.gap ?? null,
    forecast: forecastOf(
      { target, value: usable, status },
      { rate: rates.unroundedRate, expected: rates.unroundedExpected },
      { period, pace: rules.pace },
    ),
    status,
    previousStatus: previous?.status ?? null,
    reason: '',
    carried: settled !== undefined,
    conflicts: usable ? disagreeing(usable, others, rules.checks.conflictShare).map((o) => o.figure) : [],
    findings: checked.map((c) => c.finding),
  };
  const reason = targetReason(record, facts, input.hasReturn);
  record.reason = settled ? settledEarlier(reason, input.hasReturn) : reason;
  return { record, checked };
}

function revisionsIn(target: Target, { document }: TargetContext): Pick<TargetRecord, 'revisions'> {
  const of = (one: Target) => ({ target: one, planned: planFigure(one, document) });
  const revisions = revisionsOf(target).map(({ since, by, before, after }) => ({
    since,
    by,
    before: of(before),
    after: of(after),
  }));
  return revisions.length > 0 ? { revisions } : {};
}

/**
 * Last quarter's value of what was done by then and is not told of again: it stays done, unless it could fall back, or
 * more has been asked for since.
 */
function settledBefore(input: TargetInput, { pace }: Rules): Figure | undefined {
  const { target, previous, saysNotStarted } = input;
  if (previous?.status !== 'done' || saysNotStarted) return undefined;
  if (target.revised && !(previous.value && fulfils(target, previous.value.value, pace))) return undefined;
  return accumulates(target) || target.operator === 'yesNo' ? (previous.value ?? undefined) : undefined;
}

const noneBefore = ({ quarter }: Pick<Period, 'quarter'>): null[] =>
  Array.from({ length: quarter - 1 }, () => null);

/** Values of the quarters before; one that was void has never been one. */
function historyOf({ previous }: TargetInput, { quarter }: Pick<Period, 'quarter'>): (Figure | null)[] {
  if (!previous) return noneBefore({ quarter });
  return previous.isVoid ? [...previous.history.slice(0, -1), null] : previous.history;
}

interface Rates {
  rate: Figure | undefined;
  expected: Figure | undefined;
  gap: Figure | undefined;
  unroundedRate: number | undefined;
  unroundedExpected: number | undefined;
  lacksOne: boolean;
}

/** Rate, pace and gap; all three from unrounded numbers, each rounded once. */
function ratesOf(
  { target, planFile }: TargetInput,
  { period, rules }: TargetContext,
  planned: Figure,
  value: Figure | undefined,
): Rates {
  const baseline = hasBaseline(target) ? baselineFigure(target, planFile) : undefined;
  const base = baseline ? [baseline] : [];
  const unroundedRate = value && completionRate(target, value.value);
  const unroundedExpected = expectedRate(target, period, rules.pace);
  const rateRule =
    target.operator === 'yesNo' ? RATE_RULES.yesNo : baseline ? RATE_RULES.baseline : RATE_RULES.plain;
  const rate =
    value && unroundedRate !== undefined
      ? rateFigure(unroundedRate, '%', rateRule, [value, planned, ...base])
      : undefined;
  const expected =
    unroundedExpected === undefined
      ? undefined
      : rateFigure(unroundedExpected, '%', PACE_RULES[target.schedule.type], [planned, ...base]);
  const gap =
    rate && expected && unroundedRate !== undefined && unroundedExpected !== undefined
      ? rateFigure(paceGap(unroundedRate, unroundedExpected), '百分点', GAP_RULE, [rate, expected])
      : undefined;
  const few =
    unroundedRate !== undefined &&
    unroundedExpected !== undefined &&
    lacksOne(
      target,
      { rate: unroundedRate, expected: unroundedExpected, due: isDue(target, period) },
      rules.pace,
    );
  return { rate, expected, gap, unroundedRate, unroundedExpected, lacksOne: few };
}

/**
 * What the quarter alone added; the first quarter's is its cumulative value. null for what does not accumulate, where
 * last quarter's value is missing or void, and for a value that fell: a negative quarter would be the fall, not work.
 */
function quarterValue(input: TargetInput, period: Period, value: Figure | undefined): Figure | null {
  if (!value || !accumulates(input.target)) return null;
  if (period.quarter === 1) return value;
  const last = input.previous?.value;
  if (!last || input.previous?.isVoid || value.value < last.value) return null;
  return {
    value: subtract(value.value, last.value),
    unit: value.unit,
    decimals: Math.max(value.decimals, last.decimals),
    qualifier: value.qualifier || last.qualifier ? '约' : '',
    provenance: { kind: 'derived', rule: QUARTER_RULE, from: [value, last] },
  };
}
