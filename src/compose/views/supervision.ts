/** 督办: units with 严重滞后, or with a task or an annual goal that lags for the second quarter in a row. */
import { BLANK_DATE, BLANK_NUMBER } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { copiesText } from '../fold.ts';
import { unitsOf, urged } from '../outstanding.ts';

export function toSupervise(ledger: Ledger): Unit[] {
  const names = unitsOf(urged(ledger, null));
  return ledger.byUnit.map(({ unit }) => unit).filter(({ name }) => names.has(name));
}

/** What the notice to one unit says; numbers and dates come from the meeting's file or stay gaps. */
export function supervisionView(ledger: Ledger, unit: Unit): View {
  const { supervision } = ledger.meeting;
  const { goals, tasks } = urged(ledger, unit);
  const all = [...goals, ...tasks];
  const farBehind = all.filter(({ status }) => status === 'farBehind').length;
  return {
    发文字号: supervision.numbers[unit.name] || BLANK_NUMBER,
    成文日期: supervision.date ? formatDate(supervision.date) : BLANK_DATE,
    抄送: copiesText(supervision.copies),
    期限: supervision.deadline ? formatDate(supervision.deadline) : BLANK_DATE,
    对象: [...(tasks.length > 0 ? ['任务'] : []), ...(goals.length > 0 ? ['年度目标'] : [])].join('和'),
    严重滞后数: count(farBehind, `${unit.name}严重滞后的任务和年度目标`),
    连续滞后数: count(all.length - farBehind, `${unit.name}连续两个季度滞后的任务和年度目标（严重滞后除外）`),
  };
}
