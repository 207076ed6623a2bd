/** Forms of one table with a guide and hidden pairs for the program: monthly project and quarterly city returns. */
import { type Cell, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { BLANK_DATE, orBlank } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { FormColumn } from '../../model/form.ts';
import type { Contact } from '../../model/office.ts';
import { type FormRow, formSheet } from './form-sheet.ts';
import { bodyStyle, HEADING, PROTECTION, printSetup, TITLE } from './form-style.ts';

export interface ReturnForm<Key extends string> {
  sheets: { table: string; guide: string; meta: string };
  columns: readonly FormColumn<Key>[];
  rows: readonly FormRow<Key>[];
  title: string;
  unit: string;
  /** What the period is called, 报送月份, and the period: 2022年8月. */
  whenLabel: string;
  when: string;
  due: string;
  demo: boolean;
  contact: Contact;
  /** How to fill it in, one item a line. */
  guide: readonly string[];
  /** Label → value on the hidden sheet; the office enters the day of receipt on the guide. */
  pairs: readonly (readonly [label: string, value: string])[];
  receivedAt: { label: string; value: string };
}

/** The same content gives the same bytes; the workbook is dated by the due date, not by the clock. */
export async function writeReturnForm<Key extends string>(form: ReturnForm<Key>): Promise<Uint8Array> {
  const { title, unit, when, due, demo } = form;
  const dated = new Date(`${due || '2000-01-01'}T00:00:00Z`);
  const until = due ? `　　请于${formatDate(due)}前报送` : '';
  const table = formSheet({
    name: form.sheets.table,
    columns: form.columns,
    ownToRow: [],
    title: `${when}${title}`,
    subtitle: `填报单位：${unit}　　${form.whenLabel}：${when}${until}${demo ? '　　数据性质：演示数据' : ''}`,
    foot: `${unit}　${when}`,
    secondPage: null,
    rows: form.rows,
  });
  return writeXlsx({
    sheets: [table, guideSheet(form), metaSheet(form)],
    defaultFont: { name: '宋体', size: 10 },
    properties: { title: `${when}${title}`, creator: unit, created: dated, modified: dated },
  });
}

const TEXT_WIDTH = 92;
const LINE_POINTS = 15;

function guideSheet<Key extends string>(form: ReturnForm<Key>): WriteSheet {
  const { unit, when, due, contact, receivedAt, sheets } = form;
  const lines: [label: string, text: string, entry?: boolean][] = [
    ['填报单位', unit],
    [form.whenLabel, when],
    ['报送期限', due ? formatDate(due) : BLANK_DATE],
    ['联系人', orBlank(contact.person, 8)],
    ['联系电话', orBlank(contact.phone, 8)],
    ['报送邮箱', orBlank(contact.email, 8)],
    [receivedAt.label, receivedAt.value ? formatDate(receivedAt.value) : '', true],
    ...form.guide.map((text, i): [string, string] => [String(i + 1), text]),
  ];
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: sheets.guide, style: TITLE }]]);
  const rowDefs = new Map<number, { height: number }>([[0, { height: 30 }]]);
  for (const [i, [label, text, entry = false]] of lines.entries()) {
    cells.set(`${i + 1},0`, { value: label, style: HEADING });
    cells.set(`${i + 1},1`, { value: text || null, style: bodyStyle({ entry, centred: false }) });
    rowDefs.set(i + 1, { height: Math.ceil((2 * text.length) / TEXT_WIDTH || 1) * LINE_POINTS + 7 });
  }
  return {
    name: sheets.guide,
    rows: [...Array(lines.length + 1)].map(() => []),
    columns: [{ width: 12 }, { width: TEXT_WIDTH }],
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
    rowDefs,
    protection: PROTECTION,
    ...printSetup({ headingRow: 1, foot: `${unit}　${when}` }),
  };
}

function metaSheet<Key extends string>({ sheets, pairs }: ReturnForm<Key>): WriteSheet {
  return {
    name: sheets.meta,
    hidden: true,
    rows: pairs.map(([label, value]) => [label, value || null]),
    protection: PROTECTION,
  };
}

/** A number typed into a number cell stays a number; everything else is text. */
export function cellOf(text: string): string | number {
  return /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
