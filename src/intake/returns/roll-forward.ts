/** Text of next year's settings from this year's: the same words and comments, every date a year on. */
import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type Scalar, stringify } from 'yaml';
import type { Baselines } from '../../model/plan/baseline.ts';

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
  'white-paper.yaml',
] as const;

/**
 * What belongs to the old year's plan, to single periods or to one printed book is new each year. By file, with the keys
 * under which it stands: checks.sums, and in lists indicators.*.targets.
 */
const EMPTIED: ReadonlyMap<string, readonly string[]> = new Map([
  ['office.yaml', ['reminders', 'bulletins']],
  ['archive.yaml', ['periods']],
  ['rules.yaml', ['checks.sums']],
  ['projects/rules.yaml', ['targets']],
  ['cities/indicators.yaml', ['indicators.*.targets']],
  ['white-paper.yaml', ['issued', 'citation', 'imprint.*.text']],
]);

/** Years that no unit of time follows, as in a title: 2022, （2022）. */
const YEARS_AT: ReadonlyMap<string, readonly string[]> = new Map([
  ['white-paper.yaml', ['coverYear', 'dataYear', 'title', 'subtitle']],
]);

/** Text of the new year's file from that of the old year. */
export const rolledFile = (name: string, text: string): string =>
  rollText(yearsOn(emptied(text, EMPTIED.get(name) ?? []), YEARS_AT.get(name) ?? []));

/** Of a 档号 the year stands before its 保管期限: 2022-D30-0001. */
const DATE_OR_PERIOD = /\b(\d{4})(?=-\d{2}-\d{2}\b|-\d{2}\b|-(?:Y|D\d{2})-\d|Q[1-4]\b|年)/;

/** Where a fact was published, and when: that stays. Quoted, or up to the end of the entry. */
const SOURCE = /\bsource:\s*(?:'[^'\n]*'|"[^"\n]*"|[^,}\n]*)/;
const PART = new RegExp(`${SOURCE.source}|${DATE_OR_PERIOD.source}`, 'g');

/** 2022-06-30 → 2023-06-30, 2022Q3 → 2023Q3, 2022年 → 2023年, …-2022-D30-… → …-2023-D30-…; a due date in the next January moves likewise. */
export function rollText(text: string): string {
  return text.replace(PART, (part) => (SOURCE.test(part) ? part : String(Number(part) + 1)));
}

/** The YAML text with nothing under each of the keys that it has: `{}`, `[]` or `''`; all else stays as it is written. */
function emptied(text: string, keys: readonly string[]): string {
  return fromTheEnd(found(text, keys)).reduce((rest, { key, value }) => {
    if (!isNode(key) || !isNode(value) || !key.range || !value.range) return rest;
    if (isScalar(value)) return value.value ? replaced(rest, value, "''") : rest;
    const after = rest.slice(value.range[2]);
    return `${rest.slice(0, key.range[1])}: ${isSeq(value) ? '[]' : '{}'}\n${after}`;
  }, text);
}

/** A year that `rollText` leaves alone. */
const BARE_YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d|-\d{2}|Q[1-4]|年)/g;

/** The YAML text with every bare year a year on in the values of the keys. */
function yearsOn(text: string, keys: readonly string[]): string {
  const values = found(text, keys).flatMap(({ value }) => (isSeq(value) ? value.items : [value]));
  return fromTheEnd(values.filter((value) => isScalar(value))).reduce(
    (rest, value) => replaced(rest, value, (was) => was.replace(BARE_YEAR, (one) => String(Number(one) + 1))),
    text,
  );
}

function replaced(text: string, { range }: Scalar, by: string | ((was: string) => string)): string {
  if (!range) return text;
  const was = text.slice(range[0], range[1]);
  const line = was.endsWith('\n') ? '\n' : '';
  return text.slice(0, range[0]) + (typeof by === 'string' ? by + line : by(was)) + text.slice(range[1]);
}

/** In the order of the text, each once. */
const found = (text: string, keys: readonly string[]): Pair[] => {
  const { contents } = parseDocument(text);
  return keys.flatMap((key) => pairsAt(contents, key.split('.'))).sort((a, b) => startOf(a) - startOf(b));
};

const startOf = ({ key }: Pair): number => (isNode(key) && key.range ? key.range[0] : 0);

/** So that the places of the others stay when one is replaced. */
const fromTheEnd = <T>(places: readonly T[]): T[] => places.toReversed();

/** The pairs to which a path leads, in their order; * is every item of a list. */
function pairsAt(node: unknown, [first, ...rest]: readonly string[]): Pair[] {
  if (isSeq(node)) return first === '*' ? node.items.flatMap((item) => pairsAt(item, rest)) : [];
  const pairs = isMap(node) ? node.items.filter(({ key }) => String(key) === first) : [];
  return rest.length === 0 ? pairs : pairs.flatMap(({ value }) => pairsAt(value, rest));
}

/** baselines.yaml, with a word on what it is for. */
export function baselinesText(baselines: Baselines, year: number): string {
  const head = `# ${year}年末各指标的完成值，作为${year + 1}年时点数和占比类目标的年初基数：新计划中同名的指标自动采用；名称笼统的（如“覆盖率”“面积”），责任单位（responsible）也要相同。\n# 名称对不上的，改 name 或在计划文件中直接写 baseline。\n`;
  return `${head}${stringify(baselines, { lineWidth: 0 })}`;
}
