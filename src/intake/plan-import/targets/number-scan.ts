/** What a scan of a clause for numbers finds. */
export interface NumberSpan {
  start: number;
  end: number;
  value: number;
  upper?: number;
  unit: string;
  /** digits · word: 两批, 三场, 九成 · ordinal: 第一批 · bare: 万亿元 without a number in front · multiple: 翻一番 · rank: 前十 · share: 三分之二 */
  form: 'digits' | 'word' | 'ordinal' | 'bare' | 'multiple' | 'rank' | 'share';
  /** 余, 多 between number and unit. */
  more: boolean;
  /** Of a multiple or a share: as written. */
  words?: string;
}

/** 由1.2万个增加到2万个: what the number behind it starts from. */
export interface StartingLevel {
  /** From 由 to the end of the unit. */
  start: number;
  end: number;
  /** The number and its unit, as written. */
  words: string;
  /** In `unit`, which is empty where only the second number has one. */
  value: number;
  unit: string;
  /** 约, 左右, 余: not exactly the number. */
  rough: boolean;
  /** 从2020年的85%; undefined where no year is named. */
  year: number | undefined;
  /** 较上年末的86.5%: the number behind it says by how much, not to what. */
  compared?: true;
}

/**
 * Why a number is no target. noUnit: none follows · reached: none that can be used, though the words say that it is
 * to be reached (指数达到62, 满意度达95分) · unknownUnit: a word follows that is not known as a unit though
 * the sentence reads like a target · time: a length of time · rank: 前10位 · base: 由1.2万个增加到, where the second
 * number counts · threshold: 超100亿元企业 · grant: 每家最高奖励 · scope: 围绕12条产业链 · size: 总投资1.2亿元的项目 · limit: 控制在3%左右, 控制在2—3天 · pastYear · laterYear: what is counted for this year, too · multiple: 是2020年的2倍 ·
 * baseline: as base, and taken for the target's baseline · share: 三分之二 · vague: 上百家 · quoted: within a name in
 * quotation marks · proportion: 2:1 · each: 每校1名, whose sum nobody knows · frequency: 每月1次, which is no total of the year · period: shares of the quarters that do not come to the year's number · quarters: the same, of which no number of the year can be made · rates: of growth in the quarters · promise: 全覆盖 beside a number, in a task.
 */
export type PassedOverWhy =
  | 'noUnit'
  | 'reached'
  | 'unknownUnit'
  | 'time'
  | 'rank'
  | 'base'
  | 'baseline'
  | 'multiple'
  | 'share'
  | 'vague'
  | 'quoted'
  | 'proportion'
  | 'each'
  | 'frequency'
  | 'period'
  | 'quarters'
  | 'rates'
  | 'promise'
  | 'threshold'
  | 'grant'
  | 'scope'
  | 'size'
  | 'limit'
  | 'pastYear'
  | 'laterYear';

export interface NumberScan {
  spans: NumberSpan[];
  starts: StartingLevel[];
  others: { text: string; why: PassedOverWhy }[];
}

/** A verb that makes the number behind it something to be done. */
export const DOING =
  /(?:举办|召开|承办|组织|开展|形成|建成|建设|新建|打造|培育|认定|遴选|发布|出台|推出|引进|创建|完成|新增|选择|实施)(?:了|不少于|至少)?$/;
