/** Numbers as people write them in returns and plans: 1.2万个, 12,000, １２０００, 约1.2亿元, 98.7％, 一万二千. */

/** How exact a written number claims to be: “约1.2万个”, “超过1亿条”. Empty for a plain number. */
export type Qualifier = '' | '约' | '近' | '超过' | '突破' | '以上' | '左右' | '不足' | '以下';

export interface Quantity {
  /** In `unit`, e.g. 1.2 with unit 万个 — never multiplied out, so that nothing is lost. */
  value: number;
  /** 个, 万个, 亿元, %, 百分点, 次 …; empty for a bare number. */
  unit: string;
  /** Digits after the point that were given; formatting never shows more. */
  decimals: number;
  qualifier: Qualifier;
}
