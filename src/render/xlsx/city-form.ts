/** A city's quarterly return as an XLSX workbook: indicators, duties of section 三, the work as a whole. */

import type { Contact } from '../../model/office.ts';
import {
  CITY_COLUMNS,
  CITY_FORM_VERSION,
  CITY_RETURN_LABELS,
  CITY_SHEETS,
  type CityColumnKey,
  type CityFormContent,
  type CityFormRow,
} from '../../model/returns/city-form.ts';
import type { FormRow } from './form-sheet.ts';
import { cellOf, writeReturnForm } from './return-form.ts';

/** Characters of the whole quarter's progress at most, as the guide says. */
const OVERALL_ROOM = 200;

const guide = (workedOut: readonly string[]): string[] => [
  '只填浅黄色单元格；其他单元格已锁定，请勿增删、改动表头和工作表名称。',
  '指标各行的“本季度”按括号内的口径填报：年初累计、期末数、期末比例或累计增速；按“计量单位”一列计，只填数字；计量单位为“%”的，连同百分号填，如 12.5%。',
  `数值来自公开发布的，在“数据来源”注明发布单位、文件或网页名称和日期。${workedOut.length > 0 ? `${workedOut.join('、')}由项目月报计算，不在本表填报。` : ''}`,
  '事项各行从“阶段”下拉列表选择；已印发的，在“佐证材料”写明文号，否则按上一阶段认定。',
  `“总体情况”一行写本季度工作的主要进展（60—${OVERALL_ROOM}字）、存在问题和下一步工作。`,
];

/** In: what the form says and whom to ask. Out: an .xlsx with the table, the guide and the hidden facts. */
export function writeCityForm(content: CityFormContent, contact: Contact): Promise<Uint8Array> {
  const { city, period, periodName, due, demo, receivedAt, title, stages } = content;
  return writeReturnForm<CityColumnKey>({
    sheets: { table: CITY_SHEETS.progress, guide: CITY_SHEETS.guide, meta: CITY_SHEETS.meta },
    columns: CITY_COLUMNS,
    rows: content.rows.map((row) => formRow(row, stages)),
    title,
    unit: city,
    whenLabel: CITY_RETURN_LABELS.period,
    when: periodName,
    due,
    demo,
    contact,
    steps: guide(content.workedOut),
    pairs: [
      [CITY_RETURN_LABELS.version, CITY_FORM_VERSION],
      [CITY_RETURN_LABELS.unit, city],
      [CITY_RETURN_LABELS.period, period],
      [CITY_RETURN_LABELS.receivedAt, receivedAt],
      [CITY_RETURN_LABELS.demo, demo ? '演示数据' : ''],
    ],
    receivedAt: { label: CITY_RETURN_LABELS.receivedAt, value: receivedAt },
  });
}

/** Cells that a row of the kind has no use for stay locked. */
const LOCKED: Record<CityFormRow['kind'], readonly CityColumnKey[]> = {
  indicator: ['stage', 'evidence'],
  duty: ['value', 'source'],
  overall: ['value', 'source', 'stage', 'evidence'],
};

function formRow({ kind, cells }: CityFormRow, stages: readonly string[]): FormRow<CityColumnKey> {
  const { value, unit } = cells;
  // A percentage typed into a number cell would be taken for its hundredth.
  const plain = unit === '%' && value !== '' ? `${value}%` : cellOf(value);
  return {
    span: 1,
    cells: { ...cells, value: plain },
    locked: LOCKED[kind],
    numbers: kind === 'indicator' && unit !== '%' ? { value: { unit, signed: true } } : {},
    choices: kind === 'duty' ? { stage: stages } : {},
    room: kind === 'overall' ? { progress: OVERALL_ROOM } : {},
  };
}
