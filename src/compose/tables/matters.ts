/** Problems that stand out, and matters to coordinate with a proposal for each. */
import { BLANK_DATE } from '../../base/chinese/blank.ts';
import { clause } from '../../base/chinese/clause.ts';
import { shorten } from '../../base/chinese/shorten.ts';
import type { Ledger } from '../../model/ledger.ts';
import { DECISION_STATE_WORDS } from '../../model/meeting.ts';
import type { Coordination } from '../../model/submission.ts';
import type { DecisionRecord } from '../decisions.ts';
import { type Rich, rich } from '../engine/value.ts';
import { askedBy, dueRule, isOthers, type Matter, mattersOf } from '../matters.ts';
import { type Judged, outstanding } from '../outstanding.ts';
import { reasonOf } from '../reason.ts';
import { type About, isTask } from '../requests.ts';
import { join, targetSentence, taskSentence } from '../sentences.ts';
import { balanced } from './balance.ts';
import { type CellValue, columns, simpleTable, statusMark, type TableContent, taskName } from './cells.ts';

/** Of a report on progress, in the list of matters. */
const MOST_CHARACTERS = 90;

export function outstandingProblems(ledger: Ledger): TableContent {
  const { goals, tasks } = outstanding(ledger);
  const before = [...goals, ...tasks].some(({ previousStatus }) => previousStatus);
  const standing = ({ status, previousStatus }: Judged): CellValue[] => [
    statusMark(status),
    ...(before ? [statusMark(previousStatus)] : []),
  ];
  const body = [
    ...goals.map((goal): CellValue[] => [
      `年度目标：${goal.goal.name}`,
      goal.goal.responsible.unit,
      ...standing(goal),
      targetSentence(goal.target),
      reasonOf(goal) ?? (goal.progress ? `未单独说明；报送的进展：${goal.progress.value}` : '未说明'),
      goal.next?.value ?? '未报送',
    ]),
    ...tasks.map((task): CellValue[] => [
      taskName(task),
      task.unit,
      ...standing(task),
      taskSentence(task),
      reasonOf(task) ?? '未说明',
      task.next?.value ?? '未报送',
    ]),
  ].map((row, i) => [String(i + 1), ...row]);
  const what = goals.length > 0 ? '目标和任务' : '任务';
  const table = simpleTable(
    [
      '序号',
      what,
      '责任单位',
      '状态',
      ...(before ? ['上季度'] : []),
      '进展情况',
      '存在问题（责任单位反映）',
      '下步措施（责任单位报送）',
    ],
    columns(
      [10, 'centre'],
      [32, 'left'],
      [22, 'left'],
      [21, 'left'],
      ...(before ? [[21, 'left'] as [number, 'left']] : []),
      [42, 'left'],
      [50, 'left'],
      [50, 'left'],
    ),
    body,
    { density: 'dense' },
  );
  return balanced(table, [what, '进展情况', '存在问题（责任单位反映）', '下步措施（责任单位报送）']);
}

/** What the unit says of its problems; where it has none, of its progress. */
function facts(about: About): Rich {
  const { problems, progress } = about;
  if (progress && !problems) return rich(shorten(progress.value, MOST_CHARACTERS));
  if (problems) return rich(problems.value);
  if (isTask(about)) return taskSentence(about);
  return about.target ? targetSentence(about.target) : rich(about.goal.text);
}

/** 请……口径（上次会议议定，逾期未办结）; by when it was due stands in 上次会议议定事项落实情况. */
function asked({ matter }: Coordination, { state }: DecisionRecord): Rich {
  const became = state ? DECISION_STATE_WORDS[state] : '未反馈';
  return rich(clause(matter.value), `（上次会议议定，${became}）`);
}

/** The task or goal a matter is about, with whose it is where others ask. */
export const subjectOf = (matter: Matter): CellValue => {
  const { about } = matter;
  if (!isTask(about)) return `年度目标：${about.goal.name}`;
  return isOthers(matter) ? `${taskName(about)}（责任单位：${about.unit}）` : taskName(about);
};

/** The head of the column that holds it. */
export const subjectHead = (matters: readonly Matter[]): string =>
  matters.every(({ about }) => isTask(about)) ? '对应任务' : '对应目标和任务';

export function matters(ledger: Ledger): TableContent {
  const all = mattersOf(ledger);
  const subject = subjectHead(all);
  const body = all.map((matter): CellValue[] => [
    String(matter.no),
    askedBy(matter),
    subjectOf(matter),
    join([...(matter.about.status ? [statusMark(matter.about.status)] : []), facts(matter.about)], '　'),
    matter.open ? asked(matter.coordination, matter.open) : clause(matter.coordination.matter.value),
    matter.lead,
    matter.cooperating.join('、') || null,
    matter.due || BLANK_DATE,
  ]);
  const table = simpleTable(
    ['序号', '提出单位', subject, '基本情况', '请求协调事项', '建议牵头单位', '建议配合单位', '建议办结时限'],
    columns(
      [10, 'centre'],
      [21, 'left'],
      [30, 'left'],
      [52, 'left'],
      [56, 'left'],
      [24, 'left'],
      [25, 'left'],
      // 2022年10月31日前 is one line.
      [32.5, 'left'],
    ),
    body,
    { density: 'dense', notes: [rich(`注：${dueRule(all)}`).rich] },
  );
  return balanced(table, [subject, '基本情况', '请求协调事项']);
}
