/** Messages of reading the return form: its sheets, columns, rows and cells, and what was converted. */
import { type Diagnostic, diagnostic, type Severity } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

// The table as a whole

export const sheetByHeadings = (at: Origin, name: string): Diagnostic =>
  diagnostic('sheetByHeadings', 'info', `工作表改过名，按表头认作“${name}”。`, at);

export const sheetTwice = (at: Origin, name: string, kept: string): Diagnostic =>
  diagnostic(
    'sheetTwice',
    'error',
    `这张工作表也像“${name}”，且填有内容；只读取了“${kept}”。`,
    at,
    '只保留一张，删去另一张；另一张是别的单位的，另存成一个文件，分别收。',
  );

export const extraSheet = (at: Origin): Diagnostic =>
  diagnostic('extraSheet', 'info', '这张工作表不属于填报表，未读取。', at);

export const columnByAlias = (at: Origin, found: string, heading: string): Diagnostic =>
  diagnostic('columnByAlias', 'info', `表头“${found}”按“${heading}”读取。`, at);

export const columnTwice = (at: Origin, heading: string): Diagnostic =>
  diagnostic('columnTwice', 'error', `“${heading}”有两列，只读取了第一列。`, at, '删去重复的一列。');

export const extraColumn = (at: Origin, heading: string): Diagnostic =>
  diagnostic(
    'extraColumn',
    'warning',
    heading === '' ? '这里没有表头，所填内容未读取。' : `“${heading}”一列不在表式中，未读取。`,
    at,
    '需要报送的内容请写入“进展情况”等栏。',
  );

export const mergedAcross = (at: Origin, range: string, what: string): Diagnostic =>
  diagnostic(
    'mergedAcross',
    'error',
    `合并单元格 ${range} 跨了${what}，分不清各是多少。`,
    at,
    '取消合并，逐项填写。',
  );

export const mergedSideways = (at: Origin, range: string, heading: string): Diagnostic =>
  diagnostic('mergedSideways', 'warning', `合并单元格 ${range} 跨了几栏，内容按“${heading}”读取。`, at);

export const totalsRow = (at: Origin): Diagnostic =>
  diagnostic('totalsRow', 'info', '合计行不属于填报内容，未读取。', at);

// Rows

export const rowByText = (at: Origin, no: number): Diagnostic =>
  diagnostic('rowByText', 'info', `没有序号，按工作任务文字认作第${no}项任务。`, at);

/** `at`: what stands below the last task. */
export const rowsShifted = (at: Origin): Diagnostic =>
  diagnostic(
    'rowsShifted',
    'error',
    '第一项任务没有填，最后一项任务下面却多出一行没有序号的内容，可能整体填低了一行，内容对不上任务。',
    at,
    '逐行核对：填低了的，整体上移一行再报；没有填低的，补上第一项任务的进展，多出的一行并入它所属的任务。',
  );

export const rowConflict = (at: Origin, no: number, other: string): Diagnostic =>
  diagnostic(
    'rowConflict',
    'error',
    `序号写的是第${no}项任务，但${other}，这一行未读取。`,
    at,
    '恢复下发时的序号、工作任务和指标编号。',
  );

export const rowTwice = (at: Origin, no: number): Diagnostic =>
  diagnostic(
    'rowTwice',
    'error',
    `第${no}项任务出现了两次，内容不同，只取第一次。`,
    at,
    '合并为一处，删去另一处。',
  );

export const targetUnclear = (at: Origin, no: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'targetUnclear',
    'error',
    `填了数值，但看不出是${no}的哪个指标。`,
    at,
    ...(known.length > 0
      ? [`在“指标编号”栏写明 ${known.join(' 或 ')}。`]
      : ['该项没有量化指标，进展写入“进展情况”即可。']),
  );

export const targetRenamed = (at: Origin, id: string, found: string, name: string): Diagnostic =>
  diagnostic(
    'targetRenamed',
    'error',
    `指标编号是“${id}”${name === '' ? '' : `（${name}）`}，指标一栏却写着“${found}”，所填数值未采用。`,
    at,
    '恢复下发时的指标编号和指标名称。',
  );

