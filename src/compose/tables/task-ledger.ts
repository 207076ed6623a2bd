/** Annex: all tasks, for landscape pages. */
import type { TableCell } from '../../model/document/document.ts';
import type { Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import { rich } from '../engine/value.ts';
import { milestoneText } from '../texts/milestone-text.ts';
import { revisedAside } from '../texts/revised-text.ts';
import { gapText, targetText, valueText } from '../texts/target-text.ts';
import { type CellValue, cell, columns, headCell, statusMark, type TableContent } from './cells.ts';
import { percentCell } from './goals.ts';

export function taskLedger(ledger: Ledger): TableContent {
  const body = ledger.tracks.flatMap((track) => [
    [
      {
        ...cell(`${track.track.name}（牵头单位：${track.track.leads.join('、')}）`),
        colSpan: 9,
        header: true,
      },
    ],
    ...track.tasks.flatMap((task) => rows(task)),
  ]);
  return {
    unitNote: '完成率：%；差距：百分点',
    columns: columns(
      [8, 'centre'],
      [69, 'left'],
      [22, 'left'],
      [43, 'left'],
      [28.5, 'centre'],
      [12, 'right'],
      [13, 'right'],
      [18.25, 'left'],
      [18.25, 'left'],
    ),
    head: [
      [
        '序号',
        '任务内容',
        '责任单位',
        '年度目标或阶段',
        '累计完成或已到阶段',
        '完成率',
        '差距',
        '状态',
        '上季度',
      ].map(headCell),
    ],
    body,
    notes: [],
    density: 'dense',
  };
}

const answering = ({ unit, task }: TaskRecord): string =>
  task.cooperating?.length ? `${unit}（配合：${task.cooperating.join('、')}）` : unit;

/** One row for each target; what holds for the whole task spans them. */
function rows(task: TaskRecord): TableCell[][] {
  const span = Math.max(1, task.targets.length);
  const whole = (value: CellValue): TableCell => ({ ...cell(value), rowSpan: span });
  const start = [whole(String(task.task.no)), whole(task.task.text), whole(answering(task))];
  const end = [whole(statusMark(task.status)), whole(statusMark(task.previousStatus))];
  if (task.targets.length === 0) {
    const stages = [cell(milestoneText(task, 'expected')), cell(milestoneText(task, 'reached'))];
    return [[...start, ...stages, cell(null), cell(null), ...end]];
  }
  return task.targets.map((record, i) => [
    ...(i === 0 ? start : []),
    cell(rich(`${record.target.name}：`, targetText(record), revisedAside(record))),
    cell(valueText(record, record.value)),
    cell(percentCell(record.rate)),
    cell(gapText(record)),
    ...(i === 0 ? end : []),
  ]);
}
