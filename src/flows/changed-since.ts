/** What a return says otherwise than the version before it, for whoever has to find it in papers made of that one. */
import { formatQuantity } from '../base/chinese/format.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { changedSince, valuesWithdrawn } from '../base/messages/collect.ts';
import type { Unread } from '../intake/unread.ts';
import { TASK_COLUMNS, type TaskColumnKey } from '../model/form.ts';
import type { GoalEntry, Submission, TaskEntry } from '../model/submission.ts';
import type { SaidBefore } from './said-before.ts';

/** The others are counted: a new return may differ in everything. */
const MOST_TOLD = 10;

type Entry = Partial<TaskEntry> &
  Pick<TaskEntry, 'values' | 'coordination'> & {
    /** Number of the task or id of the goal. */
    of: number | string;
  };

/**
 * Values that were taken back first, for the papers show less than before.
 * @param unread what of the new one could not be read: it is not taken back
 */
export function changesSince(
  file: string,
  { said, since }: SaidBefore,
  now: Submission,
  unread: Unread,
): Diagnostic[] {
  const [was, is] = [entriesOf(said), entriesOf(now)];
  const withdrawn: string[] = [];
  const changes: string[] = [];
  const words: string[] = [];
  for (const [name, entry] of is) {
    const old = was.get(name);
    const figures = figuresOf(entry);
    for (const [target, value] of old ? figuresOf(old) : []) {
      const next = figures.get(target);
      if (next === undefined && unread.value(entry.of, target)) continue;
      if (next === undefined) withdrawn.push(`${target}原报${value}`);
      else if (next !== value) changes.push(`${target}由${value}改为${next}`);
    }
    for (const [target, value] of figures)
      if (!old || !figuresOf(old).has(target)) changes.push(`${target}新报${value}`);
    if (textsOf(old) !== textsOf(entry)) words.push(...wordsChanged(name, old, entry, unread));
  }
  const all = [...changes, ...words];
  return [
    ...(withdrawn.length > 0 ? [valuesWithdrawn(file, withdrawn, since)] : []),
    ...(all.length > 0 ? [changedSince(file, all.slice(0, MOST_TOLD), all.length, since)] : []),
  ];
}

const entriesOf = ({ tasks, goals, cooperation }: Submission): Map<string, Entry> =>
  new Map<string, Entry>([
    ...cooperation.map(({ task, coordination }): [string, Entry] => [
      `任务${task}（配合）`,
      { values: [], coordination, of: task },
    ]),
    ...goals.map((entry: GoalEntry): [string, Entry] => [`目标${entry.goal}`, { ...entry, of: entry.goal }]),
    ...tasks.map((entry): [string, Entry] => [`任务${entry.task}`, { ...entry, of: entry.task }]),
  ]);

const figuresOf = ({ values }: Entry): Map<string, string> =>
  new Map(values.map(({ target, figure }) => [target, formatQuantity(figure)]));

/** By the headings of the form. */
const PARTS: readonly [TaskColumnKey, (entry: Entry) => string][] = [
  ['stage', ({ stage }) => stage?.value ?? ''],
  ['evidence', ({ evidence }) => evidence?.value ?? ''],
  ['selfAssessment', ({ selfAssessment }) => selfAssessment?.value ?? ''],
  ['progress', ({ progress }) => progress?.value ?? ''],
  ['problems', ({ problems }) => problems?.value ?? ''],
  [
    'coordination',
    ({ coordination }) => coordination.map((one) => one.matter.value + one.with.join()).join(),
  ],
  ['next', ({ next }) => next?.value ?? ''],
];

const headingOf = (key: TaskColumnKey): string =>
  TASK_COLUMNS.find((column) => column.key === key)?.heading ?? '';

const textsOf = (entry: Entry | undefined): string =>
  entry ? PARTS.map(([, text]) => text(entry)).join('\n') : '';

/** 任务6进展情况、下一步工作有改动; stages are short enough to be told. */
function wordsChanged(name: string, old: Entry | undefined, entry: Entry, unread: Unread): string[] {
  if (!old) return [`新填${name}`];
  const changed = PARTS.filter(
    ([part, text]) => text(old) !== text(entry) && (text(entry) !== '' || !unread.text(entry.of, part)),
  ).map(([part]) => part);
  const others = changed.filter((part) => part !== 'stage');
  return [
    ...(changed.includes('stage')
      ? [`${name}阶段由${old.stage?.value ?? '未填'}改为${entry.stage?.value ?? '未填'}`]
      : []),
    ...(others.length > 0 ? [`${name}${others.map(headingOf).join('、')}有改动`] : []),
  ];
}
