/** One track's tasks at the year's end (attribute track=序号): what was to be done, how far it came. */
import type { TaskRecord, YearLedger } from '../../model/ledger/ledger.ts';
import { rich } from '../engine/value.ts';
import { milestoneText } from '../texts/milestone-text.ts';
import { markedTarget, revisedNote } from '../texts/revised-text.ts';
import { join } from '../texts/sentences.ts';
import { valueText } from '../texts/target-text.ts';
import { balanced } from './balance.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent, TEXT_MM } from './cells.ts';
import { trackTargets } from './track-targets.ts';

const TEXTS = ['任务', '责任单位', '年度目标或应到阶段', '全年完成或已到阶段'];

export function trackTasks({ quarter }: YearLedger, { track }: Record<string, string>): TableContent {
  const record = quarter.tracks.find((one) => String(one.track.no) === track);
  const targets = (record?.tasks ?? []).flatMap((task) => task.targets);
  const table = simpleTable(
    ['序号', ...TEXTS, '状态'],
    columns([6, 'centre'], [27, 'left'], [14, 'left'], [22, 'left'], [19, 'left'], [12, 'left']),
    (record?.tasks ?? []).map((task): CellValue[] => [
      String(task.task.no),
      task.task.brief,
      task.unit,
      aim(task),
      reached(task),
      statusMark(task.status),
    ]),
    {
      density: 'dense',
      notes: [
        ...revisedNote(targets.map((target) => ({ name: target.target.name, target }))),
        rich(
          `数据来源：各单位报送${quarter.demo ? '（演示数据）' : ''}，领导小组办公室评定；状态的含义见“方法和数据说明”。`,
        ).rich,
      ],
    },
  );
  return balanced(table, TEXTS, TEXT_MM);
}

const aim = (task: TaskRecord): CellValue =>
  task.targets.length > 0
    ? join(
        task.targets.map((record) => rich(record.target.name, markedTarget(record))),
        '；',
      )
    : milestoneText(task, 'expected');

const reached = (task: TaskRecord): CellValue =>
  task.targets.length > 0
    ? join(
        task.targets.map((record) => rich(valueText(record, record.value))),
        '；',
      )
    : milestoneText(task, 'reached');

export const trackValues = ({ quarter }: YearLedger, attributes: Record<string, string>): TableContent => ({
  ...trackTargets(quarter, attributes),
  density: 'dense',
});
