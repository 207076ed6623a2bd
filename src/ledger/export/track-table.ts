/** 工作台账 of one track: one row per figure, the tasks' texts merged over theirs; to be handed to the lead units. */
import type { ExportCell, ExportColumn, ExportTable } from '../../model/ledger/export-table.ts';
import type { ExportedTask, LedgerExport } from '../../model/ledger/ledger-export.ts';
import { column, VALUE_COLUMNS, valueCells, word } from './target-cells.ts';
import { matters, stageOf, subtitleOf } from './words.ts';

const OWN_COLUMNS: readonly ExportColumn[] = [column('name', '指标', 18, false), ...VALUE_COLUMNS];
const COLUMNS: readonly ExportColumn[] = [
  column('no', '序号', 6),
  column('text', '工作任务', 30, false),
  column('responsible', '责任单位', 11),
  ...OWN_COLUMNS,
  column('stage', '认定阶段', 11),
  column('status', '状态', 9),
  column('progress', '进展情况', 40, false),
  column('problems', '存在问题', 20, false),
  column('matters', '需协调事项', 20, false),
  column('next', '下一步工作', 20, false),
];

/** Tasks of one track only, in plan order. */
export function trackTable(ledger: LedgerExport, tasks: readonly ExportedTask[]): ExportTable {
  const { trackName = '', leads = [], cooperating = [] } = tasks[0] ?? {};
  const units = `牵头单位：${leads.join('、')}${cooperating.length > 0 ? `　　配合单位：${cooperating.join('、')}` : ''}`;
  return {
    name: '工作台账',
    title: `${trackName}${ledger.periodName}工作台账`,
    subtitle: `${units}　　${subtitleOf(ledger)}`,
    columns: COLUMNS,
    ownToRow: OWN_COLUMNS.map(({ key }) => key),
    rows: tasks.flatMap(taskRows),
  };
}

function taskRows(task: ExportedTask): ExportTable['rows'] {
  const own: Record<string, ExportCell> = {
    no: { number: task.no, decimals: 0 },
    text: task.text,
    responsible: task.responsible,
    stage: stageOf(task),
    status: word(task.status),
    progress: task.progress,
    problems: task.problems,
    matters: matters(task),
    next: task.next,
  };
  const [first, ...others] = task.targets;
  if (!first) return [{ cells: own, span: 1 }];
  return [
    { cells: { ...own, name: first.name, ...valueCells(first) }, span: task.targets.length },
    ...others.map((target) => ({ cells: { name: target.name, ...valueCells(target) }, span: 0 })),
  ];
}
