/** Messages of collecting returns: files that can't be opened, whose they are, how a cell was read, where they are kept. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const SAVE_AS = '用 Excel 或 WPS 打开后另存为 .xlsx 再报。';
const didYouMean = (suggestion: string | undefined): string[] =>
  suggestion ? [`是不是想写“${suggestion}”？`] : [];

// Files that can't be opened

export const fileNotFound = (file: string): Diagnostic =>
  diagnostic('fileNotFound', 'error', '没有这个文件或文件夹。', { file }, '核对路径；含空格的要加引号。');

export const nothingToCollect = (file: string): Diagnostic =>
  diagnostic('nothingToCollect', 'warning', '文件夹中没有报表。', { file });

export const notAReturn = (file: string, kind: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'notAReturn',
    'error',
    `这是${kind}，不是填报表，未收。`,
    { file },
    `报送文件应为 ${known.join('、')} 格式；请在下发的填报表上填写。`,
  );

export const archiveFile = (file: string): Diagnostic =>
  diagnostic('archiveFile', 'error', '这是压缩包，未收。', { file }, '解压后再收其中的填报表。');

export const wrongExtension = (file: string, extension: string, kind: string): Diagnostic =>
  diagnostic('wrongExtension', 'info', `文件名以“${extension}”结尾，内容却是 ${kind} 格式，已按内容读取。`, {
    file,
  });

export const emptyFile = (file: string): Diagnostic =>
  diagnostic('emptyFile', 'error', '文件是空的。', { file }, '请报送单位重新发送。');

export const encryptedFile = (file: string): Diagnostic =>
  diagnostic('encryptedFile', 'error', '表格设了打开密码，无法读取。', { file }, '取消密码后重新报送。');

export const truncatedFile = (file: string): Diagnostic =>
  diagnostic(
    'truncatedFile',
    'error',
    '文件不完整或已损坏，打不开。',
    { file },
    '多为传输中断所致，请报送单位重新发送。',
  );

export const fileTooLarge = (file: string, megabytes: string, limit: string): Diagnostic =>
  diagnostic(
    'fileTooLarge',
    'error',
    `文件太大（${megabytes}），上限为${limit}，未读取。`,
    { file },
    '填报表一般不到1 MB；删去图片、附件和多余的工作表后重报。',
  );

export const unpacksTooLarge = (file: string, megabytes: string, limit: string): Diagnostic =>
  diagnostic(
    'unpacksTooLarge',
    'error',
    `文件解压后过大（${megabytes}），上限为${limit}，疑似异常文件，未读取。`,
    { file },
    '核对来源；确为填报表的，复制到下发的空表中另存后重报。',
  );

export const tooManyRows = (at: Origin, limit: number): Diagnostic =>
  diagnostic(
    'tooManyRows',
    'error',
    `工作表超过${limit}行仍有内容，未读取。`,
    at,
    '请在下发的填报表上填写，删去无关的行。',
  );

export const emptyRowsCut = (at: Origin, limit: number): Diagnostic =>
  diagnostic('emptyRowsCut', 'info', `工作表第${limit}行以后只有空行，未读取。`, at);

export const brokenWorkbook = (file: string): Diagnostic =>
  diagnostic('brokenWorkbook', 'error', '打不开这份表格。', { file }, SAVE_AS);

export const macrosIgnored = (file: string): Diagnostic =>
  diagnostic('macrosIgnored', 'warning', '表格带有宏，未运行，只读取了单元格内容。', { file }, SAVE_AS);

export const externalLinks = (file: string): Diagnostic =>
  diagnostic(
    'externalLinks',
    'warning',
    '表格链接了其他文件，未打开链接，有关单元格取其上次保存的结果。',
    { file },
    '请把链接的单元格改为数值。',
  );

export const unknownEncoding = (file: string): Diagnostic =>
  diagnostic(
    'unknownEncoding',
    'error',
    '文字编码无法识别，应为 UTF-8 或 GBK。',
    { file },
    '用 Excel 或 WPS 打开后另存为 .xlsx，或“CSV UTF-8”。',
  );

export const gbkText = (file: string): Diagnostic =>
  diagnostic('gbkText', 'info', '文件为 GBK 编码，已转换。', { file });

// Whose return, for which period

export const unitConflict = (at: Origin, hints: string): Diagnostic =>
  diagnostic(
    'unitConflict',
    'error',
    `填报单位前后不一致：${hints}。`,
    at,
    '核对是否填错了别的单位的表；确认无误的，用 --unit 指明单位。',
  );

export const unitUnfound = (at: Origin): Diagnostic =>
  diagnostic(
    'unitUnfound',
    'error',
    '看不出是哪个单位报的。',
    at,
    '在“填报说明”或表头写明填报单位，或用 --unit 指明单位。',
  );

export const strangeUnit = (at: Origin, found: string, suggestion: string | undefined): Diagnostic =>
  diagnostic('strangeUnit', 'error', `单位名册中没有“${found}”。`, at, ...didYouMean(suggestion));

export const unitOverruled = (at: Origin, hints: string, unit: string): Diagnostic =>
  diagnostic('unitOverruled', 'warning', `表内填报单位（${hints}）与指明的“${unit}”不同，按指明的计。`, at);

export const periodConflict = (at: Origin, hints: string): Diagnostic =>
  diagnostic(
    'periodConflict',
    'error',
    `报送期次前后不一致：${hints}。`,
    at,
    '核对是否用了往期的表；改正期次或文件名后重报。',
  );

export const otherPeriod = (at: Origin, found: string, wanted: string): Diagnostic =>
  diagnostic(
    'otherPeriod',
    'error',
    `这是${found}的填报表，本次收的是${wanted}。`,
    at,
    `请用${wanted}的填报表重报；确为${found}补报的，改用 diaodu collect ${found}。`,
  );

export const periodAssumed = (at: Origin, period: string): Diagnostic =>
  diagnostic('periodAssumed', 'warning', `表内没有写报送期次，按命令中的${period}计。`, at);

// The table as a whole

export const sheetByHeadings = (at: Origin, name: string): Diagnostic =>
  diagnostic('sheetByHeadings', 'info', `工作表改过名，按表头认作“${name}”。`, at);

export const sheetTwice = (at: Origin, name: string, kept: string): Diagnostic =>
  diagnostic(
    'sheetTwice',
    'error',
    `这张工作表也像“${name}”，且填有内容；只读取了“${kept}”。`,
    at,
    '只保留一张，删去另一张。',
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
    `指标编号是“${id}”（${name}），指标一栏却写着“${found}”，所填数值未采用。`,
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

export const wordRead = (at: Origin, field: string, found: string, taken: string): Diagnostic =>
  diagnostic('wordRead', 'info', `${field}“${found}”读作“${taken}”。`, at);

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

export const suspectMagnitude = (at: Origin, target: string, found: string, against: string): Diagnostic =>
  diagnostic(
    'suspectMagnitude',
    'warning',
    `“${target}”所填“${found}”与${against}相差悬殊，可能写错了单位或小数点。`,
    at,
    '请核对；写明单位可避免误读，如 1.2万个、412.6亿元。',
  );

// Keeping

export const sameAgain = (file: string, unit: string, version: number): Diagnostic =>
  diagnostic('sameAgain', 'info', `与${unit}第${version}版完全相同，不重复入库。`, { file });

export const twoAtOnce = (file: string, unit: string, other: string): Diagnostic =>
  diagnostic(
    'twoAtOnce',
    'error',
    `${unit}一次来了两份不同的填报表（另一份为 ${other}），分不清以哪份为准，均未入库。`,
    { file },
    '只收其中一份，或按先后分两次收，后收的为准。',
  );

export const receivedTooEarly = (file: string, received: string, last: string): Diagnostic =>
  diagnostic(
    'receivedTooEarly',
    'error',
    `收到日期${received}早于上一版的${last}，未入库。`,
    { file },
    '核对 --received。',
  );

export const unitNotReporting = (file: string, unit: string): Diagnostic =>
  diagnostic('unitNotReporting', 'warning', `${unit}本期没有要填报的任务和指标。`, { file });

export const nothingFilled = (file: string): Diagnostic =>
  diagnostic('nothingFilled', 'warning', '是空表，没有填写任何内容。', { file });

export const originalChanged = (file: string): Diagnostic =>
  diagnostic(
    'originalChanged',
    'warning',
    '入库原件与登记的校验值不符，可能被改动过。',
    { file },
    '以报送单位原件重新收取。',
  );

export const originalMissing = (file: string): Diagnostic =>
  diagnostic('originalMissing', 'error', '登记簿中有这份原件，但文件不在了。', { file }, '从备份恢复。');

export const cooperationKept = (at: Origin): Diagnostic =>
  diagnostic('cooperationKept', 'info', '配合情况留存在原件中，不进入任务台账。', at);

export const planChanged = (at: Origin): Diagnostic =>
  diagnostic(
    'planChanged',
    'warning',
    '填报表是按改动前的计划生成的，任务和指标以现行计划为准。',
    at,
    '重新下发填报表（diaodu forms），或核对改动的任务。',
  );
