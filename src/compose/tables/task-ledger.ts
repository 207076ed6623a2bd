/** Annex: all tasks, one row each, for landscape pages. */

import type { TableCell } from '../../model/document.ts';
import type { Inline } from '../../model/inline.ts';
import type { Ledger, TaskRecord } from '../../model/ledger.ts';
import { toInlines } from '../engine/value.ts';
import { milestoneText } from '../milestone-text.ts';
import { gapText, targetText } from '../target-text.ts';
import { cell, columns, headCell, statusMark, type TableContent } from './cells.ts';
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
    ...track.tasks.map((task) => row(task, ledger.plan.document.sourceFile)),
  ]);
  return {
    unitNote: '完成率：%；差距：百分点',
    columns: columns(
      [8, 'centre'],
      [72, 'left'],
      [20, 'left'],
      [44, 'left'],
      [26, 'right'],
      [12, 'right'],
      [13, 'right'],
      [18.5, 'left'],
      [18.5, 'left'],
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

function row(task: TaskRecord, source: string): TableCell[] {
  const lines = (paragraphs: Inline[][]): TableCell => ({ ...cell(''), content: paragraphs });
  const perTarget = (value: (i: number) => Inline[]): TableCell =>
    lines(task.targets.map((_, i) => value(i)));
  const hasTargets = task.targets.length > 0;
  const at = (i: number) => task.targets[i] as TaskRecord['targets'][number];
  return [
    cell(String(task.task.no)),
    cell(task.task.text),
    cell(task.unit),
    hasTargets
      ? perTarget((i) => [
          { kind: 'text', text: `${at(i).target.name}：` },
          ...targetText(at(i).target, source).rich,
        ])
      : cell(milestoneText(task, 'expected')),
    hasTargets ? perTarget((i) => toInlines(at(i).value) ?? []) : cell(milestoneText(task, 'reached')),
    hasTargets ? perTarget((i) => toInlines(percentCell(at(i).rate)) ?? []) : cell(null),
    hasTargets ? perTarget((i) => toInlines(gapText(at(i))) ?? []) : cell(null),
    cell(statusMark(task.status)),
    cell(task.previousStatus ? statusMark(task.previousStatus) : null),
  ];
}
