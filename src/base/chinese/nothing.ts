/** Words by which people fill a cell to say that there is nothing in it. */
import { comparisonKey } from './text.ts';

/** For values: nothing was counted. */
const NO_VALUE = ['', '-', '--', '—', '——', '/', '\\', 'n/a', '无', '暂无', '未统计', '暂无数据'];
const OPENING = String.raw`(?:\d[.、])?(?:目前|现阶段|本季度)?`;
const BLANK = new RegExp(
  `^${OPENING}(?:暂?无|没有|不涉及|未涉及|-+|—+|/|\\\\|n/?a|〃|[（(]?略[)）]?)[。.;]?$`,
);
/** 暂无突出问题 · 无需协调事项 · 没有问题，正常推进 */
const NO_MATTER = new RegExp(
  `^${OPENING}(?:暂?无(?:需要?|须)?|没有|不存在|未发现|不需要?)(?:突出|明显|重大|较大|主要|需要?|须)*(?:的)?(?:问题|困难|协调(?:解决)?(?:的)?(?:事项|问题)?|事项)?(?:,(?:正常|按计划|按序时|有序)推进|,进展(?:顺利|正常))?[。.;]?$`,
);
/** A document or a day that is still to come, or lies elsewhere, proves nothing. */
const NO_PROOF =
  /^(?:待.{1,8}|暂缺|后补|拟于.{1,30}|(?:正在|即将|尚未|预计)(?!.*公示).{1,30}|无文号|无佐证(?:材料)?|另附|另报|[√✓✔☑v]|[是有对]的?)[。.;]?$/;

/**
 * For days: 尚未开工, 拟于11月开工, 2023年一季度拟开工. With 已开工, 在建, 待核实 or 未提供 there may be a day, and it was left out.
 */
const NOT_YET =
  /^(?:[尚还暂仍]?未(?:正式|全面|实质性?)?(?:开工|动工|启动|建成|完工|竣工|投产|批复|获批|批准|到)|没(?:有)?(?:开工|动工|竣工|完工)|(?:20\d{2}年|明年|下半?年|\d{1,2}月|[一二三四]季度){0,2}(?:底|初|中旬)?前?(?:拟|预计|计划|争取|即将)|(?:开工|竣工|完工)?(?:日期|时间)?待定$|明年|(?:今|明|20\d{2})?年(?:底|内|末)(?:之?前)?$|待(?:开工|竣工|完工|批复|建)).{0,20}$/;

export const isBlankValue = (text: string): boolean => NO_VALUE.includes(comparisonKey(text));

/** Whether a text says nothing at all: 无, 暂无, —, /. */
export const saysNothing = (text: string): boolean => BLANK.test(comparisonKey(text));

/** Whether it says that there is no problem, or nothing to coordinate. */
export const saysNoMatter = (text: string): boolean =>
  saysNothing(text) || NO_MATTER.test(comparisonKey(text));

/** Whether what stands in the place of a day says that it has not come. */
export const notYet = (text: string): boolean => saysNothing(text) || NOT_YET.test(comparisonKey(text));

/** Whether what stands in the place of a proof is none. */
export const provesNothing = (text: string): boolean =>
  saysNothing(text) || NO_PROOF.test(comparisonKey(text));
