/** What the cross-checks of a value see of it. */
import { decimalsOf, multiply, scale } from '../../base/decimal.ts';
import type { About } from '../../base/messages/ledger.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Period } from '../../model/period.ts';
import type { Rules } from '../../model/plan/rules.ts';
import { hasBaseline, type Target } from '../../model/plan/target.ts';
import type { TargetCase } from '../checks/check.ts';
import type { UnitValue } from '../returns/merge.ts';
import { baselineFigure, PACE_RULES, roundRate } from '../verdicts/figures.ts';
import { expectedRate } from '../verdicts/pace.ts';
import { accumulates } from '../verdicts/progress.ts';
import type { TargetContext, TargetInput } from './target-input.ts';

/** `value`: in the target's unit, undefined when it can't be brought there; `others`: values of other units. */
export function caseOf(
  input: TargetInput,
  { rules, period }: TargetContext,
  planned: Figure,
  raw: Figure,
  value: Figure | undefined,
  others: UnitValue[],
): TargetCase {
  const { target } = input;
  const at =
    raw.provenance.kind === 'submission' ? raw.provenance.at : (input.at ?? { file: input.planFile });
  const about: About = {
    unit: target.responsible.unit,
    subject: input.subjectName,
    target: target.name,
    at,
  };
  return {
    target,
    planned,
    raw,
    value,
    last: input.lastTrusted,
    baseline: hasBaseline(target) ? baselineFigure(target, input.planFile) : undefined,
    expected: expectedFigure(target, planned, period, rules.pace),
    progress: input.progress,
    sums: input.sums,
    others,
    period,
    about,
    rules,
  };
}

/** What should have been reached by now, in the target's unit, for targets that start from zero. */
function expectedFigure(
  target: Target,
  planned: Figure,
  period: Period,
  pace: Rules['pace'],
): Figure | undefined {
  // By the straight line: that of a few things whole ones are due is a rule of judging.
  const rate = accumulates(target) ? expectedRate(target, period, { ...pace, fewBelow: 0 }) : undefined;
  if (rate === undefined) return undefined;
  const value = roundRate(scale(multiply(target.value, rate), -2), planned.decimals + 2);
  return {
    ...planned,
    value,
    decimals: decimalsOf(value),
    provenance: { kind: 'derived', rule: PACE_RULES[target.schedule.type], from: [planned] },
  };
}
