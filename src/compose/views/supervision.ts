/** 督办: units with 严重滞后, or with a task or an annual goal that lags for the second quarter in a row. */
import { BLANK_DATE, BLANK_NUMBER } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import type { Unit } from '../../model/unit.ts';
import { againParts, againWord, type Judged, lagsAgain, urged } from '../choice/outstanding.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { goalName, taskName } from '../names.ts';
import { copiesText } from '../texts/fold.ts';
import { join } from '../texts/sentences.ts';

/** 列入督办: all that is urged, for papers that go to everybody. */
export function urgedView(ledger: Ledger): View {
  const { goals, tasks } = urged(ledger, null);
  return {
    有: goals.length + tasks.length > 0,
    数: count(goals.length + tasks.length, '列入督办的任务和年度目标'),
    所指: kindsOf(goals.length, tasks.length),
    清单: [
      ...tasks.map((task): View => ({ 名称: `任务${task.task.no}`, 单位: task.unit })),
      ...goals.map(({ goal }): View => ({ 名称: goalName(goal), 单位: goal.responsible.unit })),
    ],
  };
}

/** 任务, 年度目标, 任务和年度目标. */
const kindsOf = (goals: number, tasks: number): string =>
  [...(tasks > 0 ? ['任务'] : []), ...(goals > 0 ? ['年度目标'] : [])].join('和');

/** 2项连续两个季度滞后，其中1项严重滞后: of what is urged of one unit. */
function urgedSentence(all: readonly Judged[], unit: string): Rich {
  const far = all.filter(({ status }) => status === 'farBehind');
  const again = all.filter(lagsAgain);
  const both = far.filter((one) => again.includes(one));
  // Of one thing, which is named before, no number is said.
  const number = (n: number, what: string) =>
    all.length > 1 ? count(n, `${unit}${what}的任务和年度目标`) : '';
  const severe = (of: readonly Judged[]) => rich(number(of.length, '严重滞后'), '严重滞后');
  if (again.length === 0) return severe(far);
  const twice = rich(number(again.length, '连续两个季度滞后'), againWord(again));
  if (far.length === 0) return twice;
  if (both.length === 0) return join([severe(far), twice], '，');
  if (both.length === again.length && both.length === far.length)
    return rich(severe(far), `且${againWord(again)}`);
  if (both.length === far.length) return join([twice, rich('其中', severe(far))], '，');
  if (both.length === again.length) return join([severe(far), rich('其中', twice)], '，');
  // One pair of brackets: 2项连续两个季度滞后（含未启动，其中1项严重滞后）.
  const { word, aside } = againParts(again);
  const before = `${word}（${aside === '' ? '' : `${aside}，`}其中`;
  const last = rich(number(again.length, '连续两个季度滞后'), before, severe(both), '）');
  return join([severe(far), last], '，');
}

/** 任务8（智慧农业平台）, 年度目标“网络零售额”: what is urged, where it is one thing. */
function onlyOne({ goals, tasks }: ReturnType<typeof urged>): string {
  const names = [...goals.map(({ goal }) => goalName(goal)), ...tasks.map(({ task }) => taskName(task))];
  return names.length === 1 ? names.join('') : '';
}

/** What the notice to one unit says; numbers and dates come from the meeting's file or stay gaps. */
export function supervisionView(ledger: Ledger, unit: Unit): View {
  const { supervision } = ledger.meeting;
  const all = urged(ledger, unit);
  const { goals, tasks } = all;
  return {
    发文字号: supervision.numbers[unit.name] || BLANK_NUMBER,
    成文日期: supervision.date ? formatDate(supervision.date) : BLANK_DATE,
    抄送: copiesText(supervision.copies),
    期限: supervision.deadline ? formatDate(supervision.deadline) : BLANK_DATE,
    对象: kindsOf(goals.length, tasks.length),
    标题所指: goals.length > 0 && tasks.length > 0 ? '事项' : kindsOf(goals.length, tasks.length),
    一项: onlyOne(all),
    情况: urgedSentence([...goals, ...tasks], unit.name),
  };
}
