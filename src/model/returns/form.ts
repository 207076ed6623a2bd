/**
 * The quarterly return as a spreadsheet: its layout, shared by the writer (render/xlsx) and the reader (intake), and
 * its content. One row per task and target; a task's texts stand on its first row.
 */
import { HIDDEN_SHEET } from '../../base/origin.ts';
import type { Contact } from '../office.ts';

/** Raised when a reader of old forms would misunderstand new ones. */
export const FORM_VERSION = '1';

export const SHEETS = {
  tasks: '进展情况',
  goals: '指标',
  cooperation: '配合情况',
  guide: '填报说明',
  meta: HIDDEN_SHEET,
} as const;

/** What stands for last quarter's progress where the unit had reported nothing. */
export const SILENT_BEFORE = '（上季度未报送）';
/** Added to a copy sent back for correction; no part of the return. */
export const RETURN_SHEET = '退回说明';
/** How the comments in such a copy begin; not every program keeps their author. */
export const RETURN_WORDS = { error: '须改正', warning: '请核对' } as const;
/** The whole comment on a cell that has been mended since. */
export const RETURN_MENDED = '已收到改正。';

export interface FormColumn<Key extends string> {
  key: Key;
  heading: string;
  /** In characters, half-width. */
  width: number;
  /** Whether the unit fills it in. */
  entry: boolean;
  /** Not in forms that were sent out before there was such a column: they are read as they are. */
  later?: boolean;
}

export type TaskColumnKey =
  | 'no'
  | 'text'
  | 'targetId'
  | 'target'
  | 'goal'
  | 'unit'
  | 'previous'
  | 'value'
  | 'source'
  | 'stage'
  | 'evidence'
  | 'selfAssessment'
  | 'previousProgress'
  | 'progress'
  | 'problems'
  | 'coordination'
  | 'partners'
  | 'next';

export const TASK_COLUMNS: readonly FormColumn<TaskColumnKey>[] = [
  { key: 'no', heading: '序号', width: 5, entry: false },
  { key: 'text', heading: '工作任务', width: 24, entry: false },
  { key: 'targetId', heading: '指标编号', width: 9, entry: false },
  { key: 'target', heading: '指标', width: 14, entry: false },
  { key: 'goal', heading: '年度目标', width: 10, entry: false },
  { key: 'unit', heading: '计量单位', width: 7, entry: false },
  { key: 'previous', heading: '上季度累计值', width: 9, entry: false },
  { key: 'value', heading: '本季度累计值', width: 11, entry: true },
  { key: 'source', heading: '数据来源', width: 9, entry: true },
  { key: 'stage', heading: '阶段', width: 9, entry: true },
  { key: 'evidence', heading: '佐证材料', width: 11, entry: true },
  { key: 'selfAssessment', heading: '自评', width: 8, entry: true },
  { key: 'previousProgress', heading: '上季度进展情况', width: 20, entry: false },
  { key: 'progress', heading: '进展情况', width: 32, entry: true },
  { key: 'problems', heading: '存在问题', width: 14, entry: true },
  { key: 'coordination', heading: '需协调事项', width: 13, entry: true },
  { key: 'partners', heading: '涉及单位', width: 10, entry: true },
  { key: 'next', heading: '下一步工作', width: 16, entry: true },
];

/** Columns that belong to a target; all others belong to the task and are merged over its rows. */
export const TARGET_COLUMNS: readonly TaskColumnKey[] = [
  'targetId',
  'target',
  'goal',
  'unit',
  'previous',
  'value',
  'source',
];

export type GoalColumnKey =
  | 'id'
  | 'text'
  | 'goal'
  | 'unit'
  | 'previous'
  | 'value'
  | 'source'
  | 'previousProgress'
  | 'progress'
  | 'problems'
  | 'coordination'
  | 'partners'
  | 'next';

