/** The 台账 with complete texts: one row a task, its targets or stages, status, progress, problems, next step. */
import type { Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import type { Target } from '../../model/plan/target.ts';
import { STATUS_FACES, type Status } from '../../model/status.ts';
import type { Unit } from '../../model/unit.ts';
import { type Rich, rich } from '../engine/value.ts';
import { milestoneText, NO_STAGE_DUE } from '../texts/milestone-text.ts';
import { revisedAside } from '../texts/revised-text.ts';
import { join } from '../texts/sentences.ts';
import { gapText, noValueText, targetText, valueText } from '../texts/target-text.ts';
import { balanced } from './balance.ts';
import { type Column, statusMark, type TableContent, tableOf, UNIT_MM } from './cells.ts';

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
  const statuses = (head: string, of: (task: TaskRecord) => Status | null): Column<TaskRecord> => [
    head,
    statusMm(tasks.map(of), unit),
    'left',
    (task) => statusMark(of(task)),
  ];
  const table = tableOf(
    tasks,
    [
      ['序号', 7.5, 'centre', ({ task }) => String(task.no)],
      ['任务', 34, 'left', ({ task }) => task.text],
      unit === null && ['责任单位', UNIT_MM, 'left', (task) => task.unit],
      ['目标和完成情况', 31, 'left', state],
      statuses('状态', ({ status }) => status),
      ledger.tasks.some((task) => task.previousStatus) &&
        statuses('上季度', ({ previousStatus }) => previousStatus),
      [
        '进展情况',
        55.3,
        'left',
        ({ progress, status, carried }) =>
          progress?.value ??
          (carried ? '上季度已完成，本季度未再报送' : status === 'notReported' ? '未报送' : null),
      ],
      ['存在问题', 22, 'left', ({ problems }) => problems?.value ?? null],
      ['下步措施', 22, 'left', ({ next }) => next?.value ?? null],
    ],
    { density: 'dense' },
  );
  return balanced(table, TEXTS);
}

const STATUS_MM = 15.5;

/** Room for the longest word among them with its sign on one line; the ledger of all units, a column more, has less. */
const statusMm = (statuses: readonly (Status | null)[], unit: Unit | null): number =>
  unit === null
    ? STATUS_MM
    : Math.max(
        STATUS_MM,
        5.75 + 3 * Math.max(...statuses.map((status) => (status ? STATUS_FACES[status].short.length : 0))),
      );

/** They share what the others leave; number, unit and status keep their width. */
const TEXTS = ['任务', '目标和完成情况', '进展情况', '存在问题', '下步措施'];

/** Before a value; most are amounts that were done. */
const LEAD: Partial<Record<Target['operator'], string>> = { atMost: '，现为', yesNo: '，' };

/** “智慧景区：10个，完成8个（80.0%，+5.0）”, or the stages expected and reached. */
function state(task: TaskRecord): Rich {
  if (task.targets.length === 0) {
    const [expected, reached] = [milestoneText(task, 'expected'), milestoneText(task, 'reached')];
    if (expected === NO_STAGE_DUE && reached === null) return rich(expected);
    // A line each: what is to be compared stands below what it is compared with.
    return rich(`应到：${expected ?? '—'}；\n实到：${reached ?? '—'}`);
  }
  return join(
    task.targets.map((record) => {
      const { target, value, rate } = record;
      const gap = gapText(record);
      const done = valueText(record, value) ?? noValueText(record);
      return rich(
        `${target.name}：`,
        targetText(record),
        revisedAside(record),
        value ? (LEAD[target.operator] ?? '，完成') : '，',
        done,
        ...(rate ? ['（', rate, ...(gap ? ['，', gap] : []), '）'] : []),
      );
    }),
    '；',
  );
}
