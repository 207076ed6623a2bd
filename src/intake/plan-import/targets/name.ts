/** What a target counts, as a table row would name it: taken from the clause's own words. */
import { cutName, withoutHalves } from '../text/cut.ts';
import { FALLING, RISING } from './movement-words.ts';
import type { NumberSpan } from './number-scan.ts';
import { OF_A_WHOLE, PER_UNIT, type Reading } from './operator.ts';
import { rankName } from './ranks.ts';

const LONGEST = 30;
const HEDGES =
  /(?:用|经过|通过)?(?:未来|今后)[两二三四五六七八九十\d]{1,2}年|(?:用|经过|通过)?[两二三四五六七八九十\d]{1,2}年(?:之?内|(?:左右)?的?(?:时间|努力))|到?“?十[三四五六七]五”?(?:规划|时期)?期?末|到?[明次来]年(?:年?[底末])?(?:之?前)?|力争|^(?:逐步|将|把)+|争取|确保|努力|进一步|积极|加快|全年|(?<!（)每年|今年|年内|20\d{2}年?—(?:20)?\d{2}年|到?20\d{2}年?底(?:前|之前)?|到?年底(?:前|之前)?|(?<=^)底前|累计(?=完成|实现|达到)|实现(?=[^\d]{2})|继续|(?<![\u4e00-\u9fff](?<!力争|争取|确保|努力|积极|全年|继续|加快|年内))重点(?=调度|抓好|培育|打造|建设|推进|推动|支持|发展|引进|实施|扶持|完成|改造|开展)|至少(?=建)|到?20\d{2}年\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?(?:之?前)?|20\d{2}([./-])\d{1,2}\1\d{1,2}(?![\d.])(?:之?前)?|(?<=^|其中|力争|争取|确保|努力)到?20\d{2}年(?:之?前)?|(?:\d{1,2}月?—)?\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?(?:之?前)?|(?:[上下]半年|[一二三四]季度)(?:底|末)?(?:之?前)?/g;
const REACHES = `首次突破|突破|超过|超出|高于|多于|超|逾|不低于|不少于|不超过|不高于|不多于|不大于|≤|低于|少于|小于|控制在|[≥≤><＞＜]|迈[上过入]|跨[上过越]|站上|(?:保持|稳定|维持)在|(?:${FALLING})(?:到|至|为)|至少|达到|达|(?:${RISING})(?:到|至)|约|近`;
const OPERATOR_END = new RegExp(`(?:(?:${REACHES})或)?(?:${REACHES})?(?:了|为|至|到)?$`);
/** 突破千亿元大关 */
const THRESHOLD = /^(?:大关|台阶|关口|门槛)/;
/** 二、四季度各, 上半年、全年分别: when, not what. */
const PERIODS = /[一二三四](?:[、和][一二三四])+(?:个)?季度(?=各|均|分别)|上、下半年/;
/** 平台建设科要: who, which the units say. */
export const WHO =
  /^[^，、：]{2,14}?(?:科|处|股|室|局|办|委|中心|公司)(?:要|须|应当|牵头(?:负责)?|负责)(?=.)/;
/** 每月召开例会、新增企业50家 */
const OFTEN_BEFORE = /^[^、]*每(?:个?月|个?季度|周|半年)[^、]*、(?=新增|新建|净增|建成|引进|培育|完成)/;
const ENUMERATOR = /^[\s、]*(?:[①-⑳]|（\d{1,2}）|\d{1,2}[)）])/;
/** 提高机顶盒占比至75%: the share, not the raising. */
const RAISED = /^(?:提高|提升|扩大|增加)(?=[^，、]{2,}(?:率|占比|比重|比例|覆盖面|满意度|知晓度)$)/;
/** 18万元/人 */
const PER_BEHIND = /^\/((?:(?!以[上下内]|左右|上下)[\u4e00-\u9fffA-Za-z]){1,8})(?:以[上下内]|左右|上下)?/;
/** 密度达到每万人20个 */
const PER = new RegExp(`(?:${REACHES})?((?:每[百千万]人|每平方公里|${PER_UNIT}))$`);
/** 月活跃用户不低于注册用户的15% */
const SHARE_OF = /(?<=.{2})(?:不低于|不少于|达到|超过|不超过|不高于|不大于|控制在)([^，、；\d]{2,12})的$/;

