/** A real form, filled in, and what people do to it before they send it back. */
import { read as readBook, utils, type WorkBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { convertUnit } from '../../src/base/chinese/convert-unit.ts';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { madeOnce } from '../../src/base/made-once.ts';
import { formContent } from '../../src/compose/forms/form.ts';
import { indexPlan } from '../../src/intake/plan/plan-index.ts';
import { type ReturnReading, readReturn } from '../../src/intake/returns/read-return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Period } from '../../src/model/period.ts';
import { allTasks } from '../../src/model/plan/plan.ts';
import { SHEETS, TASK_COLUMNS, type TaskColumnKey } from '../../src/model/returns/form.ts';
import type { Submission, SubmissionFile } from '../../src/model/returns/submission.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledForm } from '../support/filled-forms.ts';

export const inputs = (await readWorkspace(folderEffects(), 2022)).value as Inputs;
export const index = indexPlan(inputs.plan, inputs.units);
export const Q4: Period = { id: '2022Q4', year: 2022, quarter: 4 };
export const UNIT = '省工信厅';
/** Says nothing of unit or period. */
export const FILE = '新建文件夹/表格.xlsx';

/** In the targets' units. */
export const TRUTH: Record<string, number> = {
  'T012-1': 2,
  'T013-1': 128,
  'T013-2': 21.5,
  'T023-1': 11,
  'T023-2': 102,
  'T023-3': 104,
  'T025-1': 1,
  'T026-1': 10,
  'T028-1': 98.3,
  'T028-2': 4.05,
  'T031-1': 2,
};

const own = allTasks(inputs.plan).filter((task) => task.responsible.unit === UNIT);

export const FILLED: SubmissionFile = {
  unit: UNIT,
  period: '2022Q4',
  receivedAt: '2023-01-08',
  tasks: own.map((task) => ({
    task: task.no,
    values: Object.fromEntries(task.targets.map((target) => [target.id, TRUTH[target.id] as number])),
    sources: {},
    progress: `第${task.no}项任务全年完成，已逐项验收。`,
    problems: `第${task.no}项无突出问题。`,
    coordination: [],
    next: '巩固成果。',
  })),
  goals: [],
  cooperation: [],
};

export const content = filledForm(formContent(inputs, UNIT, Q4), FILLED);
export const form = await writeForm({ ...content, receivedAt: '' });

export type Sheet = WorkSheet;

const BOOKS = new WeakMap<Uint8Array, WorkBook>();

/** Changes the filled form as a clerk with a spreadsheet program would. */
export function edited(
  change: (sheet: Sheet, book: WorkBook) => void,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
  of: Uint8Array = form,
): Uint8Array {
  // Read once, since most changes are made to the same form.
  const book = structuredClone(
    madeOnce(BOOKS, of, () => readBook(of, { type: 'array', cellNF: true, cellStyles: true })),
  );
  change(book.Sheets[SHEETS.tasks] as Sheet, book);
  return new Uint8Array(writeBook(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** Rows of the sheet as lists of what the cells hold; merges are gone when they are put back. */
export function rewritten(change: (rows: unknown[][]) => unknown[][]): Uint8Array {
  return edited((sheet, book) => {
    book.Sheets[SHEETS.tasks] = utils.aoa_to_sheet(change(rowsOf(sheet)));
  });
}

export const rowsOf = (sheet: Sheet): unknown[][] =>
  utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, blankrows: true, defval: null });

export const columnIndex = (key: TaskColumnKey): number => TASK_COLUMNS.findIndex((c) => c.key === key);
export const column = (key: TaskColumnKey): string => utils.encode_col(columnIndex(key));

const rowsOfForm = rowsOf(readBook(form, { type: 'array' }).Sheets[SHEETS.tasks] as Sheet);

/** Address of a column's cell in the row of a target. */
export function cellOf(target: string, key: TaskColumnKey = 'value'): string {
  const row = rowsOfForm.findIndex((cells) => cells[columnIndex('targetId')] === target);
  return `${column(key)}${row + 1}`;
}

export interface Read {
  submission: Submission | undefined;
  diagnostics: Diagnostic[];
}

export function collected(bytes: Uint8Array, file = FILE): ReturnReading {
  const previous = inputs.submissions.filter((s) => s.unit === UNIT && s.period === '2022Q3').at(-1);
  return readReturn(file, bytes, {
    index,
    period: '2022Q4',
    claim: { receivedAt: '2023-01-08' },
    previous: () => previous,
  });
}

/** Target → value in the target's unit. */
export function valuesOf(submission: Submission | undefined): Record<string, number | undefined> {
  const targets = own.flatMap((task) => task.targets);
  const reported = (submission?.tasks ?? []).flatMap((entry) => entry.values);
  return Object.fromEntries(
    targets.map(({ id, unit }) => {
      const figure = reported.find((value) => value.target === id)?.figure;
      return [id, figure && convertUnit(figure, unit)?.value];
    }),
  );
}

/** Targets whose value is another than the truth although nothing was said about its cell or the whole file. */
export function silentlyWrong(read: Read, truth: Record<string, number> = TRUTH): string[] {
  const told = read.diagnostics.filter((d) => d.severity !== 'info');
  const values = valuesOf(read.submission);
  return Object.keys(truth).filter((id) => {
    if (values[id] === truth[id]) return false;
    if (values[id] === undefined) return told.length === 0;
    const at = (read.submission?.tasks ?? [])
      .flatMap((entry) => entry.values)
      .find((value) => value.target === id)?.figure.provenance;
    return !told.some(
      (d) => d.at?.cell !== undefined && at?.kind === 'submission' && d.at.cell === at.at.cell,
    );
  });
}

/** The form with columns hidden: 本季度累计值, filled in; 指标编号, which nobody fills in; 数据来源, which nobody has. */
export const hiddenColumns = (): Uint8Array =>
  edited((sheet) => {
    const columns = sheet['!cols'] ?? [];
    for (const key of ['value', 'targetId', 'source'] as const)
      columns[utils.decode_cell(cellOf('T013-1', key)).c] = { hidden: true };
    sheet['!cols'] = columns;
  });

/** The form with the rows of these targets hidden. */
export const hiddenRows = (targets: readonly string[]): Uint8Array =>
  edited((sheet) => {
    const rows = sheet['!rows'] ?? [];
    for (const target of targets) {
      const { r } = utils.decode_cell(cellOf(target));
      rows[r] = { ...rows[r], hidden: true };
    }
    sheet['!rows'] = rows;
  });
