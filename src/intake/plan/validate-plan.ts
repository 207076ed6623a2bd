/** What no schema can see: whether the plan's files agree with each other. */

import { innerQuotes } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { isFileName } from '../../base/file-name.ts';
import { madeOnce } from '../../base/made-once.ts';
import { unknownUnit } from '../../base/messages/intake.ts';
import {
  dueBeforeYear,
  idTwice,
  laddersOfOtherYear,
  nameNoFile,
  nodesDisorder,
  notMeasured,
  sentenceElsewhere,
  sentenceSaysOther,
  targetIdMismatch,
  taskNumbers,
  trackNumbers,
  unitPending,
  unitTwice,
  unknownInterpretation,
  unknownLadder,
} from '../../base/messages/plan.ts';
import { nearest } from '../../base/nearest.ts';
import type { Origin } from '../../base/origin.ts';
import type { Goal, Plan, Task } from '../../model/plan/plan.ts';
import type { Responsibility, Target } from '../../model/plan/target.ts';
import { TO_BE_NAMED, type Unit } from '../../model/unit.ts';
import type { LocatedData, Path } from '../located/located.ts';
import { namedTwice } from './plan-units.ts';
import { type UnitNames, unitNames } from './units.ts';
import { saysOther, type TextAround, validateRevisions } from './validate-revisions.ts';

/** The files that the plan came from; `tracks` in the order of the plan's tracks. */
export interface PlanSources {
  goals: LocatedData;
  units: LocatedData;
  ladders: LocatedData;
  tracks: LocatedData[];
}

interface Checker {
  plan: Plan;
  names: UnitNames;
  problems: Diagnostic[];
  /** Target and goal ids met so far. */
  ids: Set<string>;
  /** What nobody has been named for yet, by the file that is to say who. */
  pending: Map<LocatedData, { of: string; at: Origin }[]>;
  /** Units that no list knows, with all places of a file where one stands: a roster forgotten is one mistake, not fifty. */
  strange: Map<LocatedData, Map<string, Origin[]>>;
}

/** The plan as its files write it: units, under any of their names, ladders and interpretations exist; numbers run without gap; ids are unique and fit their place. */
export function validatePlan(plan: Plan, units: readonly Unit[], sources: PlanSources): Diagnostic[] {
  const checker: Checker = {
    plan,
    names: unitNames(units),
    problems: [],
    ids: new Set(),
    pending: new Map(),
    strange: new Map(),
  };
  checkUnits(checker, units, sources.units);
  checkLadderYear(checker, sources.ladders);
  for (const [name, ladder] of Object.entries(plan.ladders)) {
    checkOrder(checker, ladder.stages, sources.ladders, [name, 'stages']);
  }
  plan.goalGroups.forEach((group, g) => {
    group.goals.forEach((goal, i) => {
      const path = ['groups', g, 'goals', i];
      checkGoal(checker, goal, sources.goals, path, [
        { text: plan.headline, path: ['headline'] },
        { text: group.text, path: ['groups', g, 'text'] },
        { text: goal.text, path: [...path, 'text'] },
      ]);
    });
  });
  let last = 0;
  plan.tracks.forEach((track, t) => {
    const source = sources.tracks[t] as LocatedData;
    if (track.no !== t + 1) checker.problems.push(trackNumbers(source.at(['no']), track.no, t + 1));
    for (const field of ['leads', 'cooperating'] as const) {
      track[field].forEach((unit, i) => {
        checkUnit(checker, unit, source, [field, i], `专项${track.no}“${track.name}”`);
      });
    }
    checker.problems.push(...namedTwice(track, checker.names, source));
    track.tasks.forEach((task, i) => {
      if (task.no <= last) checker.problems.push(taskNumbers(source.at(['tasks', i, 'no']), task.no, last));
      last = task.no;
      checkTask(checker, task, source, ['tasks', i]);
    });
  });
  for (const [first, ...rest] of checker.pending.values())
    if (first) checker.problems.push(unitPending(first, rest));
  for (const units of checker.strange.values())
    for (const [unit, [first, ...rest]] of units)
      if (first) checker.problems.push(unknownUnit(first, unit, checker.names.suggest(unit), rest));
  return checker.problems;
}

function checkUnits({ problems }: Checker, units: readonly Unit[], source: LocatedData): void {
  const seen = new Set<string>();
  units.forEach((unit, i) => {
    if (!isFileName(unit.name)) problems.push(nameNoFile(source.at([i, 'name']), unit.name));
    for (const name of new Set([unit.name, unit.fullName, ...unit.aliases])) {
      if (seen.has(name)) problems.push(unitTwice(source.at([i, 'name']), name));
      seen.add(name);
    }
  });
}

const yearOf = ({ plan }: Checker): number => plan.document.year;

const places = (strange: Checker['strange'], source: LocatedData, unit: string): Origin[] =>
  madeOnce(
    madeOnce(strange, source, () => new Map<string, Origin[]>()),
    unit,
    () => [],
  );

/** @param of whose unit it is, for the message */
function checkUnit(
  { names, pending, strange }: Checker,
  unit: string,
  source: LocatedData,
  path: Path,
  of: string,
): void {
  if (unit === TO_BE_NAMED)
    pending.set(source, [...(pending.get(source) ?? []), { of, at: source.at(path) }]);
  else if (names.resolve(unit) === undefined) places(strange, source, unit).push(source.at(path));
}

