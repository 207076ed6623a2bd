/** 任务: counts over all tasks, what changed since last quarter, what needs action. */
import { sentence } from '../../base/chinese/clause.ts';
import { sinceLastQuarter } from '../../base/chinese/wording.ts';
import type { Ledger, TaskRecord } from '../../model/ledger/ledger.ts';
import { isFineStatus, isLaggingStatus, STATUS_FACES, STATUSES, type Status } from '../../model/status.ts';
import { comparableTracks } from '../charts/track-change.ts';
import { changedTasks } from '../choice/changed-tasks.ts';
import { againWord, lagsAgain } from '../choice/outstanding.ts';
import { type Rich, rich, type Value, type View } from '../engine/value.ts';
import { count, share } from '../figures.ts';
import { requestsOf } from '../meeting/requests.ts';
import { taskName } from '../names.ts';
import { fold, oneOrMany } from '../texts/fold.ts';
import { isFine, isLagging, lateWord } from '../texts/lagging.ts';
import { reasonOf } from '../texts/reason.ts';
import { afterStatus, join, phrase, taskSentence } from '../texts/sentences.ts';
import { remedyWord, tasksStanding, unknownTasks } from '../texts/standing-text.ts';
import { explanation } from './explanation.ts';

export function tasksView(ledger: Ledger): View {
  const { tasks } = ledger;
  const total = count(tasks.length, '全部任务');
  const fine = count(tasks.filter(isFine).length, '达到序时进度及以上的任务');
  const lagging = tasks.filter(isLagging);
  const unknown = ledger.counts.notReported + ledger.counts.toVerify;
  const worst = tasks.filter((task) => task.status === 'farBehind' || task.status === 'notStarted');
  const persistent = lagging.filter(lagsAgain);
  const laggards = ledger.byUnit
    .map((record) => ({ name: record.unit.name, n: record.tasks.filter(isLagging).length }))
    .filter((item) => item.n > 0)
    .sort((a, b) => b.n - a.n);
  const absent = new Set(ledger.returns.filter((r) => r.receivedAt === null).map((r) => r.unit.name));
  const silent = tasks.filter((task) => task.status === 'notReported' && absent.has(task.unit));
  const unexplained = lagging.filter((task) => reasonOf(task) === null);
  const change = fineChange(ledger);
  const requests = requestsOf(ledger).map(({ request }) => request);
  return {
    总数: total,
    数量任务: count(tasks.filter((t) => t.targets.length > 0).length, '带数量目标的任务'),
    阶段任务: count(tasks.filter((t) => t.milestone).length, '按阶段评定的任务'),
    专项数: count(ledger.tracks.length, '专项', '个'),
    专项可比: comparableTracks(ledger).length > 0,
    ...Object.fromEntries(
      STATUSES.map((status) => [
        STATUS_FACES[status].word,
        count(ledger.counts[status], `状态为${STATUS_FACES[status].word}的任务`),
      ]),
    ),
    正常: fine,
    正常占比: share(fine, total),
    未到期: count(fine.value - ledger.counts.done, '超前和达到序时进度的任务'),
    均已完成: tasks.length === ledger.counts.done,
    已完成占比: share(count(ledger.counts.done, '已完成的任务'), total),
    正常变化: change,
    有变动: changedTasks(ledger).length > 0,
    评定情况: tasksStanding(ledger, change),
    滞后合计: count(lagging.length, '滞后、严重滞后和未启动的任务'),
    无措施单位: [...new Set(lagging.filter(({ next }) => next === null).map(({ unit }) => unit))],
    均无原因: lagging.length > 0 && unexplained.length === lagging.length,
    原因不明: unexplained.map(({ task }) => `任务${task.no}`),
    滞后占比: share(count(lagging.length, '滞后、严重滞后和未启动的任务'), total),
    整份未报: count(silent.length, '未报送的单位所牵头的未报送任务'),
    沿用: tasks.filter(({ carried }) => carried).map(({ task }) => taskName(task)),
    缺项未报: count(ledger.counts.notReported - silent.length, '单位已报送而未填全的任务'),
    无法评定: count(unknown, '未报送和待核实的任务'),
    无法评定构成: unknownTasks(ledger),
    无法评定办法: remedyWord(ledger.counts),
    突出: worst.map(taskItem),
    严重滞后清单: worst.filter((task) => task.status === 'farBehind').map(taskItem),
    严重滞后列举: named(worst, 'farBehind'),
    未启动列举: named(worst, 'notStarted'),
    连续滞后: persistent.map(taskItem),
    连续滞后所指: againWord(persistent),
    连续滞后数: count(persistent.length, '连续两个季度滞后的任务'),
    变化构成: whatChanged(tasks, CHANGES),
    补报后滞后: whatChanged(tasks, TURNED_OUT),
    协调事项数: count(requests.length, '各单位提请协调的事项'),
    协调单位数: count(new Set(requests.map(({ by }) => by)).size, '提请协调的单位', '个'),
    协调提出: oneOrMany(
      requests.map(({ by }) => by),
      '提请协调的单位',
    ),
    滞后单位: laggards.map(
      (item): View => ({
        名称: item.name,
        项数: count(item.n, `${item.name}滞后、严重滞后和未启动的任务`),
      }),
    ),
    // A chart of one bar, or of bars of one task each, shows nothing that the sentence does not say.
    滞后单位成图: laggards.length > 1 && laggards.some(({ n }) => n > 1),
  };
}

