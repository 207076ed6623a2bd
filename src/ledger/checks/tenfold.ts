/**
 * A decimal point in the wrong place: ten times the last value (or what is expected by now, before there is one) and
 * well over the whole target. Small counts do jump tenfold, so both are asked for. Larger jumps are magnitude-slip's.
 */
import { multiply } from '../../base/decimal.ts';
import { tenfold } from '../../base/messages/checks.ts';
import { accumulates } from '../verdicts/progress.ts';
import type { Check, TargetCase } from './check.ts';

export const tenfoldSlip: Check<TargetCase> = {
  name: 'tenfold-slip',
  effect: 'verify',
  voids: true,
  run({ target, value, last, expected, about, rules }) {
    if (!value || target.operator === 'yesNo' || target.kind === 'growth') return [];
    const reference = last && last.value > 0 ? last : accumulates(target) ? expected : undefined;
    if (!reference || reference.value <= 0) return [];
    const { slipFactor, slipOverTarget, jumpFactor } = rules.checks;
    const goal = target.upper ?? target.value;
    const fromLast = last && last.value > 0 && value.value >= multiply(last.value, jumpFactor);
    if (fromLast || value.value > multiply(goal, jumpFactor)) return [];
    const wide = value.value >= multiply(reference.value, slipFactor);
    const over = value.value > multiply(goal, slipOverTarget);
    return wide && over ? [tenfold(about, value, reference, reference === last ? '上次' : '序时进度')] : [];
  },
};
