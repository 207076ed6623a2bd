/** What a template may call. Adding one: a function here; the name is what the template writes. */
import { isFigure, isRich, rich, type Value } from '../engine/value.ts';

type HelperOutcome = { ok: true; value: Value } | { ok: false; expected: string };

const good = (value: Value): HelperOutcome => ({ ok: true, value });
const misuse = (expected: string): HelperOutcome => ({ ok: false, expected });

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

/** {{个数 名单}} is not offered: counts come from the data, with their origin. {{#if (有 x)}}: not zero, not empty. */
function present([value]: unknown[]): HelperOutcome {
  if (isFigure(value)) return good(value.value !== 0);
  if (Array.isArray(value)) return good(value.length > 0);
  return good(value !== null && value !== '' && value !== false);
}

export const HELPERS = { 见: see, 列举: enumerate, 有: present };
export type HelperName = keyof typeof HELPERS;