/** 检查频次不超过上年总数80% */
const LIMIT_OF = new RegExp(`(?<=.{2})(?:不超过|不高于|不大于)${OF_A_WHOLE}`);

/** `from` and `to` bound the part of the clause that belongs to this number; '' where that part names nothing. */
export function targetName(
  clause: string,
  span: Pick<NumberSpan, 'start'> & Partial<Pick<NumberSpan, 'form'>>,
  reading: Pick<Reading, 'end'>,
  from: number,
  to: number,
): string {
  const before = clause
    .slice(from, span.start)
    .replace(/\u0001+/g, '')
    .replace(ENUMERATOR, '')
    .replace(WHO, '')
    .replace(PERIODS, '')
    .replace(PER, '（$1）')
    .replace(SHARE_OF, '占$1比重')
    .replace(LIMIT_OF, '占$1比重')
    .replace(OPERATOR_END, '')
    .replace(/(?<![主重需纪摘])(?:要|须)[在于]?$/, '')
    .replace(/(?:\d[\d,.]*[^\d、和]{1,5}[、和])+$/, '')
    .replace(/[较比](?:上年|去年|20\d{2}年)(?:同期|年?[末底])?的\d[\d.,]*[^\d，提上增下降减再]*/, '')
    .replace(/[由从][^由从，]*\d[^，]*$/, '')
    .replace(/^[^“（《]*：/, '')
    .replace(OFTEN_BEFORE, '')
    .replace(ENUMERATOR, '')
    .replace(/^[、和及，\s]+/, '')
    .replace(HEDGES, '')
    .replace(/^[、和及，\s]*(?:分别|各(?=[^个种类项地级县市区]))/, '')
    .replace(/^[、和及，\s]+|[、，\s（]+$/g, '');
  if (span.form === 'rank') return cutName(withoutHalves(rankName(before)), LONGEST);
  const after = clause
    .slice(reading.end, to)
    .replace(/\u0001+/g, '')
    .replace(/^(?:百分点|的)/, '')
    .replace(THRESHOLD, '')
    .replace(PER_BEHIND, '（每$1）')
    .replace(/[、和及，\s]+$/, '');
  // 网上可办率保持100%, but 保持15%以上的增长.
  const kept = after === '' ? before.replace(/(?<=.)(?:保持|稳定|维持)$/, '') : before;
  const name = /^(?:（(?!每)|[，、])/.test(after) ? kept : `${kept}${after}`;
  return shortened(withoutHalves(name.replace(RAISED, '').replace(/(?<=.)(?:实现|的)$/, '')));
}

/** 高新技术企业、瞪羚企业、科技型中小企业 is cut between its members, not within one. */
function shortened(name: string): string {
  const cut = cutName(name, LONGEST);
  const members = cut.slice(0, Math.max(0, cut.lastIndexOf('、')));
  const within = withoutHalves(members) !== members;
  return cut === name || within || members.length < LONGEST / 2 ? cut : `${members}等`;
}

/** 建成, 加快推进: what is done to a thing. */
const DOING =
  /^(?:加快|积极|大力|全面|继续|推进|推动|实施|开展|建设|建成|新建|组建|设立|打造|完成|改造|升级|出台|印发|编制|制定|发布|上线|开发|搭建)+(?![和及、])(?=.{2})/;

/** 建设示范工厂 → 示范工厂 */
export const objectOf = (words: string): string => words.replace(DOING, '');

/** Where one counted thing ends and the next begins: behind the last 、和及 between two numbers. */
export function seam(text: string, from: number, to: number): number {
  const cuts = [...text.slice(from, to).matchAll(JOINS)];
  const last = cuts.at(-1);
  return last ? from + last.index : to;
}

/** Not the 及 of 普及 nor the 和 of 共和. */
const JOINS = /、|以及|(?<![普涉以])及(?![时格早])|(?<![共总饱温])和(?![谐平])/g;
