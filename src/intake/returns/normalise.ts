/** What a unit wrote → what the program works with. The only place where the two meet. */
import { parseDate } from '../../base/chinese/date.ts';
import { datesIn } from '../../base/chinese/dates-in.ts';
import { provesNothing, saysNoMatter, saysNothing } from '../../base/chinese/nothing.ts';
import { namesDocument } from '../../base/chinese/proof.ts';
import { cleanText, comparisonKey } from '../../base/chinese/text.ts';
import type { Diagnostic, Outcome } from '../../base/diagnostic.ts';
import { noProof, noSuchDay, wordRead } from '../../base/messages/form-cells.ts';
import {
  asksItself,
  goalNotOwned,
  goalTwice,
  periodMismatch,
  stageNotExpected,
  statusUnclear,
  strangerAsked,
  taskNotOwned,
  tasksNotOwned,
  taskTwice,
  unknownGoal,
  unknownStage,
  unknownStatus,
  unknownTask,
  unknownUnit,
  unreadableDate,
} from '../../base/messages/intake.ts';
import { nearest } from '../../base/nearest.ts';
import type { Located, Origin } from '../../base/origin.ts';
import type { Figure } from '../../model/document/figure.ts';
import { answersFor, type Task } from '../../model/plan/plan.ts';
import {
  type CooperationEntry,
  type Coordination,
  type GoalEntry,
  reportedValues,
  type Submission,
  type SubmissionFile,
  type TaskEntry,
} from '../../model/returns/submission.ts';
import { OWN_VERDICTS, STATUS_FACES, type Status, statusByWord } from '../../model/status.ts';
import type { Path } from '../located/located.ts';
import type { PlanIndex } from '../plan/plan-index.ts';
import { resolveUnit } from './identify.ts';
import type { Reading, WrittenSubmission } from './reading.ts';
import { readValues } from './values.ts';

/**
 * Resolves unit aliases, reads values into Figures and words into stages and statuses. `folder` is the period whose
 * folder holds the file. Without a known unit or with a wrong period there is no value; every other problem leaves out
 * only the field that it concerns.
 */
export function normalise(
  written: WrittenSubmission,
  index: PlanIndex,
  folder: string,
  previous?: Submission,
): Outcome<Submission> & Pick<Reading, 'refused'> {
  const { content, located, file } = written;
  const problems: Diagnostic[] = [];
  const unit = index.units.resolve(content.unit);
  if (!unit)
    problems.push(unknownUnit(located.at(['unit']), content.unit, index.units.suggest(content.unit)));
  if (content.period !== folder)
    problems.push(periodMismatch(located.at(['period']), content.period, content.period, folder));
  const receivedAt = parseDate(content.receivedAt);
  if (!receivedAt) problems.push(unreadableDate(located.at(['receivedAt']), '收到日期', content.receivedAt));
  const reading: Reading = {
    written,
    index,
    unit: unit ?? content.unit,
    problems,
    refused: new Set(),
    last: lastFigure(previous),
  };
  const tasks = readTasks(reading);
  const goals = readGoals(reading);
  const cooperation = readCooperation(reading);
  const usable = unit && receivedAt && content.period === folder;
  const demo = content.demo !== undefined;
  return {
    value: usable
      ? { unit, period: content.period, receivedAt, demo, file, tasks, goals, cooperation }
      : undefined,
    diagnostics: problems,
    refused: reading.refused,
  };
}

function lastFigure(previous: Submission | undefined): (target: string) => Figure | undefined {
  const byTarget = new Map(reportedValues(previous).map(({ target, figure }) => [target, figure]));
  return (target) => byTarget.get(target);
}

/** More tasks of others are told of in one line. */
const MOST_TOLD_ALONE = 3;

