/** One table sheet of the form: title, note line, headings, rows. */
import { type Cell, cellRef, type DataValidation, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import type { FormColumn } from '../../model/returns/form.ts';
import { bodyStyle, HEADING, PROTECTION, printSetup, SUBTITLE, TITLE } from './form-style.ts';
import { heightOf, linesOf } from './row-heights.ts';

export interface FormRow<Key extends string> {
  cells: Partial<Record<Key, string | number>>;
  /** Entry cells that this row does not offer. */
  locked: readonly Key[];
  /** Entry cells that take numbers alone. */
  numbers: Partial<Record<Key, NumberEntry>>;
  /** Drop-downs. */
  choices: Partial<Record<Key, readonly string[]>>;
  /** Entry cells for running text → characters that they show at once. */
  room?: Partial<Record<Key, number>>;
  /** Rows that the columns not `ownToRow` span from here; 0 on the rows that are spanned. */
  span: number;
}

export interface NumberEntry {
  /** What a number is counted in: 万个, %. */
  unit: string;
  /** Whether it may be below zero. */
  signed: boolean;
  /** Whether it is 1 (reached) or 0. */
  yesNo?: boolean;
}

export interface FormSheet<Key extends string> {
  name: string;
  columns: readonly FormColumn<Key>[];
  /** Columns that have a value in every row, also where the others span several. */
  ownToRow: readonly Key[];
  title: string;
  subtitle: string;
  foot: string;
  /** Where a table too wide for one page is broken; null for one that fits. */
  secondPage: Key | null;
  rows: readonly FormRow<Key>[];
}

/** Rows above the first row of values: title, note line, headings. */
const HEAD_ROWS = 3;
/** Number and text of a task stay in sight, and stand on both pages. */
const FROZEN_COLUMNS = 2;
/** Larger than any figure of a plan; wide enough not to forbid a right one in a wrong unit, which the checks name better. */
const MOST_VALUE = '1000000000000000';

/** The sheet with title, locked columns, drop-down lists and number checks, as the unit gets it. */
export function formSheet<Key extends string>(sheet: FormSheet<Key>): WriteSheet {
  const { columns, rows } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const merges: MergeRange[] = [];
  const dataValidations: DataValidation[] = [];
  const broken = sheet.secondPage ? columns.findIndex(({ key }) => key === sheet.secondPage) : columns.length;
  // Columns that both pages repeat would repeat the beginning of the title.
  const firstColumn = sheet.secondPage ? FROZEN_COLUMNS : 0;
  const lastColumn = broken - 1;
  for (const [row, text, style] of [
    [0, sheet.title, TITLE],
    [1, sheet.subtitle, SUBTITLE],
  ] as const) {
    cells.set(`${row},${firstColumn}`, { value: text, style });
    merges.push({ startRow: row, startCol: firstColumn, endRow: row, endCol: lastColumn });
  }
  columns.forEach(({ heading }, c) => {
    cells.set(`${HEAD_ROWS - 1},${c}`, { value: heading, style: HEADING });
  });
  rows.forEach((row, i) => {
    const r = HEAD_ROWS + i;
    columns.forEach(({ key, entry, width }, c) => {
      const value = row.cells[key];
      const open = entry && !row.locked.includes(key);
      const number = open ? row.numbers[key] : undefined;
      cells.set(`${r},${c}`, {
        value: value === '' ? null : (value ?? null),
        style: bodyStyle({ entry: open, centred: width <= 10, number: number !== undefined }),
      });
      if (number) dataValidations.push(numberAlone(cellRef(r, c), number, columns[c]?.heading ?? ''));
      if (row.span === 0 || sheet.ownToRow.includes(key)) return;
      if (row.span > 1) merges.push({ startRow: r, startCol: c, endRow: r + row.span - 1, endCol: c });
      const values = row.choices[key];
      if (values) dataValidations.push(choice(cellRef(r, c), values, columns[c]?.heading ?? ''));
    });
  });
  return {
    name: sheet.name,
    rows: [...Array(HEAD_ROWS + rows.length)].map(() => []),
    columns: columns.map(({ width }) => ({ width })),
    cells,
    merges,
    dataValidations,
    rowDefs: heights(sheet),
    freezePane: { rows: HEAD_ROWS, columns: FROZEN_COLUMNS },
    protection: PROTECTION,
    ...printSetup({
      headingRow: HEAD_ROWS,
      foot: sheet.foot,
      ...(sheet.secondPage ? { breakBefore: broken, repeatTo: 'B' } : {}),
    }),
  };
}

function choice(range: string, values: readonly string[], what: string): DataValidation {
  return {
    type: 'list',
    values: [...values],
    range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: what,
    errorMessage: `请从下拉列表中选择${what}。`,
  };
}

/** The message says what to do with words and with units; Excel, WPS and LibreOffice all show it on entry. */
function numberAlone(range: string, { unit, signed, yesNo }: NumberEntry, what: string): DataValidation {
  const plain = unit === '' ? '只填数字' : `以“${unit}”计，只填数字`;
  const amount = unit === '%' ? '填百分数，连同百分号，如 12.5%' : plain;
  const counted = yesNo ? '只看是否完成：完成的填 1，没有完成的填 0' : amount;
  const limits = signed || yesNo ? '' : '，不得为负数';
  const remark = yesNo ? '做到哪一步' : '“约”“左右”等说明';
  return {
    type: 'decimal',
    operator: 'between',
    formula1: signed ? `-${MOST_VALUE}` : '0',
    formula2: yesNo ? '1' : MOST_VALUE,
    range,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: what,
    inputMessage: `${counted}。`,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: what,
    errorMessage: `此格${counted}${limits}；${remark}写入“进展情况”。`,
  };
}

/**
 * Heights that show the texts whole, also those that are still to be written: spreadsheet programs do not fit rows to
 * merged cells, nor rows that have a height.
 */
function heights<Key extends string>({
  columns,
  rows,
  ownToRow,
}: FormSheet<Key>): Map<number, { height: number }> {
  const out = new Map<number, { height: number }>([
    [0, { height: 30 }],
    [1, { height: 22 }],
    [HEAD_ROWS - 1, { height: 32 }],
  ]);
  rows.forEach((row, i) => {
    const first = row.span > 0 ? row : rows.slice(0, i).findLast((r) => r.span > 0);
    const need = columns.map(({ key, width }) => {
      const own = ownToRow.includes(key);
      const told = own ? row : first;
      const wanted = linesOf('字'.repeat(told?.room?.[key] ?? 0), width);
      const written = linesOf(String(told?.cells[key] ?? ''), width);
      return Math.max(wanted, written) / (own ? 1 : Math.max(first?.span ?? 1, 1));
    });
    out.set(HEAD_ROWS + i, { height: heightOf(Math.max(2, ...need)) });
  });
  return out;
}
