/** 本单位: what concerns one unit, for its extract. */
import { formatReceipt } from '../../base/chinese/date.ts';
import type { Ledger, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import { isLaggingStatus, STATUS_FACES, STATUSES, type Status } from '../../model/status.ts';
import type { Unit } from '../../model/unit.ts';
import { urged } from '../choice/outstanding.ts';
import { type Rich, rich, type Value, type View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { decisionsOf, openDecisions } from '../meeting/decisions.ts';
import { requestsOf } from '../meeting/requests.ts';
import { reports, speakersOf } from '../meeting/speakers.ts';
import { goalName, taskName } from '../names.ts';
import { isLagging } from '../texts/lagging.ts';
import { goalSentence, isAwaited, join } from '../texts/sentences.ts';
import { decisionItem } from './decisions.ts';
import { explanation, inPlaceOfValue } from './explanation.ts';
import { taskItem } from './tasks.ts';
import { doubt, doubtsOf, matterView, tracksView } from './tracks.ts';

export function ownView(ledger: Ledger, unit: Unit): View {
  const tasks = ledger.tasks.filter((task) => task.unit === unit.name);
  const goals = ledger.goals.filter((record) => record.goal.responsible.unit === unit.name);
  const record = ledger.returns.find((one) => one.unit.name === unit.name);
  const all = requestsOf(ledger).map(matterView);
  const views = tracksView(ledger);
  const urgent = urged(ledger, unit);
  return {
    任务数: count(tasks.length, `${unit.name}负责的任务`),
    目标数: count(goals.length, `${unit.name}负责的年度目标`),
    构成: standing(tasks, unit),
    一事: tasks.length + goals.length === 1,
    未报送: !record?.receivedAt,
    沿用: [
      ...goals.filter(({ target }) => target?.carried).map(({ goal }) => goalName(goal)),
      ...tasks.filter(({ carried }) => carried).map(({ task }) => taskName(task)),
    ],
    收到: record?.receivedAt ? formatReceipt(record.receivedAt, record.correctedAt) : null,
    迟报: record?.late ?? false,
    缺项数: count(record?.missing.length ?? 0, `${unit.name}未报或未填全的事项`),
    目标: goals.flatMap((record): View[] => {
      const { target, status } = record;
      if (!target || !status) return [];
      return [
        {
          情况: goalSentence(record),
          评定: verdict(target, status),
          有评定: !isAwaited(target),
          事由: status === 'toVerify' ? doubtsOf(target.findings) || target.reason : '',
          ...inPlaceOfValue(record),
          ...explanation(isLaggingStatus(status) ? record : null),
        },
      ];
    }),
    不评定的目标: goals.flatMap(({ goal, target, status }) => (target && status ? [] : [goal.name])),
    滞后: tasks.filter(isLagging).map(taskItem),
    待核实: tasks
      .filter((task) => task.status === 'toVerify')
      .map((task): View => ({ ...taskItem(task), 事由: doubt(task) })),
    提出: numbered(all.filter((matter) => matter['提出'] === unit.name).map(namedOnce)),
    被请求: numbered(all.filter((matter) => (matter['涉及'] as Value[]).includes(unit.name))),
    汇报: speakersOf(ledger).some((speaker) => speaker.unit === unit.name && reports(speaker)),
    督办: [
      ...urgent.tasks.map(({ task }) => taskName(task)),
      ...urgent.goals.map(({ goal }) => goalName(goal)),
    ],
    上次未办结: openDecisions(ledger).some(({ decision }) => decision.lead === unit.name),
    上次: decisionsOf(ledger)
      .filter(({ decision }) => [decision.lead, ...decision.cooperating].includes(unit.name))
      .map(decisionItem),
    配合: ledger.tracks.flatMap(({ track }, i) =>
      track.cooperating.includes(unit.name) ? [views[i] as View] : [],
    ),
  };
}

/** 达到序时进度3项，滞后1项; 3项任务均达到序时进度; of a single task 该项任务滞后. */
function standing(tasks: readonly TaskRecord[], unit: Unit): Rich {
  const [first] = tasks;
  if (first && tasks.every(({ status }) => status === first.status)) {
    const { word } = STATUS_FACES[first.status];
    if (tasks.length === 1) return rich(`该项任务${word}`);
    return rich(count(tasks.length, `${unit.name}负责的任务`), `任务均${word}`);
  }
  return join(
    STATUSES.flatMap((status) => {
      const n = tasks.filter((task) => task.status === status).length;
      const { word } = STATUS_FACES[status];
      return n === 0 ? [] : [rich(word, count(n, `${unit.name}状态为${word}的任务`))];
    }),
    '，',
  );
}

/** What is behind and within what the rules allow would else be said to be behind and on pace in one breath. */
const verdict = ({ gap }: TargetRecord, status: Status): string =>
  status === 'onPace' && gap !== null && gap.value < 0
    ? `在允许范围内，评为${STATUS_FACES[status].word}`
    : STATUS_FACES[status].word;

/** Of those who are asked, the ones that the request does not name itself. */
function namedOnce(matter: View): View {
  const others = (matter['涉及'] as string[]).filter((unit) => !(matter['事项'] as string).includes(unit));
  return { ...matter, 涉及: others, 有涉及: others.length > 0 };
}

/** More than these have a paragraph each. */
const RUN_IN = 3;

const numbered = (views: View[]): View[] =>
  views.map((view, i) => ({
    ...view,
    次序: views.length > 1 ? `${i + 1}.` : '',
    另起: views.length > RUN_IN,
  }));
