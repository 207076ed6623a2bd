/** Whether a count is a level at the period's end (在用机架达到10万架) or an amount of the year (新增机架10万架). */
import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { RISING } from './movement-words.ts';

const END = '(?:了|约)?(?:每[百千万]人|每平方公里)?$';
/** 增加到, 保持在: it was there before, so that the number can only be a level. */
const GROWS_TO = new RegExp(`(?:(?:保持|稳定|维持)在|(?:${RISING})(?:到|至))${END}`);
/** 达到, 突破: somewhere to be, not something to do. */
const REACHED = new RegExp(`(?:首次突破|突破|达到|达|超过|超)${END}`);
/** 不少于: either. */
const AT_LEAST = new RegExp(`(?:不低于|不少于)${END}`);
const HEDGES =
  /^(?:力争|争取|努力|确保|到|\d{1,2}月(?:底|末)?(?:之?前)?|上半年|[一二三四]季度末?|年底(?:前)?|年内|全年|全市|全省|今年|实现(?=[^\d]{2}))+/;
/** What was there before counts as well, whatever was done for it. */
const WHOLE =
  /(?:数|种类|品种|(?:数|总|存|存储|储|容|保有|持有)量|解析量|标识注册量|用户|企业|覆盖|拥有\S*|累计\S*)$/;
/** 累计建成5G基站, 建成基站总数: all there will be, not those of the year; 累计新增 leaves it open. */
const SINCE_EVER = /^累计(?:建成|建设|开通|部署|布局|培育|打造|认定|创建|汇聚|归集|开放)|总数$/;
const NEW =
  /新增|新建|新培育|新(?:入[驻园库]|注册|登记|设立|引进|获批|认定|签约|落地|开工|投产)|完成|实现|引进|打造|培育|建成|投资|签约/;
/** A sentence that begins with what is to be done counts what was done. */
const DONE =
  /^(?:积极|加快|大力|全面|持续|支持|鼓励|引导|推动|推进|组织|新|净)*(?:支持|引导|推动|推进|组织|净增|招引|孵化|认定|遴选|改造|培训|培养|服务|举办|开展|发放|办理|处理|接待|输送|归集|汇聚|开放|部署|布局|发展|建设|创建|发布|推广|开发|吸引|带动|转化|制定|选派|接入|迁移|入驻|攻克|推出|推介|申报|获批|储备|选树|评选|编制|印发|出台|谋划|实施|开工|对接|走访|排查|整治|化解|承接|回流|共享|交换)/;
/** Amounts of the year by their nature: 专利授权量, 技术合同登记量 and any other …量 but those above; cases dealt with. */
const AMOUNT = /(?:收入|案件|[额值量]|投资|人次|次数)$/;
/** 日均调用100万次, 每万人口专利6件, 人均绿地15平方米 never add up. */
const AVERAGE = /日均|月均|单日|峰值|人均|户均|亩均|地均|每[十百千万]人|每(?:平方公里|百户|千瓦时|立方米|吨)/;
/** Incomes per head are published as sums since January all the same. */
const SUMMED = /[人户]均\S*(?:收入|支出)/;
/** 贷款余额, 资产总额, 基金规模: money that is there at the period's end, of which no quarters add up. */
const HELD = /余额|市值|资产(?:总额|总量|规模)?$|基金(?:总)?规模$/;
/** 次, 人次, 条次; batches may be a level. */
const OF_THE_YEAR = /^场$|(?<!批)次$/;

/** Whether the words, or 300万元/亩 behind them, speak of so much a day, a head or an area. */
export const isAverage = (words: string, after: string): boolean =>
  (AVERAGE.test(words) && !SUMMED.test(words)) || /^\/[人户亩]/.test(after);

/** `before`: the words of the clause that belong to the number, up to it; `after`: those behind its unit. */
export function isLevelReached(before: string, unit: string, after: string): boolean {
  if (isAverage(before, after)) return true;
  const how = [GROWS_TO, REACHED, AT_LEAST].find((pattern) => pattern.test(before));
  const subject = (how ? before.replace(how, '') : before)
    .replace(/(?:力争|争取|努力|确保)$/, '')
    .replace(HEDGES, '');
  const { base } = splitUnit(unit);
  if (base.endsWith('元')) return HELD.test(subject) && !NEW.test(subject);
  if (SINCE_EVER.test(subject) && !OF_THE_YEAR.test(base)) return true;
  if (!how || NEW.test(subject)) return false;
  if (OF_THE_YEAR.test(base)) return /累计|总[量数]/.test(subject);
  if (WHOLE.test(subject)) return true;
  if (AMOUNT.test(subject) || how === AT_LEAST) return false;
  return how === GROWS_TO || !DONE.test(subject);
}