export const GOAL_COLUMNS: readonly FormColumn<GoalColumnKey>[] = [
  { key: 'id', heading: '编号', width: 6, entry: false },
  { key: 'text', heading: '年度目标', width: 26, entry: false },
  { key: 'goal', heading: '目标值', width: 10, entry: false },
  { key: 'unit', heading: '计量单位', width: 8, entry: false },
  { key: 'previous', heading: '上季度累计值', width: 9, entry: false },
  { key: 'value', heading: '本季度累计值', width: 11, entry: true },
  { key: 'source', heading: '数据来源', width: 11, entry: true },
  { key: 'previousProgress', heading: '上季度进展情况', width: 20, entry: false },
  { key: 'progress', heading: '进展情况', width: 26, entry: true },
  { key: 'problems', heading: '存在问题', width: 16, entry: true, later: true },
  { key: 'coordination', heading: '需协调事项', width: 13, entry: true, later: true },
  { key: 'partners', heading: '涉及单位', width: 10, entry: true, later: true },
  { key: 'next', heading: '下一步工作', width: 16, entry: true },
];

export type CooperationColumnKey =
  | 'no'
  | 'text'
  | 'track'
  | 'leads'
  | 'contribution'
  | 'coordination'
  | 'partners';

/** What a unit did for the tasks of others, and what it needs for them; the only table of one that answers for nothing. */
export const COOPERATION_COLUMNS: readonly FormColumn<CooperationColumnKey>[] = [
  { key: 'no', heading: '序号', width: 6, entry: false },
  { key: 'text', heading: '工作任务', width: 52, entry: false },
  { key: 'track', heading: '专项', width: 16, entry: false },
  { key: 'leads', heading: '牵头单位', width: 14, entry: false },
  { key: 'contribution', heading: '配合情况', width: 56, entry: true },
  { key: 'coordination', heading: '需协调事项', width: 26, entry: true },
  { key: 'partners', heading: '涉及单位', width: 16, entry: true },
];

/** Labels of the pairs on the hidden sheet _meta and, for people, on 填报说明. */
export const META_LABELS = {
  version: '表式版本',
  unit: '填报单位',
  period: '报送期次',
  receivedAt: '收到日期',
  demo: '数据性质',
  plan: '计划版本',
} as const;
export type MetaKey = keyof typeof META_LABELS;

/** Several matters, and the units of each, are written one per line; the units of one matter with 顿号. */
export const LINE_SEPARATOR = '\n';
export const UNIT_SEPARATOR = '、';

export interface FormTarget {
  id: string;
  name: string;
  /** As said in the plan: 650亿元以上. */
  goal: string;
  unit: string;
  /** Whether it may be below zero (growth). */
  signed: boolean;
  /** Whether it is either reached or not, without an amount. */
  yesNo: boolean;
  /** Last quarter's value, formatted; '' for none. */
  previous: string;
  /** Filled in, as the unit would write it; '' for an empty cell. */
  value: string | number;
  source: string;
}

export interface FormTask {
  no: number;
  text: string;
  /** Empty for a task that is judged by its stage alone. */
  targets: FormTarget[];
  /** Words to choose from; empty for a task without stages. */
  stages: string[];
  previousProgress: string;
  stage: string;
  evidence: string;
  selfAssessment: string;
  progress: string;
  problems: string;
  coordination: string;
  partners: string;
  next: string;
}

export interface FormGoal {
  id: string;
  text: string;
  /** null for a goal without a number. */
  target: FormTarget | null;
  previousProgress: string;
  progress: string;
  problems: string;
  coordination: string;
  partners: string;
  next: string;
}

export interface FormCooperation {
  no: number;
  text: string;
  track: string;
  /** Units that answer for the task. */
  leads: string[];
}

export interface FormContent {
  title: string;
  unit: string;
  /** 2022Q3 */
  period: string;
  /** 2022年三季度 */
  periodName: string;
  /** ISO date by which the form is due. */
  due: string;
  /** ISO date; '' until the office has received it. */
  receivedAt: string;
  /** True for a made-up return of the demonstration data set. */
  demo: boolean;
  /** Fingerprint of the plan from which the form was made, see model/plan/fingerprint.ts. */
  plan: string;
  contact: Contact;
  /** Words for 自评. */
  assessments: string[];
  tasks: FormTask[];
  goals: FormGoal[];
  /** Tasks of others with which the unit cooperates. */
  cooperation: FormCooperation[];
}
