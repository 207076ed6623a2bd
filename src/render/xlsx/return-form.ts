/** Forms of one table with a guide and hidden pairs for the program: monthly project and quarterly city returns. */
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { formatDate } from '../../base/chinese/date.ts';
import type { FormColumn } from '../../model/returns/form.ts';
import { type FormRow, formSheet } from './form-sheet.ts';
import { PROTECTION } from './form-style.ts';
import { type GuideFacts, guideSheet } from './guide-sheet.ts';

export interface ReturnForm<Key extends string> extends Omit<GuideFacts, 'more'> {
  sheets: { table: string; guide: string; meta: string };
  columns: readonly FormColumn<Key>[];
  rows: readonly FormRow<Key>[];
  title: string;
  demo: boolean;
  /** Label → value on the hidden sheet; the office enters the day of receipt on the guide. */
  pairs: readonly (readonly [label: string, value: string])[];
}

/** The same content gives the same bytes; the workbook is dated by the due date, not by the clock. */
export async function writeReturnForm<Key extends string>(form: ReturnForm<Key>): Promise<Uint8Array> {
  const { title, unit, when, due, demo } = form;
  const dated = new Date(`${due || '2000-01-01'}T00:00:00Z`);
  const foot = `${unit}　${when}`;
  const until = due ? `　　请于${formatDate(due)}前报送` : '';
  const table = formSheet({
    name: form.sheets.table,
    columns: form.columns,
    ownToRow: [],
    title: `${when}${title}`,
    subtitle: `填报单位：${unit}　　${form.whenLabel}：${when}${until}${demo ? '　　数据性质：演示数据' : ''}`,
    foot,
    secondPage: null,
    rows: form.rows,
  });
  return writeXlsx({
    sheets: [table, guideSheet(form.sheets.guide, form, foot), metaSheet(form)],
    defaultFont: { name: '宋体', size: 10 },
    properties: { title: `${when}${title}`, creator: unit, created: dated, modified: dated },
  });
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
