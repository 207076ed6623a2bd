/**
 * data/statistics/tables/*.csv (or workbooks): 编号, 指标, 计量单位, 地区, then one column for each period. What is not in
 * the table — kind, 口径, vintage, source — stands with the series of that id in series/*.yaml.
 */
import { parseDate } from '../../base/chinese/date.ts';
import { cleanText } from '../../base/chinese/text.ts';
import { decimalsOf } from '../../base/decimal.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import {
  statisticNumber,
  statisticPeriodForm,
  statisticReference,
  statisticRowDiffers,
  statisticTableHead,
} from '../../base/messages/statistics.ts';
import { nearest } from '../../base/nearest.ts';
import type { Statistic, StatisticSeries } from '../../model/statistics/statistic.ts';
import { parseStatisticPeriod } from '../../model/statistics/statistic-period.ts';
import { cellText, type Sheet, type SheetCell } from '../formats/sheet.ts';
import { openTables } from '../tables/open.ts';
import { type SeriesDefaults, type StatisticIndex, statisticOf } from './series.ts';

const HEAD = ['编号', '指标', '计量单位', '地区'] as const;
const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
/** What stands below a table and is none of its rows. */
const NOTE = /^(?:注|说明|备注|(?:资料|数据)?来源)[\d①-⑳]*[：:]/;

type Row = Sheet['rows'][number];
type Registered = ReadonlyMap<string, { series: StatisticSeries; defaults: SeriesDefaults }>;

/** Every filled-in cell below a period is a value; an empty one is no value at all. */
export function readStatisticTable(
  file: string,
  bytes: Uint8Array,
  registered: Registered,
  index: StatisticIndex,
  diagnostics: Diagnostic[],
): Statistic[] {
  const opened = openTables(file, bytes);
  diagnostics.push(...opened.diagnostics);
  return (opened.value ?? []).flatMap((sheet) => {
    const head = headOf(sheet);
    if (head < 0) {
      diagnostics.push(statisticTableHead(file, HEAD));
      return [];
    }
    const rows = sheet.rows.slice(head + 1).filter((row) => row.some(Boolean) && !isNote(row));
    const periods = periodsOf(sheet.rows[head] ?? [], rows, diagnostics);
    return rows.flatMap((row) => rowOf(row, periods));
  });

  function rowOf(row: Row, periods: readonly (string | undefined)[]): Statistic[] {
    const [id = '', name = '', unit = '', region = ''] = row.slice(0, HEAD.length).map(cellText);
    const at = row.find(Boolean)?.at ?? { file };
    const found = registered.get(id);
    if (!found) {
      const known = [...registered.keys()];
      diagnostics.push(statisticReference(at, '系列', id, nearest(id, known), known));
      return [];
    }
    const { series, defaults } = found;
    if (name !== series.name) diagnostics.push(statisticRowDiffers(at, id, '指标名称', name, series.name));
    if (unit !== series.unit) diagnostics.push(statisticRowDiffers(at, id, '计量单位', unit, series.unit));
    return row.slice(HEAD.length).flatMap((cell, i) => {
      const period = periods[HEAD.length + i];
      if (!cell || period === undefined) return [];
      const read = valueIn(cell, diagnostics);
      if (!read) return [];
      const value = statisticOf(
        {
          series,
          period,
          region: region || defaults.region,
          vintage: defaults.vintage,
          source: defaults.source,
          note: defaults.note,
          value: read.value,
          decimals: read.decimals,
          qualifier: '',
          at: cell.at,
        },
        index,
        diagnostics,
      );
      return value ? [value] : [];
    });
  }
}

const headOf = (sheet: Sheet): number =>
  sheet.rows.findIndex((row) => HEAD.every((word, i) => cellText(row[i]) === word));

const isNote = (row: Row): boolean => {
  const [first, ...others] = row.filter(Boolean);
  return others.length === 0 && NOTE.test(cellText(first));
};

/** The period of each column; undefined, and told once, where there is none though something stands below. */
function periodsOf(head: Row, rows: readonly Row[], diagnostics: Diagnostic[]): (string | undefined)[] {
  const width = Math.max(head.length, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, i) => {
    const text = cellText(head[i]);
    // Spreadsheet programs write 2022-12-31 anew, as 2022/12/31.
    const period = parseStatisticPeriod(text) ? text : parseDate(text);
    const below = rows.find((row) => row[i])?.[i];
    if (i >= HEAD.length && period === undefined && below)
      diagnostics.push(statisticPeriodForm(head[i]?.at ?? below.at, text));
    return period;
  });
}

function valueIn(
  cell: SheetCell,
  diagnostics: Diagnostic[],
): { value: number | '—' | '…'; decimals: number } | undefined {
  const text = cleanText(cellText(cell));
  if (text === '—' || text === '…') return { value: text, decimals: 0 };
  const found = NUMBER.exec(text);
  if (!found) {
    diagnostics.push(statisticNumber(cell.at, text));
    return undefined;
  }
  const value = Number(text.replaceAll(',', ''));
  return { value, decimals: found[1]?.length ?? decimalsOf(value) };
}
