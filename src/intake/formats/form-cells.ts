/** Single cells of the form's tables: what may be read of them, and what was done to read it. */
import { formatDate } from '../../base/chinese/date.ts';
import { saysNothing } from '../../base/chinese/nothing.ts';
import { comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  commandFormula,
  dateForValue,
  dateRewritten,
  displayDiffers,
  externalFormula,
  formulaText,
  formulaUncomputed,
  pictureInCell,
  serialDate,
  textElsewhere,
  textTooLong,
  textUnfinished,
} from '../../base/messages/form-cells.ts';
import { cellError } from '../../base/messages/intake.ts';
import { raisedMark, sourceDoubtful } from '../../base/messages/slips.ts';
import type { Origin } from '../../base/origin.ts';
import {
  bareSerial,
  cellDay,
  cellFault,
  cellText,
  cellValue,
  differingDisplay,
  type SheetCell,
} from './sheet.ts';

/** A page of text; the form asks for 60—200 characters. */
const LONGEST_TEXT = 4000;
const SHORTENED = 40;
/** Programs, web services and pictures from afar: nothing that a return needs. */
const COMMAND = /\|\s*'|\b(?:WEBSERVICE|HYPERLINK|DDE|CALL|REGISTER|EXEC|IMPORT\w+|IMAGE)\s*\(/i;
/** Names of files and sheets have no more characters than this. */
const EXTERNAL = /\[[^[\]]{1,255}\][^![\]]{0,255}!|file:|https?:/i;
/** How a cell begins that a spreadsheet program would run if the text were typed. */
const FORMULA_START = /^(?:=\s*\S|[+\-@]\s*[A-Za-z_]+[(|!])/;
const ELSEWHERE =
  /^(?:(?:进展)?同(?:上|前|上季度|上期|上月|[一二三四1-4]季度)|与(?:上季度|上期|上月)(?:相同|一致)|〃|[（(]?略[)）]?|(?:详|请|参|请参|请详)?见(?:附[件表页图]?|上[表文]?|上?[季月]度?|上期|前[表文]?|邮件|邮箱|文件|材料|报告|总结|另[文表]|(?:word|excel|pdf|纸质)[件版]?)[一二三四五六七八九十\d]{0,2}|另附|另报|另行报送|已(?:另行?)?报送?)[。.，,]?$/i;
/** Left by whoever meant to come back to it, or says nothing at all; see saysNothing for what says that there is nothing. */
const UNFINISHED =
  /^(?:待(?:补充?|填写?|报送?|核实?|定|完善)|请?填写.{0,12}|请补充.{0,12}|tbd|todo|x{2,}|×{2,}|测试|test|示例.{0,40}|[是否有无]的?|[\p{P}\p{S}]+)[。.;]?$/u;
const NO_RESULT =
  /预计|预测|预估|估算|估计|推算|暂估|(?:目标|计划)[数值]|(?:[去上]年(?:度|同期)?|同期|上(?:个?月|季度?|期))(?:数据?|数值|值)?[)\]]?$/;
