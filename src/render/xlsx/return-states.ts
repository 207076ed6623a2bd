/** 报送情况.xlsx: the matrix of units, and under 缺项清单 who owes what. */
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { formatDate, formatMonthDay } from '../../base/chinese/date.ts';
import { missingWords } from '../../model/returns/missing.ts';
import type { RegionalState, RegionalStates } from '../../model/returns/regional-state.ts';
import {
  completeness,
  sendAgain,
  TIMELINESS_WORDS,
  timelinessWord,
} from '../../model/returns/return-standing.ts';
import type { ReturnState, ReturnStates } from '../../model/returns/return-state.ts';
import { bodyStyle, HEADING, SUBTITLE, TITLE } from './form-style.ts';

interface Column<Row> {
  heading: string;
  /** In half-width characters. */
  width: number;
  value(row: Row): string | number | null;
  text?: boolean;
}

/** 2023-01-09, 2023-01-09（1月15日更正） */
const received = ({ receivedAt, correctedAt }: Pick<ReturnState, 'receivedAt' | 'correctedAt'>) =>
  correctedAt === null ? receivedAt : `${receivedAt}（${formatMonthDay(correctedAt)}更正）`;

const MATRIX: readonly Column<ReturnState>[] = [
  { heading: '单位', width: 18, value: (state) => state.unit, text: true },
  { heading: '应报任务', width: 9, value: (state) => state.owesTasks },
  { heading: '应报目标', width: 9, value: (state) => state.owesGoals },
  { heading: '收到日期', width: 24, value: received },
  { heading: '报送情况', width: 12, value: timelinessWord },
  { heading: '是否齐全', width: 10, value: completeness },
  { heading: '缺项', width: 7, value: (state) => state.missing.length },
  { heading: '错误', width: 7, value: (state) => state.errors },
  { heading: '提醒', width: 7, value: (state) => state.warnings },
  { heading: '版本', width: 7, value: (state) => (state.version > 0 ? `第${state.version}版` : null) },
  { heading: '须改报、重报的', width: 36, value: (state) => sendAgain(state) ?? null, text: true },
];

const regional = (place: string): readonly Column<RegionalState>[] => [
  { heading: place, width: 18, value: (state) => state.city, text: true },
  { heading: '应报', width: 9, value: (state) => state.owed },
  { heading: '已填', width: 9, value: (state) => state.filled },
  { heading: '收到日期', width: 24, value: received },
  { heading: '报送情况', width: 12, value: timelinessWord },
  { heading: '错误', width: 7, value: (state) => state.errors },
  { heading: '提醒', width: 7, value: (state) => state.warnings },
  { heading: '版本', width: 7, value: (state) => (state.version > 0 ? `第${state.version}版` : null) },
  { heading: '须改报、重报的', width: 36, value: (state) => sendAgain(state) ?? null, text: true },
  { heading: '以前各期未报', width: 30, value: (state) => state.owedEarlier.join('、') || null, text: true },
];

/** In: how the cities' returns stand; `what`: 重点项目, or what they are called. The workbook is dated by the due day. */
export async function writeRegionalStates(states: RegionalStates, what: string): Promise<Uint8Array> {
  const title = `${states.periodName}${what}报送情况`;
  const subtitle = states.due === '' ? '' : `报送期限：${formatDate(states.due)}`;
  const dated = states.due === '' ? {} : datedProperties(states.due);
  const { cities } = states;
  const sum = (letter: string, of: (state: RegionalState) => number): TotalCell => ({
    formula: `SUM(${letter}${HEAD_ROWS + 1}:${letter}${HEAD_ROWS + cities.length})`,
    value: cities.reduce((total, state) => total + of(state), 0),
  });
  const received = cities.filter((state) => state.receivedAt !== null).length;
  const onTime = cities.filter((state) => state.timeliness === 'onTime').length;
  const total: TotalCell[] = [
    { value: `合计（${cities.length}个）` },
    sum('B', (state) => state.owed),
    sum('C', (state) => state.filled),
    { value: `${received}个已报` },
    { value: `${onTime}个${TIMELINESS_WORDS.onTime}` },
    sum('F', (state) => state.errors),
    sum('G', (state) => state.warnings),
    { value: null },
    { value: null },
    { value: null },
  ];
  return writeXlsx({
    sheets: [sheet({ name: '报送情况', title, subtitle, total }, regional(states.place), cities)],
    defaultFont: { name: '宋体', size: 10 },
    properties: { title, ...dated },
  });
}

function datedProperties(isoDate: string): { created: Date; modified: Date } {
  const date = new Date(`${isoDate}T00:00:00Z`);
  return { created: date, modified: date };
}

interface Owed {
  unit: string;
  timeliness: string;
  kind: string;
  id: string;
  name: string;
  missing: string;
}

