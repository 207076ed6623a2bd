/** The unit behind a number, and the words that look like one. */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { BASE_UNITS, isCountWord } from '../../../base/chinese/units.ts';

export const TIME_UNITS: ReadonlySet<string> = new Set([
  '年',
  '月',
  '日',
  '工作日',
  '个工作日',
  '天',
  '周',
  '个月',
  '小时',
  '分',
  '分钟',
  '秒',
  '毫秒',
  '学时',
  '课时',
]);
/** Units that are more often part of a name: 5G级, 10点. */
export const NOT_COUNTED: ReadonlySet<string> = new Set([
  '级',
  '点',
  '字',
  '班',
  '度',
  '页',
  '周',
  '倍',
  '分',
]);
/** Counted only when a verb or 达到, 以上 says so: 组织3期, 达2000类; otherwise 3期工程, 5类主体. */
export const SELDOM_COUNTED: ReadonlySet<string> = new Set(['期', '类', '轮', '届', '部']);
/** Units of plans that the forms' list (BASE_UNITS) does not have. */
const PLAN_UNITS: ReadonlySet<string> = new Set([
  '架',
  '路',
  '枚',
  '㎡',
  '平米',
  '皮长公里',
  '芯公里',
  '台（套）',
  '艘',
  '起',
  'M',
  '片',
  '盏',
  '宗',
  '株',
  '幢',
  '毫秒',
  '标箱',
  '千伏安',
  '斤',
  '立方米',
  '头',
  '羽',
  '列',
]);
/** What must not follow a unit, because both together are another word. */
export const OTHER_WORD: Readonly<Record<string, RegExp>> = {
  人: /^[才工员民口]/,
  家: /^[庭居电]/,
  条: /^[例件款]/,
  件: /^事/,
  场: /^[景所馆地]/,
  次: /^[数日]/,
  点: /^/,
  批: /^[发准复]/,
  名: /^[单称录]/,
  项: /^目[^、，。]{0,2}制/,
  站: /^点/,
  市: /^[场]/,
  区: /^[域块]/,
  台: /^[账州]/,
  架: /^[构空设]/,
  路: /^[段线由网面灯径]/,
  期: /^[间工项限货]/,
  类: /^[型别似]/,
  起: /^[来草步源点降飞到]/,
  片: /^[区面剂段头长]/,
  宗: /^[旨教地]/,
  头: /^[部条名号目]/,
  列: /^[入为车明举]/,
};
const LONGEST_UNIT = 8;
const LATIN = new Map([...BASE_UNITS].filter((u) => /^[A-Za-z]+$/.test(u)).map((u) => [u.toUpperCase(), u]));
/** Behind 3000万 without a unit; any other word would be a unit that is not known. */
const BARE_END = /^(?:$|[^\u4e00-\u9fffA-Za-z]|以[上下内]|及以|左右|上下|[的和与及])/;

const isUnit = (base: string): boolean =>
  BASE_UNITS.has(base) ||
  PLAN_UNITS.has(base) ||
  LATIN.has(base.toUpperCase()) ||
  isTimesOf(base) ||
  isRatio(base);

/** Measured so only in ratios. */
const SMALL: ReadonlySet<string> = new Set(['克', '毫克', '微克', '升', '毫升']);
/** What a ratio is to; behind 1次/月, 50个/县 stands how often, or for whom: no total is known. */
const WHOLES: ReadonlySet<string> = new Set(
  '人 户 元 亩 公顷 平方米 平方公里 立方米 米 公里 升 千克 公斤 吨'.split(' '),
);

/** 微克/立方米, 件/万人, 部/百人, 吨标准煤/万元; of 20万元/人 the name tells it: 劳动生产率（每人）. */
function isRatio(unit: string): boolean {
  const [above, below, ...more] = unit.split('/').map((part) => splitUnit(part).base);
  if (!above || !below || above === '元' || more.length > 0) return false;
  const measured = SMALL.has(above) || BASE_UNITS.has(above) || PLAN_UNITS.has(above);
  return measured && WHOLES.has(below.replace(/^[每百]/, ''));
}

/** 条次, 家次, 件次: how often what is counted comes. */
const isTimesOf = (base: string): boolean =>
  base.length === 2 && base.endsWith('次') && base !== '个次' && isCountable(base.charAt(0));
const isCountable = (word: string): boolean => isCountWord(word) || PLAN_UNITS.has(word);
/** 5条次干道 */
const SECONDARY = /^[干级中高要生新优]/;

/** Other spellings of units, as the forms know them: returns are read by those. */
const SPELT: Readonly<Record<string, string>> = { '㎡': '平方米', 平米: '平方米', '台（套）': '台' };

/** 万㎡ → 万平方米 */
export function spelt(unit: string): string {
  const { magnitude, base } = splitUnit(unit);
  return `${magnitude}${SPELT[base] ?? base}`;
}

/** The unit at the head of the text, longest first, as it is spelt; undefined when there is none. */
export function unitAt(text: string): string | undefined {
  for (let length = Math.min(LONGEST_UNIT, text.length); length > 0; length--) {
    const unit = text.slice(0, length);
    if (unit === '个百分点' || unit === '个工作日') return unit;
    const { base, magnitude } = splitUnit(unit);
    const rest = text.slice(length);
    if (base === '' ? magnitude === '' || !BARE_END.test(rest) : !isUnit(base)) continue;
    if (isTimesOf(base) && SECONDARY.test(rest)) continue;
    if (rest.startsWith('级') || OTHER_WORD[base]?.test(rest)) continue;
    if (/^[A-Za-z]/.test(unit) && /^[A-Za-z0-9]/.test(rest)) continue;
    return unit;
  }
  return undefined;
}