function readTasks(reading: Reading): TaskEntry[] {
  const { written, index, unit, problems } = reading;
  const seen = new Set<number>();
  const others: { at: Origin; no: number; owners: string[] }[] = [];
  const entries = written.content.tasks.flatMap((entry, i) => {
    const path = ['tasks', i];
    const at = written.located.at([...path, 'task']);
    const task = index.tasks.get(entry.task);
    if (!task) {
      problems.push(unknownTask(at, entry.task, index.tasks.size));
      return [];
    }
    if (seen.has(task.no)) {
      problems.push(taskTwice(at, task.no));
      return [];
    }
    seen.add(task.no);
    const owners = index.owners(task);
    if (!owners.includes(unit)) others.push({ at, no: task.no, owners });
    return [
      {
        task: task.no,
        at,
        values: readValues(reading, path, entry, task.targets, `第${task.no}项任务`),
        stage: readStage(reading, [...path, 'stage'], entry.stage, task),
        evidence: proof(reading, [...path, 'evidence'], entry.evidence),
        selfAssessment: readStatus(reading, [...path, 'selfAssessment'], entry.selfAssessment),
        progress: text(reading, [...path, 'progress'], entry.progress),
        problems: matter(reading, [...path, 'problems'], entry.problems),
        coordination: readCoordination(reading, [...path, 'coordination'], entry.coordination),
        next: text(reading, [...path, 'next'], entry.next),
      },
    ];
  });
  const [first] = others;
  if (first && others.length > MOST_TOLD_ALONE)
    problems.push(
      tasksNotOwned(
        first.at,
        others.map(({ no }) => no),
        unit,
      ),
    );
  else problems.push(...others.map(({ at, no, owners }) => taskNotOwned(at, no, unit, owners)));
  return entries;
}

function readGoals(reading: Reading): GoalEntry[] {
  const { written, index, unit, problems } = reading;
  const seen = new Set<string>();
  return written.content.goals.flatMap((entry, i) => {
    const path = ['goals', i];
    const at = written.located.at([...path, 'goal']);
    const goal = index.goals.get(entry.goal);
    if (!goal) {
      problems.push(unknownGoal(at, entry.goal, nearest(entry.goal, [...index.goals.keys()])));
      return [];
    }
    if (seen.has(goal.id)) {
      problems.push(goalTwice(at, goal.id));
      return [];
    }
    seen.add(goal.id);
    const owner = goal.target?.responsible.unit ?? goal.responsible.unit;
    if (!answersFor(unit, goal)) problems.push(goalNotOwned(at, goal.id, unit, owner));
    return [
      {
        goal: goal.id,
        at,
        values: readValues(reading, path, entry, goal.target ? [goal.target] : [], `年度目标${goal.id}`),
        progress: text(reading, [...path, 'progress'], entry.progress),
        problems: matter(reading, [...path, 'problems'], entry.problems),
        coordination: readCoordination(reading, [...path, 'coordination'], entry.coordination),
        next: text(reading, [...path, 'next'], entry.next),
      },
    ];
  });
}

function readCooperation(reading: Reading): CooperationEntry[] {
  const { written, index, problems } = reading;
  return written.content.cooperation.flatMap((entry, i) => {
    const path = ['cooperation', i];
    const at = written.located.at([...path, 'task']);
    if (!index.tasks.has(entry.task)) {
      problems.push(unknownTask(at, entry.task, index.tasks.size));
      return [];
    }
    const coordination = readCoordination(reading, [...path, 'coordination'], entry.coordination);
    return [{ task: entry.task, at, coordination }];
  });
}

function text(reading: Reading, path: Path, value: string | undefined): Located<string> | null {
  const clean = cleanText(value ?? '');
  return clean === '' || saysNothing(clean) ? null : { value: clean, at: reading.written.located.at(path) };
}

const matter: typeof text = (reading, path, value) => {
  const found = text(reading, path, value);
  return found && saysNoMatter(found.value) ? null : found;
};

const proof: typeof text = (reading, path, value) => {
  const found = text(reading, path, value);
  if (!found) return null;
  if (provesNothing(found.value)) {
    reading.problems.push(noProof(found.at, found.value));
    return null;
  }
  const days = datesIn(found.value, Number(reading.written.content.period.slice(0, 4)));
  const impossible = days.find(({ iso }) => iso === undefined);
  if (!impossible) return found;
  const proves = days.some(({ iso }) => iso !== undefined) || namesDocument(found.value);
  reading.problems.push(noSuchDay(found.at, impossible.text, proves));
  return proves ? found : null;
};

