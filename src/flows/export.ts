/** diaodu export: the ledger of a period for clerks (workbooks with live formulas) and for other systems (CSV, JSON). */
import { putWorkbooks } from '../archive/outputs.ts';
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { fileDate, wrongEpoch } from '../base/file-date.ts';
import { asFileName } from '../base/file-name.ts';
import { groupBy } from '../base/group.ts';
import { readWorkspace } from '../intake/workspace.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import { exportLedger } from '../ledger/export/ledger-export.ts';
import { summaryTable } from '../ledger/export/summary-table.ts';
import { targetTable } from '../ledger/export/target-table.ts';
import { taskTable } from '../ledger/export/task-table.ts';
import { trackTable } from '../ledger/export/track-table.ts';
import type { ExportTable } from '../model/ledger/export-table.ts';
import type { Ledger } from '../model/ledger/ledger.ts';
import { type LedgerExport, ledgerExportJsonSchema } from '../model/ledger/ledger-export.ts';
import { lastMonth, type Period, previousPeriod } from '../model/period.ts';
import { writeCsv } from '../render/csv/table.ts';
import { writeExportWorkbook } from '../render/xlsx/export-workbook.ts';
import { isOnMeeting } from './returns.ts';

/** xlsx: the ledger · tracks: 工作台账, one per track · csv · json. */
export const EXPORT_KINDS = ['xlsx', 'tracks', 'csv', 'json'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export interface ExportRequest {
  period: Period;
  /** All when empty. */
  only: readonly ExportKind[];
  /** Output folder of the period; the files go below 导出/. */
  out: string;
}

export interface ExportResult {
  files: { path: string; bytes: number }[];
  diagnostics: Diagnostic[];
}

/**
 * Findings do not stop it: the tables say 待核实 and carry the findings. Errors in plan or returns do, as then a part
 * of the ledger would be missing without a word; files on meetings say nothing that is exported.
 */
export async function exportPeriod(request: ExportRequest, effects: Effects): Promise<ExportResult> {
  const exported = await exportFiles(request, effects);
  const outputs = exported.files.map(([name, bytes]) => ({ path: `${request.out}/导出/${name}`, bytes }));
  const put = await putWorkbooks(request.out, outputs, effects);
  const written = hasErrors(put.diagnostics) ? [] : outputs;
  const files = written.map(({ path, bytes }) => ({ path, bytes: bytes.length }));
  return { files, diagnostics: [...exported.diagnostics, ...put.diagnostics] };
}

/** The same files, unwritten. */
export async function exportFiles(
  request: Omit<ExportRequest, 'out'>,
  effects: Effects,
): Promise<{ files: NamedFile[]; diagnostics: Diagnostic[] }> {
  const { period } = request;
  const unclear = wrongEpoch(effects);
  if (unclear.length > 0) return { files: [], diagnostics: unclear };
  const inputs = await readWorkspace(effects, period.year, { until: lastMonth(period) });
  const diagnostics = inputs.diagnostics.filter((d) => !isOnMeeting(d));
  if (!inputs.value || hasErrors(diagnostics)) return { files: [], diagnostics };
  const ledgers: Ledger[] = [];
  for (const quarter of quartersUpTo(period)) {
    const built = buildLedger(inputs.value, quarter);
    if (quarter.id === period.id || hasErrors(built.diagnostics)) diagnostics.push(...built.diagnostics);
    if (!built.value) return { files: [], diagnostics };
    ledgers.push(built.value);
  }
  const ledger = exportLedger(ledgers);
  const chosen = EXPORT_KINDS.filter((kind) => request.only.length === 0 || request.only.includes(kind));
  const files: NamedFile[] = [];
  for (const kind of chosen) files.push(...(await WRITERS[kind](ledger, fileDate(ledger.asOf, effects))));
  return { files, diagnostics };
}

function quartersUpTo(period: Period): Period[] {
  const before = previousPeriod(period);
  return [...(before ? quartersUpTo(before) : []), period];
}

type NamedFile = [name: string, bytes: Uint8Array];

const WRITERS: Record<ExportKind, (ledger: LedgerExport, date: string) => Promise<NamedFile[]>> = {
  xlsx: async (ledger, date) => [
    [
      '台账.xlsx',
      await workbook(ledger, date, [taskTable(ledger), targetTable(ledger), summaryTable(ledger)]),
    ],
  ],
  tracks: async (ledger, date) => {
    const files: NamedFile[] = [];
    for (const [no, tasks] of groupBy(ledger.tasks, (task) => task.track)) {
      const name = `工作台账/${String(no).padStart(2, '0')}${asFileName(tasks[0]?.trackName ?? '')}.xlsx`;
      files.push([name, await workbook(ledger, date, [trackTable(ledger, tasks)])]);
    }
    return files;
  },
  csv: async (ledger) => [
    ['任务台账.csv', writeCsv(taskTable(ledger))],
    ['指标台账.csv', writeCsv(targetTable(ledger))],
  ],
  json: async (ledger) => [
    ['台账.json', json(ledger)],
    ['台账.schema.json', json(ledgerExportJsonSchema())],
  ],
};

const workbook = (ledger: LedgerExport, date: string, tables: ExportTable[]): Promise<Uint8Array> =>
  writeExportWorkbook(tables, {
    title: tables[0]?.title ?? '',
    creator: ledger.office,
    date,
  });

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
