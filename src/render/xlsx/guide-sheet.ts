/** 填报说明: whose form it is, whom to ask, who filled it in, and how to; for people. */
import type { Cell, WriteSheet } from 'hucre/xlsx';
import { BLANK_DATE, orBlank } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { Contact } from '../../model/office.ts';
import { bodyStyle, HEADING, PROTECTION, printSetup, TITLE } from './form-style.ts';

export interface GuideFacts {
  unit: string;
  /** What the period is called, 报送月份, and the period: 2022年8月. */
  whenLabel: string;
  when: string;
  /** ISO dates, '' where they are not known. */
  due: string;
  receivedAt: { label: string; value: string };
  /** Of the office. */
  contact: Contact;
  /** Label → text, besides. */
  more?: readonly (readonly [label: string, text: string])[];
  /** How to fill it in, one item a line. */
  steps: readonly string[];
}

interface Line {
  label: string;
  text: string;
  /** Who enters it; nobody where it is printed. */
  by?: 'unit' | 'office';
}

function linesOf({ contact, receivedAt, more = [], ...facts }: GuideFacts): Line[] {
  return [
    { label: '填报单位', text: facts.unit },
    { label: facts.whenLabel, text: facts.when },
    { label: '填表人、电话', text: '', by: 'unit' },
    { label: '审核人', text: '', by: 'unit' },
    { label: '报送期限', text: facts.due ? formatDate(facts.due) : BLANK_DATE },
    { label: '办公室联系人', text: orBlank(contact.person, 8) },
    { label: '办公室电话', text: orBlank(contact.phone, 8) },
    { label: '报送邮箱', text: orBlank(contact.email, 8) },
    ...(contact.address ? [{ label: '通信地址', text: contact.address }] : []),
    { label: receivedAt.label, text: receivedAt.value ? formatDate(receivedAt.value) : '', by: 'office' },
    ...more.map(([label, text]) => ({ label, text })),
    ...[...facts.steps, `“${receivedAt.label}”由领导小组办公室填写。`].map((text, i) => ({
      label: String(i + 1),
      text,
    })),
  ];
}

const TEXT_WIDTH = 92;
const LINE_POINTS = 15;

/** @param foot of every page: whose form it is and of when */
export function guideSheet(name: string, facts: GuideFacts, foot: string): WriteSheet {
  const lines = linesOf(facts);
  const cells = new Map<string, Partial<Cell>>([['0,0', { value: name, style: TITLE }]]);
  const rowDefs = new Map<number, { height: number }>([[0, { height: 30 }]]);
  for (const [i, { label, text, by }] of lines.entries()) {
    const style = bodyStyle({ entry: by === 'unit', open: by === 'office', centred: false });
    cells.set(`${i + 1},0`, { value: label, style: HEADING });
    cells.set(`${i + 1},1`, { value: text || null, style });
    rowDefs.set(i + 1, { height: Math.ceil((2 * text.length) / TEXT_WIDTH || 1) * LINE_POINTS + 7 });
  }
  return {
    name,
    rows: [...Array(lines.length + 1)].map(() => []),
    columns: [{ width: 14 }, { width: TEXT_WIDTH }],
    cells,
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
    rowDefs,
    protection: PROTECTION,
    ...printSetup({ headingRow: 1, foot, onePage: true }),
  };
}