function readStage(
  reading: Reading,
  path: Path,
  value: string | undefined,
  task: Task,
): Located<string> | null {
  const given = text(reading, path, value);
  if (!given) return null;
  const stages = reading.index.stages(task);
  if (stages.length === 0) {
    reading.problems.push(stageNotExpected(given.at, task.no));
    return null;
  }
  const words = [STATUS_FACES.notStarted.word, ...stages];
  const word =
    words.find((stage) => comparisonKey(stage) === comparisonKey(given.value)) ??
    words.find((stage) => comparisonKey(stage) === plainWord(given.value));
  const loose = word ?? words.find((stage) => comparisonKey(stage) === reached(given.value));
  if (loose && comparisonKey(loose) !== comparisonKey(given.value))
    reading.problems.push(wordRead(given.at, '阶段', given.value, loose, word ? 'info' : 'warning'));
  if (!loose) reading.problems.push(unknownStage(given.at, given.value, words, nearest(given.value, words)));
  return loose ? { value: loose, at: given.at } : null;
}

/** 已公布名单, 公布名单已完成: that the stage was reached is what its word says. */
const reached = (text: string): string =>
  plainWord(text)
    .replace(/^(?:已经?(?:完成)?|完成)/, '')
    .replace(/(?<=..)(?:已完成|完成|完毕)$/, '');

/** Without what people put around a word: √已完成。 1.征求意见阶段 */
const plainWord = (text: string): string =>
  comparisonKey(text)
    .replace(/^(?:[√✓☑■●]|\d[.、])+/, '')
    .replace(/[。.,;!]+$/, '')
    .replace(/(?<=..)阶段$/, '');

/** 完成, 全部完成, 已全面完成 */
const DONE = /^(?:已经?)?(?:全部|全面|如期|按期|按时)?完成(?:任务|目标)?$/;
const TICK = /^(?:[√✓✔☑v]|是|对|有)$/i;
/** 正在推进, 有序推进中: of what is under way nobody can tell whether it is in time. */
const UNDER_WAY =
  /^(?:正在?|有序|持续|积极|稳步|扎实|加快)*(?:组织)?(?:推进|进行|开展|实施|办理|推动|落实)中?$|^在办$/;

function readStatus(reading: Reading, path: Path, value: string | undefined): Located<Status> | null {
  const given = text(reading, path, value);
  if (!given) return null;
  const plain = statusByWord(given.value) ?? statusByWord(plainWord(given.value));
  const status = plain ?? (DONE.test(plainWord(given.value)) ? 'done' : undefined);
  const own = OWN_VERDICTS.map((s) => STATUS_FACES[s].word);
  if (status && !plain)
    reading.problems.push(wordRead(given.at, '自评', given.value, STATUS_FACES[status].word, 'warning'));
  if (!status && (TICK.test(comparisonKey(given.value)) || UNDER_WAY.test(plainWord(given.value)))) {
    reading.problems.push(statusUnclear(given.at, given.value, own));
    return null;
  }
  if (!status || !OWN_VERDICTS.includes(status)) {
    reading.problems.push(unknownStatus(given.at, given.value, own, nearest(given.value, own)));
  }
  return status && OWN_VERDICTS.includes(status) ? { value: status, at: given.at } : null;
}

function readCoordination(
  reading: Reading,
  path: Path,
  entries: SubmissionFile['tasks'][number]['coordination'],
): Coordination[] {
  return entries.flatMap((entry, i) => {
    const asked = matter(reading, [...path, i, 'matter'], entry.matter);
    if (!asked) return [];
    const partners = entry.with.flatMap((name, j) => {
      const at = reading.written.located.at([...path, i, 'with', j]);
      const known = resolveUnit(name, reading.index);
      if (!known) reading.problems.push(strangerAsked(at, name, reading.index.units.suggest(name)));
      if (known !== reading.unit) return [known ?? name];
      reading.problems.push(asksItself(at, known));
      return [];
    });
    return [{ matter: asked, with: partners }];
  });
}
