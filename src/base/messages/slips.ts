/** Messages about slips of the hand: struck-out cells, comments for values, cells filled beside the right one, old forms. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const MOST_ROWS_NAMED = 8;

export const struckOut = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'struckOut',
    'error',
    `单元格里有带删除线的文字（${text}），分不清是否作废，未采用。`,
    at,
    '删去作废的内容，取消删除线。',
  );

export const raisedMark = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'raisedMark',
    'error',
    `单元格里有上标文字，读出来是“${text}”，分不清上标是数值还是注号，未采用。`,
    at,
    '删去注号，只留数值；需要说明的写入“进展情况”等文字栏。',
  );

export const struckSomewhere = (file: string): Diagnostic =>
  diagnostic(
    'struckSomewhere',
    'error',
    '表格里有一部分带删除线的文字，旧格式（.xls）读不出在哪一格，作废的数可能混在里面。',
    { file },
    '删去作废的内容，取消删除线；或另存为 .xlsx 再报，可以指明是哪一格。',
  );

export const valueInComment = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'valueInComment',
    'warning',
    `这一格没有填，只有批注“${text}”；批注不读取。`,
    at,
    '把内容填到单元格里。',
  );

/** On a cell that is filled in. */
export const commentBeside = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'commentBeside',
    'warning',
    `这一格另有批注“${text}”；批注不读取，仍按格内所填的采用。`,
    at,
    '请核对；格内填的有误的，改正后重报。',
  );

/** @param rows numbers as the sheet shows them, each with something filled in */
export const hiddenFilled = (at: Origin, rows: readonly number[]): Diagnostic =>
  diagnostic(
    'hiddenFilled',
    'warning',
    `第${someOf(rows, MOST_ROWS_NAMED, '')}行被隐藏或筛选掉了，里面填有内容，照常读取。`,
    at,
    '请取消隐藏和筛选后核对；不再有效的内容请清除。',
  );

/** @param column as the sheet shows it: H */
export const hiddenColumn = (at: Origin, heading: string, column: string): Diagnostic =>
  diagnostic(
    'hiddenColumn',
    'warning',
    `“${heading}”栏（${column}列）被隐藏了，里面填有内容，照常读取。`,
    at,
    '请取消隐藏后核对；不再有效的内容请清除。',
  );

export const filledBeside = (at: Origin, found: string, heading: string, wanted: string): Diagnostic =>
  diagnostic(
    'filledBeside',
    'error',
    `“${heading}”栏改成了“${found}”，“${wanted}”栏却是空的，可能填错了格。`,
    at,
    `内容移到“${wanted}”栏，恢复“${heading}”栏原来的内容。`,
  );

export const sourceWithoutValue = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'sourceWithoutValue',
    'warning',
    `填了数据来源“${found}”，没有填数值。`,
    at,
    '补填本季度累计值；数值填错了格的移过去。',
  );

export const sourceDoubtful = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'sourceDoubtful',
    'warning',
    `数据来源写的是“${found}”，所填的可能不是本期的实际数；已按实际数采用。`,
    at,
    '不是本期实际数的，改填实际数，还没有的留空；是实际数的，来源改写发布单位或文件名称。',
  );

export const previousChanged = (
  at: Origin,
  target: string,
  found: string,
  known: string | undefined,
  heading: string,
): Diagnostic =>
  diagnostic(
    'previousChanged',
    'warning',
    `“${target}”的“${heading}”写的是“${found}”，上期报送的是${known ?? '空白'}。`,
    at,
    '上期数值有更正的，请另行说明；没有更正的恢复原样。',
  );

export const oldForm = (
  at: Origin,
  count: number,
  target: string,
  found: string,
  known: string | undefined,
  heading: string,
): Diagnostic =>
  diagnostic(
    'oldForm',
    'error',
    `“${heading}”栏有${count}处与上期报送的不同（如“${target}”写的是“${found}”，上期报送的是${known ?? '空白'}），可能是用旧表改的，或粘贴错了列。`,
    at,
    '请在本期下发的填报表上填写。',
  );

/** Texts of the quarter before that stand beside other tasks than theirs. */
export const rowsMixed = (at: Origin, count: number, of: string, other: string): Diagnostic =>
  diagnostic(
    'rowsMixed',
    'error',
    `“上季度进展情况”栏有${count}处写的是别的事项的（如${of}旁边是${other}的），可能只对一部分列排了序，或粘贴错了行，文字对不上事项。`,
    at,
    '请恢复下发时的行序，逐行核对后再报。',
  );

/** Texts of another quarter where the last one's stood. */
export const oldTexts = (at: Origin, count: number, of: string): Diagnostic =>
  diagnostic(
    'oldTexts',
    'error',
    `“上季度进展情况”栏有${count}处与上期报送的不同（如${of}），可能是用以前季度的旧表改的。`,
    at,
    '请在本期下发的填报表上填写。',
  );

