/** Forms as they come back: a return put into the form that was sent out. */
import { formatAmount, formatNumber } from '../../src/base/chinese/format.ts';
import type { CityReturn } from '../../src/model/region/city.ts';
import type { ProjectReturn } from '../../src/model/region/project.ts';
import type { CityFormContent } from '../../src/model/returns/city-form.ts';
import { type FormContent, LINE_SEPARATOR, UNIT_SEPARATOR } from '../../src/model/returns/form.ts';
import type { ProjectFormContent } from '../../src/model/returns/project-form.ts';
import type { SubmissionFile } from '../../src/model/returns/submission.ts';

type Entry = SubmissionFile['tasks'][number] | SubmissionFile['goals'][number];

const texts = ({ progress = '', problems = '', coordination, next = '' }: Entry) => ({
  progress,
  problems,
  coordination: coordination.map((one) => one.matter).join(LINE_SEPARATOR),
  partners: coordination.map((one) => one.with.join(UNIT_SEPARATOR)).join(LINE_SEPARATOR),
  next,
});

export function filledForm(form: FormContent, filled: SubmissionFile): FormContent {
  const amount = <T extends { id: string }>(target: T, { values, sources }: Entry): T => ({
    ...target,
    value: values[target.id] ?? '',
    source: sources[target.id] ?? '',
  });
  return {
    ...form,
    receivedAt: filled.receivedAt ?? '',
    demo: filled.demo !== undefined,
    tasks: form.tasks.map((task) => {
      const entry = filled.tasks.find((one) => one.task === task.no);
      if (!entry) return task;
      const { stage = '', evidence = '', selfAssessment = '' } = entry;
      const targets = task.targets.map((target) => amount(target, entry));
      return { ...task, targets, stage, evidence, selfAssessment, ...texts(entry) };
    }),
    goals: form.goals.map((goal) => {
      const entry = filled.goals.find((one) => one.goal === goal.id);
      return entry ? { ...goal, target: goal.target && amount(goal.target, entry), ...texts(entry) } : goal;
    }),
  };
}

export function filledCityForm(form: CityFormContent, filled: CityReturn): CityFormContent {
  return {
    ...form,
    receivedAt: filled.receivedAt,
    demo: filled.demo,
    rows: form.rows.map((row) => {
      const entry = filled.entries.find(({ id }) => id === row.cells.id);
      if (!entry) return row;
      const { value, stage, evidence, progress, problem, next } = entry;
      const source = value?.provenance.kind === 'submission' ? value.provenance.source : undefined;
      const cells = {
        ...row.cells,
        value: value ? formatAmount({ ...value, unit: '' }) : '',
        source: source ?? '',
        stage: stage?.value ?? '',
        evidence: evidence?.value ?? '',
        progress: progress?.value ?? '',
        problem: problem?.value ?? '',
        next: next?.value ?? '',
      };
      return { ...row, cells };
    }),
  };
}

export function filledProjectForm(form: ProjectFormContent, filled: ProjectReturn): ProjectFormContent {
  return {
    ...form,
    receivedAt: filled.receivedAt,
    demo: filled.demo,
    rows: form.rows.map((row) => {
      const entry = filled.entries.find(({ code }) => code === row.code);
      if (!entry) return row;
      const { month, cumulative, startedOn, completedOn, progress, problem } = entry;
      return {
        ...row,
        month: month ? formatNumber(month) : '',
        cumulative: cumulative ? formatNumber(cumulative) : '',
        startedOn: startedOn?.value ?? '',
        completedOn: completedOn?.value ?? '',
        progress: progress?.value ?? '',
        problem: problem?.value ?? '',
      };
    }),
  };
}
