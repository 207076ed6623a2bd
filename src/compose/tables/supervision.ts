/** What a unit is urged for: target, done, gap, how it stands and stood, and what the unit says of it. */
import type { TableCell } from '../../model/document/document.ts';
import type { Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import { type Judged, type JudgedGoal, urged } from '../choice/outstanding.ts';
import { remainingSentence, taskNeed } from '../choice/remaining.ts';
import { rich } from '../engine/value.ts';
import { milestoneText } from '../texts/milestone-text.ts';
import { reasonOf } from '../texts/reason.ts';
import { revisedAside } from '../texts/revised-text.ts';
import { gapText, targetText, valueText } from '../texts/target-text.ts';
import { type CellValue, cell, columns, headCell, statusMark, type TableContent, taskName } from './cells.ts';
import { percentCell } from './goals.ts';

const COLUMNS = 7;

export function supervised(
  ledger: Ledger,
  _attributes: Record<string, string>,
  unit: Unit | null,
): TableContent {
  const { goals, tasks } = urged(ledger, unit);
  const need = ledger.period.quarter === 4 ? '尚未完成的部分' : '须赶上的进度';
  const byUnit = '由责任单位提出';
  return {
    unitNote: '完成率：%；差距：百分点',
    columns: columns(
      [29, 'left'],
      [32, 'left'],
      [25, 'left'],
      [13.8, 'right'],
      [13.8, 'right'],
      [21.2, 'left'],
      [21.2, 'left'],
    ),
    head: [
      [
        goals.length > 0 ? '事项' : '任务',
        '年度目标或应到阶段',
        '累计完成或实到阶段',
        '完成率',
        '差距',
        '上季度',
        '本季度',
      ].map(headCell),
    ],
    body: [
      ...goals.flatMap((goal) => [
        measured(`年度目标：${goal.goal.name}`, [goal.target], goal),
        [reported(goal)],
        [note(need, remainingSentence(goal.target, ledger) ?? byUnit)],
      ]),
      ...tasks.flatMap((task) => [
        task.targets.length > 0
          ? measured(taskName(task), task.targets, task)
          : [staged(taskName(task), task)],
        [note('反映的原因', reasonOf(task) ?? '未说明')],
        [note(need, taskNeed(task, ledger) ?? byUnit)],
      ]),
    ].flat(),
    notes: [],
    density: 'normal',
  };
}

/** The reason, or where the unit gives none, what it says at all. */
function reported(goal: JudgedGoal): TableCell[] {
  const reason = reasonOf(goal);
  return reason ? note('反映的原因', reason) : note('报送的进展', goal.progress?.value ?? '未报送');
}

const note = (label: string, value: CellValue): TableCell[] => [
  cell(label),
  { ...cell(value), colSpan: COLUMNS - 1 },
];

const standing = ({ status, previousStatus }: Judged): CellValue[] => [
  statusMark(previousStatus),
  statusMark(status),
];

const staged = (name: string, task: TaskRecord): TableCell[] => [
  { ...cell(name), header: true },
  ...[milestoneText(task, 'expected'), milestoneText(task, 'reached'), null, null, ...standing(task)].map(
    cell,
  ),
];

/** A row for each target; name and standing are of all of them. */
function measured(name: string, targets: readonly TargetRecord[], judged: Judged): TableCell[][] {
  const whole = (value: CellValue): TableCell => ({ ...cell(value), rowSpan: targets.length });
  return targets.map((record, i) => [
    ...(i === 0 ? [{ ...whole(name), header: true }] : []),
    cell(rich(`${record.target.name}：`, targetText(record), revisedAside(record))),
    cell(valueText(record, record.value)),
    cell(percentCell(record.rate)),
    cell(gapText(record)),
    ...(i === 0 ? standing(judged).map(whole) : []),
  ]);
}
