/** The 台账 with complete texts: one row a task, its targets or stages, status, progress, problems, next step. */
import type { CellAlign } from '../../model/document.ts';
import type { Ledger, TaskRecord } from '../../model/ledger.ts';
import type { Target } from '../../model/target.ts';
import type { Unit } from '../../model/unit.ts';
import { type Rich, rich } from '../engine/value.ts';
import { milestoneText, NO_STAGE_DUE } from '../milestone-text.ts';
import { join } from '../sentences.ts';
import { gapText, noValueText, targetText, valueText } from '../target-text.ts';
import { balanced } from './balance.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent } from './cells.ts';

interface Column {
  head: string;
  /** Share of the width, before texts are balanced. */
  width: number;
  align: CellAlign;
  value(task: TaskRecord): CellValue;
}

const COLUMNS: readonly Column[] = [
  { head: '序号', width: 7.5, align: 'centre', value: ({ task }) => String(task.no) },
  { head: '任务', width: 36, align: 'left', value: ({ task }) => task.text },
  { head: '责任单位', width: 17, align: 'left', value: ({ unit }) => unit },
  { head: '目标和完成情况', width: 32, align: 'left', value: state },
  { head: '状态', width: 15.5, align: 'left', value: ({ status }) => statusMark(status) },
  {
    head: '上季度',
    width: 15.5,
    align: 'left',
    value: ({ previousStatus }) => statusMark(previousStatus),
  },
  {
    head: '进展情况',
    width: 57,
    align: 'left',
    value: ({ progress, status, carried }) =>
      progress?.value ??
      (carried ? '上季度已完成，本季度未再报送' : status === 'notReported' ? '未报送' : null),
  },
  { head: '存在问题', width: 24, align: 'left', value: ({ problems }) => problems?.value ?? null },
  { head: '下步措施', width: 25, align: 'left', value: ({ next }) => next?.value ?? null },
];

/**
 * All tasks, those of a track (track=序号), or those of the unit that the document is about. What would be the same in
 * every row has no column: the unit in its own extract, the last quarter in the first.
 */
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
  const idle = [
    ...(unit === null ? [] : ['责任单位']),
    ...(ledger.tasks.some((task) => task.previousStatus) ? [] : ['上季度']),
  ];
  const shown = COLUMNS.filter(({ head }) => !idle.includes(head));
  const table = simpleTable(
    shown.map(({ head }) => head),
    columns(...shown.map(({ width, align }): [number, CellAlign] => [width, align])),
    tasks.map((task) => shown.map(({ value }) => value(task))),
    { density: 'dense' },
  );
  return balanced(table, TEXTS);
}

/** They share what the others leave; number, unit and status keep their width and stay on one line. */
const TEXTS = ['任务', '目标和完成情况', '进展情况', '存在问题', '下步措施'];

/** Before a value; most are amounts that were done. */
const LEAD: Partial<Record<Target['operator'], string>> = { atMost: '，现为', yesNo: '，' };

/** “智慧景区：10个，完成8个（80.0%，+5.0）”, or the stages expected and reached. */
function state(task: TaskRecord): Rich {
  if (task.targets.length === 0) {
    const [expected, reached] = [milestoneText(task, 'expected'), milestoneText(task, 'reached')];
    if (expected === NO_STAGE_DUE && reached === null) return rich(expected);
    return rich(`应到：${expected ?? '—'}；实到：${reached ?? '—'}`);
  }
  return join(
    task.targets.map((record) => {
      const { target, value, rate } = record;
      const gap = gapText(record);
      const done = valueText(record, value) ?? noValueText(record);
      return rich(
        `${target.name}：`,
        targetText(record),
        value ? (LEAD[target.operator] ?? '，完成') : '，',
        done,
        ...(rate ? ['（', rate, ...(gap ? ['，', gap] : []), '）'] : []),
      );
    }),
    '；',
  );
}
