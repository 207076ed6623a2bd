/** Why a number in digits counts nothing, told by the words around it. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { FALLING } from './movement-words.ts';
import { DOING, type PassedOverWhy } from './number-scan.ts';
import { limitWord } from './operator.ts';
import { NOT_COUNTED, SELDOM_COUNTED, TIME_UNITS } from './unit-at.ts';

const REACHING = /(?:达到?|突破|超过?|不少于|不低于|至少|(?:升|高|大|加|展)[到至])(?:了|约)?$/;
const PROMISING = new RegExp(
  `${REACHING.source}|(?:新增|新建|建成|完成|实现|引进|培育|接入|归集|部署)(?:了|约)?$`,
);
/** 满意度达95分: points, not minutes. */
const SCORE = /(?:满意度|得分|评分|分值|评价|测评|考核|指数)[^，。；、\d]{0,8}$/;
/** 应用水平达到4级, not 4级医院. */
const GRADED = new RegExp(
  `(?:水平|等级|级别|成熟度|评级|测评|评价|能力)[^，。；、\\d]{0,6}${REACHING.source}`,
);
const FALLS_TO = new RegExp(`(?:${FALLING})(?:到|至|为)了?(?:约|全省|平均|每年)*$`);
const RANK = /(?:(?<!\u0001)前|第)$/;
/** Behind 前10: nothing, or what is ranked; 前3季度 is a time. */
const RANKED = /^(?:$|[^\u4e00-\u9fffA-Za-z]|强|位|名|的)/;
const NO_WORD = /^(?:$|[^\u4e00-\u9fffA-Za-z]|以[上下内]|左右|[的和与及])/;
/** 组织培训6期, 推出应用120类: what comes in so many. */
const COUNTABLE: Readonly<Record<string, RegExp>> = {
  期: /(?:培训|研修|讲堂|讲座|论坛|沙龙|活动|简报|专刊|专栏|节目|班)[^，、\d]{0,4}$|(?:开展|举办|组织)\u0001+$/,
  类: /(?:推出|推广|归集|开放|拓展|覆盖|接入|签发|发布|应用)[^，、\d]{0,16}$/,
  轮: /(?:开展|组织|完成|进行)[^，、\d]{0,16}$/,
};
const CLOSED = /^(?:$|[，。；、（）])/;
/** Parts and stages of something are hardly as many: 2期, 电梯2000部. */
const MANY = 10;

/** What of the words behind a number is shown with it: its unit as far as one can tell, also 微克/立方米. */
export const SHOWN = /^(?:[^\u0001、，。；\d/]{0,4}\/[\u4e00-\u9fff]{1,3}|[^\u0001、，。；\d]{0,4})/;

/** Of a number without a known unit; `tail` stands behind it. */
export function unitless(before: string, tail: string): PassedOverWhy {
  if (RANK.test(before) && RANKED.test(tail)) return 'rank';
  if (NO_WORD.test(tail)) return isReached(before, tail) || SCORE.test(before) ? 'reached' : 'noUnit';
  if (!/^[\u4e00-\u9fffA-Za-z]/.test(tail)) return 'noUnit';
  const said = PROMISING.test(before) || limitWord(before, '') !== undefined;
  return said || /^[万亿]|^.{1,4}(?:以上|左右)/.test(tail) ? 'unknownUnit' : 'noUnit';
}

/** Of a number with a unit, undefined where it counts; `after` stands behind the unit. */
export function uncounted(
  unit: string,
  before: string,
  after: string,
  digits: string,
): PassedOverWhy | undefined {
  const { base } = splitUnit(unit);
  if (unit === '分' && SCORE.test(before)) return undefined;
  if (unit === '级' && GRADED.test(before)) return undefined;
  if (TIME_UNITS.has(unit)) return isTimeLimit(before, after) ? undefined : 'time';
  // 第10位, 前10名; 6月底前10家 is another 前.
  if (/第$/.test(before) && base !== '批') return 'rank';
  if (RANK.test(before) && ['位', '名'].includes(base)) return 'rank';
  if (NOT_COUNTED.has(base)) return isReached(before, after) ? 'reached' : 'noUnit';
  if (!SELDOM_COUNTED.has(base)) return undefined;
  if (CLOSED.test(after) && COUNTABLE[base]?.test(before)) return undefined;
  if (DOING.test(before) || PROMISING.test(before) || /^(?:以上|左右)/.test(after)) return undefined;
  return CLOSED.test(after) && Number(digits) >= MANY ? 'reached' : 'noUnit';
}

function isReached(before: string, after: string): boolean {
  return REACHING.test(before) || limitWord(before, after) !== undefined || /^(?:以上|左右)/.test(after);
}

/** 审批时限压减至3天以内 promises something; 3天以内办结 says when. */
function isTimeLimit(before: string, after: string): boolean {
  // 压缩至2个工作日: whatever is said to fall to it.
  if (FALLS_TO.test(before)) return true;
  return (
    limitWord(before, after) !== undefined && /时限|时间|天数|日数|时长|用时|耗时|时延|周期|环节/.test(before)
  );
}
