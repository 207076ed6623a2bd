/** 专项: each track with what moved, what lags and why, what cannot be judged. */

import { clause, sentence } from '../../base/chinese/clause.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import type { Ledger, TaskRecord, TrackRecord } from '../../model/ledger/ledger.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import { TO_BE_NAMED } from '../../model/unit.ts';
import type { View } from '../engine/value.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { type Asked, aboutName, isTask, OFFICE } from '../meeting/requests.ts';
import { taskName } from '../names.ts';
import { isFine, isLagging, urgency } from '../texts/lagging.ts';
import { join } from '../texts/sentences.ts';
import { taskItem } from './tasks.ts';

/** The report tells the main progress of a track in this many paragraphs; the rest stands in the ledger. */
const MOST_TOLD = 2;

/** `most`: how many paragraphs of progress a track gets; two unless told otherwise. */
export function tracksView(ledger: Ledger, most: (tasks: number) => number = () => MOST_TOLD): View[] {
  return ledger.tracks.map((record) => trackView(record, most(record.tasks.length)));
}

function trackView(record: TrackRecord, most: number): View {
  const { track, tasks } = record;
  const lagging = tasks.filter(isLagging);
  const silent = tasks.filter((task) => task.status === 'notReported');
  const doubtful = tasks.filter((task) => task.status === 'toVerify');
  const what = (words: string) => `${track.name}${words}`;
  return {
    序号: String(track.no),
    名称: track.name,
    简称: track.shortName,
    牵头: track.leads.join('、'),
    配合: track.cooperating.join('、'),
    任务数: count(tasks.length, what('的任务')),
    正常数: count(tasks.filter(isFine).length, what('达到序时进度及以上的任务')),
    滞后数: count(lagging.length, what('滞后和未启动的任务')),
    均为: tasks.length > 1 ? onlyWord(record) : '',
    全为: onlyWord(record) && `${tasks.length > 1 ? '均' : ''}${onlyWord(record)}`,
    构成: join(
      STATUSES.filter((status) => record.counts[status] > 0).map((status) =>
        rich(
          STATUS_FACES[status].word,
          count(record.counts[status], what(`状态为${STATUS_FACES[status].word}的任务`)),
        ),
      ),
      '，',
    ),
    有指标: tasks.some((task) => task.targets.length > 0),
    全部未报送: silent.length === tasks.length,
    进展: told(tasks, most).map(taskItem),
    全部进展: told(tasks, tasks.length).map(taskItem),
    请办: requests(tasks),
    滞后: lagging.map(taskItem),
    未报送: silent.map(taskItem),
    未报送单位: [...new Set(silent.map(({ unit }) => (unit === TO_BE_NAMED ? NOBODY_YET : unit)))].join('、'),
    待核实: doubtful.map((task): View => ({ ...taskItem(task), 事由: doubt(task) })),
  };
}

/** In a draft, where the plan does not say yet who answers: sentences ask somebody, not 待定. */
const NOBODY_YET = '待确定的责任单位';

/** 达到序时进度 where all do: 5项任务中，达到序时进度5项 would be a long way round. */
function onlyWord({ counts, tasks }: TrackRecord): string {
  const only = STATUSES.find((status) => counts[status] === tasks.length);
  return only ? STATUS_FACES[only].word : '';
}

/** Newly completed first, then other completed, ahead, the rest; copied texts tell nothing new. Printed in plan order. */
function told(tasks: TaskRecord[], most: number): TaskRecord[] {
  const rank = (task: TaskRecord): number => {
    if (task.status === 'done') return task.previousStatus === 'done' ? 1 : 0;
    if (task.status === 'ahead') return 2;
    return task.targets.length > 0 ? 3 : 4;
  };
  return tasks
    .filter(
      (task) => isFine(task) && task.progress && !task.findings.some((finding) => finding.check === 'copied'),
    )
    .sort((a, b) => rank(a) - rank(b) || a.task.no - b.task.no)
    .slice(0, most)
    .sort((a, b) => a.task.no - b.task.no);
}

/** Matters for which the task's unit, or one that works on it with it, asks others' help. */
const matters = (task: TaskRecord): View[] =>
  task.coordination.map((request) => matterView({ about: task, request }));

/** What is asked, by whom and of whom, and for what: 任务23, 年度目标“数字经济增加值”. */
export const matterView = ({ about, request: { matter, with: asked, by } }: Asked): View => ({
  对应: isTask(about) ? `任务${about.task.no}` : aboutName(about),
  事项: clause(matter.value),
  提出: by,
  涉及: asked,
  有涉及: asked.length > 0,
});

/** 请求明确…, 商请研究…, 请协助…; but 请示… is what is to be done. */
const ASKING = /^(?:恳请|提请|商请|请求|请(?!示)|建议)?(?:研究|协助)?/;

/** What is asked of whom: of the units of lagging tasks to catch up, of others to help. */
function requests(tasks: TaskRecord[]): View[] {
  const catchUp = tasks.filter(isLagging).map(
    (task): View => ({
      协调: false,
      单位: task.unit,
      对应: '',
      提出: '',
      事项: `抓好${taskName(task.task)}${task.next ? `：${sentence(task.next.value)}` : '，提出并落实整改措施。'}`,
    }),
  );
  const help = [...tasks]
    .sort((a, b) => urgency(b) - urgency(a))
    .flatMap(matters)
    .map(
      (matter): View => ({
        协调: true,
        单位: matter['有涉及'] ? (matter['涉及'] as string[]).join('、') : OFFICE,
        对应: matter['对应'] as string,
        提出: matter['提出'] as string,
        // The sentence says 请 and 研究 already, and speaks to the one that is to do it.
        事项: (matter['事项'] as string).replace(ASKING, ''),
      }),
    );
  const all = [...help, ...catchUp];
  return all.map((view, i) => ({ ...view, 次序: all.length > 1 ? `${i + 1}.` : '' }));
}

/** Why the value cannot be trusted, in the words of the check. */
export const doubt = ({ findings, targets }: TaskRecord): string =>
  [
    doubtsOf(findings),
    ...targets.flatMap(({ target, unread, reason }) =>
      unread === undefined ? [] : `“${innerQuotes(target.name)}”${reason}`,
    ),
  ]
    .filter((words) => words !== '')
    .join('；');

/** For where the task or goal has just been named. */
export function doubtsOf(findings: readonly Finding[]): string {
  return findings
    .filter((finding) => finding.effect === 'verify')
    .map(({ message, afterName = message }) => clause(afterName))
    .join('；');
}