// Cells

export const dateForValue = (at: Origin, shown: string): Diagnostic =>
  diagnostic(
    'dateForValue',
    'error',
    `数值单元格里是日期（${shown}），可能是软件自动改写的。`,
    at,
    '把单元格格式设为“文本”或“常规”，重新填写数值。',
  );

export const formulaUncomputed = (at: Origin, formula: string): Diagnostic =>
  diagnostic(
    'formulaUncomputed',
    'error',
    `公式“=${formula}”没有保存计算结果。`,
    at,
    '用 Excel 或 WPS 打开，重新保存，或直接填写数值。',
  );

export const commandFormula = (at: Origin, formula: string): Diagnostic =>
  diagnostic(
    'commandFormula',
    'error',
    `公式“=${formula}”调用外部程序或网址，未采用。`,
    at,
    '删去公式，直接填写内容；并请排查来源电脑。',
  );

export const formulaText = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'formulaText',
    'warning',
    `文字以公式符号开头（${found}），只作为普通文字处理。`,
    at,
    '去掉开头的符号。',
  );

export const externalFormula = (at: Origin, formula: string): Diagnostic =>
  diagnostic(
    'externalFormula',
    'warning',
    `公式“=${formula}”引用了其他文件，取上次保存的结果。`,
    at,
    '改为数值，并核对是否为最新。',
  );

export const displayDiffers = (at: Origin, shown: string, held: string): Diagnostic =>
  diagnostic(
    'displayDiffers',
    'error',
    `单元格显示为“${shown}”，实际存的是“${held}”，分不清以哪个为准。`,
    at,
    '把单元格格式设为“文本”，写明数和单位，如 1.2万个。',
  );

export const textTooLong = (at: Origin, length: number, limit: number): Diagnostic =>
  diagnostic(
    'textTooLong',
    'error',
    `文字有${length}字，超过${limit}字，未采用。`,
    at,
    '每格写60—200字，细节另附材料。',
  );

export const textElsewhere = (at: Origin, found: string): Diagnostic =>
  diagnostic('textElsewhere', 'warning', `只写了“${found}”，汇总后看不出所指。`, at, '写明具体内容。');

export const textUnfinished = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'textUnfinished',
    'warning',
    `只写了“${found}”，没有说明情况，会照样印入材料。`,
    at,
    '写明具体内容；没有内容可写的，写“无”。',
  );

export const noProof = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'noProof',
    'warning',
    `“佐证材料”写的是“${found}”，不能作为凭据；需要凭据的阶段按没有凭据认定。`,
    at,
    '写明文号、日期、地点或网址；材料还没有的，阶段填到已有凭据的一步。',
  );

/** @param proves whether what stands beside it is proof enough */
export const noSuchDay = (at: Origin, found: string, proves: boolean): Diagnostic =>
  diagnostic(
    'noSuchDay',
    proves ? 'warning' : 'error',
    `“佐证材料”中的日期“${found}”不存在${proves ? '' : '，未采用'}。`,
    at,
    '核对后改正，写作 2022年12月5日 的样子。',
  );

export const pictureInCell = (at: Origin): Diagnostic =>
  diagnostic(
    'pictureInCell',
    'warning',
    '单元格里是图片，不读取。',
    at,
    '把图片里的文号、日期、数字等写成文字。',
  );

export const serialDate = (at: Origin, found: string, date: string): Diagnostic =>
  diagnostic(
    'serialDate',
    'error',
    `“${found}”不像佐证材料，可能是日期（${date}）被软件改成了数字。`,
    at,
    '把单元格格式设为“文本”，写明文号、日期、地点或网址。',
  );

export const dateRewritten = (at: Origin, found: string, date: string): Diagnostic =>
  diagnostic('dateRewritten', 'info', `日期“${found}”读作${date}。`, at);

export const wordRead = (
  at: Origin,
  field: string,
  found: string,
  taken: string,
  severity: Severity,
): Diagnostic => diagnostic('wordRead', severity, `${field}“${found}”读作“${taken}”。`, at);

