/** 督办: units with 严重滞后, or with a task that lags for the second quarter in a row. */
import { BLANK_DATE, BLANK_NUMBER } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { Ledger, TaskRecord } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { copiesText } from '../fold.ts';
import { isLagging, isLaggingStatus } from '../lagging.ts';
import { taskItem } from './tasks.ts';

/** Tasks that are urged. */
export const isSupervised = (task: TaskRecord): boolean =>
  task.status === 'farBehind' ||
  (isLagging(task) && task.previousStatus !== null && isLaggingStatus(task.previousStatus));

export function toSupervise(ledger: Ledger): Unit[] {
  return ledger.byUnit.filter((record) => record.tasks.some(isSupervised)).map((record) => record.unit);
}

/** What the notice to one unit says; numbers and dates come from the meeting's file or stay gaps. */
export function supervisionView(ledger: Ledger, unit: Unit): View {
  const { supervision } = ledger.meeting;
  const tasks = ledger.tasks.filter((task) => task.unit === unit.name && isSupervised(task));
  const farBehind = tasks.filter((task) => task.status === 'farBehind');
  return {
    发文字号: supervision.numbers[unit.name] || BLANK_NUMBER,
    成文日期: supervision.date ? formatDate(supervision.date) : BLANK_DATE,
    抄送: copiesText(supervision.copies),
    期限: supervision.deadline ? formatDate(supervision.deadline) : BLANK_DATE,
    任务数: count(tasks.length, `${unit.name}须督办的任务`),
    严重滞后数: count(farBehind.length, `${unit.name}严重滞后的任务`),
    连续滞后数: count(tasks.length - farBehind.length, `${unit.name}连续两个季度滞后的任务（严重滞后除外）`),
    任务: tasks.map(taskItem),
  };
}
