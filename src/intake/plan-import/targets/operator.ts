/** The plan's words around a number → how the number is meant. Operators: see model/plan/target.ts. */
import type { Operator } from '../../../model/plan/target.ts';
import { FALLING, RISING } from './movement-words.ts';
import type { NumberSpan } from './number-scan.ts';

export interface Reading {
  operator: Operator;
  /** The plan's own word. */
  wording: string;
  /** First character after 以上 / 左右. */
  end: number;
}

const AFTER: readonly (readonly [RegExp, Operator])[] = [
  [/^及?以上/, 'atLeast'],
  [/^左右|^上下/, 'about'],
];
const FILL = '(?:了|为|至|到|全省|全年|累计|总数|分别)*';
const BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [new RegExp(`(首次突破|突破|超过|超出|高于|大于|多于|超|逾)${FILL}$`), 'exceed'],
  [new RegExp(`(不低于|不少于|不小于|至少|达到|达)${FILL}$`), 'atLeast'],
  [new RegExp(`((?:${RISING})(?:到|至))$`), 'atLeast'],
  [/(迈[上过入]|跨[上过越]|站上)$/, 'atLeast'],
  [/(大约|约|近)$/, 'about'],
];
/** 降至每千瓦时0.5元, 压缩至每年90小时. */
export const PER_UNIT = '每(?:千瓦时|立方米|平方米|吨|亩|公里|年)';
const LIMIT_AFTER = /^及?(?:以下|以内|之内)/;
const LIMIT_BEFORE = new RegExp(
  `(不超过|不高于|不多于|不大于|≤|[<＜]|(?<!不)低于|(?<!不)少于|(?<!不)小于|控制在|(?:${FALLING})(?:到|至|为))(?:了|全省|全年|累计|总数|分别|${PER_UNIT})*$`,
);
/** 不超过预算的90% */
const OF_SOMETHING = '[^，、；\\d]{2,12}的$';
const LIMIT_SHARE = new RegExp(
  `(不超过|不高于|不多于|不大于|控制在|(?:${FALLING})(?:到|至|为))${OF_SOMETHING}`,
);
/** 职工总数 of 不超过职工总数20%; not 不超过全省3%. */
export const OF_A_WHOLE = '(?!全[省市县区年]|累计|总数|分别)([^，、；\\d增提升降减]{2,12})$';
const LIMIT_OF = new RegExp(`(不超过|不高于|不多于|不大于)${OF_A_WHOLE}`);
const FLOOR_SHARE = new RegExp(`(不低于|不少于|达到)${OF_SOMETHING}`);
/** 0.32吨标准煤/万元以下 */
const PER_BEFORE_WORD = /^\/[^，、；\d]{1,8}?(?=以[上下内]|左右|上下)/;

/** Signs, in the words that papers print. */
const SIGNS: Readonly<Record<string, readonly [Operator, string]>> = {
  '≥': ['atLeast', '不低于'],
  '>': ['exceed', '超过'],
  '＞': ['exceed', '超过'],
};

/** The plan's word for an upper limit around a number: the one behind it, or else the one before it. */
export function limitWord(before: string, after: string): string | undefined {
  return LIMIT_AFTER.exec(after)?.[0] ?? LIMIT_BEFORE.exec(before)?.[1];
}

/** 控制在3%左右, 控制在2—3天: neither an upper limit nor a number to be reached, so undefined. */
export function readOperator(clause: string, span: NumberSpan): Reading | undefined {
  if (span.form === 'rank') return { operator: 'atMost', wording: '前', end: span.end };
  const before = clause.slice(0, span.start);
  const per = PER_BEFORE_WORD.exec(clause.slice(span.end))?.[0] ?? '';
  const after = clause.slice(span.end + per.length);
  const isShare = span.unit === '%' || span.unit === '‰';
  const limit =
    limitWord(before, after) ??
    (isShare ? (LIMIT_SHARE.exec(before) ?? LIMIT_OF.exec(before))?.[1] : undefined);
  if (limit !== undefined) {
    const exact = span.upper === undefined && span.form !== 'ordinal' && !/^(?:左右|上下)/.test(after);
    const end = per === '' && after.startsWith(limit) ? span.end + limit.length : span.end;
    const wording = /[<＜]/.test(limit) ? '低于' : limit;
    return exact ? { operator: 'atMost', wording, end } : undefined;
  }
  const sign = span.upper === undefined ? SIGNS[before.slice(-1)] : undefined;
  if (sign) return { operator: sign[0], wording: sign[1], end: span.end };
  if (span.form === 'ordinal')
    return { operator: 'batches', wording: clause.slice(span.start, span.end), end: span.end };
  for (const [pattern, operator] of AFTER) {
    const word = pattern.exec(after)?.[0];
    if (word) return { operator, wording: word, end: span.end + (per === '' ? word.length : 0) };
  }
  // 扩大到 says what is reached, the rate is by how much.
  if (span.form === 'multiple') return { operator: 'atLeast', wording: '', end: span.end };
  if (span.upper !== undefined) return { operator: 'range', wording: '', end: span.end };
  for (const [pattern, operator] of BEFORE) {
    const word = pattern.exec(before)?.[1];
    if (word) return { operator, wording: word, end: span.end };
  }
  const floor = isShare ? FLOOR_SHARE.exec(before)?.[1] : undefined;
  if (floor) return { operator: 'atLeast', wording: floor, end: span.end };
  if (span.more)
    return {
      operator: 'exceed',
      wording: /[余多来]/.exec(clause.slice(span.start, span.end))?.[0] ?? '',
      end: span.end,
    };
  if (span.unit === '批') return { operator: 'batches', wording: '', end: span.end };
  return { operator: 'atLeast', wording: '', end: span.end };
}

/** 力争, 争取, 努力: kept for the wording of sentences. */
export function softenerIn(text: string): string | undefined {
  return /力争|争取(?!资金|更多|国家|列入|中央)|努力|尽力/.exec(text)?.[0];
}