function checkResponsible(
  checker: Checker,
  responsible: Responsibility,
  source: LocatedData,
  path: Path,
  of: string,
): void {
  checkUnit(checker, responsible.unit, source, [...path, 'responsible', 'unit'], of);
}

/** @param around texts that say the goal's number */
function checkGoal(
  checker: Checker,
  goal: Goal,
  source: LocatedData,
  path: Path,
  around: readonly TextAround[],
): void {
  checkResponsible(checker, goal.responsible, source, path, `年度目标“${innerQuotes(goal.name)}”`);
  const at = [...path, 'target'];
  if (goal.target) {
    checkTarget(checker, goal.target, goal.id, goal.responsible, source, at);
    checker.problems.push(...validateRevisions(goal.target, yearOf(checker), around, { source, path: at }));
  } else claimId(checker, goal.id, source, [...path, 'id']);
}

function checkTask(checker: Checker, task: Task, source: LocatedData, path: Path): void {
  const { problems, plan } = checker;
  checkResponsible(checker, task.responsible, source, path, `任务${task.no}`);
  task.cooperating?.forEach((unit, i) => {
    checkUnit(checker, unit, source, [...path, 'cooperating', i], `任务${task.no}`);
  });
  task.targets.forEach((target, i) => {
    const at = [...path, 'targets', i];
    const id = `T${String(task.no).padStart(3, '0')}-${i + 1}`;
    checkTarget(checker, target, id, task.responsible, source, at);
    const around = [{ text: task.text, path: [...path, 'text'] }];
    problems.push(...validateRevisions(target, yearOf(checker), around, { source, path: at }));
    if (!task.text.includes(target.sentence)) {
      problems.push(sentenceElsewhere(source.at([...at, 'sentence']), target.id));
    }
  });
  const { milestones } = task;
  if (!milestones) {
    if (task.targets.length === 0) problems.push(notMeasured(source.at([...path, 'no']), task.no));
    return;
  }
  if (!(milestones.ladder in plan.ladders)) {
    const at = source.at([...path, 'milestones', 'ladder']);
    problems.push(
      unknownLadder(at, milestones.ladder, nearest(milestones.ladder, Object.keys(plan.ladders))),
    );
  }
  const nodes = [...path, 'milestones', 'nodes'];
  milestones.nodes?.forEach((node, i) => {
    checkYear(checker, node.due, source, [...nodes, i, 'due'], `阶段“${node.stage}”`);
  });
  checkOrder(checker, milestones.nodes ?? [], source, nodes);
}

/** @param owner who answers for the goal or task */
function checkTarget(
  checker: Checker,
  target: Target,
  id: string,
  owner: Responsibility,
  source: LocatedData,
  path: Path,
): void {
  const { problems, plan } = checker;
  if (target.id !== id) problems.push(targetIdMismatch(source.at([...path, 'id']), target.id, id));
  claimId(checker, target.id, source, [...path, 'id']);
  // What nobody has been named for yet is told of the task or goal, once; of the target when it alone has been left.
  if (target.responsible.unit !== TO_BE_NAMED || owner.unit !== TO_BE_NAMED)
    checkResponsible(checker, target.responsible, source, path, `指标“${target.name}”（target）`);
  if (saysOther(target)) {
    const { name, value, unit, sentence } = target;
    const wanted = `${value}${unit}`;
    problems.push(sentenceSaysOther(source.at([...path, 'value']), innerQuotes(name), wanted, sentence));
  }
  if (target.deadline)
    checkYear(checker, target.deadline, source, [...path, 'deadline'], `指标“${target.name}”`);
  const known = plan.notes.interpretations.map((note) => note.id);
  if (target.interpretation !== undefined && !known.includes(target.interpretation)) {
    const at = source.at([...path, 'interpretation']);
    problems.push(unknownInterpretation(at, target.interpretation, nearest(target.interpretation, known)));
  }
}

/**
 * Ladders copied from an earlier year, or carried on from such, would have every task be behind from the first quarter on:
 * told once for the file.
 */
function checkLadderYear({ plan, problems }: Checker, source: LocatedData): void {
  const { year } = plan.document;
  const old = Object.entries(plan.ladders).flatMap(([name, { stages }]) =>
    stages.flatMap(({ due }, i) => (isBefore(due, year) ? [{ due, path: [name, 'stages', i, 'due'] }] : [])),
  );
  const [first] = old;
  if (first) problems.push(laddersOfOtherYear(source.at(first.path), first.due, old.length, year));
}

function checkYear(
  { plan, problems }: Checker,
  due: string,
  source: LocatedData,
  path: Path,
  of: string,
): void {
  const { year } = plan.document;
  if (isBefore(due, year)) problems.push(dueBeforeYear(source.at(path), of, due, year));
}

/** Later years are let be: what is to be done by the next January belongs to the plan. */
const isBefore = (due: string, year: number): boolean => due < `${year}-01-01`;

function claimId({ ids, problems }: Checker, id: string, source: LocatedData, path: Path): void {
  if (ids.has(id)) problems.push(idTwice(source.at(path), id));
  ids.add(id);
}

function checkOrder(
  { problems }: Checker,
  nodes: readonly { stage: string; due: string }[],
  source: LocatedData,
  path: Path,
): void {
  nodes.forEach((node, i) => {
    const before = nodes[i - 1];
    if (before && node.due < before.due)
      problems.push(nodesDisorder(source.at([...path, i, 'due']), node.stage));
  });
}
