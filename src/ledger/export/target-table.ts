/** 指标台账: one row per figure of the annual goals and tasks. */
import type { ExportCell, ExportColumn, ExportTable } from '../../model/ledger/export-table.ts';
import type { ExportedTarget, LedgerExport } from '../../model/ledger/ledger-export.ts';
import { column, QUARTERS, VALUE_COLUMNS, valueCells, word } from './target-cells.ts';
import { noteOf, subtitleOf } from './words.ts';

export const TARGET_SHEET = '指标台账';
export const TARGET_COLUMNS: readonly ExportColumn[] = [
  column('id', '编号', 8),
  column('name', '指标', 24, false),
  column('subject', '归属', 10),
  column('responsible', '责任单位', 12),
  column('words', '年度目标', 12),
  ...VALUE_COLUMNS,
  ...QUARTERS.map((name, i) => column(`s${i + 1}`, `${name}状态`, 9)),
  column('reason', '评定依据', 36, false),
  column('note', '备注', 24, false),
];

/** In the order of rows: goals, then tasks. */
export function exportedTargets(ledger: LedgerExport): { subject: string; target: ExportedTarget }[] {
  return [
    ...ledger.goals.flatMap(({ target }) => (target ? [{ subject: '年度目标', target }] : [])),
    ...ledger.tasks.flatMap((task) => task.targets.map((target) => ({ subject: `任务${task.no}`, target }))),
  ];
}

export function targetTable(ledger: LedgerExport): ExportTable {
  return {
    name: TARGET_SHEET,
    title: `${ledger.periodName}${ledger.title}指标台账`,
    subtitle: `${subtitleOf(ledger)}　　完成率＝累计值÷目标值；有年初基数的，＝（期末值－基数）÷（目标值－基数）`,
    columns: TARGET_COLUMNS,
    rows: exportedTargets(ledger).map(({ subject, target }) => ({ cells: targetRow(subject, target) })),
  };
}

function targetRow(subject: string, target: ExportedTarget): Record<string, ExportCell> {
  return {
    id: target.id,
    name: target.name,
    subject,
    responsible: target.responsible,
    words: target.words,
    ...valueCells(target),
    ...Object.fromEntries(target.quarters.map(({ status }, i) => [`s${i + 1}`, word(status)])),
    reason: target.reason,
    note: noteOf(target),
  };
}