export const increment = (at: Origin, target: string, found: string): Diagnostic =>
  diagnostic(
    'increment',
    'error',
    `“${target}”填的是“${found}”，分不清是累计数还是新增数。`,
    at,
    '填年初至本季度末的累计数，不带“+”号。',
  );

export const growthAsIndex = (
  at: Origin,
  target: string,
  found: string,
  last: string,
  severity: 'error' | 'warning' = 'warning',
): Diagnostic =>
  diagnostic(
    'growthAsIndex',
    severity,
    `“${target}”是增长速度，所填“${found}”像是以上年为基数的指数（上季度为${last}）。`,
    at,
    '请核对；增长速度填比上年增长百分之几，如 21.5%，下降的填负数。',
  );

export const numberForText = (
  at: Origin,
  heading: string,
  found: string,
  wanted = '本季度累计值',
): Diagnostic =>
  diagnostic(
    'numberForText',
    'warning',
    `“${heading}”栏只写了一个数“${found}”，可能填错了格。`,
    at,
    `数值填到“${wanted}”栏；这一栏用文字说明情况。`,
  );

/** One month of a year is more than the year so far: two columns taken for each other. */
export const monthOverCumulative = (
  at: Origin,
  month: string,
  [found, cumulative]: readonly [string, string],
): Diagnostic =>
  diagnostic(
    'monthOverCumulative',
    'warning',
    `“${month}”所填${found}大于本年累计${cumulative}，两栏可能填反。`,
    at,
    '请核对本月数和本年累计数。',
  );

export const headingRemark = (at: Origin, heading: string, remark: string): Diagnostic =>
  diagnostic(
    'headingRemark',
    'error',
    `表头“${heading}”后加了“（${remark}）”，分不清这一栏的数是否仍为规定的口径。`,
    at,
    `恢复表头“${heading}”，按规定口径填写；口径有出入的，在“数据来源”或“进展情况”栏说明。`,
  );

export const picturesIgnored = (file: string): Diagnostic =>
  diagnostic(
    'picturesIgnored',
    'warning',
    '表格里有图片或文本框，其中的内容不读取。',
    { file },
    '须报送的数和文字请填在单元格里；图片只是公章、标志的，不必理会。',
  );

/** `unread`: cells of the return could not be read, and some of these may be among them. */
export const leftOut = (file: string, what: readonly string[], unread: boolean): Diagnostic =>
  diagnostic(
    'leftOut',
    'warning',
    `下列事项没有填写${unread ? '，或者填了但读不出（见所列错误）' : ''}：${what.join('、')}。`,
    { file },
    '确无进展的也要在“进展情况”“存在问题”中说明；数值为零的填 0。',
  );

/** @param count of the numbers, `heading`: of the column that shows those of last quarter */
export const allAsBefore = (at: Origin, count: number, heading: string): Diagnostic =>
  diagnostic(
    'allAsBefore',
    'warning',
    `所填的${count}个数全部与上季度相同，可能照抄了“${heading}”一栏，或者报的是上季度的表。`,
    at,
    '请核对，改填截至本季度末的数；确实都没有变化的，在“进展情况”中说明。',
  );

export const othersReturn = (file: string, unit: string, count: number): Diagnostic =>
  diagnostic(
    'othersReturn',
    'error',
    `所填${count}项都不由${unit}填报，可能是别的单位的表改了名称，未收。`,
    { file },
    '核对是哪个单位的表；确是该单位的，在下发给它的填报表上填写。',
  );

export const sheetUnreadable = (at: Origin): Diagnostic =>
  diagnostic(
    'sheetUnreadable',
    'error',
    '这张工作表已损坏，读不出内容。',
    at,
    '用 Excel 或 WPS 打开，修复后另存为 .xlsx 再报。',
  );

export const quoteOpen = (at: Origin): Diagnostic =>
  diagnostic(
    'quoteOpen',
    'error',
    '引号没有配对，后面的内容可能串了行。',
    at,
    '用 Excel 或 WPS 打开，核对后另存为 .xlsx 再报。',
  );

/** Below the table, where no field is. */
export const remarkBelow = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'remarkBelow',
    'warning',
    `表下写有“${text}”，不属于任何一栏，未采用。`,
    at,
    '涉及数值、口径的，请改写到相应任务、项目的文字栏，或核实后由办公室处理。',
  );

export const remarkAbove = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'remarkAbove',
    'warning',
    `表头上方写有“${text}”，所填的数可能不是要求的口径；这句话未采用，数已照填的采用。`,
    at,
    '核实各数是否按表内口径填报；不是的，改正后重报；需要说明的，写到相应的文字栏。',
  );

/** @param found as written in the return; known: in the list of projects */
export const listValueChanged = (at: Origin, heading: string, found: string, known: string): Diagnostic =>
  diagnostic(
    'listValueChanged',
    'warning',
    `“${heading}”写的是“${found}”，项目库中为${known}，按项目库采用。`,
    at,
    '确需调整的，由办公室改项目库 data/<年>/projects/projects.csv；没有调整的恢复原样。',
  );
