/** Problems that stand out, and matters to coordinate with a proposal for each. */
import { BLANK_DATE } from '../../base/chinese/blank.ts';
import { clause } from '../../base/chinese/clause.ts';
import { shorten } from '../../base/chinese/shorten.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { DECISION_STATE_WORDS } from '../../model/meeting.ts';
import type { Coordination } from '../../model/returns/submission.ts';
import { outstanding } from '../choice/outstanding.ts';
import { type Rich, rich } from '../engine/value.ts';
import type { DecisionRecord } from '../meeting/decisions.ts';
import { askedBy, dueRule, isOthers, type Matter, mattersOf } from '../meeting/matters.ts';
import { type About, isTask } from '../meeting/requests.ts';
import { reasonOf } from '../texts/reason.ts';
import { goalSentence, join, taskSentence } from '../texts/sentences.ts';
import { balanced } from './balance.ts';
import { type CellValue, statusMark, type TableContent, tableOf, taskName, UNIT_MM } from './cells.ts';

/** Of a report on progress, in the list of matters. */
const MOST_CHARACTERS = 90;

export function outstandingProblems(ledger: Ledger): TableContent {
  const { goals, tasks } = outstanding(ledger);
  const before = [...goals, ...tasks].some(({ previousStatus }) => previousStatus);
  const rows = [
    ...goals.map((goal) => ({
      judged: goal,
      name: `年度目标：${goal.goal.name}`,
      unit: goal.goal.responsible.unit,
      state: goalSentence(goal),
      reason: reasonOf(goal) ?? (goal.progress ? `未单独说明；报送的进展：${goal.progress.value}` : '未说明'),
    })),
    ...tasks.map((task) => ({
      judged: task,
      name: taskName(task),
      unit: task.unit,
      state: taskSentence(task),
      reason: reasonOf(task) ?? '未说明',
    })),
  ].map((row, i) => ({ ...row, no: String(i + 1) }));
  const what = goals.length > 0 ? '目标和任务' : '任务';
  const table = tableOf(
    rows,
    [
      ['序号', 9, 'centre', ({ no }) => no],
      [what, 29, 'left', ({ name }) => name],
      ['责任单位', UNIT_MM, 'left', ({ unit }) => unit],
      ['状态', 19.2, 'left', ({ judged }) => statusMark(judged.status)],
      before && ['上季度', 19.2, 'left', ({ judged }) => statusMark(judged.previousStatus)],
      ['进展情况', 38, 'left', ({ state }) => state],
      ['存在问题（责任单位反映）', 45, 'left', ({ reason }) => reason],
      ['下步措施（责任单位报送）', 43.4, 'left', ({ judged }) => judged.next?.value ?? '未报送'],
    ],
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
  return goalSentence(about);
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
  const table = tableOf(
    all,
    [
      ['序号', 9, 'centre', ({ no }) => String(no)],
      ['提出单位', UNIT_MM, 'left', askedBy],
      [subject, 26, 'left', subjectOf],
      [
        '基本情况',
        44.3,
        'left',
        ({ about }) => join([...(about.status ? [statusMark(about.status)] : []), facts(about)], '　'),
      ],
      [
        '请求协调事项',
        48,
        'left',
        ({ open, coordination }) => (open ? asked(coordination, open) : clause(coordination.matter.value)),
      ],
      // 领导小组办公室 is.
      ['建议牵头单位', 24.3, 'left', ({ lead }) => lead],
      ['建议配合单位', UNIT_MM, 'left', ({ cooperating }) => cooperating.join('、') || null],
      // 2022年10月31日前 is one line.
      ['建议办结时限', 29, 'left', ({ due }) => due || BLANK_DATE],
    ],
    { density: 'dense', notes: [rich(`注：${dueRule(all)}`).rich] },
  );
  return balanced(table, [subject, '基本情况', '请求协调事项']);
}
