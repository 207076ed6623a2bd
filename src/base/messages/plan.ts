/** Messages on the plan's own consistency. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { didYouMean } from './hints.ts';

export const trackNumbers = (at: Origin, found: number, expected: number): Diagnostic =>
  diagnostic('trackNumbers', 'error', `专项序号为${found}，按次序应为${expected}。`, at);

export const taskNumbers = (at: Origin, found: number, before: number): Diagnostic =>
  diagnostic(
    'taskNumbers',
    'error',
    `任务序号为${found}，应当大于前一项的${before}。`,
    at,
    '任务序号全篇由小到大，不重复；计划原文序号有间断的，可照原文。',
  );

export const idTwice = (at: Origin, id: string): Diagnostic =>
  diagnostic('idTwice', 'error', `编号“${id}”用了两次。`, at);

export const targetIdMismatch = (at: Origin, id: string, expected: string): Diagnostic =>
  diagnostic('targetIdMismatch', 'error', `指标编号“${id}”与所在位置不符，应为“${expected}”。`, at);

export const unknownLadder = (at: Origin, name: string, suggestion: string | undefined): Diagnostic =>
  diagnostic('unknownLadder', 'error', `ladders.yaml 中没有“${name}”。`, at, ...didYouMean(suggestion));

export const unknownInterpretation = (at: Origin, id: string, suggestion: string | undefined): Diagnostic =>
  diagnostic(
    'unknownInterpretation',
    'error',
    `notes.yaml 中没有编号为“${id}”的口径说明。`,
    at,
    ...didYouMean(suggestion),
  );

export const notMeasured = (at: Origin, no: number): Diagnostic =>
  diagnostic(
    'notMeasured',
    'error',
    `第${no}项任务既无指标又无阶段，无法评价进度。`,
    at,
    '补上 targets 或 milestones。',
  );

/** A unit in two places of one track or task; `before`: how it is written in the first. */
export const unitTwiceIn = (at: Origin, of: string, unit: string, before: string): Diagnostic =>
  diagnostic(
    'unitTwiceIn',
    'warning',
    unit === before
      ? `${of}两次列有“${unit}”，只按排在前面的一处计。`
      : `${of}列有的“${unit}”与“${before}”是同一单位（见 units.yaml 的 aliases），只按排在前面的一处计。`,
    at,
    '牵头（责任）单位不再列为配合单位；删去多余的一处。',
  );

export const startsAbove = (
  at: Origin,
  name: string,
  [start, wanted]: readonly [string, string],
): Diagnostic =>
  diagnostic(
    'startsAbove',
    'warning',
    `“${name}”年初已是${start}，达到了年度目标${wanted}：直接比较期末数和目标，不计算完成率。`,
    at,
    '请核对年初基数和目标是否同一口径；计划确是要求不低于这个水平的，不必理会。',
  );

export const nodesDisorder = (at: Origin, stage: string): Diagnostic =>
  diagnostic('nodesDisorder', 'error', `阶段“${stage}”的时间早于前一阶段。`, at);

/** Ladders of another year judge every task by dates long gone. `first`: the first such date, `count`: how many there are. */
export const laddersOfOtherYear = (at: Origin, first: string, count: number, year: number): Diagnostic =>
  diagnostic(
    'laddersOfOtherYear',
    'error',
    `阶段的约定日期早于计划年度${year}年（${first}等${count}处），按它评定，没有数量目标的任务从一季度起就都是滞后。`,
    at,
    `把 ladders.yaml 中的日期改为${year}年的：从别的年度照抄来的，把其中的年份全部替换即可。`,
  );

export const dueBeforeYear = (at: Origin, of: string, due: string, year: number): Diagnostic =>
  diagnostic(
    'dueBeforeYear',
    'error',
    `${of}的时限${due}早于计划年度${year}年。`,
    at,
    '核对年份；计划写的确是以前的日期、早已完成的，删去这一项。',
  );

/** @param wanted 380亿元 @param sentence what the plan says: 突破420亿元 */
export const sentenceSaysOther = (at: Origin, name: string, wanted: string, sentence: string): Diagnostic =>
  diagnostic(
    'sentenceSaysOther',
    'warning',
    `指标“${name}”的目标值是${wanted}，原文（sentence）写的是“${sentence}”，文稿会印出两个数。`,
    at,
    '目标已经调整的，text、sentence 中的原文照调整后的写，原来的写入 revised；数写错的，改 value。',
  );

export const sentenceElsewhere = (at: Origin, id: string): Diagnostic =>
  diagnostic(
    'sentenceElsewhere',
    'error',
    `指标“${id}”引用的原句不在任务原文中。`,
    at,
    'sentence 应逐字摘自 text。',
  );

/** What a plan left open when it was imported, of one file; a formal paper waits for it. */
export const unitPending = (
  first: { of: string; at: Origin },
  rest: readonly { of: string; at: Origin }[],
): Diagnostic =>
  diagnostic(
    'unitPending',
    'warning',
    `${[first.of, ...rest.map(({ of, at }) => `${of}（第${at.line}行）`)].join('、')}的责任单位还是“待定”。`,
    first.at,
    '确定以前没有单位填报，填报表、征求意见稿照常生成，正式文稿不能生成。',
    '填上负责报送的单位（简称），目标下有 target 的，其中的 unit 一并填；计划没有指明的，assignedBy 写 office，reason 写确定的依据。',
  );

/** `name`: of a unit or a place, by which its forms and returns are called. */
export const nameNoFile = (at: Origin, name: string): Diagnostic =>
  diagnostic(
    'nameNoFile',
    'error',
    `名称“${name}”不能用作文件名。`,
    at,
    '填报表等文件以名称命名：不能空着，不能有 \\ / : * ? " < > | 和换行，不能以点、空格开头或结尾，可改用“、”“（）”；两个单位写在一起的，分成两行。',
  );

export const unitTwice = (at: Origin, name: string): Diagnostic =>
  diagnostic('unitTwice', 'error', `单位名称或别名“${name}”用了两次。`, at);
