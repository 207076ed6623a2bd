/** The form's sheets for reading: 填报说明 for people, hidden _meta for the program. */
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { BLANK_DATE, orBlank } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import { FORM_VERSION, type FormContent, META_LABELS, type MetaKey, SHEETS } from '../../model/form.ts';
import { bodyStyle, HEADING, PROTECTION, printSetup, TITLE } from './form-style.ts';

const CELLS = '只填浅黄色单元格；其他单元格已锁定，请勿增删、改动表头和工作表名称。';
const MATTERS = '“需协调事项”每行一项（Alt+Enter 换行），“涉及单位”逐行对应，同一事项的多个单位用顿号隔开。';

const OWN = [
  CELLS,
  '“本季度累计值”填年初至本季度末的累计数或期末数，不是当季新增数；只填数字，按“计量单位”一列计，每格一个数。百分比填作 12.5%。',
  '数值来自公开发布的，在“数据来源”注明发布单位、文件或网页名称和日期。',
  '“阶段”“自评”从下拉列表中选择；达到“印发”“公布名单”等阶段的，在“佐证材料”写明文号、日期、地点或网址。',
  '“进展情况”写本季度做了什么、在哪里、多少，60—200字，不写口号，不照抄上季度文字。',
  MATTERS,
  '没有进展的也要填写，在“存在问题”说明原因。',
];

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

interface Line {
  label: string;
  text: string;
  entry: boolean;
}

/** What it says to people; the office enters the day of receipt. */
function lines(content: FormContent): Line[] {
  const { contact } = content;
  const line = (label: string, text: string, entry = false): Line => ({ label, text, entry });
  const steps = content.cooperation.length > 0 ? COOPERATING : OWN;
  return [
    line(META_LABELS.unit, content.unit),
    line(META_LABELS.period, content.periodName),
    line('报送期限', content.due ? formatDate(content.due) : BLANK_DATE),
    line('联系人', orBlank(contact.person, 8)),
    line('联系电话', orBlank(contact.phone, 8)),
    line('报送邮箱', orBlank(contact.email, 8)),
    ...(contact.address ? [line('通信地址', contact.address)] : []),
    line(META_LABELS.receivedAt, content.receivedAt ? formatDate(content.receivedAt) : '', true),
    ...(content.demo ? [line(META_LABELS.demo, '演示数据')] : []),
    ...steps.map((text, i) => line(String(i + 1), text)),
  ];
}

const TEXT_WIDTH = 92;
const LINE_POINTS = 15;

export function guideSheet(content: FormContent): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rowDefs = new Map<number, { height: number }>([[0, { height: 30 }]]);
  cells.set('0,0', { value: SHEETS.guide, style: TITLE });
  const all = lines(content);
  for (const [i, { label, text, entry }] of all.entries()) {
    cells.set(`${i + 1},0`, { value: label, style: HEADING });
    cells.set(`${i + 1},1`, { value: text || null, style: bodyStyle({ entry, centred: false }) });
    rowDefs.set(i + 1, { height: Math.ceil((2 * text.length) / TEXT_WIDTH || 1) * LINE_POINTS + 7 });
  }
  return {
    name: SHEETS.guide,
    rows: [...Array(all.length + 1)].map(() => []),
    columns: [{ width: 12 }, { width: TEXT_WIDTH }],
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
    rowDefs,
    protection: PROTECTION,
    ...printSetup({ headingRow: 1, foot: foot(content) }),
  };
}

export function metaSheet(content: FormContent): WriteSheet {
  return {
    name: SHEETS.meta,
    hidden: true,
    rows: pairs(content).map(([key, value]) => [META_LABELS[key], value || null]),
    protection: PROTECTION,
  };
}
