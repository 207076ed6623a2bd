/** What a target counts, as a table row would name it: taken from the clause's own words. */
import type { NumberSpan } from './number-scan.ts';
import type { Reading } from './operator.ts';

const LONGEST = 30;
const HEDGES =
  /力争|争取|确保|努力|进一步|积极|加快|全年|今年|年内|到?(?:20\d{2}年)?(?:年底|底)(?:前|之前)?|累计(?=完成|实现|达到)|实现(?=[^\d]{2})|继续|重点|\d{1,2}月(?:底|末)?(?:之?前)?|(?:上半年|[一二三四]季度)(?:底|末)?(?:之?前)?/g;
const OPERATOR_END =
  /(?:首次突破|突破|超过|超出|高于|多于|超|逾|不低于|不少于|不超过|不高于|不多于|不大于|≤|低于|少于|小于|控制在|(?:压缩|压减|压降|降低|下降|缩短|减少|降)(?:到|至|为)|至少|达到|达|(?:提高|提升|增加|增长|扩大|上升|跃升|攀升|发展|拓展|扩展|壮大|增|升)(?:到|至)|(?:保持|稳定|维持)在|约|近)?(?:了|为|至|到)?$/;

/** `from` and `to` bound the part of the clause that belongs to this number. */
export function targetName(
  clause: string,
  span: NumberSpan,
  reading: Reading,
  from: number,
  to: number,
): string {
  const before = clause
    .slice(from, span.start)
    .replace(OPERATOR_END, '')
    .replace(/[由从][^由从，]*\d[^，]*$/, '')
    .replace(HEDGES, '')
    .replace(/^[、和及，\s]+|[、，\s（]+$/g, '');
  const after = clause
    .slice(reading.end, to)
    .replace(/^(?:百分点|的)/, '')
    .replace(/[、和及，\s]+$/, '');
  const name = /^[（，]/.test(after) ? before : `${before}${after}`;
  const short = [...(name || clause)].slice(0, LONGEST).join('');
  return short;
}
