/** ::seating-plan — the 座次图 of the meeting. */
import { isQuarter } from '../../model/ledger/ledger.ts';
import { seatingOf } from '../meeting/seating.ts';
import type { Directive } from './directive.ts';

/** Millimetres of a page on its side that are left beside title and note, for the head of the room and its rows. */
const ROOM_MM = 120;
/** A seat is no higher or lower than this: three lines of 五号 with some air, two of 小五. */
const HIGHEST_MM = 18.5;
const LOWEST_MM = 9;
/** In narrower or lower seats names are set in 小五. */
const WIDE_ACROSS = 10;
const HIGH_MM = 12;

export const seatingPlan: Directive = (_call, { subject }) => {
  if (!isQuarter(subject)) return [];
  const { head, rows } = seatingOf(subject);
  const share = ROOM_MM / (rows.length + 1);
  const seatMm = Math.min(HIGHEST_MM, Math.max(LOWEST_MM, Math.floor(2 * share) / 2));
  const across = Math.max(head.length, rows[0]?.length ?? 0);
  const density = across > WIDE_ACROSS || seatMm < HIGH_MM ? 'dense' : 'normal';
  return [{ kind: 'seatingPlan', head, rows, seatMm, density }];
};
