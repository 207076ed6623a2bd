/**
 * data/<year>/meetings/<period>.yaml: the facts of one 专题调度会, and what was decided. Everything may be left blank; a
 * blank is printed as a visible gap and reported, never made up.
 */
import { z } from 'zod';
import { blankable } from './blankable.ts';
import { blankableDate } from './iso-date.ts';

const blankableTime = z
  .string()
  .regex(/^(\d{2}:\d{2})?$/, '时间应写作 09:00 的样子')
  .nullish()
  .transform((text) => text ?? '');

/** A person by post; the name may be blank until the receipt comes. */
const personSchema = z.strictObject({ post: blankable, name: blankable });
export type Person = z.output<typeof personSchema>;

const listOf = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

/** Document of the meeting that is issued by itself: 发文字号 or 期号, and 成文日期. */
const issuedSchema = z.strictObject({ number: blankable, date: blankableDate });

/** States of a decision as its owner reports them. */
export const DECISION_STATES = ['done', 'ongoing', 'late', 'notStarted'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
export const DECISION_STATE_WORDS: Record<DecisionState, string> = {
  done: '已办结',
  ongoing: '正在办理',
  late: '逾期未办结',
  notStarted: '尚未办理',
};

const decisionSchema = z.strictObject({
  /** 1, 2, 3 … as in the minutes. */
  no: z.number().int().positive(),
  text: z.string(),
  lead: z.string(),
  cooperating: listOf(z.string()),
  due: blankableDate,
  /** Number of the task that asked for it, where one did: so that it is known again when it is asked for again. */
  task: z
    .number()
    .int()
    .positive()
    .nullish()
    .transform((no) => no ?? null),
});
export type Decision = z.output<typeof decisionSchema>;

/** rows: from the front and from the left · middle: each row outwards from the aisle. */
const SEATING_ORDERS = ['rows', 'middle'] as const;

const followUpSchema = z.strictObject({
  /** Number of the decision of the meeting before. */
  decision: z.number().int().positive(),
  state: z.enum(DECISION_STATES),
  /** 办结日期, of one that is done; later than it was due, it is told as 逾期办结. */
  finished: blankableDate,
  progress: z.string(),
});

export const meetingSchema = z.strictObject({
  /** Made up for the demonstration. */
  demo: z.boolean().default(false),
  date: blankableDate,
  start: blankableTime,
  end: blankableTime,
  place: blankable,
  chair: personSchema.prefault({}),
  /** Leaders attending besides the chair, in order. */
  leaders: listOf(personSchema),
  /** Whether the cities attend, where the year has them. */
  cities: z.boolean().default(true),
  /** 列席: units that neither lead nor cooperate. */
  observers: listOf(z.string()),
  /** 座次图: seats of a row on both sides of the aisle together, worked out where not given; how they are taken. */
  seating: z
    .strictObject({
      across: z
        .number()
        .int()
        .min(2)
        .max(20)
        .refine((count) => count % 2 === 0, '每排座位数应为双数（过道两侧各一半）')
        .nullish()
        .transform((count) => count ?? null),
      order: z.enum(SEATING_ORDERS).default('rows'),
    })
    .prefault({}),
  /** 请假, known only after the meeting. */
  excused: listOf(z.string()),
  notice: issuedSchema
    .extend({
      sealed: z.boolean().default(true),
      copies: listOf(z.string()),
      receiptDue: blankableDate,
      materialsDue: blankableDate,
    })
    .prefault({}),
  agenda: z
    .strictObject({
      /** Minutes for the office's report, for a unit that speaks, for a matter to coordinate, for the leader's speech. */
      report: z.number().int().positive().default(10),
      unit: z.number().int().positive().default(4),
      matter: z.number().int().positive().default(3),
      speech: z.number().int().positive().default(15),
    })
    .prefault({}),
  /** 会后收回: printed on every material. */
  recalled: z.boolean().default(false),
  minutes: issuedSchema.extend({ copies: listOf(z.string()) }).prefault({}),
  projectBulletin: issuedSchema.prefault({}),
  cityBulletin: issuedSchema.prefault({}),
  /** 督办通知: unit → 发文字号. */
  supervision: z
    .strictObject({
      date: blankableDate,
      deadline: blankableDate,
      copies: listOf(z.string()),
      numbers: z
        .record(z.string(), blankable)
        .nullish()
        .transform((numbers) => numbers ?? {}),
    })
    .prefault({}),
  /** What this meeting decided; known only after it, and the subject of the next one's 落实情况. */
  decisions: listOf(decisionSchema),
  /** What became of the decisions of the meeting before. */
  followUps: listOf(followUpSchema),
});
export type Meeting = z.output<typeof meetingSchema>;

/** A meeting of which nothing is known yet. */
export const BLANK_MEETING: Meeting = meetingSchema.parse({});
