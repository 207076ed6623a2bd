/** The 座次图 as tables, for both formats. */
import { toChineseNumeral } from '../../base/chinese/numerals.ts';
import type { SeatingPlanBlock } from '../../model/document/document.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import { nameInLines } from './cell-lines.ts';
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
  /** aisle: where nobody can sit. */
  kind: 'seat' | 'label' | 'aisle';
  style: 'tableBody' | 'denseBody' | 'gridLabel';
  /** A name, broken between its words; nothing in a free seat. */
  text: Inline[];
}

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
  const { head, rows, density } = block;
  const style = density === 'dense' ? 'denseBody' : 'tableBody';
  const aisle: RoomCell = { kind: 'aisle', style, text: [] };
  const width = Math.min(HEAD_SEAT, (1 - LABEL) / Math.max(1, head.length));
  // Over the middle of the hall, which has a label at its left.
  const free = (1 - LABEL - head.length * width) / 2;
  const across = rows[0]?.length ?? 0;
  const own = (1 - LABEL - AISLE) / Math.max(1, across);
  const half = Array.from({ length: across / 2 }, () => own);
  const seat = (name: string | null, share: number): RoomCell => {
    const room = (share * (textMm / MM_PER_POINT) - TAKEN_PT) / theme.text[style].size;
    return { kind: 'seat', style, text: name ? nameInLines(name, room) : [] };
  };
  const tables: RoomTable[] = [
    {
      shares: [free, LABEL, ...head.map(() => width), free],
      rows: [[aisle, label(HEAD), ...head.map((name) => seat(name, width)), aisle]],
    },
    {
      shares: [LABEL, ...half, AISLE, ...half],
      rows: rows.map((names, i) => {
        const seats = names.map((name) => seat(name, own));
        return [
          label(`第${toChineseNumeral(i + 1)}排`),
          ...seats.slice(0, half.length),
          aisle,
          ...seats.slice(half.length),
        ];
      }),
    },
  ];
  return tables.filter((table) => table.rows.length > 0);
}

const label = (text: string): RoomCell => ({
  kind: 'label',
  style: 'gridLabel',
  text: [{ kind: 'text', text }],
});
