/** Messages on targets that a notice changed in the course of the year (`revised` of the plan data). */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

export const revisedOtherYear = (at: Origin, name: string, since: string, year: number): Diagnostic =>
  diagnostic(
    'revisedOtherYear',
    'error',
    `指标“${name}”的调整日期${since}不在计划年度${year}年之内。`,
    at,
    `since 写新目标从哪一天起执行，应为${year}年的日期；上年已经调整的，不必写。`,
  );

export const revisedDisorder = (at: Origin, name: string, since: string, earlier: string): Diagnostic =>
  diagnostic(
    'revisedDisorder',
    'error',
    `指标“${name}”的调整日期${since}不晚于前一次调整的${earlier}。`,
    at,
    '几次调整按先后逐条写，先调整的在前，一天只写一条。',
  );

export const revisedByNone = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'revisedByNone',
    'warning',
    `指标“${name}”的调整没有写依据，文稿只写何时调整，不写按哪个文件调整。`,
    at,
    '在 by 中写调整文件的文号。',
  );

/** @param amount 1800亿元 */
export const revisedNothing = (at: Origin, name: string, amount: string): Diagnostic =>
  diagnostic(
    'revisedNothing',
    'error',
    `指标“${name}”调整前后的目标相同，都是${amount}。`,
    at,
    'from 中写调整前的目标，其后一条的 from（最后一条，则是指标自己的 value）写调整后的目标；核对是否有一处忘了改。',
  );

/** @param wanted 1800亿元 @param sentence what stood in the plan: 突破1900亿元 */
export const formerSaysOther = (at: Origin, name: string, wanted: string, sentence: string): Diagnostic =>
  diagnostic(
    'formerSaysOther',
    'warning',
    `指标“${name}”调整前的目标值是${wanted}，调整前的原文（sentence）写的是“${sentence}”，以前各期的文稿会印出两个数。`,
    at,
    '对照原计划，改正 from 中写错的一处。',
  );

export const formerNodesNone = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'formerNodesNone',
    'warning',
    `指标“${name}”按约定节点推进，没有写调整前的节点，调整以前各期也按现在的节点评定。`,
    at,
    '在 from 中写调整前的 schedule；调整以前各期的节点没有变的，照抄现在的即可。',
  );

/** @param was what still stands there: 突破1800亿元 */
export const textNotRevised = (at: Origin, name: string, was: string, now: string): Diagnostic =>
  diagnostic(
    'textNotRevised',
    'warning',
    `指标“${name}”已经调整，这里的原文还是调整前的“${was}”，文稿会印出两个数。`,
    at,
    `改为调整后的“${now}”；调整前的原文只写在 from 的 sentence 中，以前各期重新生成时自动换回。`,
  );
