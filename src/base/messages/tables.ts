/** Messages on tables that an office keeps or fills in: headings, rows, units, months. */
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import { type Origin, rowOf } from '../origin.ts';
import { didYouMean } from './hints.ts';

/** @param table the sheet that was read */
export const sheetNotRead = (at: Origin, table: string): Diagnostic =>
  diagnostic(
    'sheetNotRead',
    'warning',
    `工作表“${at.sheet ?? ''}”不属于填报表，未读取。`,
    at,
    `其中有需要报送的内容的，写到“${table}”表的相应格中。`,
  );

export const headingUnit = (at: Origin, heading: string, found: string): Diagnostic =>
  diagnostic(
    'headingUnit',
    'error',
    `表头的计量单位为“${found}”，应为“${heading}”，整表未读取。`,
    at,
    '按规定的计量单位换算后填写，表头改回原样。',
  );

export const rowWithoutCode = (at: Origin, heading: string): Diagnostic =>
  diagnostic(
    'rowWithoutCode',
    'error',
    `这一行填了内容，但“${heading}”为空，未读取。`,
    at,
    `补填“${heading}”；不需要的行请删去。`,
  );

/** A row whose code can be none, which may be no row of the table: an example, a sum, a remark. */
export const strayRow = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  hints: [...problem.hints, '这一行是另加的说明、举例、小计的，删去整行。'],
});

/** @param searched in how many rows from the top; @param lower where the headings stand instead, where they do */
export const headNotFound = (
  at: Origin,
  headings: readonly string[],
  searched: number,
  lower: Origin | undefined,
): Diagnostic =>
  diagnostic(
    'headNotFound',
    'error',
    lower
      ? `表头应在前${searched}行之内，这份报表的表头在第${rowOf(lower)}行，整表未读取。`
      : `前${searched}行中找不到表头，整表未读取。`,
    lower ?? at,
    lower
      ? `删去表头上方多余的行，或把填的内容照抄到下发的表中再报。`
      : `表头中应有${someOf(
          headings.map((heading) => `“${heading}”`),
          MOST_HEADINGS,
          '栏',
          '',
        )}，文字与下发的填报表一致，列的次序可以不同。`,
  );

const MOST_HEADINGS = 4;

/** `at`: the first of the rows. */
export const codesMissing = (at: Origin, heading: string, rows: number): Diagnostic =>
  diagnostic(
    'codesMissing',
    'error',
    `“${heading}”一列全部为空（共${rows}行有内容），分不清各行是哪一项，整表未读取。`,
    at,
    `对照下发的填报表，把每行的“${heading}”补上；或把填的内容照抄到下发的表中再报。`,
  );

export const unreadableMonth = (at: Origin, field: string, found: string): Diagnostic =>
  diagnostic(
    'unreadableMonth',
    'error',
    `“${field}”的月份“${found}”无法识别。`,
    at,
    '应写作 2022-08 或 2022年8月。',
  );

/** A number that a spreadsheet program has cut short: 2022.10 became 2022.1. */
export const monthUnclear = (at: Origin, field: string, found: string, year: string): Diagnostic =>
  diagnostic(
    'monthUnclear',
    'error',
    `“${field}”填的是“${found}”，分不清是${year}年1月还是10月（软件会把 ${year}.10 存成 ${year}.1），未采用。`,
    at,
    `写作${year}年1月或${year}年10月。`,
  );

/** Days since 1900, without the format that would show them as a date. */
export const dateAsNumber = (at: Origin, field: string, found: string, date: string): Diagnostic =>
  diagnostic(
    'dateAsNumber',
    'error',
    `“${field}”填的是“${found}”，可能是日期（${date}）被软件改成了数字。`,
    at,
    `把单元格格式设为“日期”；或设为“文本”，写作${date}。`,
  );

export const dateTooEarly = (at: Origin, field: string, found: string): Diagnostic =>
  diagnostic(
    'dateTooEarly',
    'error',
    `“${field}”读作“${found}”，早于2000年，可能是只打了年份或序号，被软件当成了日期。`,
    at,
    '写全年月日，如 2022-03-15；只是表示“是”“否”的，改写到文字栏。',
  );

export const factMissing = (file: string, label: string): Diagnostic =>
  diagnostic(
    'factMissing',
    'error',
    `没有写明“${label}”，整份报表未采用。`,
    { file },
    `在表头上方写明“${label}：……”，或使用下发的填报表。`,
  );

