/** The plan as data: document, goals, tracks, tasks, duties, and the notes on how it was read. */
import { z } from 'zod';
import { isoDate } from '../iso-date.ts';
import { responsibilitySchema, type Target, targetSchema } from './target.ts';

/** data/<year>/plan/document.yaml. The plan carries neither 署名 nor 成文日期, so there is no field for them. */
export const planDocumentSchema = z.strictObject({
  year: z.number().int(),
  /** Short name for running text: 2022年工作计划. */
  shortTitle: z.string(),
  title: z.string(),
  documentNumber: z.string(),
  issuer: z.string(),
  issuerMark: z.string(),
  /** Office that runs the scheduling and signs the reports. */
  office: z.string(),
  recipients: z.string(),
  preamble: z.string(),
  /** Names used in titles of the documents made from the plan. */
  programme: z.string(),
  sourceFile: z.string(),
});

const goalSchema = z.strictObject({
  id: z.string().regex(/^G\d{2}$/, '编号应写作 G03 的样子'),
  name: z.string(),
  /** The plan's clause, verbatim. */
  text: z.string(),
  /** null for a goal without a number (企业上云数大幅提升). */
  target: targetSchema.nullable(),
  responsible: responsibilitySchema,
});

/** data/<year>/plan/goals.yaml */
export const goalsFileSchema = z.strictObject({
  /** The headline sentence of section 一. */
  headline: z.string(),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      /** The whole paragraph, verbatim. */
      text: z.string(),
      goals: z.array(goalSchema),
    }),
  ),
});

/** What proves that a stage was reached. */
const EVIDENCE = ['none', 'documentNumber', 'date', 'datePlace', 'link'] as const;

/** data/<year>/ladders.yaml: the usual stages for a kind of task; a task may name its own nodes instead. */
export const laddersFileSchema = z.record(
  z.string(),
  z.strictObject({
    name: z.string(),
    /** Which verbs of the plan it fits, for the maintainer. */
    verbs: z.string(),
    /** The stage before the first: 未启动. */
    stages: z.array(z.strictObject({ stage: z.string(), due: isoDate, evidence: z.enum(EVIDENCE) })).min(1),
  }),
);

const milestoneNodeSchema = z.strictObject({
  stage: z.string(),
  /** Agreed date by which the stage is to be reached. */
  due: isoDate,
  evidence: z.enum(EVIDENCE),
});

const milestonesSchema = z.strictObject({
  /** Name of a ladder in ladders.yaml. */
  ladder: z.string(),
  /** Own nodes; the ladder's stages and dates where absent. */
  nodes: z.array(milestoneNodeSchema).min(1).optional(),
});

/** Two lines of 小五 in a tenth of a landscape page, less the sign and number. */
export const CELL_CHARACTERS = 7;

const taskSchema = z.strictObject({
  no: z.number().int().positive(),
  /** Verbatim, after the mends listed in notes.yaml. */
  text: z.string(),
  /** A few words for charts and lists. */
  brief: z.string(),
  /** What stands in its cell of the sheet with all tasks; cut from `brief` where absent. */
  cellName: z.string().min(1).max(CELL_CHARACTERS).optional(),
  responsible: responsibilitySchema,
  /** Whom the plan names for the task itself beside who answers for it; the track's where absent. */
  cooperating: z.array(z.string()).optional(),
  targets: z.array(targetSchema).default([]),
  milestones: milestonesSchema.optional(),
});

/** data/<year>/plan/tracks/NN.yaml */
export const trackSchema = z.strictObject({
  no: z.number().int().positive(),
  /** Full name: 数字技术创新专项. */
  name: z.string(),
  /** For charts: 数字技术创新. */
  shortName: z.string(),
  leads: z.array(z.string()).min(1),
  cooperating: z.array(z.string()),
  tasks: z.array(taskSchema).min(1),
});

