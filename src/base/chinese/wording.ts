/**
 * Stock phrases of official reports around a number, right for rises, falls and no change. A phrase keeps its number
 * apart, so that a template can print it as a Figure. What counts is the number as printed: a change that rounds to
 * 0.0 is 持平.
 */
import { toFixed } from '../decimal.ts';
import { formatAmount } from './format.ts';
import type { Quantity } from './quantity.ts';

type Amount = Pick<Quantity, 'value' | 'decimals' | 'unit'>;

export interface Phrase {
  before: string;
  /** Number with its unit, without sign; empty when the phrase needs none (与上季度持平). */
  number: string;
}

/** 快于序时进度5.9个百分点 */
export function phraseText(phrase: Phrase): string {
  return `${phrase.before}${phrase.number}`;
}

/** −1, 0 or 1, judged by the digits that are printed. */
export function direction(amount: Amount): -1 | 0 | 1 {
  return Math.sign(Number(toFixed(amount.value, amount.decimals))) as -1 | 0 | 1;
}

const withoutSign = (amount: Amount): string => formatAmount({ ...amount, value: Math.abs(amount.value) });

/** The verbs for a change: growth in % 增长/下降, 百分点 提高/下降, countable things 增加/减少. */
function verbs(unit: string): [string, string] {
  if (unit === '%') return ['增长', '下降'];
  if (unit === '百分点') return ['提高', '下降'];
  return ['增加', '减少'];
}

/** 比上季度增加3项 / 比上季度下降2.5个百分点 / 与上季度持平. */
export function sinceLastQuarter(change: Amount): Phrase {
  const sign = direction(change);
  if (sign === 0) return { before: '与上季度持平', number: '' };
  const [rise, fall] = verbs(change.unit);
  return { before: `比上季度${sign > 0 ? rise : fall}`, number: withoutSign(change) };
}

/** 完成年度目标的74.0%; a stock that fell below its baseline has no rate of completion: 低于年初水平. */
export function completion(rate: Amount, target = '年度目标'): Phrase {
  if (direction(rate) < 0) return { before: '低于年初水平', number: '' };
  return { before: `完成${target}的`, number: formatAmount(rate) };
}

/** 快于序时进度5.9个百分点 / 慢于序时进度1.0个百分点 / 与序时进度持平. `gap` in 百分点: rate − time elapsed. */
export function againstPace(gap: Amount): Phrase {
  const sign = direction(gap);
  if (sign === 0) return { before: '与序时进度持平', number: '' };
  return {
    before: sign > 0 ? '快于序时进度' : '慢于序时进度',
    number: withoutSign({ ...gap, unit: '百分点' }),
  };
}
