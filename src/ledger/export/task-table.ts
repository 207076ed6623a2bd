/** 任务台账: one row per task of the plan, with the status of every quarter. */
import {
  type ExportCell,
  type ExportColumn,
  type ExportTable,
  exportRef,
} from '../../model/ledger/export-table.ts';
import type { ExportedTask, LedgerExport } from '../../model/ledger/ledger-export.ts';
import { column, QUARTERS, word } from './target-cells.ts';
import { exportedTargets, TARGET_COLUMNS, TARGET_SHEET } from './target-table.ts';
import { lines, matters, stageOf, subtitleOf } from './words.ts';

export const TASK_SHEET = '任务台账';
export const TASK_COLUMNS: readonly ExportColumn[] = [
  column('no', '序号', 6),
  column('text', '工作任务', 36, false),
  column('track', '专项', 18),
  column('leads', '牵头单位', 12),
  column('responsible', '责任单位', 12),
  column('cooperating', '配合单位', 16),
  column('goal', '指标和年度目标', 24, false),
  column('value', '累计完成', 14),
  column('rate', '完成率（%）（多个指标取最低）', 10),
  column('stage', '认定阶段', 12),
  column('expectedStage', '应到阶段', 12),
  ...QUARTERS.map((name, i) => column(`s${i + 1}`, `${name}状态`, 10)),
  column('selfAssessment', '自评', 10),
  column('reason', '评定依据', 30, false),
  column('progress', '进展情况', 44, false),
  column('problems', '存在问题', 24, false),
  column('matters', '需协调事项', 24, false),
  column('next', '下一步工作', 24, false),
  column('findings', '核对发现', 30, false),
];

export function taskTable(ledger: LedgerExport): ExportTable {
  const order = exportedTargets(ledger).map(({ target }) => target.id);
  return {
    name: TASK_SHEET,
    title: `${ledger.periodName}${ledger.title}任务台账`,
    subtitle: subtitleOf(ledger),
    columns: TASK_COLUMNS,
    rows: ledger.tasks.map((task) => ({ cells: { ...taskRow(task), rate: rateCell(task, order) } })),
  };
}

function taskRow(task: ExportedTask): Record<string, ExportCell> {
  return {
    no: { number: task.no, decimals: 0 },
    text: task.text,
    track: task.trackName,
    leads: task.leads.join('、'),
    responsible: task.responsible,
    cooperating: task.cooperating.join('、'),
    goal: lines(task.targets.map(({ name, words }) => `${name}：${words}`)),
    value: lines(task.targets.map((target) => target.quarters.at(-1)?.amount?.text ?? '未报')),
    stage: stageOf(task),
    expectedStage: task.stage?.expected ?? '',
    ...Object.fromEntries(task.statuses.map(({ status }, i) => [`s${i + 1}`, word(status)])),
    selfAssessment: word(task.selfAssessment),
    reason: task.reason,
    progress: task.progress,
    problems: task.problems,
    matters: matters(task),
    next: task.next,
    findings: lines(task.findings.map((finding) => finding.message)),
  };
}

/** The lowest rate of the task's figures, taken from their rows; empty for a task without one. */
function rateCell({ targets }: ExportedTask, order: readonly string[]): ExportCell {
  const rates = targets.flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const [first, last] = [targets[0], targets.at(-1)];
  if (rates.length === 0 || !first || !last) return null;
  const ref = (id: string): string => exportRef(TARGET_COLUMNS, 'rate', order.indexOf(id));
  const formula =
    first === last
      ? `'${TARGET_SHEET}'!${ref(first.id)}`
      : `MIN('${TARGET_SHEET}'!${ref(first.id)}:${ref(last.id)})`;
  return { formula, result: Math.min(...rates), decimals: 1 };
}