/** A task in a list: number, short name, unit, how it stands. */
export function taskItem(task: TaskRecord): View {
  return {
    任务号: String(task.task.no),
    简要: task.task.brief,
    单位: task.unit,
    专项: task.track.shortName,
    // The word alone: in running text a symbol would be foreign, and here nothing depends on colour.
    状态: STATUS_FACES[task.status].word,
    情况: taskSentence(task),
    评后: afterStatus(task),
    进展: task.progress && sentence(task.progress.value),
    ...explanation(task),
  };
}

/** Tasks named at the head of a report: more would be a page of names. */
const MOST_NAMED = 10;

/** 任务15（产业投资指南，省工信厅）、任务23（……）; many fold. */
const named = (tasks: readonly TaskRecord[], status: Status): Rich =>
  fold(
    tasks
      .filter((task) => task.status === status)
      .map(({ task: { no, brief }, unit }) => `任务${no}（${brief}，${unit}）`),
    MOST_NAMED,
    { unit: '项', noun: '任务', what: `状态为${STATUS_FACES[status].word}的任务` },
  );

/** How the number of fine tasks came to change, in parts that sum to the change; null where none changed sides. */
function whatChanged(tasks: readonly TaskRecord[], changes: readonly Change[]): Value {
  const parts = changes.flatMap(({ from, to, text }) => {
    const those = tasks.flatMap(({ status, previousStatus: before }) =>
      before && sideOf(before) === from && sideOf(status) === to ? [{ before, status }] : [],
    );
    const late = lateWord(those.map(({ before, status }) => (from === 'lagging' ? before : status)));
    const words = inWords(text, {
      late,
      unknown: those.map((one) => (from === 'unknown' ? one.before : one.status)),
    });
    return those.length > 0 ? [rich(count(those.length, words), words)] : [];
  });
  return parts.length > 0 ? join(parts, '，') : null;
}

/** 补报或核实, 未报送或待核实 and 滞后 are said of what is there: nothing is reported late where all was only in doubt. */
function inWords(text: string, { late, unknown }: { late: string; unknown: readonly Status[] }): string {
  const some = (status: Status, word: string) => (unknown.includes(status) ? [word] : []);
  return text
    .replace('补报或核实', [...some('notReported', '补报'), ...some('toVerify', '核实')].join('或'))
    .replace('未报送或待核实', [...some('notReported', '未报送'), ...some('toVerify', '待核实')].join('或'))
    .replace('滞后', late);
}

type Side = 'fine' | 'lagging' | 'unknown';
interface Change {
  from: Side;
  to: Side;
  text: string;
}
/** Lagging now, but not counted as fine before. */
const TURNED_OUT: readonly Change[] = [{ from: 'unknown', to: 'lagging', text: '补报或核实后为滞后' }];
const CHANGES: readonly Change[] = [
  { from: 'lagging', to: 'fine', text: '由滞后转为达到序时进度及以上' },
  { from: 'unknown', to: 'fine', text: '补报或核实后达到序时进度及以上' },
  { from: 'fine', to: 'lagging', text: '新转为滞后' },
  { from: 'fine', to: 'unknown', text: '因未报送或待核实无法评定' },
];

function sideOf(status: Status): Side {
  if (isLaggingStatus(status)) return 'lagging';
  return isFineStatus(status) ? 'fine' : 'unknown';
}

function fineChange(ledger: Ledger): Rich | null {
  const previous = ledger.previousCounts;
  if (!previous) return null;
  const now = ledger.tasks.filter(isFine).length;
  const difference = count(
    now - (previous.done + previous.ahead + previous.onPace),
    '达到序时进度及以上任务的增减',
  );
  return phrase(sinceLastQuarter(difference), difference);
}
