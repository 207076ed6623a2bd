/** How a target and its state read in tables and sentences. */

import { formatMonthDay } from '../../base/chinese/date.ts';
import { formatQuantity, formatRange, formatSigned } from '../../base/chinese/format.ts';
import { beyondWord, leastWords, limitWords } from '../../base/chinese/limit.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { Inline } from '../../model/document/inline.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import { figureInline, type Rich, rich } from '../engine/value.ts';

/** “30个以上”, “不少于30个”, “突破8000亿元”, “10个左右”, “2—3条”, “不高于1.25”, “第一批”, “6月30日前”: the plan's wording around its number. */
export function targetText({ target, planned: figure }: Pick<TargetRecord, 'target' | 'planned'>): Rich {
  const number = formatQuantity(figure);
  const whole = (text: string): Rich => ({ rich: [figureInline(figure, text)] });
  switch (target.operator) {
    case 'range':
      return whole(formatRange(target.value, target.upper ?? target.value, target.unit));
    case 'yesNo':
      return whole(target.deadline ? `${formatMonthDay(target.deadline)}前` : '年内完成');
    case 'batches':
      return whole(target.wording || number);
    case 'about':
      return rich(figure, '左右');
    case 'exceed':
      return rich(beyondWord(target.wording), figure);
    case 'atMost': {
      const { before, after } = limitWords(target.wording, target.unit);
      return rich(before, figure, after);
    }
    case 'atLeast': {
      const { before, after } = leastWords(target.wording);
      return before || after ? rich(before, figure, after) : whole(number);
    }
  }
}

/** +5.0, −12.3 or 0.0: the gap for a table column headed 百分点; null when the record has none. */
export function gapText(record: TargetRecord): Rich | null {
  return record.gap && { rich: [figureInline(record.gap, formatSigned(record.gap))] };
}

/** A value of the target as a table shows it; 已实现 or 未实现 of one that is there or is not: a system in service. */
export const valueText = (
  { target }: Pick<TargetRecord, 'target'>,
  value: Figure | null,
): Figure | string | null => {
  if (!value || target.operator !== 'yesNo') return value;
  return value.value >= 1 ? '已实现' : '未实现';
};

/** What stands where there is no value. */
export const noValueText = ({ unread }: TargetRecord): string =>
  unread === undefined ? '未报送' : `所填“${unread}”无法识别`;

/** For the note under a table: which of its values are last quarter's, as nobody told of them again; [] for none. */
export function carriedNote(rows: readonly { name: string; target: TargetRecord | null }[]): Inline[][] {
  const names = rows.flatMap(({ name, target }) => (target?.carried ? [`“${innerQuotes(name)}”`] : []));
  if (names.length === 0) return [];
  return [rich(`${names.join('')}本季度没有再报送，为上季度已完成的数，未再次确认。`).rich];
}