/** A picture inside a cell, as WPS keeps it. */
const PICTURE = /DISPIMG\s*\(/i;
/** From 2020 on; nobody writes such days as evidence. */
const FIRST_SERIAL = 43831;

export const brief = (text: string): string =>
  [...text].length > SHORTENED ? `${[...text].slice(0, SHORTENED).join('')}…` : text;

/** Whether the cell holds something that can be used at all; what can't is told. */
export function usable(cell: SheetCell, diagnostics: Diagnostic[]): boolean {
  const fault = cellFault(cell);
  const formula = cell.cell.f;
  if (formula !== undefined && COMMAND.test(formula))
    diagnostics.push(commandFormula(cell.at, brief(formula)));
  else if (fault) diagnostics.push(cellError(cell.at, fault));
  else if (formula !== undefined && (cell.cell.t === 'z' || cell.cell.v === undefined))
    diagnostics.push(formulaUncomputed(cell.at, brief(formula)));
  else {
    if (formula !== undefined && EXTERNAL.test(formula))
      diagnostics.push(externalFormula(cell.at, brief(formula)));
    return true;
  }
  return false;
}

/** A text cell; undefined, and told, when it can't be taken as it is. */
export function textOf(cell: SheetCell, diagnostics: Diagnostic[]): string | undefined {
  const text = cellText(cell);
  const length = [...text].length;
  if (length > LONGEST_TEXT) {
    diagnostics.push(textTooLong(cell.at, length, LONGEST_TEXT));
    return undefined;
  }
  if (PICTURE.test(cell.cell.f ?? '') || PICTURE.test(text)) {
    diagnostics.push(pictureInCell(cell.at));
    return undefined;
  }
  if (FORMULA_START.test(text)) diagnostics.push(formulaText(cell.at, brief(text)));
  if (ELSEWHERE.test(text)) diagnostics.push(textElsewhere(cell.at, text));
  return text;
}

/** A text that is there only to be replaced: 待补充, ××, √. What proves nothing is told by itself. */
export function tellUnfinished(at: Origin, text: string, diagnostics: Diagnostic[]): void {
  if (!saysNothing(text) && UNFINISHED.test(comparisonKey(text))) diagnostics.push(textUnfinished(at, text));
}

/** 数据来源 that speaks of a number which is none of this period's results: 预计数, 去年同期. */
export function tellDoubtfulSource(at: Origin, source: string, diagnostics: Diagnostic[]): void {
  if (NO_RESULT.test(source.normalize('NFKC'))) diagnostics.push(sourceDoubtful(at, brief(source)));
}

/** 佐证材料: a date that the program turned into a number is told; one in date format is written out. */
export function evidenceOf(cell: SheetCell, diagnostics: Diagnostic[]): string | undefined {
  return withDay(cell, cellDay(cell) ? '' : textOf(cell, diagnostics), diagnostics);
}

/** @param text what the cell says, where it holds no date */
export function withDay(
  cell: SheetCell,
  text: string | undefined,
  diagnostics: Diagnostic[],
): string | undefined {
  const day = cellDay(cell);
  if (day) {
    diagnostics.push(dateRewritten(cell.at, cell.cell.w ?? String(cell.cell.v), formatDate(day)));
    return formatDate(day);
  }
  const meant = text === undefined ? undefined : bareSerial(text, cell.date1904, FIRST_SERIAL);
  if (meant !== undefined) {
    diagnostics.push(serialDate(cell.at, String(text), formatDate(meant)));
    return undefined;
  }
  return text;
}

export interface CellValue {
  /** As the unit meant it, see cellValue. */
  value: string;
  /** What was done to the cell's content, in words that follow “数值…”. */
  conversions: string[];
}

/** A value cell; undefined, and told, when what it holds is no value. */
export function heldValue(cell: SheetCell, diagnostics: Diagnostic[]): CellValue | undefined {
  const day = cellDay(cell);
  if (day) {
    diagnostics.push(dateForValue(cell.at, cell.cell.w ?? day));
    return undefined;
  }
  if (cell.raised) {
    diagnostics.push(raisedMark(cell.at, cellText(cell)));
    return undefined;
  }
  const differs = differingDisplay(cell);
  if (differs) {
    diagnostics.push(displayDiffers(cell.at, differs, String(cell.cell.v)));
    return undefined;
  }
  const value = cellValue(cell);
  if (FORMULA_START.test(value)) {
    diagnostics.push(formulaText(cell.at, brief(value)));
  }
  const { f, t, v, w } = cell.cell;
  const conversions: string[] = [];
  if (f !== undefined) conversions.push(`取公式“=${brief(f)}”的计算结果`);
  if (t === 'n' && (w ?? '').trim().endsWith('%')) conversions.push(`存的是${v}，按单元格的百分数格式读取`);
  else if (t === 'n' && /[^\d.,%\s-]/.test(w ?? '') && /[^\d.]$/.test(value))
    conversions.push('单位取自单元格格式');
  return { value, conversions };
}
