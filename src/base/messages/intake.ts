/** Messages of the intake stage: files, YAML, forms, returns and the plan's own consistency. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const didYouMean = (suggestion: string | undefined): string[] =>
  suggestion ? [`是不是想写“${suggestion}”？`] : [];
const oneOf = (options: readonly string[]): string[] =>
  options.length > 0
    ? [`可用的写法：${options.slice(0, 24).join('、')}${options.length > 24 ? ' 等' : ''}。`]
    : [];

// Files

export const fileMissing = (file: string): Diagnostic =>
  diagnostic(
    'fileMissing',
    'error',
    '缺少必需的文件。',
    { file },
    '补上该文件，格式可参照其他年度的同名文件。',
  );

export const folderEmpty = (file: string, what: string): Diagnostic =>
  diagnostic('folderEmpty', 'error', `文件夹中没有${what}。`, { file });

export const notText = (file: string): Diagnostic =>
  diagnostic('notText', 'error', '文件不是 UTF-8 编码的文本。', { file }, '用编辑器另存为 UTF-8 编码。');

export const unknownFormat = (file: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'unknownFormat',
    'warning',
    '不认识这种文件，已跳过。',
    { file },
    `报送文件应为 ${known.join('、')} 格式。`,
  );

// YAML

const YAML_FAULTS: Partial<Record<string, string>> = {
  BAD_INDENT: '缩进不对',
  TAB_AS_INDENT: '用制表符做了缩进',
  DUPLICATE_KEY: '同一处有两个相同的字段名',
  MISSING_CHAR: '缺少冒号、引号或括号',
  UNEXPECTED_TOKEN: '多出了不该有的字符',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“: ”，或缩进不对',
  MULTILINE_IMPLICIT_KEY: '字段名占了多行，可能漏写冒号',
  BAD_SCALAR_START: '文字以特殊字符开头',
  BAD_DQ_ESCAPE: '双引号内的反斜杠写法不对',
  BAD_ALIAS: '文字以“*”或“&”开头',
  BAD_COLLECTION_TYPE: '列表与字段混用',
  MULTIPLE_DOCS: '一个文件里有多份文档（“---”）',
};

export const yamlSyntax = (at: Origin, fault: string): Diagnostic =>
  diagnostic(
    'yamlSyntax',
    'error',
    `YAML 写法有误：${YAML_FAULTS[fault] ?? `无法识别（${fault}）`}。`,
    at,
    '每级缩进两个空格；含“: ”“#”或以特殊字符开头的文字要用引号括起来。',
  );

// Fields

export const unknownKey = (
  at: Origin,
  key: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  diagnostic('unknownKey', 'error', `不认识的字段“${key}”。`, at, ...didYouMean(suggestion), ...oneOf(known));

export const missingField = (at: Origin, field: string): Diagnostic =>
  diagnostic('missingField', 'error', `缺少字段“${field}”。`, at);

export const wrongType = (at: Origin, field: string, found: string, expected: string): Diagnostic =>
  diagnostic('wrongType', 'error', `“${field}”应为${expected}，现为${found}。`, at);

export const wrongChoice = (
  at: Origin,
  field: string,
  found: string,
  options: readonly string[],
  suggestion: string | undefined,
): Diagnostic =>
  diagnostic(
    'wrongChoice',
    'error',
    `“${field}”不能是“${found}”。`,
    at,
    ...didYouMean(suggestion),
    ...oneOf(options),
  );

export const wrongForm = (at: Origin, field: string, found: string, expected: string): Diagnostic =>
  diagnostic('wrongForm', 'error', `“${field}”的写法“${found}”不对：${expected}。`, at);

export const outOfRange = (at: Origin, field: string, limit: string): Diagnostic =>
  diagnostic('outOfRange', 'error', `“${field}”超出范围：应${limit}。`, at);

// Spreadsheet forms

export const notSpreadsheet = (file: string): Diagnostic =>
  diagnostic(
    'notSpreadsheet',
    'error',
    '打不开这份表格。',
    { file },
    '用 Excel 或 WPS 打开后另存为 .xlsx；设了密码的先取消密码。',
  );

export const sheetMissing = (at: Origin, sheet: string, suggestion: string | undefined): Diagnostic =>
  diagnostic(
    'sheetMissing',
    'error',
    `缺少工作表“${sheet}”。`,
    at,
    ...didYouMean(suggestion),
    '请在下发的填报表上填写，不要改工作表名称。',
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

export const unknownUnit = (
  at: Origin,
  unit: string,
  suggestion: string | undefined,
  severity: 'error' | 'warning' = 'error',
): Diagnostic =>
  diagnostic(
    'unknownUnit',
    severity,
    `单位名册中没有“${unit}”。`,
    at,
    ...didYouMean(suggestion),
    '如确有此单位，在 units.yaml 中补录，或把它列为某单位的别名（aliases）。',
  );

export const periodMismatch = (at: Origin, found: string, folder: string): Diagnostic =>
  diagnostic(
    'periodMismatch',
    'error',
    `报送期次为“${found}”，但文件放在“${folder}”文件夹中。`,
    at,
    '核对期次，或把文件移到对应的文件夹。',
  );

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
    `第${no}项任务不由${unit}填报，其内容仅作参考。`,
    at,
    `该任务的责任单位是${owners.join('、')}。`,
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
    `“${target}”的数值“${found}”无法识别：${QUANTITY_FAULTS[fault] ?? fault}；应为一个以“${unit}”计的数。`,
    at,
    '只填一个数，可带单位，如 1.2万个、412.6亿元、98.7%；说明文字写入“进展情况”。',
  );

export const wrongUnit = (at: Origin, target: string, found: string, unit: string): Diagnostic =>
  diagnostic(
    'wrongUnit',
    'error',
    `“${target}”的数值“${found}”计量单位不对：应以“${unit}”计。`,
    at,
    '按计划的计量单位换算后填写。',
  );

export const measureWord = (at: Origin, target: string, found: string, unit: string): Diagnostic =>
  diagnostic('measureWord', 'info', `“${target}”的数值“${found}”按计划的量词“${unit}”计。`, at);

export const valueLeftBlank = (at: Origin, target: string, found: string): Diagnostic =>
  diagnostic('valueLeftBlank', 'info', `“${target}”填的是“${found}”，按未填处理。`, at);

// The plan's own consistency

export const trackNumbers = (at: Origin, found: number, expected: number): Diagnostic =>
  diagnostic('trackNumbers', 'error', `专项序号为${found}，按次序应为${expected}。`, at);

export const taskNumbers = (at: Origin, found: number, expected: number): Diagnostic =>
  diagnostic(
    'taskNumbers',
    'error',
    `任务序号为${found}，按次序应为${expected}。`,
    at,
    '任务序号全篇连续，不重不漏。',
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

export const nodesDisorder = (at: Origin, stage: string): Diagnostic =>
  diagnostic('nodesDisorder', 'error', `阶段“${stage}”的时间早于前一阶段。`, at);

export const sentenceElsewhere = (at: Origin, id: string): Diagnostic =>
  diagnostic(
    'sentenceElsewhere',
    'error',
    `指标“${id}”引用的原句不在任务原文中。`,
    at,
    'sentence 应逐字摘自 text。',
  );

export const unitTwice = (at: Origin, name: string): Diagnostic =>
  diagnostic('unitTwice', 'error', `单位名称或别名“${name}”用了两次。`, at);
