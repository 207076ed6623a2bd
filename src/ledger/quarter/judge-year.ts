/** The year's quarters up to a period, each judged with the one before it. */
import { madeOnce } from '../../base/made-once.ts';
import type { Inputs } from '../../model/inputs.ts';
import { type Period, previousPeriod } from '../../model/period.ts';
import { planOf } from '../../model/plan/revision.ts';
import { mergeReturns } from '../returns/merge.ts';
import { judgeQuarter, type Quarter } from './quarter.ts';

/** From the first quarter that anybody reported for. Who asks for another quarter of the same data asks for these, too. */
export function judgeYear(inputs: Inputs, period: Period): Quarter[] {
  const judged = madeOnce(JUDGED, inputs, () => new Map<string, Quarter[]>());
  return madeOnce(judged, period.id, () => {
    const before = judgeBefore(inputs, period);
    return [...before, judgeAfter(inputs, period, before)];
  });
}

const JUDGED = new WeakMap<Inputs, Map<string, Quarter[]>>();

/** Those before the period alone. */
export function judgeBefore(inputs: Inputs, period: Period): Quarter[] {
  const before = previousPeriod(period);
  // A plan that comes out in May asks nobody about spring: that all are silent there is no standing to compare with.
  const asked = inputs.submissions.some((sent) => sent.period < period.id);
  return before && asked ? judgeYear(inputs, before) : [];
}

/** The period itself, against the plan that was in force at its end. @param before what judgeBefore gives */
export function judgeAfter(inputs: Inputs, period: Period, before: readonly Quarter[]): Quarter {
  const { value: returns, diagnostics } = mergeReturns(inputs.submissions, period.id);
  const quarter = judgeQuarter(
    { ...inputs, plan: planOf(inputs, period) },
    period,
    returns,
    before.at(-1) ?? null,
  );
  return { ...quarter, diagnostics: [...diagnostics, ...quarter.diagnostics] };
}
