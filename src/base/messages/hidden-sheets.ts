/** Messages on sheets of a workbook that are hidden and have a table of the form filled in. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

const SHOW = '在工作表标签上点右键，选“取消隐藏”，即可看到';

/** Of the only sheet with the table. */
export const hiddenSheet = (at: Origin): Diagnostic =>
  diagnostic(
    'hiddenSheet',
    'warning',
    `工作表“${at.sheet ?? ''}”被隐藏了，里面填有内容，照常读取。`,
    at,
    `请核对是否为本期所报：${SHOW}；不再有效的内容请清除。`,
  );

/** `at`: on the sheet with the same table that is not hidden, and has nothing filled in. */
export const hiddenInstead = (at: Origin, hidden: string): Diagnostic =>
  diagnostic(
    'hiddenInstead',
    'error',
    `“${at.sheet ?? ''}”没有填，被隐藏的工作表“${hidden}”里却填有内容，分不清是否为本期所报，未读取。`,
    at,
    `${SHOW}。是本期所报的，取消隐藏，删去没有填的“${at.sheet ?? ''}”再报；不是的，删去“${hidden}”，在“${at.sheet ?? ''}”上填写。`,
  );

/** `at`: the first cell that differs, on the sheet that is read. @param shown what it says there · hidden: on the hidden sheet */
export const hiddenCopy = (at: Origin, sheet: string, shown: string, hidden: string): Diagnostic =>
  diagnostic(
    'hiddenCopy',
    'warning',
    `被隐藏的工作表“${sheet}”是同一张表，所填却不同：这一格${said(shown)}，“${sheet}”${said(hidden)}；只读取了看得见的“${at.sheet ?? ''}”。`,
    at,
    `请核对看得见的是否为本期所报，删去“${sheet}”（${SHOW}）。`,
  );

const said = (text: string): string => (text === '' ? '没有填' : `为“${text}”`);
