/** The 台账 with complete texts: one row a task, its targets or stages, status, progress, problems, next step. */
import type { Ledger, TaskRecord } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import { type Rich, rich } from '../engine/value.ts';
import { milestoneText } from '../milestone-text.ts';
import { join } from '../sentences.ts';
import { gapText, targetText } from '../target-text.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent } from './cells.ts';

/** All tasks, those of a track (track=序号), or those of the unit that the document is about. */
export function fullLedger(
  ledger: Ledger,
  attributes: Record<string, string>,
  unit: Unit | null,
): TableContent {
  const { track } = attributes;
  const tasks = ledger.tasks.filter(
    (task) =>
      (track === undefined || String(task.track.no) === track) && (unit === null || task.unit === unit.name),
  );
  return simpleTable(
    ['序号', '任务', '责任单位', '目标和完成情况', '状态', '上季度', '进展情况', '存在问题', '下步措施'],
    columns(
      [7.5, 'centre'],
      [36, 'left'],
      [17, 'left'],
      [32, 'left'],
      [15.5, 'left'],
      [15.5, 'left'],
      [57, 'left'],
      [24, 'left'],
      [25, 'left'],
    ),
    tasks.map((task) => row(task, ledger.plan.document.sourceFile)),
    { density: 'dense' },
  );
}

function row(task: TaskRecord, source: string): CellValue[] {
  return [
    String(task.task.no),
    task.task.text,
    task.unit,
    state(task, source),
    statusMark(task.status),
    task.previousStatus ? statusMark(task.previousStatus) : null,
    task.progress?.value ?? (task.status === 'notReported' ? '未报送' : null),
    task.problems?.value ?? null,
    task.next?.value ?? null,
  ];
}

/** “智慧景区：10个，完成8个（80.0%，+5.0）”, or the stages expected and reached. */
function state(task: TaskRecord, source: string): Rich {
  if (task.targets.length === 0)
    return rich(
      `应到：${milestoneText(task, 'expected') ?? '—'}；实到：${milestoneText(task, 'reached') ?? '—'}`,
    );
  return join(
    task.targets.map((record) => {
      const { target, value, rate } = record;
      const gap = gapText(record);
      const done =
        target.operator === 'yesNo' && value ? (value.value >= 1 ? '已实现' : '未实现') : (value ?? '未报送');
      return rich(
        `${target.name}：`,
        targetText(target, source),
        target.operator === 'atMost' ? '，现为' : '，完成',
        done,
        ...(rate ? ['（', rate, ...(gap ? ['，', gap] : []), '）'] : []),
      );
    }),
    '；',
  );
}
