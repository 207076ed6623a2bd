/** Sentences about one record, with their figures kept as figures. Stock phrases: base/chinese/wording.ts. */
import { innerQuotes } from '../../base/chinese/text.ts';
import { againstPace, completion, type Phrase } from '../../base/chinese/wording.ts';
import { NOTHING_DUE } from '../../base/messages/reasons.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { GoalRecord, TargetRecord, TaskRecord } from '../../model/ledger/ledger.ts';
import { isLaggingStatus } from '../../model/status.ts';
import { figureInline, type Rich, rich } from '../engine/value.ts';
import { isLagging, urgency } from './lagging.ts';
import { milestoneText } from './milestone-text.ts';
import { noValueText, targetText } from './target-text.ts';

/** The phrase's words, its number tied to the figure it states. */
export function phrase(words: Phrase, figure: Figure): Rich {
  return {
    rich: [...rich(words.before).rich, ...(words.number ? [figureInline(figure, words.number)] : [])],
  };
}

/** “智慧景区8个，完成年度目标的80.0%，快于序时进度5.0个百分点”; what is missing is left out, never guessed. */
export function targetSentence(record: TargetRecord, name: string = record.target.name): Rich {
  if (!record.value) {
    const words = record.unread === undefined ? '未报送数据' : noValueText(record);
    return rich(`${name}${record.status === 'onPace' ? NOTHING_DUE : words}`);
  }
  if (record.target.operator === 'yesNo')
    return rich(`“${innerQuotes(record.target.name)}”${record.value.value >= 1 ? '已实现' : '尚未实现'}`);
  const parts: Rich[] = [rich(name, stateWord(record), record.value)];
  const awaited = isAwaited(record) || isLimitAhead(record);
  if (record.rate && record.target.schedule.type !== 'level' && !(awaited && record.rate.value === 0))
    parts.push(phrase(completion(record.rate, wholeOf(record)), record.rate));
  // 累计0个 beside what lags reads like a reproach.
  if (awaited) parts.push(rich(NOTHING_DUE));
  // A rate or a limit is compared as it stands; without what it should be, nobody sees why it lags.
  const compared =
    record.target.schedule.type === 'level' || (record.target.operator === 'atMost' && record.rate === null);
  if (compared && isLaggingStatus(record.status)) parts.push(rich('年度目标', targetText(record)));
  // At the end of the year (or past a deadline) the pace is the whole target: the rate has said it already.
  if (
    record.gap &&
    !awaited &&
    record.target.schedule.type !== 'level' &&
    (record.expected?.value ?? 0) < 100
  )
    parts.push(phrase(againstPace(record.gap), record.gap));
  return join(parts, '，');
}

/** The same of a goal, by the name that tables and lists give it; what is said of it may need the words of its target. */
export function goalSentence({ goal, target: record }: GoalRecord): Rich {
  if (!record) return rich(goal.text);
  const { operator, name } = record.target;
  return targetSentence(record, operator === 'yesNo' || VERB_LAST.test(name) ? name : goal.name);
}

/** Whether nothing is asked of it yet, and no more is there. */
export const isAwaited = ({ status, rate, expected, gap }: TargetRecord): boolean =>
  status === 'onPace' && rate !== null && (expected === null || (expected.value === 0 && gap?.value === 0));

/** A limit that is to be reached by its day, and is not yet: 位次进入前3位. */
const isLimitAhead = ({ target, status, rate, value }: TargetRecord): boolean =>
  target.operator === 'atMost' &&
  target.schedule.type === 'deadline' &&
  status === 'onPace' &&
  rate === null &&
  (value?.value ?? 0) > target.value;

/** What a rate is a share of. */
export const wholeOf = ({ target }: TargetRecord): string => {
  // From nought on, what was added is the whole.
  if (!target.baseline || target.baseline.value === 0) return '年度目标';
  return target.operator === 'atMost' ? '全年压降任务' : '全年增量任务';
};

/** 营业收入同比增长, 审批时间压减: what comes behind it is by how much, not to what. */
const VERB_LAST = /(?:增长|提高|提升|上升|下降|降低|减少|压减|压降|压缩|缩减|缩短)$/;

/** 达到 would praise what lags. */
function stateWord({ target, status, value }: TargetRecord): string {
  if (target.operator === 'atMost') return '为';
  if (target.kind === 'cumulative' || target.kind === 'events') return '累计';
  // 营业收入增长9.8%; 增长为−2% still says that it fell.
  if (VERB_LAST.test(target.name)) return (value?.value ?? 0) > 0 ? '' : '为';
  if (!isLaggingStatus(status)) return '达到';
  return target.kind === 'growth' ? '为' : '现为';
}

/**
 * How a task stands: its targets, those that lag first, or the stage it has reached against the one expected. Of one that lags
 * what is met for the whole year is left out: among what is not done it would read as if it were not.
 */
export function taskSentence(task: TaskRecord): Rich {
  const { targets, milestone } = task;
  if (targets.length === 0) return stageSentence(task);
  const open = targets.filter(({ status }) => status !== 'done');
  const told = isLagging(task) && open.length > 0 ? open : targets;
  const parts = told.toSorted((a, b) => urgency(b) - urgency(a)).map((target) => targetSentence(target));
  // Then it is the stage for which the task lags.
  const byStage = milestone && isLagging(task) && !targets.some(({ status }) => isLaggingStatus(status));
  return join(byStage ? [stageSentence(task), ...parts] : parts, '；');
}

/** The same after the word of its status: behind 未启动 nothing is left to say but what should be there by now. */
export function afterStatus(task: TaskRecord): Rich {
  const expected = task.targets.length === 0 ? milestoneText(task, 'expected') : null;
  if (task.status !== 'notStarted' || expected === null) return taskSentence(task);
  return rich(`应到“${expected}”阶段`);
}

function stageSentence(task: TaskRecord): Rich {
  const expected = milestoneText(task, 'expected');
  const reached = milestoneText(task, 'reached');
  if (expected !== null && expected === reached) return rich(`已到“${expected}”阶段`);
  if (task.milestone?.expected === 0)
    return rich(`${reached === null ? '' : `已到“${reached}”阶段，`}按计划本期没有到期阶段`);
  return rich(
    `应到“${expected ?? ''}”阶段，${reached === '未启动' ? '尚未启动' : `实到“${reached ?? '—'}”阶段`}`,
  );
}

/** Several texts as one; what is rich in them stays so. */
export function join(parts: readonly Rich[], separator: string): Rich {
  return { rich: parts.flatMap((part, i) => [...(i > 0 ? rich(separator).rich : []), ...part.rich]) };
}
