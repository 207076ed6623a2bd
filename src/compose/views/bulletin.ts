/** 期号 and 日期 over a bulletin: as the office gives them, or gaps. */
import { BLANK_DATE, BLANK_ISSUE } from '../../base/chinese/blank.ts';
import { formatDate } from '../../base/chinese/date.ts';
import type { View } from '../engine/value.ts';

export const bulletinHead = ({ number, date }: { number: string; date: string }): View => ({
  期号: number || BLANK_ISSUE,
  日期: date ? formatDate(date) : BLANK_DATE,
});
