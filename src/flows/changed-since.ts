/** What a return says otherwise than the version before it, for whoever has to find it in papers made of that one. */
import { formatQuantity } from '../base/chinese/format.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import { changedSince, valuesWithdrawn } from '../base/messages/collect.ts';
import type { GoalEntry, Submission, TaskEntry } from '../model/submission.ts';

/** The others are counted: a new return may differ in everything. */
const MOST_TOLD = 10;

type Entry = Partial<TaskEntry> & Pick<TaskEntry, 'values' | 'coordination'>;

/**
 * Values that were taken back first, for the papers show less than before.
 * @param whole whether all of the new one could be read: what could not is not taken back
 */
export function changesSince(
  file: string,
  before: Submission,
  now: Submission,
  whole: boolean,
): Diagnostic[] {
  const [was, is] = [entriesOf(before), entriesOf(now)];
  const withdrawn: string[] = [];
  const changes: string[] = [];
  const words: string[] = [];
  for (const [name, entry] of is) {
    const old = was.get(name);
    const figures = figuresOf(entry);
    for (const [target, value] of old ? figuresOf(old) : []) {
      const next = figures.get(target);
      if (next === undefined) withdrawn.push(`${target}原报${value}`);
      else if (next !== value) changes.push(`${target}由${value}改为${next}`);
    }
    for (const [target, value] of figures)
      if (!old || !figuresOf(old).has(target)) changes.push(`${target}新报${value}`);
    if (textsOf(old) !== textsOf(entry)) words.push(...wordsChanged(name, old, entry, whole));
  }
  const all = [...changes, ...words];
  return [
    ...(whole && withdrawn.length > 0 ? [valuesWithdrawn(file, withdrawn)] : []),
    ...(all.length > 0 ? [changedSince(file, all.slice(0, MOST_TOLD), all.length)] : []),
  ];
}

const entriesOf = ({ tasks, goals, cooperation }: Submission): Map<string, Entry> =>
  new Map<string, Entry>([
    ...cooperation.map(({ task, coordination }): [string, Entry] => [
      `任务${task}（配合）`,
      { values: [], coordination },
    ]),
    ...goals.map((entry: GoalEntry): [string, Entry] => [`目标${entry.goal}`, entry]),
    ...tasks.map((entry): [string, Entry] => [`任务${entry.task}`, entry]),
  ]);

const figuresOf = ({ values }: Entry): Map<string, string> =>
  new Map(values.map(({ target, figure }) => [target, formatQuantity(figure)]));

/** By the headings of the form. */
const PARTS: readonly [string, (entry: Entry) => string][] = [
  ['阶段', ({ stage }) => stage?.value ?? ''],
  ['佐证材料', ({ evidence }) => evidence?.value ?? ''],
  ['自评', ({ selfAssessment }) => selfAssessment?.value ?? ''],
  ['进展情况', ({ progress }) => progress?.value ?? ''],
  ['存在问题', ({ problems }) => problems?.value ?? ''],
  ['需协调事项', ({ coordination }) => coordination.map((one) => one.matter.value + one.with.join()).join()],
  ['下一步工作', ({ next }) => next?.value ?? ''],
];

const textsOf = (entry: Entry | undefined): string =>
  entry ? PARTS.map(([, text]) => text(entry)).join('\n') : '';

/** 任务6进展情况、下一步工作有改动; stages are short enough to be told. */
function wordsChanged(name: string, old: Entry | undefined, entry: Entry, whole: boolean): string[] {
  if (!old) return [`新填${name}`];
  const stage = old.stage?.value !== entry.stage?.value && (whole || entry.stage !== null);
  const others = PARTS.filter(
    ([part, text]) => part !== '阶段' && text(old) !== text(entry) && (whole || text(entry) !== ''),
  );
  return [
    ...(stage ? [`${name}阶段由${old.stage?.value ?? '未填'}改为${entry.stage?.value ?? '未填'}`] : []),
    ...(others.length > 0 ? [`${name}${others.map(([part]) => part).join('、')}有改动`] : []),
  ];
}
