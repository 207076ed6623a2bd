/** Text of next year's settings from this year's: the same words and comments, every date a year on. */
import { isMap, isNode, isSeq, type Pair, parseDocument, stringify } from 'yaml';
import type { Baselines } from '../model/baseline.ts';

/** Files of data/<year>/ that stay valid but for their dates and what is emptied. The plan and the returns are new each year. */
export const ROLLED_FILES = [
  'units.yaml',
  'ladders.yaml',
  'rules.yaml',
  'periods.yaml',
  'cities/cities.yaml',
  'cities/indicators.yaml',
  'projects/rules.yaml',
  'office.yaml',
  'archive.yaml',
] as const;

/**
 * What belongs to the old year's plan or to single periods is new each year. By file, with the keys under which it
 * stands: checks.sums, and in lists indicators.*.targets.
 */
export const EMPTIED: ReadonlyMap<string, readonly string[]> = new Map([
  ['office.yaml', ['reminders', 'bulletins']],
  ['archive.yaml', ['periods']],
  ['rules.yaml', ['checks.sums']],
  ['projects/rules.yaml', ['targets']],
  ['cities/indicators.yaml', ['indicators.*.targets']],
]);

const DATE_OR_PERIOD = /\b(\d{4})(?=-\d{2}-\d{2}\b|-\d{2}\b|Q[1-4]\b|年)/;

/** Where a fact was published, and when: that stays. Quoted, or up to the end of the entry. */
const SOURCE = /\bsource:\s*(?:'[^'\n]*'|"[^"\n]*"|[^,}\n]*)/;
const PART = new RegExp(`${SOURCE.source}|${DATE_OR_PERIOD.source}`, 'g');

/** 2022-06-30 → 2023-06-30, 2022Q3 → 2023Q3, 2022年 → 2023年; a due date in the next January moves likewise. */
export function rollText(text: string): string {
  return text.replace(PART, (part) => (SOURCE.test(part) ? part : String(Number(part) + 1)));
}

/** The YAML text with `key: {}` (or `[]`) for each of the keys that it has; all else stays as it is written. */
export function emptied(text: string, keys: readonly string[]): string {
  const { contents } = parseDocument(text);
  const found = keys.flatMap((key) => pairsAt(contents, key.split('.')));
  // From the end, so that the places of the others stay.
  return found.toReversed().reduce((rest, { key, value }) => {
    if (!isNode(key) || !isNode(value) || !key.range || !value.range) return rest;
    const after = rest.slice(value.range[2]);
    return `${rest.slice(0, key.range[1])}: ${isSeq(value) ? '[]' : '{}'}\n${after}`;
  }, text);
}

/** The pairs to which a path leads, in their order; * is every item of a list. */
function pairsAt(node: unknown, [first, ...rest]: readonly string[]): Pair[] {
  if (isSeq(node)) return first === '*' ? node.items.flatMap((item) => pairsAt(item, rest)) : [];
  const pairs = isMap(node) ? node.items.filter(({ key }) => String(key) === first) : [];
  return rest.length === 0 ? pairs : pairs.flatMap(({ value }) => pairsAt(value, rest));
}

/** baselines.yaml, with a word on what it is for. */
export function baselinesText(baselines: Baselines, year: number): string {
  const head = `# ${year}年末各指标的完成值，作为${year + 1}年时点数和占比类目标的年初基数：新计划中同名的指标自动采用。\n# 名称对不上的，改 name 或在计划文件中直接写 baseline。\n`;
  return `${head}${stringify(baselines, { lineWidth: 0 })}`;
}
