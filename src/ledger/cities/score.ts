/** Scores of one indicator over all cities, by 功效系数法: the best has 100, the last `floor`, the others in between. */
import { divide } from '../../base/decimal.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { CityRanking, Indicator } from '../../model/region/city.ts';
import { rateFigure, roundRate } from '../verdicts/figures.ts';

/** Digits of single and composite scores. */
const SCORE_DECIMALS = 2;
const COMPLETION_RULE = '完成率 = 报送值 ÷ 本地年度目标';
const SCORE_RULE = '单项得分 = 下限分 +（比较值 − 最低值）÷（最高值 − 最低值）×（100 − 下限分），缺报不得分';
const COMPOSITE_RULE = '综合得分 = ∑ 单项得分 × 权重 ÷ 100';
const FOLDED_RULE =
  '综合得分 = ∑ 单项得分 × 权重 ÷ 100 × 各项权重之和 ÷ 所计各项权重之和（没有重点项目的，不计由项目计算的指标）';

/** What is compared: the completion rate, capped, or the value itself. */
export function comparedFigure(
  { basis }: Indicator,
  value: Figure | null,
  target: Figure | null,
): Figure | null {
  if (!value || basis !== 'completion') return value;
  const share = target && divide(value.value, target.value);
  return target && share !== null && share !== undefined
    ? rateFigure(share * 100, '%', COMPLETION_RULE, [value, target])
    : null;
}

/**
 * One score per compared figure, in their order, two decimals. Figures are compared as printed; completion counts up
 * to the cap. Where all are equal all have 100; a missing one has 0.
 */
export function scores(
  { basis }: Pick<Indicator, 'basis'>,
  compared: readonly (Figure | null)[],
  { floor, cap }: Pick<CityRanking, 'floor' | 'cap'>,
): Figure[] {
  const capped = compared.map((figure) =>
    figure === null ? null : basis === 'level' ? figure.value : Math.min(figure.value, cap),
  );
  const present = capped.filter((value) => value !== null);
  const lowest = Math.min(...present);
  const spread = Math.max(...present) - lowest;
  return compared.map((figure, i): Figure => {
    const value = capped[i] ?? null;
    const score =
      value === null ? 0 : spread === 0 ? 100 : floor + ((value - lowest) / spread) * (100 - floor);
    return scoreFigure(score, SCORE_RULE, figure ? [figure] : []);
  });
}

interface Part {
  weight: number;
  score: Figure;
  applies: boolean;
}

const weightOf = (parts: readonly Part[]): number => parts.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Weighted sum of rounded single scores, so that a reader can add up the printed table. What does not apply to a place
 * leaves its weight to the others; null where nothing applies.
 */
export function composite(parts: readonly Part[]): Figure | null {
  const counted = parts.filter(({ applies }) => applies);
  const weight = weightOf(counted);
  if (weight === 0) return null;
  const sum = counted.reduce((total, { weight, score }) => total + weight * score.value, 0) / 100;
  const whole = counted.length === parts.length;
  return scoreFigure(
    whole ? sum : (sum * weightOf(parts)) / weight,
    whole ? COMPOSITE_RULE : FOLDED_RULE,
    counted.map((part) => part.score),
  );
}

function scoreFigure(value: number, rule: string, from: Figure[]): Figure {
  return {
    value: roundRate(value, SCORE_DECIMALS),
    unit: '分',
    decimals: SCORE_DECIMALS,
    qualifier: '',
    provenance: { kind: 'derived', rule, from },
  };
}