/** data/<year>/plan/requirements.yaml: section 三. */
export const requirementsFileSchema = z.strictObject({
  paragraphs: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      /** meeting · scheduling · city · whitePaper · evaluation · unit */
      kind: z.enum(['meeting', 'scheduling', 'city', 'whitePaper', 'evaluation', 'unit']),
      who: z.string(),
      what: z.string(),
      sentence: z.string(),
      /** The day that the sentence names; of a city's duty the last stage is due by then. */
      deadline: isoDate.optional(),
    }),
  ),
});

/** data/<year>/plan/notes.yaml: how the printed text was read. */
export const planNotesFileSchema = z.strictObject({
  mends: z.array(
    z.strictObject({
      /** 任务72, 目标, 要求（一） … */
      where: z.string(),
      found: z.string(),
      mended: z.string(),
      reason: z.string(),
    }),
  ),
  interpretations: z.array(
    z.strictObject({
      id: z.string(),
      where: z.string(),
      /** The plan's words; empty where something is missing from it. */
      words: z.string(),
      /** How the program reads them. */
      reading: z.string(),
      reason: z.string(),
    }),
  ),
});

export type PlanDocument = z.infer<typeof planDocumentSchema>;
export type Goal = z.infer<typeof goalSchema>;
export type GoalGroup = z.infer<typeof goalsFileSchema>['groups'][number];
export type Task = z.infer<typeof taskSchema>;
export type Track = z.infer<typeof trackSchema>;
export type MilestoneNode = z.infer<typeof milestoneNodeSchema>;
type Ladders = z.infer<typeof laddersFileSchema>;
export type Requirements = z.infer<typeof requirementsFileSchema>;
export type PlanNotes = z.infer<typeof planNotesFileSchema>;

export interface Plan {
  document: PlanDocument;
  headline: string;
  goalGroups: GoalGroup[];
  tracks: Track[];
  ladders: Ladders;
  requirements: Requirements;
  notes: PlanNotes;
}

export function allGoals(plan: Plan): Goal[] {
  return plan.goalGroups.flatMap((group) => group.goals);
}

/** Who cooperates on a task of the track. */
export const cooperatingIn = (task: Task, track: Track): readonly string[] =>
  task.cooperating ?? track.cooperating;

/**
 * Who is asked for a task beside who answers for it: who cooperates on it, and whoever leads the track, who has no less to
 * say. A track that leads nothing but what its tasks' own units add up to has no such lead: of a task that names its
 * cooperating units itself only those are asked.
 */
export function askedBeside(task: Task, track: Track): readonly string[] {
  const cooperating = cooperatingIn(task, track);
  return task.cooperating && leadsAddedUp(track) ? cooperating : [...track.leads, ...cooperating];
}

const leadsAddedUp = ({ leads, tasks }: Track): boolean =>
  tasks.every((task) => leads.includes(task.responsible.unit)) &&
  leads.every((unit) => tasks.some((task) => answersFor(unit, task) || task.cooperating?.includes(unit)));

export function allTasks(plan: Plan): Task[] {
  return plan.tracks.flatMap((track) => track.tasks);
}

/** Of the annual goals, then of the tasks. */
export const allTargets = (plan: Plan): Target[] => [
  ...allGoals(plan).flatMap(({ target }) => target ?? []),
  ...allTasks(plan).flatMap(({ targets }) => targets),
];

/** The task's own nodes or those of its ladder; undefined when it has none, or the ladder is unknown. */
export function nodesOf(
  { milestones }: Task,
  { ladders }: Pick<Plan, 'ladders'>,
): MilestoneNode[] | undefined {
  return milestones?.nodes ?? (milestones && ladders[milestones.ladder]?.stages);
}

/** Whether a unit answers for a task or an annual goal, or for one of its targets. */
export function answersFor(unit: string, part: Task | Goal): boolean {
  const targets = 'targets' in part ? part.targets : [part.target];
  return [part, ...targets].some((one) => one?.responsible.unit === unit);
}
