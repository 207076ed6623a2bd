/** Messages of sending forms out and of chasing what has not come back. */
import { formatDate } from '../chinese/date.ts';
import { someOf } from '../chinese/some-of.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

export const unitNotConcerned = (
  name: string,
  suggestion: string | undefined,
  offered: readonly string[],
): Diagnostic =>
  diagnostic(
    'unitNotConcerned',
    'error',
    `“${name}”不在这次处理的单位之内。`,
    undefined,
    ...(suggestion && suggestion !== name ? [`是不是想写“${suggestion}”？`] : []),
    offered.length > 0 ? `可选的单位：${offered.join('、')}。` : '这次没有需要处理的单位。',
  );

/** @param date of the letters, as it stands at `at` */
export const lettersOvertaken = (at: Origin, date: string, units: readonly string[]): Diagnostic =>
  diagnostic(
    'lettersOvertaken',
    'warning',
    `催报函的成文日期是${formatDate(date)}，${someOf(units, 8, '个单位')}的报表或更正在这以后才收到：这次给${units.length > 1 ? '这些单位' : '该单位'}的函照现在的报送情况另写，不是当时的那一件，文号、成文日期和补报期限印空线。`,
    at,
    '不再发函的，不用这几件；还要发的，另行编号，填写日期。',
  );

export const nothingToPrefill = (unit: string, period: string): Diagnostic =>
  diagnostic('nothingToPrefill', 'info', `${unit}${period}没有报送，填报表的“上季度”各列为空。`, undefined);
