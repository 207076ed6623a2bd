/** What a return says otherwise than the version before it, for whoever has to find it in papers made of that one. */
import { formatQuantity } from '../../base/chinese/format.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Unread } from '../../intake/returns/unread.ts';
import { TASK_COLUMNS, type TaskColumnKey } from '../../model/returns/form.ts';
import type { GoalEntry, Submission, TaskEntry } from '../../model/returns/submission.ts';
import { noChanges, noteValue, tellChanges } from '../check/changes-told.ts';
import type { SaidBefore } from './said-before.ts';

type Entry = Partial<TaskEntry> &
  Pick<TaskEntry, 'values' | 'coordination'> & {
    /** Number of the task or id of the goal. */
    of: number | string;
  };

/** @param unread what of the new one could not be read: it is not taken back */
export function changesSince(
  file: string,
  { said, since }: SaidBefore,
  now: Submission,
  unread: Unread,
): Diagnostic[] {
  const [was, is] = [entriesOf(said), entriesOf(now)];
  const changes = noChanges();
  for (const [name, entry] of is) {
    const old = was.get(name);
    const [before, now] = [old ? figuresOf(old) : new Map<string, string>(), figuresOf(entry)];
    for (const target of new Set([...before.keys(), ...now.keys()])) {
      const values = [before.get(target), now.get(target)] as const;
      noteValue(changes, target, values, unread.value(entry.of, target));
    }
    if (textsOf(old) !== textsOf(entry)) changes.words.push(...wordsChanged(name, old, entry, unread));
  }
  return tellChanges(file, changes, since);
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
