/** 专项: each track with what moved, what lags and why, what cannot be judged. */
import type { Ledger, TaskRecord, TrackRecord } from '../../model/ledger.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import type { View } from '../engine/value.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { isFine, isLagging } from '../lagging.ts';
import { join } from '../sentences.ts';
import { taskItem } from './tasks.ts';

/** The report tells the main progress of a track in this many paragraphs; the rest stands in the ledger. */
const MOST_TOLD = 2;

export function tracksView(ledger: Ledger): View[] {
  return ledger.tracks.map((record) => trackView(record));
}

function trackView(record: TrackRecord): View {
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
    全部正常: tasks.every(isFine),
    全部未报送: silent.length === tasks.length,
    进展: told(tasks).map(taskItem),
    滞后: lagging.map(taskItem),
    未报送: silent.map(taskItem),
    未报送单位: [...new Set(silent.map((task) => task.unit))].join('、'),
    待核实: doubtful.map((task): View => ({ ...taskItem(task), 事由: doubt(task) })),
  };
}

/** Newly completed first, then other completed, ahead, the rest; copied texts tell nothing new. Printed in plan order. */
function told(tasks: TaskRecord[]): TaskRecord[] {
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
    .slice(0, MOST_TOLD)
    .sort((a, b) => a.task.no - b.task.no);
}

/** Why the value cannot be trusted, in the words of the check. */
function doubt(task: TaskRecord): string {
  return task.findings
    .filter((finding) => finding.effect === 'verify')
    .map((finding) => finding.message.replace(/。$/, ''))
    .join('；');
}
