/** One remark in place of many alike: what a reader would otherwise find thirty times, with a list of the places. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

/** A remark of which a plan may give rise to many; `gist` is what it says that the others don't. */
export interface Repeated extends Diagnostic {
  gist: string;
}

export const repeated = (gist: string, one: Diagnostic): Repeated => ({ ...one, gist });

/** What all of a kind say together. */
const TOGETHER: Readonly<Record<string, (count: number) => string>> = {
  firstListedLeads: (n) =>
    `${n}处责任单位有多个而未说明谁牵头，都按排在首位的牵头处理，其余列为配合单位（已是专项牵头单位的除外）`,
  severalLeads: (n) => `${n}项任务有几个牵头单位，都暂记在排首位的名下`,
  baselineNeeded: (n) => `${n}个指标是期末水平，缺上年末基数，暂只按完成期限评价`,
  limitTarget: (n) => `${n}个指标是上限，越低越好，每季度直接与目标比较`,
  unitsFromTasks: (n) => `${n}个专项的牵头、配合单位由各项任务的责任单位汇总而来`,
  levelChosen: (n) => `${n}个专项下有多级序号`,
  sectionHeading: (n) => `${n}行是分节标题，不存入草稿`,
  headFieldMissing: (n) => `${n}项没有找到，留空`,
  taskNumberGap: (n) => `${n}处任务序号不连续`,
  unreadText: (n) => `${n}段文字没有归入目标、任务或要求`,
  convertedCell: (n) => `指标表中${n}格的数换算为表中的计量单位`,
  oddCell: (n) => `指标表中${n}格的写法与表中的计量单位不一致，请核对`,
  unusedAttribution: (n) => `${n}处没有对应的字段，未读入`,
  numberPassedOver: (n) => `${n}处数说的是计划年度以后，未列为本年目标`,
  laterYear: (n) => `${n}个目标的期限不在计划年度内，本年不评价进度`,
  groupOfUnits: (n) => `${n}处说的是一类单位，没有列入单位名册，也没有列为牵头、配合单位`,
};

export const isGathered = (one: Diagnostic): one is Repeated => one.code in TOGETHER && 'gist' in one;

/** `list`: several of one code, in order. */
export function together(list: readonly [Repeated, ...Repeated[]]): Diagnostic {
  const [first] = list;
  const places = list.map(({ at, gist }) => (at?.line === undefined ? gist : `第${at.line}行${gist}`));
  const sentence = (TOGETHER[first.code] as (count: number) => string)(list.length);
  const file: Origin | undefined = first.at && { file: first.at.file };
  return diagnostic(first.code, first.severity, `${sentence}：${places.join('；')}。`, file, ...first.hints);
}

/** The remark as everybody else knows it. */
export function withoutGist(one: Diagnostic): Diagnostic {
  if (!('gist' in one)) return one;
  const { gist: _, ...rest } = one as Repeated;
  return rest;
}
