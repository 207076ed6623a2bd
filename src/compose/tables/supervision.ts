/** The tasks for which a unit is urged: target, done, gap, how it stands and stood, and what it gave as the reason. */
import type { TableCell } from '../../model/document.ts';
import type { Ledger, TaskRecord } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import { rich } from '../engine/value.ts';
import { milestoneText } from '../milestone-text.ts';
import { taskNeed } from '../remaining.ts';
import { gapText, targetText } from '../target-text.ts';
import { isSupervised } from '../views/supervision.ts';
import { type CellValue, cell, columns, headCell, statusMark, type TableContent } from './cells.ts';
import { percentCell } from './goals.ts';

const COLUMNS = 7;

export function supervised(
  ledger: Ledger,
  _attributes: Record<string, string>,
  unit: Unit | null,
): TableContent {
  const tasks = ledger.tasks.filter((task) => isSupervised(task) && (!unit || task.unit === unit.name));
  return {
    unitNote: '完成率：%；差距：百分点',
    columns: columns(
      [29, 'left'],
      [33, 'left'],
      [25, 'left'],
      [13, 'right'],
      [13, 'right'],
      [21.5, 'left'],
      [21.5, 'left'],
    ),
    head: [
      ['任务', '年度目标或应到阶段', '累计完成或实到阶段', '完成率', '差距', '上季度', '本季度'].map(
        headCell,
      ),
    ],
    body: tasks.flatMap((task) => [
      ...rows(task, ledger.plan.document.sourceFile),
      note('反映的原因', task.problems?.value ?? '未说明'),
      note(
        ledger.period.quarter === 4 ? '尚未完成的部分' : '须赶上的进度',
        taskNeed(task, ledger) ?? '由责任单位提出',
      ),
    ]),
    notes: [],
    density: 'normal',
  };
}

const note = (label: string, value: CellValue): TableCell[] => [
  cell(label),
  { ...cell(value), colSpan: COLUMNS - 1 },
];

function rows(task: TaskRecord, source: string): TableCell[][] {
  const span = Math.max(1, task.targets.length);
  const whole = (value: CellValue): TableCell => ({ ...cell(value), rowSpan: span });
  const start = [{ ...whole(`${task.task.no}.${task.task.brief}`), header: true }];
  const end = [
    whole(task.previousStatus ? statusMark(task.previousStatus) : null),
    whole(statusMark(task.status)),
  ];
  if (task.targets.length === 0)
    return [
      [
        ...start,
        cell(milestoneText(task, 'expected')),
        cell(milestoneText(task, 'reached')),
        cell(null),
        cell(null),
        ...end,
      ],
    ];
  return task.targets.map((record, i) => [
    ...(i === 0 ? start : []),
    cell(rich(`${record.target.name}：`, targetText(record.target, source))),
    cell(record.value),
    cell(percentCell(record.rate)),
    cell(gapText(record)),
    ...(i === 0 ? end : []),
  ]);
}
