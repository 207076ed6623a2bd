/** The form's sheets for reading: 填报说明 for people, hidden _meta for the program. */
import type { WriteSheet } from 'hucre/xlsx';
import {
  FORM_VERSION,
  type FormContent,
  META_LABELS,
  type MetaKey,
  SHEETS,
} from '../../model/returns/form.ts';
import { PROTECTION } from './form-style.ts';
import { guideSheet } from './guide-sheet.ts';

const CELLS = '只填浅黄色单元格；其他单元格已锁定，请勿增删、改动表头和工作表名称。';
const MATTERS = '“需协调事项”每行一项（Alt+Enter 换行），“涉及单位”逐行对应，同一事项的多个单位用顿号隔开。';

/** Of tasks alone: a unit that answers for goals only has no such columns. */
const STAGES =
  '“阶段”“自评”从下拉列表中选择；达到“印发”“公布名单”等阶段的，在“佐证材料”写明文号、日期、地点或网址。';

const OWN = [
  CELLS,
  '“本季度累计值”填年初至本季度末的累计数或期末数，不是当季新增数；按“计量单位”一列计，每格一个数，只填数字；计量单位为“%”的，连同百分号填，如 12.5%；没有数量、只看是否完成的指标，完成的填 1，没有完成的填 0。',
  '数值来自公开发布的，在“数据来源”注明发布单位、文件或网页名称和日期。',
  STAGES,
  '“进展情况”写本季度做了什么、在哪里、多少，60—200字，不写口号，不照抄上季度文字。',
  MATTERS,
  '没有进展的也要填写，在“存在问题”说明原因。',
  '上季度已完成的任务没有变化的，可以不再填写，沿用上季度数；比重、增速等每季度变动的指标仍须填写。',
];

/** For a unit that has work of its own, that is the lesser part. */
const BESIDES =
  '“配合情况”表所列为计划确定由你单位配合的任务，有事项需要提请协调、有情况需要说明的填写，没有的不填。';

const COOPERATING = [
  CELLS,
  '本表所列为计划确定由你单位配合的任务。“配合情况”写本季度为该任务做了什么；本季度没有配合工作的，可以不填。',
  MATTERS,
];

/** What each pair says to the program. */
function pairs(content: FormContent): [MetaKey, string][] {
  return [
    ['version', FORM_VERSION],
    ['unit', content.unit],
    ['period', content.period],
    ['receivedAt', content.receivedAt],
    ['demo', content.demo ? '演示数据' : ''],
    ['plan', content.plan],
  ];
}

/** Whose form it is and of when, at the foot of every page. */
export const foot = ({ unit, periodName }: FormContent): string => `${unit}　${periodName}`;

function stepsFor({ cooperation, tasks, goals }: FormContent): string[] {
  if (tasks.length + goals.length === 0 && cooperation.length > 0) return COOPERATING;
  const own = tasks.length > 0 ? OWN : OWN.filter((step) => step !== STAGES);
  return cooperation.length > 0 ? [...own, BESIDES] : own;
}

export function guide(content: FormContent): WriteSheet {
  const { unit, periodName, due, contact, receivedAt, demo } = content;
  const facts = {
    unit,
    whenLabel: META_LABELS.period,
    when: periodName,
    due,
    contact,
    receivedAt: { label: META_LABELS.receivedAt, value: receivedAt },
    more: demo ? [[META_LABELS.demo, '演示数据'] as const] : [],
    steps: stepsFor(content),
  };
  return guideSheet(SHEETS.guide, facts, foot(content));
}

export function metaSheet(content: FormContent): WriteSheet {
  return {
    name: SHEETS.meta,
    hidden: true,
    rows: pairs(content).map(([key, value]) => [META_LABELS[key], value || null]),
    protection: PROTECTION,
  };
}
