/**
 * A unit's return for a period. `submissionFileSchema` is what a YAML return looks like on disk; `Submission` is what
 * the program works with after normalising, whatever format it came in (principle: normalise once).
 */
import { z } from 'zod';
import type { Located, Origin } from '../../base/origin.ts';
import type { Figure } from '../document/figure.ts';
import { periodIdSchema } from '../period.ts';
import type { Status } from '../status.ts';

/** People write numbers as numbers or as text with units (“约1.2万个”); both are fine. */
const written = z.union([z.number(), z.string()]);

const coordinationSchema = z.strictObject({
  /** What is asked. */
  matter: z.string(),
  /** Of whom: unit names. */
  with: z.array(z.string()),
});

const reportedSchema = z.strictObject({
  /** Target id → value as written. */
  values: z.record(z.string(), written).default({}),
  /** Target id → source, for a published fact (otherwise the value is 演示数据 when `demo` is set). */
  sources: z.record(z.string(), z.string()).default({}),
});

export const submissionFileSchema = z.strictObject({
  unit: z.string(),
  period: periodIdSchema,
  /** ISO date the office received it. */
  receivedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期应写作 2022-10-08 的样子'),
  /** 演示数据 marks a made-up return; absent for a real one. */
  demo: z.literal('演示数据').optional(),
  tasks: z
    .array(
      reportedSchema.extend({
        task: z.number().int(),
        /** Stage of the milestone ladder, by its word: 征求意见. */
        stage: z.string().optional(),
        /** 文号, date, place or link that proves the stage. */
        evidence: z.string().optional(),
        /** 自评: one of the status words. */
        selfAssessment: z.string().optional(),
        progress: z.string(),
        problems: z.string().optional(),
        coordination: z.array(coordinationSchema).default([]),
        next: z.string().optional(),
      }),
    )
    .default([]),
  goals: z
    .array(
      reportedSchema.extend({
        goal: z.string(),
        progress: z.string().optional(),
        problems: z.string().optional(),
        coordination: z.array(coordinationSchema).default([]),
        next: z.string().optional(),
      }),
    )
    .default([]),
  /** What a unit says of tasks that it only cooperates on. */
  cooperation: z
    .array(z.strictObject({ task: z.number().int(), coordination: z.array(coordinationSchema).default([]) }))
    .default([]),
});
export type SubmissionFile = z.infer<typeof submissionFileSchema>;

export interface Coordination {
  matter: Located<string>;
  with: string[];
}

/** A request with the unit that makes it: the one that answers for the task or goal, or one that works on it with it. */
export interface Request extends Coordination {
  by: string;
}

export interface ReportedValue {
  /** Target id. */
  target: string;
  figure: Figure;
}

/** What stands in the cell of a value and could not be read as one. */
export interface UnreadValue {
  /** Target id. */
  target: string;
  /** As written, if long its beginning. */
  text: string;
  at: Origin;
}

export interface TaskEntry {
  task: number;
  at: Origin;
  values: ReportedValue[];
  stage: Located<string> | null;
  evidence: Located<string> | null;
  selfAssessment: Located<Status> | null;
  progress: Located<string> | null;
  problems: Located<string> | null;
  coordination: Coordination[];
  next: Located<string> | null;
}

export interface GoalEntry {
  goal: string;
  at: Origin;
  values: ReportedValue[];
  progress: Located<string> | null;
  problems: Located<string> | null;
  coordination: Coordination[];
  next: Located<string> | null;
}

/** Of a unit that only cooperates on the task: nothing of it is judged, but what it asks for is printed. */
export interface CooperationEntry {
  task: number;
  at: Origin;
  coordination: Coordination[];
}

export interface Submission {
  unit: string;
  period: string;
  receivedAt: string;
  demo: boolean;
  file: string;
  tasks: TaskEntry[];
  goals: GoalEntry[];
  cooperation: CooperationEntry[];
  /** Of returns in cells; absent where all values could be read. */
  unread?: UnreadValue[];
  /** Errors in a return that was collected: its 退回稿 has gone back. Absent where there are none. */
  sentBack?: number;
}

/** Nothing was read from it, and nothing stands in it that could not be read. */
export const isEmpty = ({ tasks, goals, cooperation, unread = [], sentBack = 0 }: Submission): boolean =>
  tasks.length + goals.length + cooperation.length + unread.length + sentBack === 0;

/** All that was reported in numbers, for tasks and goals; nothing of no return. */
export const reportedValues = (
  submission: Pick<Submission, 'tasks' | 'goals'> | undefined,
): ReportedValue[] =>
  submission ? [...submission.tasks, ...submission.goals].flatMap(({ values }) => values) : [];
