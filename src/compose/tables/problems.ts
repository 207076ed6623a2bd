/** Lagging tasks by responsible unit: state and next step. */
import { clause } from '../../base/chinese/clause.ts';
import { groupBy } from '../../base/group.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { askedBy, mattersOf } from '../meeting/matters.ts';
import { isLagging } from '../texts/lagging.ts';
import { balanced } from './balance.ts';
import {
  type CellValue,
  columns,
  NUMBER_MM,
  simpleTable,
  statusMark,
  type TableContent,
  TEXT_MM,
  taskName,
} from './cells.ts';
import { subjectHead, subjectOf } from './matters.ts';

export function problems(ledger: Ledger): TableContent {
  const lagging = ledger.tasks.filter(isLagging);
  const body = [...groupBy(lagging, (task) => task.unit)].flatMap(([unit, tasks]) =>
    tasks.map((task): CellValue[] => [
      unit,
      taskName(task),
      statusMark(task.status),
      task.next?.value ?? '未报送',
    ]),
  );
  const table = simpleTable(
    ['责任单位', '任务', '状态', '下步措施'],
    columns([25.5, 'left'], [40.5, 'left'], [21.4, 'left'], [68.6, 'left']),
    body,
  );
  return balanced(table, ['任务', '下步措施'], TEXT_MM);
}

/** Matters for which a unit asks others' help, numbered as in the list that the meeting goes through. */
export function coordination(ledger: Ledger): TableContent {
  const all = mattersOf(ledger);
  const body = all.map((matter): CellValue[] => [
    String(matter.no),
    clause(matter.coordination.matter.value),
    askedBy(matter),
    matter.coordination.with.join('、') || null,
    subjectOf(matter),
  ]);
  const subject = subjectHead(all);
  const table = simpleTable(
    ['序号', '需协调事项', '提出单位', '涉及单位', subject],
    columns([NUMBER_MM, 'centre'], [62.4, 'left'], [25.2, 'left'], [28.9, 'left'], [29.1, 'left']),
    body,
  );
  return balanced(table, ['需协调事项', subject], TEXT_MM);
}
