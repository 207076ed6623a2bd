/** Messages of the intake on returns: the form, and what a unit wrote into it. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { didYouMean, oneOf } from './hints.ts';

// Spreadsheet forms

export const sheetMissing = (at: Origin, sheet: string): Diagnostic =>
  diagnostic(
    'sheetMissing',
    'error',
    `缺少工作表“${sheet}”。`,
    at,
    '请在下发的填报表上填写，不要改工作表名称。',
  );

/** `sheets`: the names of those that hold something; a CSV has none. */
export const noForm = (at: Origin, headings: readonly string[], sheets: readonly string[]): Diagnostic =>
  diagnostic(
    'noForm',
    'error',
    `这不是填报表：没有找到写有${headings.map((heading) => `“${heading}”`).join('')}的表头${
      sheets.length > 0 ? `，只有工作表${sheets.map((name) => `“${name}”`).join('、')}` : ''
    }。`,
    at,
    '请在下发的填报表上填写；内容已写在别处的，抄到填报表的相应各列。',
  );

export const columnMissing = (at: Origin, heading: string): Diagnostic =>
  diagnostic(
    'columnMissing',
    'error',
    `找不到“${heading}”一列。`,
    at,
    '表头文字请与下发的填报表一致，列的次序可以不同。',
  );

export const formVersion = (at: Origin, found: string, expected: string): Diagnostic =>
  diagnostic(
    'formVersion',
    'warning',
    `表式版本为“${found}”，当前为“${expected}”，已按当前表式读取。`,
    at,
    '请用最新下发的填报表。',
  );

export const cellError = (at: Origin, found: string): Diagnostic =>
  diagnostic('cellError', 'error', `单元格的公式出错，显示为“${found}”。`, at, '改正公式，或直接填写数值。');

export const rowWithoutTask = (at: Origin): Diagnostic =>
  diagnostic(
    'rowWithoutTask',
    'error',
    '这一行填了内容，但找不到对应的任务序号。',
    at,
    '在“序号”列填写任务序号。',
  );

export const coordinationLines = (at: Origin, matters: number, units: number): Diagnostic =>
  diagnostic(
    'coordinationLines',
    'error',
    `需协调事项有${matters}行，涉及单位有${units}行，对不上。`,
    at,
    '每行写一个事项，涉及单位与事项逐行对应，同一事项的多个单位用顿号隔开。',
  );

// Returns

/** `alsoAt`: where it stands besides, in the same file. */
export const unknownUnit = (
  at: Origin,
  unit: string,
  suggestion: string | undefined,
  alsoAt: readonly Origin[] = [],
): Diagnostic =>
  diagnostic(
    'unknownUnit',
    'error',
    `单位名册中没有“${unit}”。`,
    at,
    ...didYouMean(suggestion),
    ...(alsoAt.length > 0 ? [`同一文件中还有：第${alsoAt.map(({ line }) => line).join('、')}行。`] : []),
    '如确有此单位，在 units.yaml 中补录，或把它列为某单位的别名（aliases）。',
  );

/** One that somebody asks for help. */
export const strangerAsked = (at: Origin, unit: string, suggestion: string | undefined): Diagnostic =>
  diagnostic(
    'strangerAsked',
    'warning',
    `涉及单位“${unit}”不在单位名册中，照原样印出，但会议通知不发给它，参会名单中没有它。`,
    at,
    ...didYouMean(suggestion),
    '请它参会的，在 units.yaml 中补录（namedBy: office）；是名册中单位的另一种写法的，列入该单位的别名（aliases）。',
  );

export const asksItself = (at: Origin, unit: string): Diagnostic =>
  diagnostic(
    'asksItself',
    'warning',
    `协调事项的涉及单位写了本单位“${unit}”，未列入。`,
    at,
    '这里只写需要哪些单位支持；没有的，不填。',
  );

/** `found`: as written; `id`: the period that it means; `senders`: whose it is, where that is known. */
export const periodMismatch = (
  at: Origin,
  found: string,
  id: string,
  folder: string,
  senders: readonly string[] = [],
): Diagnostic => ({
  ...diagnostic(
    'periodMismatch',
    'error',
    `这是“${found}”的报表，不是${folder}的，未采用。`,
    at,
    `用本期的表重报；确为那一期补报的，改用 diaodu collect ${id} 收取；已经放在 data 里的，移到对应的文件夹。`,
  ),
  ...(senders.length > 0 && { about: senders }),
});

export const unknownPeriod = (at: Origin, found: string, known: readonly string[]): Diagnostic =>
  diagnostic('unknownPeriod', 'error', `periods.yaml 中没有期次“${found}”。`, at, ...oneOf(known));

export const unreadableDate = (at: Origin, field: string, found: string): Diagnostic =>
  diagnostic(
    'unreadableDate',
    'error',
    `“${field}”的日期“${found}”无法识别。`,
    at,
    '应写作 2022-10-08 或 2022年10月8日。',
  );

export const unknownTask = (at: Origin, no: number, last: number): Diagnostic =>
  diagnostic('unknownTask', 'error', `计划中没有第${no}项任务。`, at, `任务序号为 1 至 ${last}。`);

export const taskTwice = (at: Origin, no: number): Diagnostic =>
  diagnostic('taskTwice', 'error', `第${no}项任务填报了两次，只取第一次。`, at, '删去重复的一处。');

