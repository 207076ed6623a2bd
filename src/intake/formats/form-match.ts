/** Which task and target a row is about. Number, id and words must agree: a row that contradicts itself is not read. */
import { comparisonKey, similarity } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { rowByText, rowConflict, targetRenamed, targetUnclear } from '../../base/messages/form-cells.ts';
import type { Origin } from '../../base/origin.ts';
import type { Target } from '../../model/plan/target.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { cellText, type SheetCell } from './sheet.ts';

/** Words are the plan's own, perhaps retouched. */
const SAME_TEXT = 0.8;
/** Below, the words speak of something else. */
const OTHER_TEXT = 0.4;

interface Marks {
  no?: SheetCell;
  text?: SheetCell;
  targetId?: SheetCell;
}

/** undefined: the row names no task (a continuation of the one above) · null: it contradicts itself, and was told. */
export function rowTask(
  marks: Marks,
  index: PlanIndex,
  at: Origin,
  diagnostics: Diagnostic[],
): number | null | undefined {
  const written = taskNumber(cellText(marks.no));
  const byId = idTask(cellText(marks.targetId));
  const words = cellText(marks.text);
  const byText = words === '' ? undefined : taskByText(words, index);
  const no = written ?? byId ?? byText;
  if (no === undefined) return undefined;
  const place = marks.no?.at ?? marks.targetId?.at ?? at;
  if (byId !== undefined && byId !== no) {
    diagnostics.push(rowConflict(place, no, `指标编号是“${cellText(marks.targetId)}”`));
    return null;
  }
  const own = index.tasks.get(no)?.text;
  if (byText !== undefined && byText !== no && own !== undefined && similarity(words, own) < SAME_TEXT) {
    diagnostics.push(rowConflict(place, no, `工作任务一栏是第${byText}项任务`));
    return null;
  }
  if (words !== '' && byText === undefined && own !== undefined && similarity(words, own) < OTHER_TEXT) {
    diagnostics.push(rowConflict(place, no, '工作任务一栏与计划不符'));
    return null;
  }
  if (written === undefined && byId === undefined) diagnostics.push(rowByText(marks.text?.at ?? at, no));
  return no;
}

/** All tasks that the row names, though they be different ones. */
export function namedTasks(marks: Marks, index: PlanIndex): number[] {
  const words = cellText(marks.text);
  const named = [
    taskNumber(cellText(marks.no)),
    idTask(cellText(marks.targetId)),
    words === '' ? undefined : taskByText(words, index),
  ];
  return [...new Set(named)].filter((no) => no !== undefined);
}

/** 17, 17., 17、, 第17项, １７ */
function taskNumber(text: string): number | undefined {
  const found = /^第?(\d{1,4})(?:\.0+)?[.、项]?$/.exec(comparisonKey(text));
  return found ? Number(found[1]) : undefined;
}

function idTask(id: string): number | undefined {
  const found = /^t(\d{3})-\d+$/.exec(comparisonKey(id));
  return found ? Number(found[1]) : undefined;
}

function taskByText(words: string, index: PlanIndex): number | undefined {
  const key = comparisonKey(words).replace(/^\d+[.、]/, '');
  const exact = [...index.tasks.values()].find((task) => comparisonKey(task.text) === key);
  if (exact) return exact.no;
  const close = [...index.tasks.values()].filter((task) => similarity(task.text, words) >= SAME_TEXT);
  return close.length === 1 ? close[0]?.no : undefined;
}

/** The goal whose words these are, perhaps retouched: the one that is most like them, if any is. */
export function goalByText(words: string, index: PlanIndex): string | undefined {
  const alike = [...index.goals.values()]
    .map((goal) => ({ id: goal.id, likeness: similarity(goal.text, words) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best, second] = alike;
  const clear = best && best.likeness >= LIKE_GOAL && best.likeness - (second?.likeness ?? 0) >= CLEAR;
  return clear ? best.id : undefined;
}

/** Goals are short and share their figures' words; the best must be well ahead of the next. */
const LIKE_GOAL = 0.5;
const CLEAR = 0.15;

interface TargetMarks {
  targetId?: SheetCell;
  target?: SheetCell;
  value?: SheetCell;
}

/** The target of a row with a value; undefined, and told, when it can't be made out. `subject`: 第17项任务. */
export function rowTarget(
  marks: TargetMarks,
  targets: readonly Target[],
  subject: string,
  at: Origin,
  diagnostics: Diagnostic[],
): string | undefined {
  const id = cellText(marks.targetId).normalize('NFKC').toUpperCase();
  const name = cellText(marks.target);
  const known = targets.map((target) => target.id);
  const byName = targets.filter((target) => similarity(target.name, name) >= SAME_TEXT);
  const own = targets.find((target) => target.id === id);
  if (own) {
    // Another target's name beside this id means that cells were shifted.
    const other = byName.find((target) => target.id !== id);
    if (name === '' || !other || similarity(own.name, name) >= similarity(other.name, name)) return own.id;
    diagnostics.push(targetRenamed(at, id, name, own.name));
    return undefined;
  }
  if (id !== '') return cellText(marks.targetId);
  const only = targets.length === 1 && name === '' ? targets[0] : undefined;
  const found = byName.length === 1 ? byName[0] : only;
  if (found) return found.id;
  diagnostics.push(targetUnclear(at, subject, known));
  return undefined;
}
