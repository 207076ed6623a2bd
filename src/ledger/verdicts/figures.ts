/** Figures that the ledger makes: the plan's numbers, baselines, rates. Every one says what it came from. */
import { convertUnit } from '../../base/chinese/convert-unit.ts';
import { splitUnit } from '../../base/chinese/magnitude.ts';
import { decimalsOf, roundHalfUp, withoutNoise } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { PlanDocument } from '../../model/plan/plan.ts';
import type { Target } from '../../model/plan/target.ts';

/** The printed precision of rates and gaps. */
const RATE_DECIMALS = 1;

/** How the pace of each kind of schedule is reckoned, for provenance. */
export const PACE_RULES = {
  linear: '序时进度 = 已过月数 ÷ 12（另有完成期限的，÷ 到期限的月数；逐一计数且数量少的，应完成数取整数）',
  nodes: '序时进度 = 季度节点值的完成率',
  deadline: '序时进度：到完成期限为100%',
  level: '',
};

/** 四舍五入 (halves away from zero) of an unrounded rate or gap, once, to one decimal. */
export function roundRate(unrounded: number, decimals: number = RATE_DECIMALS): number {
  // + 0 turns −0 into 0.
  return roundHalfUp(withoutNoise(unrounded), decimals) + 0;
}

/** The target's number as the plan gives it. */
export function planFigure(target: Target, document: PlanDocument): Figure {
  return {
    value: target.value,
    unit: target.unit,
    decimals: decimalsOf(target.value),
    qualifier: '',
    provenance: { kind: 'plan', at: { file: document.sourceFile }, sentence: target.sentence },
  };
}

/** The value at the start of the year, which stands in `file` of the plan data. */
export function baselineFigure(target: Target, file: string): Figure | undefined {
  if (!target.baseline) return undefined;
  const { value, source, demo } = target.baseline;
  return {
    value,
    unit: target.unit,
    decimals: decimalsOf(value),
    qualifier: '',
    provenance: { kind: 'data', at: { file }, source, demo },
  };
}

/** A rate (%) or a gap (百分点) from its unrounded value. */
export function rateFigure(unrounded: number, unit: '%' | '百分点', rule: string, from: Figure[]): Figure {
  return {
    value: roundRate(unrounded),
    unit,
    decimals: RATE_DECIMALS,
    qualifier: '',
    provenance: { kind: 'derived', rule, from },
  };
}

/**
 * The figure in the target's unit (12000个 for a target in 万个 → 1.2万个), itself when it already is; undefined when
 * the units measure different things. A target in a bare 万 takes 万个 and 万户 alike.
 */
export function inTargetUnit(figure: Figure, target: Target): Figure | undefined {
  if (figure.unit === target.unit) return figure;
  const [from, to] = [splitUnit(figure.unit), splitUnit(target.unit)];
  // 12000个 is no bare number, but a target in a bare 万 says nothing of 个: the measure word is lent to it.
  const wanted = to.base === '' && to.magnitude !== '' ? `${target.unit}${from.base}` : target.unit;
  const converted = convertUnit(figure, wanted);
  if (!converted) return undefined;
  return {
    ...converted,
    unit: target.unit,
    provenance: { kind: 'derived', rule: '单位换算', from: [figure] },
  };
}

/** True when the figure, or any that it was derived from, is 演示数据. */
export function isDemo(figure: Figure): boolean {
  const { provenance } = figure;
  switch (provenance.kind) {
    case 'submission':
    case 'data':
    case 'statistic':
      return provenance.demo;
    case 'derived':
      return provenance.from.some(isDemo);
    case 'plan':
    case 'count':
      return false;
  }
}
