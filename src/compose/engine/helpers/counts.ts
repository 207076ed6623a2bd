/** How counts read where there are none, one, or all of them: nobody writes 0项滞后, or 1项任务中1项已完成. */
import type { Figure } from '../../../model/document/figure.ts';
import { isFigure, type Rich, rich } from '../value.ts';
import { good, type HelperOutcome, misuse } from './helper.ts';

/** {{若有 滞后数 "滞后" "没有滞后的"}} → 2项滞后, or 没有滞后的. */
function ifAny([n, words, none]: unknown[]): HelperOutcome {
  if (!isFigure(n) || typeof words !== 'string' || typeof none !== 'string')
    return misuse('{{若有 数 "有时的话" "没有时的话"}}');
  return good(n.value === 0 ? none : rich(n, words));
}

/** {{#if (全 完成数 总数)}}: all of them; nothing is not all. */
function all([n, total]: unknown[]): HelperOutcome {
  if (!isFigure(n) || !isFigure(total)) return misuse('{{#if (全 数 总数)}}');
  return good(n.value > 0 && n.value === total.value);
}

/**
 * {{分述 总数 完成数 "已完成" 滞后数 "未完成"}} → 2项已完成，1项未完成; 均已完成 where that is all, 已完成 where all is one. With the
 * word first ({{分述 总数 "完成" 完成数}}) it is printed so: 完成2项，未完成1项. What there is none of is not spoken of.
 */
function parts([total, ...pairs]: unknown[]): HelperOutcome {
  const usage = '{{分述 总数 数 "已完成" 数 "未完成"}}';
  if (!isFigure(total) || pairs.length === 0 || pairs.length % 2 !== 0) return misuse(usage);
  const shown: Rich[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const pair = pairOf(pairs[i], pairs[i + 1]);
    if (!pair) return misuse(usage);
    const { n, words, text } = pair;
    if (n.value > 0 && n.value === total.value) return good(rich(n.value > 1 ? '均' : '', words));
    if (n.value > 0) shown.push(shown.length > 0 ? rich('，', text) : text);
  }
  return good(rich(...shown));
}

function pairOf(a: unknown, b: unknown): { n: Figure; words: string; text: Rich } | null {
  if (isFigure(a) && typeof b === 'string') return { n: a, words: b, text: rich(a, b) };
  if (typeof a === 'string' && isFigure(b)) return { n: b, words: a, text: rich(a, b) };
  return null;
}

export const COUNT_HELPERS = { 若有: ifAny, 全: all, 分述: parts };