/** @param cities short names of those between which it is open, or whose it is */
export const headConflict = (
  at: Origin,
  label: string,
  [first, other]: readonly [string, string],
  cities: readonly string[],
): Diagnostic => ({
  ...diagnostic(
    'headConflict',
    'error',
    `“${label}”前后不一致：一处为“${first}”，一处为“${other}”，整份报表未采用。`,
    at,
    '核对是否用了别处或往期的表；在本期下发的报表上填写，文件名与表内一致。',
  ),
  about: cities,
});

export const rowTwice = (at: Origin, code: string): Diagnostic =>
  diagnostic('rowTwice', 'error', `“${code}”填报了两次，只取第一次。`, at, '删去重复的一行。');

/** @param own what the office's own place is called, where it may stand beside those of the list */
export const unknownCity = (
  at: Origin,
  city: string,
  suggestion: string | undefined,
  own?: string,
): Diagnostic =>
  diagnostic(
    'unknownCity',
    'error',
    `各地名单（cities.yaml）中没有“${city}”。`,
    at,
    ...didYouMean(suggestion),
    ...(own ? [`不在名单各地的（本级实施的），写“${own}”。`] : []),
    ...(own || suggestion !== undefined
      ? []
      : ['名单中另有叫法的，照名单改写，或者把这个叫法列入该地的别名（aliases）。']),
  );

/** Of what came about, the month is what is counted by. */
export const monthForDay = (at: Origin, field: string, found: string, day: string): Diagnostic =>
  diagnostic(
    'monthForDay',
    'warning',
    `“${field}”填的是“${found}”，没有写到日，按${day}记。`,
    at,
    '知道具体日期的，请补上。',
  );

export const dateAhead = (at: Origin, field: string, found: string, end: string): Diagnostic =>
  diagnostic(
    'dateAhead',
    'error',
    `“${field}”${found}晚于报送期末${end}，未采用。`,
    at,
    '只填已经发生的日期；计划日期不填。',
  );

/** A row of a table as it is named to who has to find it. */
export interface NamedRow {
  code: string;
  /** As the sheet shows it. */
  row: number;
}

/**
 * What would account for a wrong sum. hidden: rows that it leaves out, for nobody sees them · uncounted: a row as large as
 * what is lacking · unit: the sum is in another unit · shifted, swapped: a number with its point or its digits moved · empty:
 * rows without a number.
 */
export type TotalSuspicion =
  | { kind: 'hidden' | 'empty'; rows: readonly NamedRow[] }
  | { kind: 'uncounted' | 'shifted' | 'swapped'; row: NamedRow }
  | { kind: 'unit' };

const MOST_ROWS_NAMED = 5;
const rowName = ({ code, row }: NamedRow): string => `第${row}行“${code}”`;
const rowNames = (rows: readonly NamedRow[]): string => someOf(rows.map(rowName), MOST_ROWS_NAMED, '行');

function suspected(suspicion: TotalSuspicion): string {
  switch (suspicion.kind) {
    case 'hidden':
      return `合计可能没有计入被隐藏的${rowNames(suspicion.rows)}。`;
    case 'empty':
      return `${rowNames(suspicion.rows)}没有填这一栏，可能漏填。`;
    case 'uncounted':
      return `${rowName(suspicion.row)}的数与差额相同，可能没有计入合计，也可能多列了这一行。`;
    case 'shifted':
      return `${rowName(suspicion.row)}可能写错了小数点或计量单位。`;
    case 'swapped':
      return `${rowName(suspicion.row)}可能有两位数字写颠倒了。`;
    case 'unit':
      return '合计可能用了别的计量单位。';
  }
}

/** @param rows how many were added up · over: by how much the sum exceeds them, or falls short */
export const totalDiffers = (
  at: Origin,
  {
    label,
    heading,
    found,
    rows,
    sum,
    over,
    suspicion,
  }: {
    label: string;
    heading: string;
    found: string;
    rows: number;
    sum: number;
    over: number;
    suspicion: TotalSuspicion | undefined;
  },
): Diagnostic =>
  diagnostic(
    'totalDiffers',
    'warning',
    `合计与各项之和不符：“${heading}”的“${label}”为${found}，各行（${rows}行）相加为${sum}，合计${over > 0 ? '多' : '少'}${Math.abs(over)}。`,
    at,
    `${suspicion ? suspected(suspicion) : '可能漏列了项目，或者有一行写错了数。'}请逐行核对；合计行不采用，各行按所填的采用。`,
  );