const OWED: readonly Column<Owed>[] = [
  { heading: '单位', width: 16, value: (row) => row.unit, text: true },
  { heading: '报送情况', width: 12, value: (row) => row.timeliness },
  { heading: '类别', width: 10, value: (row) => row.kind },
  { heading: '编号', width: 7, value: (row) => row.id },
  { heading: '事项', width: 34, value: (row) => row.name, text: true },
  { heading: '所缺内容', width: 42, value: (row) => row.missing, text: true },
];

/** The same content gives the same bytes: the workbook is dated by the period (`date`, ISO), not by the clock. */
export async function writeReturnStates(states: ReturnStates, date: string): Promise<Uint8Array> {
  const subtitle = `报送期限：${formatDate(states.due)}`;
  const owed = states.units.flatMap(owedOf);
  return writeXlsx({
    sheets: [
      sheet(
        { name: '报送情况', title: `${states.periodName}报送情况`, subtitle, total: totalRow(states) },
        MATRIX,
        states.units,
      ),
      sheet({ name: '缺项清单', title: `${states.periodName}缺项清单`, subtitle, total: null }, OWED, owed),
    ],
    defaultFont: { name: '宋体', size: 10 },
    properties: { title: `${states.periodName}报送情况`, ...datedProperties(date) },
  });
}

function owedOf(state: ReturnState): Owed[] {
  return state.missing.map((item) => ({
    unit: state.unit,
    timeliness: timelinessWord(state),
    kind: item.kind === 'task' ? '工作任务' : '年度目标',
    id: item.id,
    name: item.name,
    missing: missingWords(item),
  }));
}

/** Counts as formulas over the rows above, so that a row put right by hand counts. */
function totalRow({ units }: ReturnStates): TotalCell[] {
  const first = HEAD_ROWS + 1;
  const last = HEAD_ROWS + units.length;
  const range = (column: string): string => `${column}${first}:${column}${last}`;
  const sum = (column: string, of: (state: ReturnState) => number): TotalCell => ({
    formula: `SUM(${range(column)})`,
    value: units.reduce((total, state) => total + of(state), 0),
  });
  const count = (column: string, word: string, test: (state: ReturnState) => boolean): TotalCell => ({
    formula: `COUNTIF(${range(column)},"${word}")&"个${word}"`,
    value: `${units.filter(test).length}个${word}`,
  });
  const received = units.filter((state) => state.receivedAt !== null).length;
  return [
    { value: `合计（${units.length}个）` },
    sum('B', (state) => state.owesTasks),
    sum('C', (state) => state.owesGoals),
    { formula: `COUNTA(${range('D')})&"个已报"`, value: `${received}个已报` },
    count('E', TIMELINESS_WORDS.onTime, (state) => state.timeliness === 'onTime'),
    count('F', '齐全', (state) => state.complete),
    sum('G', (state) => state.missing.length),
    sum('H', (state) => state.errors),
    sum('I', (state) => state.warnings),
    { value: null },
    { value: null },
  ];
}

interface TotalCell {
  formula?: string;
  value: string | number | null;
}

const HEAD_ROWS = 3;

interface SheetFrame {
  name: string;
  title: string;
  subtitle: string;
  total: TotalCell[] | null;
}

function sheet<Row>(
  { name, title, subtitle, total }: SheetFrame,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: title, style: TITLE }],
    ['1,0', { value: subtitle, style: SUBTITLE }],
  ]);
  const style = (c: number): CellStyle => {
    const { numFmt: _, ...look } = bodyStyle({ entry: false, centred: !columns[c]?.text });
    return look;
  };
  columns.forEach(({ heading }, c) => {
    cells.set(`${HEAD_ROWS - 1},${c}`, { value: heading, style: HEADING });
  });
  rows.forEach((row, r) => {
    columns.forEach(({ value }, c) => {
      cells.set(`${HEAD_ROWS + r},${c}`, { value: value(row), style: style(c) });
    });
  });
  (total ?? []).forEach(({ formula, value }, c) => {
    const bold = { ...style(c), font: { name: '黑体', size: 10 } };
    cells.set(`${HEAD_ROWS + rows.length},${c}`, {
      ...(formula ? { formula, formulaResult: value } : { value }),
      style: bold,
    });
  });
  const last = columns.length - 1;
  return {
    name,
    rows: [...Array(HEAD_ROWS + rows.length + (total ? 1 : 0))].map(() => []),
    columns: columns.map(({ width }) => ({ width })),
    cells,
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    rowDefs: new Map([
      [0, { height: 30 }],
      [1, { height: 20 }],
      [HEAD_ROWS - 1, { height: 22 }],
    ]),
    freezePane: { rows: HEAD_ROWS, columns: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `$${HEAD_ROWS}:$${HEAD_ROWS}`,
    },
    headerFooter: { oddFooter: '&C第&P页 共&N页' },
  };
}
