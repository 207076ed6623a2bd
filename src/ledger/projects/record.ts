/** One project at the end of one month. */
import { divide } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { ProjectMonth, ProjectRecord } from '../../model/ledger/project-ledger.ts';
import type { Month } from '../../model/period.ts';
import type { Project, ProjectRules } from '../../model/region/project.ts';
import { told } from '../returns/told.ts';
import { rateFigure } from '../verdicts/figures.ts';
import { linearPace, paceGap } from '../verdicts/pace.ts';
import { checkProject } from './checks/index.ts';
import { idleMonths, latestDate } from './trace.ts';

const RATE_RULE = '投资完成率 = 本年累计完成投资 ÷ 年度计划投资';
const PACE_RULE = '序时进度 = 已过月数 ÷ 12';
const GAP_RULE = '序时差 = 投资完成率 − 序时进度（先计算后四舍五入）';

interface Rates {
  rate: Figure | null;
  expected: Figure;
  gap: Figure | null;
}

/** Invested by planned, rounded once; null where nothing is known or nothing is planned. Both figures in the same unit. */
export function investmentRate(invested: Figure | null, plan: Figure): Figure | null {
  const share = invested && divide(invested.value, plan.value);
  return invested && typeof share === 'number'
    ? rateFigure(share * 100, '%', RATE_RULE, [invested, plan])
    : null;
}

/** Rate and gap from unrounded numbers, each rounded once. Both figures in the same unit. */
export function investmentRates(invested: Figure | null, plan: Figure, month: Month): Rates {
  const pace = linearPace(month.month);
  const expected = rateFigure(pace, '%', PACE_RULE, []);
  const share = invested && divide(invested.value, plan.value);
  const rate = investmentRate(invested, plan);
  if (!rate || typeof share !== 'number') return { rate: null, expected, gap: null };
  return {
    rate,
    expected,
    gap: rateFigure(paceGap(share * 100, pace), '百分点', GAP_RULE, [rate, expected]),
  };
}

/** Findings are left to `withFindings`: most records are only added up. `months`: January up to the month, see traceProject. */
export function projectRecord(
  project: Project,
  months: ProjectMonth[],
  month: Month,
  rules: ProjectRules,
): ProjectRecord {
  const entries = months.map((m) => m.entry);
  const last = months.at(-1);
  const invested = last?.cumulative ?? null;
  const state = last?.state ?? 'unknown';
  const idle = idleMonths(months);
  return {
    project,
    months,
    state,
    startedOn: latestDate(entries, 'startedOn'),
    completedOn: latestDate(entries, 'completedOn'),
    invested,
    rate: investmentRate(invested, project.yearPlan),
    idleMonths: idle,
    stalled: idle >= rules.stalledMonths,
    startOverdue: state === 'notStarted' && project.plannedStart < month.id,
    progress: told(entries.findLast((entry) => entry?.progress)?.progress),
    problem: told(last?.entry?.problem),
    findings: [],
  };
}

/** The record with what the cross-checks find of it. */
export const withFindings = (record: ProjectRecord, month: Month, rules: ProjectRules): ProjectRecord => ({
  ...record,
  findings: checkProject({ record, month, rules }),
});
