/** A city's monthly return on its key projects as an XLSX workbook, ready to be mailed and printed. */
import type { Contact } from '../../model/office.ts';
import { INVESTMENT_UNIT } from '../../model/region/project.ts';
import {
  PROJECT_FORM_VERSION,
  PROJECT_RETURN_COLUMNS,
  PROJECT_SHEETS,
  type ProjectFormContent,
  type ProjectFormRow,
  RETURN_LABELS,
  type ReturnColumnKey,
} from '../../model/returns/project-form.ts';
import type { FormRow } from './form-sheet.ts';
import { cellOf, writeReturnForm } from './return-form.ts';

const GUIDE = [
  '只填浅黄色单元格；其他单元格已锁定，请勿增删、改动表头和工作表名称。所列项目须逐一填报，没有进展的填 0。',
  `“本月完成投资”填当月数，“本年累计完成投资”填1月1日起的累计数，均以${INVESTMENT_UNIT}计，只填数字；核减投资的，本月数填负数，并在“存在问题”说明依据。`,
  '“实际开工”“实际竣工”填已经发生的日期，如 2022-03-15；未开工、未竣工的不填。已填报过的日期自动带出，有误的直接更正。',
  '“形象进度”写到月末的工程部位或工作阶段；停工、未按期开工的，在“存在问题”写明原因。',
  '新增、调整项目或变更年度计划投资的，先报发展改革部门更新项目库，不在本表增行。',
];

/** In: what the form says and whom to ask. Out: an .xlsx with the table, the guide and the hidden facts. */
export function writeProjectForm(content: ProjectFormContent, contact: Contact): Promise<Uint8Array> {
  const { city, month, monthName, due, demo, receivedAt, title } = content;
  return writeReturnForm<ReturnColumnKey>({
    sheets: { table: PROJECT_SHEETS.projects, guide: PROJECT_SHEETS.guide, meta: PROJECT_SHEETS.meta },
    columns: PROJECT_RETURN_COLUMNS,
    rows: content.rows.map(formRow),
    title,
    unit: city,
    whenLabel: RETURN_LABELS.month,
    when: monthName,
    due,
    demo,
    contact,
    steps: GUIDE,
    pairs: [
      [RETURN_LABELS.version, PROJECT_FORM_VERSION],
      [RETURN_LABELS.unit, city],
      [RETURN_LABELS.month, month],
      [RETURN_LABELS.receivedAt, receivedAt],
      [RETURN_LABELS.demo, demo ? '演示数据' : ''],
    ],
    receivedAt: { label: RETURN_LABELS.receivedAt, value: receivedAt },
  });
}

const AMOUNTS: readonly ReturnColumnKey[] = ['total', 'yearPlan', 'previous', 'month', 'cumulative'];

function formRow(row: ProjectFormRow): FormRow<ReturnColumnKey> {
  const amounts = AMOUNTS.map((key) => [key, cellOf(row[key])]);
  return {
    span: 1,
    cells: { ...row, ...Object.fromEntries(amounts) },
    locked: [],
    // Investment may be struck off; a year's sum can not be below zero.
    numbers: {
      month: { unit: INVESTMENT_UNIT, signed: true },
      cumulative: { unit: INVESTMENT_UNIT, signed: false },
    },
    choices: {},
  };
}