export const valueConverted = (
  at: Origin,
  target: string,
  found: string,
  how: readonly string[],
): Diagnostic => diagnostic('valueConverted', 'info', `“${target}”的数值“${found}”${how.join('，')}。`, at);

export const unitColumnChanged = (at: Origin, found: string, unit: string): Diagnostic =>
  diagnostic(
    'unitColumnChanged',
    'error',
    `计量单位改成了“${found}”，与计划的“${unit}”不能换算，所填数值未采用。`,
    at,
    `恢复计量单位“${unit}”，按此填写数值。`,
  );

export const percentAmbiguous = (
  at: Origin,
  target: string,
  found: string,
  small: string,
  large: string,
): Diagnostic =>
  diagnostic(
    'percentAmbiguous',
    'error',
    `“${target}”填的是“${found}”，分不清是${small}还是${large}。`,
    at,
    '写明百分号，如 12.5%。',
  );

export const aboveWhole = (at: Origin, target: string, found: string): Diagnostic =>
  diagnostic(
    'aboveWhole',
    'error',
    `“${target}”是占比，所填“${found}”超过100%。`,
    at,
    '核对数值；占比按百分数填写，如 12.5%。',
  );

export const neitherYesNorNo = (at: Origin, target: string, found: string): Diagnostic =>
  diagnostic(
    'neitherYesNorNo',
    'error',
    `“${target}”只看是否完成，所填“${found}”看不出完成没有。`,
    at,
    '完成的填 1 或“是”，没有完成的填 0 或“否”；做到什么程度写入“进展情况”栏。',
  );

export const magnitudeAmbiguous = (
  at: Origin,
  target: string,
  found: string,
  first: string,
  second: string,
): Diagnostic =>
  diagnostic(
    'magnitudeAmbiguous',
    'error',
    `“${target}”填的是“${found}”，分不清是${first}还是${second}。`,
    at,
    `写全计量单位，如 ${first}。`,
  );

export const notWhole = (at: Origin, target: string, found: string, unit: string): Diagnostic =>
  diagnostic(
    'notWhole',
    'warning',
    `“${target}”以“${unit}”计，所填“${found}”不是整数，可能漏写了单位。`,
    at,
    '请核对；写明单位可避免误读，如 1.2万个。',
  );

export const negativeValue = (at: Origin, target: string, found: string): Diagnostic =>
  diagnostic(
    'negativeValue',
    'error',
    `“${target}”所填“${found}”是负数。`,
    at,
    '核对数值；下降、减少的幅度填正数。',
  );

/** @param read what it was taken for, in words that follow what was found; '' where that is plain */
export const suspectMagnitude = (
  at: Origin,
  target: string,
  found: string,
  against: string,
  read = '',
): Diagnostic =>
  diagnostic(
    'suspectMagnitude',
    'warning',
    `“${target}”所填“${found}”${read === '' ? '' : `${read}，`}与${against}相差悬殊，可能写错了单位或小数点。`,
    at,
    '请核对；写明单位可避免误读，如 1.2万个、412.6亿元。',
  );

export const cooperationKept = (at: Origin): Diagnostic =>
  diagnostic(
    'cooperationKept',
    'info',
    '配合情况留存在原件中，不进入任务台账；其中的需协调事项列入《突出问题及需协调解决事项清单》。',
    at,
  );

/** Of a unit that only cooperates. */
export const requestTaken = (at: Origin, no: number, matter: string): Diagnostic =>
  diagnostic(
    'requestTaken',
    'info',
    `配合单位就第${no}项任务提出的需协调事项“${matter}”列入《突出问题及需协调解决事项清单》，不影响任务的评定。`,
    at,
  );

export const planChanged = (at: Origin): Diagnostic =>
  diagnostic(
    'planChanged',
    'warning',
    '填报表是按改动前的计划生成的，任务和指标以现行计划为准。',
    at,
    '重新下发填报表（diaodu forms），或核对改动的任务。',
  );
