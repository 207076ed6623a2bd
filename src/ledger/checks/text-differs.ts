/** The progress text names another number for the figure than the one reported beside it. */
import { type Mention, mentionsIn } from '../../base/chinese/mentions.ts';
import { textDiffers } from '../../base/messages/checks.ts';
import { agrees, inUnitOf, speaksOf } from '../returns/mention-match.ts';
import type { Check, TargetCase } from './check.ts';

/** 围绕“新增上云企业2万家”的目标: the plan's own words, and no report. */
const isQuoted = ({ clause }: Mention): boolean => clause.lastIndexOf('“') > clause.lastIndexOf('”');

export const textDiffersCheck: Check<TargetCase> = {
  name: 'text-differs',
  effect: 'verify',
  voids: false,
  run({ target, raw, value, progress, period, about, rules }) {
    const own = value && inUnitOf(raw.unit === '' ? value : raw, target.unit);
    if (!own || !progress || target.operator === 'yesNo') return [];
    const said = mentionsIn(progress.value);
    const same = said.some(({ quantity }) => {
      const there = inUnitOf(quantity, target.unit);
      return there !== undefined && agrees(there, own, rules.checks.textApproximation);
    });
    // A text that gives the value anywhere may well speak of parts and earlier quarters besides.
    if (same) return [];
    const other = said.find((mention) => speaksOf(mention, target, period) && !isQuoted(mention));
    return other ? [textDiffers({ ...about, at: progress.at }, raw, other.text, other.clause)] : [];
  },
};