export const taskNotOwned = (at: Origin, no: number, unit: string, owners: readonly string[]): Diagnostic =>
  diagnostic(
    'taskNotOwned',
    'warning',
    `第${no}项任务不由${unit}填报，其内容仅作参考；提出了需协调事项的，照列清单。`,
    at,
    `该任务的责任单位是${owners.join('、')}。`,
  );

/** Somebody has sent back a table of all tasks. */
export const tasksNotOwned = (at: Origin, tasks: readonly number[], unit: string): Diagnostic =>
  diagnostic(
    'taskNotOwned',
    'warning',
    `有${tasks.length}项任务不由${unit}填报（第${tasks.join('、')}项），其内容仅作参考；提出了需协调事项的，照列清单。`,
    at,
    '可能是把全部任务的总表，或者别的单位的表也粘贴了进来；确是这样的，请只留本单位的各项。',
  );

export const unknownGoal = (at: Origin, id: string, suggestion: string | undefined): Diagnostic =>
  diagnostic('unknownGoal', 'error', `计划中没有编号为“${id}”的年度目标。`, at, ...didYouMean(suggestion));

export const goalNotOwned = (at: Origin, id: string, unit: string, owner: string): Diagnostic =>
  diagnostic(
    'goalNotOwned',
    'warning',
    `年度目标“${id}”不由${unit}填报，其内容仅作参考。`,
    at,
    `该目标的责任单位是${owner}。`,
  );

export const goalTwice = (at: Origin, id: string): Diagnostic =>
  diagnostic('goalTwice', 'error', `年度目标“${id}”填报了两次，只取第一次。`, at, '删去重复的一处。');

export const unknownTarget = (
  at: Origin,
  id: string,
  subject: string,
  known: readonly string[],
): Diagnostic =>
  diagnostic(
    'unknownTarget',
    'error',
    `${subject}没有编号为“${id}”的指标。`,
    at,
    ...(known.length > 0 ? oneOf(known) : ['该任务没有量化指标，进展写入“进展情况”即可。']),
  );

export const unknownStage = (
  at: Origin,
  found: string,
  stages: readonly string[],
  suggestion: string | undefined,
): Diagnostic =>
  diagnostic(
    'unknownStage',
    'error',
    `没有“${found}”这个阶段。`,
    at,
    ...didYouMean(suggestion),
    ...oneOf(stages),
  );

export const stageNotExpected = (at: Origin, no: number): Diagnostic =>
  diagnostic('stageNotExpected', 'warning', `第${no}项任务只按指标评价，所填阶段不用。`, at);

export const unknownStatus = (
  at: Origin,
  found: string,
  words: readonly string[],
  suggestion: string | undefined,
): Diagnostic =>
  diagnostic(
    'unknownStatus',
    'error',
    `自评“${found}”无法识别。`,
    at,
    ...didYouMean(suggestion),
    ...oneOf(words),
  );

/** √, 是: which of the words is meant nobody can tell, and none is needed, as it does not decide. */
export const statusUnclear = (at: Origin, found: string, words: readonly string[]): Diagnostic =>
  diagnostic(
    'statusUnclear',
    'warning',
    `自评“${found}”没有说明是哪一种情况，没有采用，不影响评定。`,
    at,
    ...oneOf(words),
  );

const QUANTITY_FAULTS: Record<string, string> = {
  noNumber: '其中没有数字',
  vague: '这是概数，没有给出确切数字',
  severalNumbers: '其中不止一个数字',
  grouping: '千分位逗号的位置不对',
  tooLong: '位数过多',
  twoQualifiers: '“约”“左右”等词用了两个',
  leftover: '数字之外还有别的文字',
  unknownUnit: '单位不认识',
};

export const unreadableValue = (
  at: Origin,
  target: string,
  found: string,
  fault: string,
  unit: string,
): Diagnostic =>
  diagnostic(
    'unreadableValue',
    'error',
    `“${target}”的数值“${found}”无法识别：${QUANTITY_FAULTS[fault] ?? fault}；应为一个${unit === '' ? '不带单位' : `以“${unit}”计`}的数。`,
    at,
    '只填一个数，可带单位，如 1.2万个、412.6亿元、98.7%；说明文字写入“进展情况”栏（项目月报表为“形象进度”栏）。',
  );

export const wrongUnit = (at: Origin, target: string, found: string, unit: string): Diagnostic =>
  diagnostic(
    'wrongUnit',
    'error',
    `“${target}”的数值“${found}”计量单位不对：应${unit === '' ? '不带单位' : `以“${unit}”计`}。`,
    at,
    '按计划的计量单位换算后填写。',
  );

export const measureWord = (at: Origin, target: string, found: string, unit: string): Diagnostic =>
  diagnostic('measureWord', 'info', `“${target}”的数值“${found}”按计划的量词“${unit}”计。`, at);

export const personsCounted = (at: Origin, target: string, found: string, unit: string): Diagnostic =>
  diagnostic(
    'personsCounted',
    'warning',
    `“${target}”以“${unit}”计，填的是“${found}”，一个是人数、一个不是，暂按“${unit}”计。`,
    at,
    '请确认填的就是该项指标。',
  );

export const valueLeftBlank = (at: Origin, target: string, found: string): Diagnostic =>
  diagnostic('valueLeftBlank', 'info', `“${target}”填的是“${found}”，按未填处理。`, at);
