/** 参阅: what a leader reads on one page: what stands worst and the decisions asked for it. */
import { clause, sentence } from '../../base/chinese/clause.ts';
import type { GoalRecord, Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { type Rich, rich, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { type Asked, aboutName, isTask, requestsOf } from '../meeting/requests.ts';
import { isLagging, urgency } from '../texts/lagging.ts';
import { targetSentence, taskSentence } from '../texts/sentences.ts';
import { targetText } from '../texts/target-text.ts';

/** All that lags far is told, others to fill up to the least; more than the most no page holds in large type. */
const LEAST_CONCERNS = 3;
const MOST_CONCERNS = 6;
const DECISIONS = 4;

interface Concern {
  isGoal: boolean;
  /** Goals and tasks that it speaks of. */
  items: number;
  /** With its unit. */
  name: string;
  state: Rich;
  next: string | null;
  /** 百分点 to the pace; tasks without a number come after those with one. */
  gap: number;
}

/** Lagging annual goals first, then tasks that lag far, those not begun, other lagging ones; by gap in each. */
export function briefView(ledger: Ledger): View {
  const goals = ledger.goals
    .filter((record) => record.status && isLaggingStatus(record.status))
    .map((record) => ofGoal(record));
  const lagging = ledger.tasks.filter(isLagging);
  const far = lagging.filter((task) => task.status === 'farBehind').map(ofTask);
  const notStarted = ofNotStarted(lagging.filter((task) => task.status === 'notStarted'));
  const behind = lagging.filter((task) => task.status === 'behind').map(ofTask);
  const concerns = [goals, far, notStarted, behind].flatMap((group) => group.sort((a, b) => a.gap - b.gap));
  const grave = goals.length + far.length + notStarted.length;
  const worst = Math.min(Math.max(grave, LEAST_CONCERNS), MOST_CONCERNS);
  const told = concerns.slice(0, worst);
  const [idle] = notStarted;
  // Who has not begun must act, however many goals lag.
  if (idle && !told.includes(idle)) told.splice(-1, 1, idle);
  const rest = concerns.filter((concern) => !told.includes(concern));
  const asked = requestsOf(ledger).sort((a, b) => weight(b) - weight(a));
  const requests = asked.slice(0, DECISIONS).map(({ about, request }): View => {
    // Who is named in it is not named again.
    const others = request.with.filter((unit) => !request.matter.value.includes(unit));
    return {
      名称: aboutName(about),
      事项: clause(request.matter.value),
      单位: request.by,
      涉及: others,
      有涉及: others.length > 0,
    };
  });
  return {
    关注: told.map(
      (concern): View => ({
        称呼: concern.name,
        情况: concern.state,
        下步: concern.next,
        有下步: concern.next !== null,
        // A line of several tasks is about none of their measures.
        无下步: concern.next === null && concern.items === 1,
      }),
    ),
    其余: rest.length > 0,
    其余数: count(itemsIn(rest), '没有列出的滞后目标和任务'),
    // Those not begun stand in one line, which is told.
    其余所指: kindsOf(rest),
    全部: `${kindsOf(concerns)}共`,
    全部数: count(itemsIn(concerns), '滞后和未启动的目标和任务'),
    请示外: count(asked.length - requests.length, '没有列出的提请协调事项'),
    请示: requests,
  };
}

const itemsIn = (concerns: readonly Concern[]): number => concerns.reduce((sum, { items }) => sum + items, 0);

/** 目标, 任务 or 目标和任务: by what there is. */
const kindsOf = (concerns: readonly Concern[]): string =>
  [
    ...(concerns.some(({ isGoal }) => isGoal) ? ['目标'] : []),
    ...(concerns.some(({ isGoal }) => !isGoal) ? ['任务'] : []),
  ].join('和');

function ofGoal({ goal, target, next }: GoalRecord): Concern {
  return {
    isGoal: true,
    items: 1,
    name: `${goal.name}（${goal.responsible.unit}）`,
    state: target ? goalState(target) : { rich: [] },
    next: next && sentence(next.value),
    gap: target?.gap?.value ?? 0,
  };
}

/** Beside the name: growth, levels and limits have no rate, so that the target must stand beside the value. */
function goalState(record: TargetRecord): Rich {
  const { target, value, rate } = record;
  if (!rate && value && target.operator !== 'yesNo') return rich('目标', targetText(record), '，现为', value);
  // The sentence begins with the name.
  return { rich: targetSentence(record).rich.slice(1) };
}

function ofTask(task: TaskRecord): Concern {
  const gaps = task.targets.flatMap((record) => record.gap?.value ?? []);
  return {
    isGoal: false,
    items: 1,
    name: nameOf(task),
    state: taskSentence(task),
    next: task.next && sentence(task.next.value),
    gap: Math.min(0, ...gaps),
  };
}

/** One pair of brackets holds what it is about and whose it is. */
const nameOf = ({ task, unit }: TaskRecord): string => `任务${task.no}（${task.brief}，${unit}）`;

/** One by itself; several in one line, by number and unit. */
function ofNotStarted(tasks: readonly TaskRecord[]): Concern[] {
  if (tasks.length < 2) return tasks.map(ofTask);
  return [
    {
      isGoal: false,
      items: tasks.length,
      name: '未启动的任务',
      state: rich(count(tasks.length, '未启动的任务'), `：${tasks.map(nameOf).join('、')}`),
      next: null,
      gap: 0,
    },
  ];
}

/** Of lagging goals first, then of what lags far, of tasks not begun, of other lagging ones, of the rest; then what needs many units. */
function weight({ about, request }: Asked): number {
  const { status } = about;
  const urgent = status === null ? 0 : urgency({ status });
  const ofGoal = !isTask(about) && urgent > 0 ? 1000 : 0;
  return ofGoal + 100 * urgent + request.with.length;
}
