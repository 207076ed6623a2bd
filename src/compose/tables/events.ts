/** 大事记 and the list of documents issued: tasks whose evidence names a date or a document number. */
import { formatDate, parseDate } from '../../base/chinese/date.ts';
import type { Ledger, TaskRecord, YearLedger } from '../../model/ledger.ts';
import { rich } from '../engine/value.ts';
import { columns, simpleTable, type TableContent } from './cells.ts';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})-(\d{1,2})-(\d{1,2})/;
const DOCUMENT = /[\u4e00-\u9fff]{2,}〔\d{4}〕\d+号/;

const evidenceOf = (task: TaskRecord): string => task.milestone?.evidence?.value ?? '';

/** ISO date of the evidence within the year; undefined without one. */
function dateOf(task: TaskRecord, year: number): string | undefined {
  const found = DATE.exec(evidenceOf(task))?.[0];
  const iso = found && parseDate(found);
  return iso?.startsWith(String(year)) ? iso : undefined;
}

const stageOf = (task: TaskRecord): string =>
  task.milestone?.nodes[(task.milestone.reached || 1) - 1]?.stage ?? '';

const demoNote = (quarter: Ledger): TableContent['notes'] => [
  rich(`数据来源：各单位报送的佐证材料${quarter.demo ? '（演示数据）' : ''}；没有日期或者文号的事项未列入。`)
    .rich,
];

export function events({ quarter, year }: YearLedger): TableContent {
  const rows = quarter.tasks
    .flatMap((task) => {
      const date = dateOf(task, year.year);
      return date && (task.milestone?.reached ?? 0) > 0 ? [{ date, task }] : [];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.task.task.no - b.task.task.no));
  return simpleTable(
    ['日期', '事项', '责任单位', '对应任务'],
    columns([20, 'left'], [48, 'left'], [20, 'left'], [12, 'centre']),
    rows.map(({ date, task }) => [
      formatDate(date),
      `${task.task.brief}：${stageOf(task)}`,
      task.unit,
      `任务${task.task.no}`,
    ]),
    { density: 'dense', notes: demoNote(quarter) },
  );
}

export function issuedDocuments({ quarter }: YearLedger): TableContent {
  const rows = quarter.tasks.flatMap((task) => {
    const number = DOCUMENT.exec(evidenceOf(task))?.[0];
    return number ? [[number, task.task.brief, task.unit, `任务${task.task.no}`]] : [];
  });
  return simpleTable(
    ['文号', '事项', '印发单位', '对应任务'],
    columns([26, 'left'], [40, 'left'], [22, 'left'], [12, 'centre']),
    rows,
    { density: 'dense', notes: demoNote(quarter) },
  );
}
