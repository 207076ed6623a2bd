/** The 座次图 as tables, for both formats. */
import { toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { SeatingPlanBlock } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { headLines } from './cell-lines.ts';
import { MM_PER_POINT } from './units.ts';

/** What the places at the head of the room are called. */
const HEAD = '主席台';
/** Shares of the text's width: of ten seats each holds five characters, 市大数据局. A post is longer than a unit's name. */
const LABEL = 0.053;
const AISLE = 0.031;
const HEAD_SEAT = 0.16;
/** What a seat takes of its width for its sides and its rules, points, and what a browser that counts in pixels rounds off. */
const TAKEN_PT = 5.75;

export interface RoomCell {
  kind: 'seat' | 'label' | 'free';
  /** Of a name, broken between its words; none in a free seat. */
  lines: string[];
}

/** The style of names. */
export const seatStyle = ({ density }: SeatingPlanBlock): 'tableBody' | 'denseBody' =>
  density === 'dense' ? 'denseBody' : 'tableBody';

export interface RoomTable {
  /** Of the text's width; their sum is 1. */
  shares: number[];
  rows: RoomCell[][];
}

/**
 * In: a plan, and how wide the text of its page is. Out: the head of the room, over the middle of the hall, and the hall, where
 * anybody sits in it.
 */
export function roomTables(block: SeatingPlanBlock, textMm: number, theme: Theme): RoomTable[] {
  const { head, rows } = block;
  const width = Math.min(HEAD_SEAT, (1 - LABEL) / Math.max(1, head.length));
  // Over the middle of the hall, which has a label at its left.
  const free = (1 - LABEL - head.length * width) / 2;
  const across = rows[0]?.length ?? 0;
  const own = (1 - LABEL - AISLE) / Math.max(1, across);
  const half = Array.from({ length: across / 2 }, () => own);
  const seat = (name: string | null, share: number): RoomCell => {
    const room = (share * (textMm / MM_PER_POINT) - TAKEN_PT) / theme.text[seatStyle(block)].size;
    return { kind: 'seat', lines: name ? headLines(name, room) : [] };
  };
  const tables: RoomTable[] = [
    {
      shares: [free, LABEL, ...head.map(() => width), free],
      rows: [[NOBODY, label(HEAD), ...head.map((name) => seat(name, width)), NOBODY]],
    },
    {
      shares: [LABEL, ...half, AISLE, ...half],
      rows: rows.map((names, i) => {
        const seats = names.map((name) => seat(name, own));
        return [
          label(`第${toChineseNumeral(i + 1)}排`),
          ...seats.slice(0, half.length),
          NOBODY,
          ...seats.slice(half.length),
        ];
      }),
    },
  ];
  return tables.filter((table) => table.rows.length > 0);
}

const NOBODY: RoomCell = { kind: 'free', lines: [] };
const label = (text: string): RoomCell => ({ kind: 'label', lines: [text] });
