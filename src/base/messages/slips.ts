/** Messages about slips of the hand: struck-out cells, comments for values, cells filled beside the right one, old forms. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

export const struckOut = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'struckOut',
    'error',
    `单元格里有带删除线的文字（${text}），分不清是否作废，未采用。`,
    at,
    '删去作废的内容，取消删除线。',
  );

export const valueInComment = (at: Origin, text: string): Diagnostic =>
  diagnostic(
    'valueInComment',
    'warning',
    `这一格没有填，只有批注“${text}”；批注不读取。`,
    at,
    '把内容填到单元格里。',
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

export const previousChanged = (at: Origin, target: string, found: string, known: string): Diagnostic =>
  diagnostic(
    'previousChanged',
    'warning',
    `“${target}”的上季度累计值写的是“${found}”，上季度报送的是${known}。`,
    at,
    '上季度数值有更正的，请另行说明；没有更正的恢复原样。',
  );

export const oldForm = (
  at: Origin,
  count: number,
  target: string,
  found: string,
  known: string,
): Diagnostic =>
  diagnostic(
    'oldForm',
    'error',
    `“上季度累计值”栏有${count}处与上季度报送的不同（如“${target}”写的是“${found}”，上季度报送的是${known}），可能是用旧表改的，或粘贴错了列。`,
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
