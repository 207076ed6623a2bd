/** What a unit's form for a period says before the unit has filled it in. */
import { formatMonthDay } from '../../base/chinese/date.ts';
import { formatQuantity, formatRange } from '../../base/chinese/format.ts';
import { beyondWord, limitWords } from '../../base/chinese/limit.ts';
import type { Inputs } from '../../model/inputs.ts';
import { type Period, periodName } from '../../model/period.ts';
import { formFingerprint } from '../../model/plan/fingerprint.ts';
import {
  allGoals,
  allTasks,
  answersFor,
  askedBeside,
  type Goal,
  nodesOf,
  type Task,
} from '../../model/plan/plan.ts';
import { planOf, revisionsOf } from '../../model/plan/revision.ts';
import { statesChange, type Target } from '../../model/plan/target.ts';
import {
  type FormContent,
  type FormCooperation,
  type FormGoal,
  type FormTarget,
  type FormTask,
  SILENT_BEFORE,
} from '../../model/returns/form.ts';
import type { GoalEntry, ReportedValue, TaskEntry } from '../../model/returns/submission.ts';
import { countingBefore } from '../../model/returns/versions.ts';
import { OWN_VERDICTS, STATUS_FACES } from '../../model/status.ts';

/** The form of a unit for a period: its own tasks and goals, with last quarter's values and texts beside them. */
export function formContent(all: Inputs, unit: string, period: Period): FormContent {
  const inputs = { ...all, plan: planOf(all, period) };
  const before = countingBefore(period, inputs.submissions, (s) => s.unit);
  const previous = before.get(unit);
  const silent = before.size > 0 && !previous ? SILENT_BEFORE : '';
  const tasks = allTasks(inputs.plan).filter((task) => answersFor(unit, task));
  const goals = allGoals(inputs.plan).filter((goal) => answersFor(unit, goal));
  return {
    title: `${inputs.plan.document.programme}进展情况填报表`,
    unit,
    period: period.id,
    periodName: periodName(period),
    due: inputs.periods.find((setting) => setting.id === period.id)?.due ?? '',
    receivedAt: '',
    demo: false,
    plan: formFingerprint(inputs.plan, unit),
    contact: inputs.office.contact,
    assessments: OWN_VERDICTS.map((s) => STATUS_FACES[s].word),
    tasks: tasks.map((task) =>
      formTask(
        inputs,
        task,
        silent,
        previous?.tasks.find((entry) => entry.task === task.no),
      ),
    ),
    goals: goals.map((goal) =>
      formGoal(
        goal,
        silent,
        previous?.goals.find((entry) => entry.goal === goal.id),
      ),
    ),
    cooperation: cooperation(inputs, unit),
  };
}

/** Units that get a form: those that answer for something, and those that cooperate. In the order of units. */
export function unitsWithForms(inputs: Inputs): string[] {
  const { plan, units } = inputs;
  const named = new Set([
    ...[...allTasks(plan).flatMap((task) => [task, ...task.targets]), ...allGoals(plan)].map(
      (part) => part.responsible.unit,
    ),
    ...allGoals(plan).flatMap((goal) => goal.target?.responsible.unit ?? []),
    ...plan.tracks.flatMap((track) => [...track.leads, ...track.cooperating]),
    ...allTasks(plan).flatMap((task) => task.cooperating ?? []),
  ]);
  return units.filter((unit) => named.has(unit.name)).map((unit) => unit.name);
}

/** Tasks of others that the unit is asked about; what it answers for itself stands among its own. */
function cooperation(inputs: Inputs, unit: string): FormCooperation[] {
  return inputs.plan.tracks.flatMap((track) =>
    track.tasks
      .filter((task) => askedBeside(task, track).includes(unit) && !answersFor(unit, task))
      .map((task) => ({
        no: task.no,
        text: task.text,
        track: track.shortName,
        leads: [task.responsible.unit],
      })),
  );
}

/** @param silent what stands for last quarter's progress where there is none */
function formTask(inputs: Inputs, task: Task, silent: string, previous: TaskEntry | undefined): FormTask {
  const stages = (nodesOf(task, inputs.plan) ?? []).map((node) => node.stage);
  const stage = previous?.stage ? `〔${previous.stage.value}〕` : '';
  return {
    no: task.no,
    text: task.text,
    targets: task.targets.map((target) => formTarget(target, previous?.values)),
    stages: stages.length > 0 ? [STATUS_FACES.notStarted.word, ...stages] : [],
    previousProgress: `${stage}${previous?.progress?.value ?? ''}` || silent,
    stage: '',
    evidence: '',
    selfAssessment: '',
    ...TO_FILL_IN,
  };
}

/** Columns of tasks and goals alike that are the unit's to fill in. */
const TO_FILL_IN = { progress: '', problems: '', coordination: '', partners: '', next: '' };

function formGoal(goal: Goal, silent: string, previous: GoalEntry | undefined): FormGoal {
  return {
    id: goal.id,
    text: goal.text,
    target: goal.target && formTarget(goal.target, previous?.values),
    previousProgress: previous?.progress?.value || silent,
    ...TO_FILL_IN,
  };
}

function formTarget(target: Target, previous: readonly ReportedValue[] = []): FormTarget {
  const figure = previous.find((value) => value.target === target.id)?.figure;
  return {
    id: target.id,
    name: target.name,
    goal: goalNow(target),
    unit: target.unit,
    signed: statesChange(target),
    yesNo: target.operator === 'yesNo',
    previous: figure ? formatQuantity(figure) : '',
    value: '',
    source: '',
  };
}

/** 突破1500亿元（原为突破1800亿元，8月15日调整）: of a target that was changed, what it was before. */
function goalNow(target: Target): string {
  const last = revisionsOf(target).at(-1);
  const was = last && `（原为${goalWords(last.before)}，${formatMonthDay(last.since)}调整）`;
  return `${goalWords(target)}${was ?? ''}`;
}

/** The plan's number as the plan words it: 突破8000亿元, 500亿元以上, 2—3条. */
function goalWords({ value, upper, unit, wording, operator, deadline }: Target): string {
  if (operator === 'yesNo') return deadline ? `${formatMonthDay(deadline)}前完成` : wording || '完成';
  if (operator === 'batches') return wording;
  const limit = operator === 'atMost' ? limitWords(wording, unit) : undefined;
  const amount = formatRange(value, upper, unit);
  if (limit) return `${limit.before}${amount}${limit.after}`;
  if (operator === 'exceed') return `${beyondWord(wording)}${amount}`;
  return /^(?:及?以上|左右|上下)$/.test(wording) ? `${amount}${wording}` : `${wording}${amount}`;
}
