/** The form's sheets for reading: 填报说明 for people, hidden _meta for the program. */
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { formatDate } from '../../base/chinese/date.ts';
import { FORM_VERSION, type FormContent, META_LABELS, type MetaKey, SHEETS } from '../../model/form.ts';
import { bodyStyle, HEADING, PROTECTION, printSetup, TITLE } from './form-style.ts';

const GUIDE = [
  '只填浅黄色单元格；其他单元格已锁定，请勿增删、改动表头和工作表名称。',
  '“本季度累计值”填年初至本季度末的累计数或期末数，不是当季新增数；可只填数字（按“计量单位”一列计），也可带单位，如 1.2万个、412.6亿元。每格只填一个数。',
  '数值来自公开发布的，在“数据来源”注明发布单位、文件或网页名称和日期。',
  '“阶段”“自评”从下拉列表中选择；达到“印发”“公布名单”等阶段的，在“佐证材料”写明文号、日期、地点或网址。',
  '“进展情况”写本季度做了什么、在哪里、多少，60—200字，不写口号，不照抄上季度文字。',
  '“需协调事项”每行一项，“涉及单位”逐行对应，同一事项的多个单位用顿号隔开。',
  '没有进展的也要填写，在“存在问题”说明原因。',
];

/** What each pair says, for people and for the program. */
function pairs(content: FormContent, forPeople: boolean): [MetaKey, string][] {
  return [
    ...(forPeople ? [] : ([['version', FORM_VERSION]] as [MetaKey, string][])),
    ['unit', content.unit],
    ['period', forPeople ? content.periodName : content.period],
    ['receivedAt', forPeople && content.receivedAt ? formatDate(content.receivedAt) : content.receivedAt],
    ['demo', content.demo ? '演示数据' : ''],
  ];
}

export function guideSheet(content: FormContent): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  cells.set('0,0', { value: SHEETS.guide, style: TITLE });
  let row = 1;
  for (const [key, value] of pairs(content, true)) {
    cells.set(`${row},0`, { value: META_LABELS[key], style: HEADING });
    // The office enters the day of receipt.
    cells.set(`${row},1`, { value: value || null, style: bodyStyle(key === 'receivedAt', false) });
    row++;
  }
  for (const [i, line] of GUIDE.entries()) {
    cells.set(`${row},0`, { value: String(i + 1), style: HEADING });
    cells.set(`${row},1`, { value: line, style: bodyStyle(false, false) });
    row++;
  }
  return {
    name: SHEETS.guide,
    rows: [...Array(row)].map(() => []),
    columns: [{ width: 12 }, { width: 90 }],
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
    rowDefs: new Map([[0, { height: 30 }], ...GUIDE.map((_, i) => [row - 1 - i, { height: 33 }] as const)]),
    protection: PROTECTION,
    ...printSetup(1),
  };
}

export function metaSheet(content: FormContent): WriteSheet {
  const all = pairs(content, false);
  return {
    name: SHEETS.meta,
    hidden: true,
    rows: all.map(([key, value]) => [META_LABELS[key], value || null]),
    protection: PROTECTION,
  };
}
