/** {{#with (其中 目标.各项 "物联网产业规模")}}: the one of that name in a list; where this year's plan has none, nothing is written, and that is told. */
import * as messages from '../../../base/messages/compose.ts';
import { nearest } from '../../../base/nearest.ts';
import type { Value, View } from '../value.ts';
import { good, type HelperContext, type HelperOutcome, misuse } from './helper.ts';

const NAME = '名称';

function choose([list, name]: unknown[], { at, report }: HelperContext): HelperOutcome {
  if (!Array.isArray(list) || typeof name !== 'string') return misuse('{{#with (其中 名单 "名称")}}');
  const items = list as View[];
  const found = items.find((item) => item[NAME] === name);
  if (found) return good(found as Value);
  const names = items.map((item) => String(item[NAME]));
  report(messages.noSuchItem(at, name, nearest(name, names), names));
  return good(null);
}

/** {{#if (同 甲 乙)}}: two texts that say the same. */
function same([a, b]: unknown[]): HelperOutcome {
  const text = (value: unknown): boolean => typeof value === 'string' || value === null;
  return text(a) && text(b) ? good(a !== null && a === b) : misuse('{{#if (同 文字 文字)}}');
}

export const CHOOSE_HELPERS = { 其中: choose, 同: same };
