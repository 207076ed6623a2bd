/** What a template may call. Adding one: a function here; the name is what the template writes. */
import { shorten } from '../../../base/chinese/shorten.ts';
import { withoutThousands } from '../../../base/chinese/text.ts';
import { count } from '../../figures.ts';
import type { Limits } from '../../limits.ts';
import { isFigure, isRich, rich, type Value } from '../value.ts';
import { CHOOSE_HELPERS } from './choose.ts';
import { COUNT_HELPERS } from './counts.ts';
import { good, type HelperContext, type HelperOutcome, misuse } from './helper.ts';
import { PLACE_HELPERS } from './places.ts';
import { STATISTIC_HELPERS } from './statistics.ts';
import { TREND_HELPERS } from './trends.ts';

/** {{见 "图表编号"}} → 图3、表1: the number is filled in by the references pass. {{见 "targets-" 序号}} joins its parts. */
function see(parts: unknown[]): HelperOutcome {
  if (parts.length === 0 || parts.some((part) => typeof part !== 'string'))
    return misuse('{{见 "图表编号"}}');
  return good({ rich: [{ kind: 'reference', target: parts.join(''), text: '' }] });
}

/** {{列举 名单 "名称"}} → 甲、乙、丙 (the field may be left out for a list of texts). */
function enumerate([list, field]: unknown[]): HelperOutcome {
  const usage = '{{列举 名单 "字段"}}';
  if (!Array.isArray(list)) return misuse(usage);
  const parts: (string | Value)[] = [];
  for (const [i, item] of list.entries()) {
    const value = typeof field === 'string' ? (item as Record<string, Value>)[field] : (item as Value);
    if (typeof value !== 'string' && !isFigure(value) && !isRich(value)) return misuse(usage);
    if (i > 0) parts.push('、');
    parts.push(value);
  }
  return good(rich(...(parts as string[])));
}

/** {{个数 名单}} is not offered: counts come from the data, with their origin. {{#if (有 x)}}, {{#if (有 x y)}}: one of them at least is not zero, not empty. */
const present = (values: unknown[]): HelperOutcome => good(values.some(isPresent));

function isPresent(value: unknown): boolean {
  if (isFigure(value)) return value.value !== 0;
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== '' && value !== false;
}

/** What a template writes behind a list: those that matter less are shortened first. */
const WEIGHTS: ReadonlyMap<unknown, 'items' | 'second' | 'minor'> = new Map([
  [undefined, 'items'],
  ['其次', 'second'],
  ['次要', 'minor'],
]);

/** How many items of a list the sheet has room for; undefined for a weight that there is not. */
function mostOf(weight: unknown, limits: Limits): number | undefined {
  const limit = WEIGHTS.get(weight);
  return limit && limits[limit];
}

/** {{#each (取 名单)}}, {{#each (取 名单 "次要")}}: on a sheet that must be one page, as many items as there is room for. */
function take([list, weight]: unknown[], limits: Limits): HelperOutcome {
  const most = mostOf(weight, limits);
  return Array.isArray(list) && most !== undefined
    ? good(list.slice(0, most) as Value[])
    : misuse('{{#each (取 名单 "次要")}}');
}

/** {{略 名单 "项任务"}}, {{略 名单 "项任务" "次要"}} → 另有4项任务, when 取 has left some out; nothing otherwise. */
function omitted([list, noun, weight]: unknown[], limits: Limits): HelperOutcome {
  const most = mostOf(weight, limits);
  if (!Array.isArray(list) || typeof noun !== 'string' || most === undefined)
    return misuse('{{略 名单 "项任务" "次要"}}');
  if (list.length <= most) return good('');
  return good(rich('另有', count(list.length - most, `名单中略去的${noun}`, noun)));
}

/** {{短 文字}}: on a sheet that must be one page, as much of the text as there is room for. */
function short([text]: unknown[], { characters }: Limits): HelperOutcome {
  if (text === null) return good(null);
  return typeof text === 'string' ? good(shorten(text, characters)) : misuse('{{短 文字}}');
}

/** {{去千分撇 文字}}: 约2,140亿元 → 约2140亿元, of what the ledger does not write so already. */
function plainDigits([text]: unknown[]): HelperOutcome {
  if (text === null) return good(null);
  if (typeof text !== 'string') return misuse('{{去千分撇 文字}}');
  return good(withoutThousands(text));
}

/** {{附件 "编制说明"}} → 附件4: the number of an annex of document.yaml's annexList, by its name; those left out count for nothing. */
function annex([name]: unknown[], { annexes }: HelperContext): HelperOutcome {
  const known = annexes.map((one) => `“${one}”`).join('、');
  const n = annexes.indexOf(name as string) + 1;
  if (n === 0)
    return misuse(`{{附件 "名称"}}，名称是本期附件说明（annexList）中的一项${known && `：${known}`}`);
  return good(annexes.length > 1 ? `附件${n}` : '附件');
}

/** {{注 "文字"}} in a book: a note, at the end of the chapter. */
function noteOf([text]: unknown[]): HelperOutcome {
  if (typeof text !== 'string' && !isRich(text)) return misuse('{{注 "文字"}}');
  return good({ rich: [{ kind: 'noteMark', n: 1, children: rich(text).rich }] });
}

export const HELPERS = {
  去千分撇: plainDigits,
  注: noteOf,
  见: see,
  列举: enumerate,
  有: present,
  取: take,
  略: omitted,
  短: short,
  附件: annex,
  ...COUNT_HELPERS,
  ...STATISTIC_HELPERS,
  ...PLACE_HELPERS,
  ...CHOOSE_HELPERS,
  ...TREND_HELPERS,
} satisfies Record<string, (args: unknown[], context: HelperContext) => HelperOutcome>;
export type HelperName = keyof typeof HELPERS;
