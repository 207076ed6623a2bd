/**
 * The tables of the key projects: the master list and a city's monthly return. The layout is shared by reader (intake)
 * and writer (render/xlsx); the return's content for a city and month is made in compose/forms.
 */
import { HIDDEN_SHEET } from '../../base/origin.ts';
import { INVESTMENT_UNIT, type ProjectEntryRow, type ProjectRow } from '../region/project.ts';
import type { FormColumn } from './form.ts';

export const PROJECT_FORM_VERSION = '1';
export const PROJECT_SHEETS = { projects: '项目进展', guide: '填报说明', meta: HIDDEN_SHEET } as const;

/** Labels above the table of a return, and of the pairs on _meta. */
export const RETURN_LABELS = {
  version: '表式版本',
  unit: '填报单位',
  month: '报送月份',
  receivedAt: '收到日期',
  demo: '数据性质',
} as const;

const amountHeading = (what: string): string => `${what}（${INVESTMENT_UNIT}）`;

export type ProjectColumnKey = keyof ProjectRow;

/** Of projects.csv; all but the approval date are required. */
export const PROJECT_COLUMNS: readonly { key: ProjectColumnKey; heading: string }[] = [
  { key: 'code', heading: '项目编号' },
  { key: 'kind', heading: '类别' },
  { key: 'name', heading: '项目名称' },
  { key: 'city', heading: '所在地' },
  { key: 'track', heading: '专项序号' },
  { key: 'category', heading: '建设领域' },
  { key: 'owner', heading: '项目单位' },
  { key: 'total', heading: amountHeading('总投资') },
  { key: 'yearPlan', heading: amountHeading('年度计划投资') },
  { key: 'plannedStart', heading: '计划开工' },
  { key: 'plannedCompletion', heading: '计划竣工' },
  { key: 'approvedOn', heading: '批准日期' },
];

/** The return's own columns, and those that only help the person who fills it in. */
export type ReturnColumnKey = keyof ProjectEntryRow | 'kind' | 'owner' | 'total' | 'yearPlan' | 'previous';

export const PROJECT_RETURN_COLUMNS: readonly FormColumn<ReturnColumnKey>[] = [
  { key: 'code', heading: '项目编号', width: 8, entry: false },
  { key: 'name', heading: '项目名称', width: 30, entry: false },
  { key: 'kind', heading: '类别', width: 9, entry: false },
  { key: 'owner', heading: '项目单位', width: 22, entry: false },
  { key: 'total', heading: amountHeading('总投资'), width: 10, entry: false },
  { key: 'yearPlan', heading: amountHeading('年度计划投资'), width: 10, entry: false },
  { key: 'previous', heading: amountHeading('上月累计'), width: 10, entry: false },
  { key: 'month', heading: amountHeading('本月完成投资'), width: 10, entry: true },
  { key: 'cumulative', heading: amountHeading('本年累计完成投资'), width: 10, entry: true },
  { key: 'startedOn', heading: '实际开工', width: 12, entry: true },
  { key: 'completedOn', heading: '实际竣工', width: 12, entry: true },
  { key: 'progress', heading: '形象进度', width: 28, entry: true },
  { key: 'problem', heading: '存在问题', width: 24, entry: true },
];

export type ProjectFormRow = Record<ReturnColumnKey, string>;

export interface ProjectFormContent {
  title: string;
  city: string;
  /** 2022-08 */
  month: string;
  /** 2022年8月 */
  monthName: string;
  /** ISO date by which the form is due. */
  due: string;
  /** ISO date; '' until received. */
  receivedAt: string;
  demo: boolean;
  rows: ProjectFormRow[];
}
