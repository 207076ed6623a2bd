/** Tables of annual indicators: 指标 | 单位 | 2022年基期值 | 2023年目标值 | 属性. Which column counts depends on the year. */
import { splitUnits } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { periodOf } from '../targets/period-share.ts';
import { unitAt } from '../targets/unit-at.ts';
import { columnRole } from '../text/labels.ts';
import { tidyText } from '../text/tidy.ts';

interface IndicatorCell {
  heading: string;
  /** By its own heading: 2023年目标值（亿元）; '' where that names none. */
  unit: string;
  cell: string;
}

export interface IndicatorRow {
  line: number;
  name: string;
  /** '' where the numbers carry their own. */
  unit: string;
  /** Cells of the columns that may hold the target, with their headings. */
  candidates: IndicatorCell[];
  /** Cells that say where the indicator stood before: 2022年基期值. */
  before: IndicatorCell[];
  /** Cells of columns that say where it stands within the year: 一季度, 上半年目标. */
  quarters: { heading: string; period: string; cell: string }[];
  /** Who answers for it, by a column 责任单位; the first leads. */
  units: string[];
  /** What stands in the other columns: “属性：约束性”. */
  others: string[];
}

const NAME = /^(?:主要|具体|核心)?指标(?:名称|内容|项目)?$/;
const UNIT = /^(?:计量)?单位$/;
const NUMBER = /^(?:序号|编号)$/;
const TARGET = /目标|预期值|计划|20\d{2}年/;
const BEFORE = /基期|基数|基准|现状|实际|实绩|完成|上年|去年/;
/** 2023年一季度累计目标值 */
const WITHIN = /^(?:20\d{2}年)?(.{2,6}?)(?:累计)?(?:目标|计划|预期|任务)?[值数]?$/;

/** The part of the year that a column is for; of one for the whole year the target is wanted, where it says so. */
function periodIn(heading: string): string | undefined {
  const period = WITHIN.exec(heading)?.[1] ?? '';
  const found = periodOf(period);
  return found && !(found.whole && (TARGET.test(heading) || BEFORE.test(heading))) ? period : undefined;
}

const plain = (cell: string): string => tidyText(cell.replace(/\s/g, '')).text;

/** 2023年目标值（单位：亿元） → the heading and its unit. */
function readHeading(source: string): { heading: string; unit: string } {
  const heading = plain(source);
  const [, own, unit] = /^(.+?)（(?:单位：)?([^（）]{1,8})）$/.exec(heading) ?? [];
  return own !== undefined && unit !== undefined && unitAt(unit) === unit
    ? { heading: own, unit }
    : { heading, unit: '' };
}

/** Whether a row is the head of such a table. */
export function isIndicatorHead(cells: readonly string[]): boolean {
  const heads = cells.map((cell) => readHeading(cell).heading);
  return heads.some((h) => NAME.test(h)) && heads.some((h) => TARGET.test(h) && !BEFORE.test(h));
}

/** Rows below the head; `unread` are those without a name. */
export function readIndicators(rows: readonly Paragraph[]): { rows: IndicatorRow[]; unread: Paragraph[] } {
  const out: { rows: IndicatorRow[]; unread: Paragraph[] } = { rows: [], unread: [] };
  const heads = (rows[0]?.cells ?? []).map(readHeading);
  for (const paragraph of rows.slice(1)) {
    const row: IndicatorRow = {
      line: paragraph.line,
      name: '',
      unit: '',
      candidates: [],
      before: [],
      quarters: [],
      units: [],
      others: [],
    };
    (paragraph.cells ?? []).forEach((source, i) => {
      const { heading, unit } = heads[i] ?? { heading: '', unit: '' };
      const cell = plain(source);
      if (cell === '' || NUMBER.test(heading)) return;
      const period = periodIn(heading);
      if (NAME.test(heading)) row.name = cell;
      else if (UNIT.test(heading)) row.unit = cell;
      else if (period !== undefined) row.quarters.push({ heading, period, cell });
      else if (TARGET.test(heading) && !BEFORE.test(heading)) row.candidates.push({ heading, unit, cell });
      else if (BEFORE.test(heading)) row.before.push({ heading, unit, cell });
      else if (['lead', 'listed'].includes(columnRole(heading) ?? '')) row.units.push(...splitUnits(cell));
      else row.others.push(`${heading}：${cell}`);
    });
    if (row.unit === '') takeUnit(row);
    if (row.name === '' || row.candidates.length === 0) out.unread.push(paragraph);
    else out.rows.push(row);
  }
  return out;
}

/** 数字经济核心产业增加值占GDP比重（%）: the unit stands behind the name. */
function takeUnit(row: IndicatorRow): void {
  const [, name, unit] = /^(.+?)（([^（）]{1,8})）$/.exec(row.name) ?? [];
  if (name === undefined || unit === undefined || unitAt(unit) !== unit) return;
  row.name = name;
  row.unit = unit;
}

/** The cell for the plan's year: its own column, or the only one there is. The rest is returned as not used. */
export function indicatorOf(
  row: IndicatorRow,
  year: number,
): { value: string; unit: string; others: string[] } {
  const past = row.candidates.filter(({ heading }) => isOnlyYear(heading, year - 1));
  const open = row.candidates.filter((one) => !past.includes(one));
  const named = open.filter(({ heading }) => heading.includes(String(year)));
  const chosen = named.find(({ heading }) => /目标|预期|计划/.test(heading)) ?? named[0] ?? open[0];
  const unique = named.length > 0 || open.length === 1;
  const rest = open.filter((c) => !unique || c !== chosen);
  return {
    value: unique ? (chosen?.cell ?? '') : '',
    unit: row.unit || (chosen?.unit ?? ''),
    others: [...row.others, ...rest.map(({ heading, cell }) => `${heading}：${cell}`)],
  };
}

/** The cell for the end of the year before the plan's: by its heading 上年, 基期 or that year. */
export function beforeOf(row: IndicatorRow, year: number): IndicatorRow['before'][number] | undefined {
  const past = row.candidates.filter(({ heading }) => isOnlyYear(heading, year - 1));
  const dated = [...row.before, ...past].filter(({ heading }) => heading.includes(String(year - 1)));
  return dated.length > 0 ? dated[0] : row.before.find(({ heading }) => !/20\d{2}/.test(heading));
}

/** 2022年 beside 2023年: where it stood before, without a word that says so. */
const isOnlyYear = (heading: string, year: number): boolean =>
  new RegExp(`^${year}年?(?:末|底)?$`).test(heading);
