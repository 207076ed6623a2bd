/** 报送情况.xlsx: the matrix of units, and under 缺项清单 who owes what. */
import { type Cell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { formatDate } from '../../base/chinese/date.ts';
import { missingWords } from '../../model/missing.ts';
import { type ReturnState, type ReturnStates, TIMELINESS_WORDS } from '../../model/return-state.ts';
import { bodyStyle, HEADING, SUBTITLE, TITLE } from './form-style.ts';

interface Column<Row> {
  heading: string;
  /** In half-width characters. */
  width: number;
  value(row: Row): string | number | null;
  text?: boolean;
}

const MATRIX: readonly Column<ReturnState>[] = [
  { heading: '单位', width: 18, value: (state) => state.unit, text: true },
  { heading: '应报任务', width: 9, value: (state) => state.owesTasks },
  { heading: '应报目标', width: 9, value: (state) => state.owesGoals },
  { heading: '收到日期', width: 13, value: (state) => state.receivedAt },
  { heading: '报送情况', width: 10, value: (state) => TIMELINESS_WORDS[state.timeliness] },
  { heading: '是否齐全', width: 10, value: (state) => (state.complete ? '齐全' : '不全') },
  { heading: '缺项', width: 7, value: (state) => state.missing.length },
  { heading: '错误', width: 7, value: (state) => state.errors },
  { heading: '提醒', width: 7, value: (state) => state.warnings },
  { heading: '版本', width: 7, value: (state) => (state.version > 0 ? `第${state.version}版` : null) },
];

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
  { heading: '报送情况', width: 10, value: (row) => row.timeliness },
  { heading: '类别', width: 10, value: (row) => row.kind },
  { heading: '编号', width: 7, value: (row) => row.id },
  { heading: '事项', width: 34, value: (row) => row.name, text: true },
  { heading: '所缺内容', width: 42, value: (row) => row.missing, text: true },
];

/** The same content gives the same bytes: the workbook is dated by the period (`date`, ISO), not by the clock. */
export async function writeReturnStates(states: ReturnStates, date: string): Promise<Uint8Array> {
  const dated = new Date(`${date}T00:00:00Z`);
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
    properties: { title: `${states.periodName}报送情况`, created: dated, modified: dated },
  });
}

function owedOf({ unit, timeliness, missing }: ReturnState): Owed[] {
  return missing.map((item) => ({
    unit,
    timeliness: TIMELINESS_WORDS[timeliness],
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
