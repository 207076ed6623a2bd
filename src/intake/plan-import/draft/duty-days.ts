/** Days that a sentence of the requirements names: 4月底前, 6月20日、12月20日前, 每季度结束后10日内. */
import { readDeadline } from '../targets/deadline.ts';

export interface DutyDays {
  /** The first of them as written, and where it stands. */
  words: string;
  at: number;
  /** The one day in the plan's year by which it is due; undefined where there are several, or it returns. */
  only: string | undefined;
}

const RETURNING =
  /每(?:个)?(?:年|半年|季度?|月|周)[^，。；]{0,8}?(?:\d{1,2}个?(?:工作)?日(?:之?前|以?内)?|(?:末|底|初|结束)(?:之?前|后)?)/;
const MOST = 6;

/** undefined where there is none. */
export function daysOf(sentence: string, year: number): DutyDays | undefined {
  const returning = RETURNING.exec(sentence);
  const found: { words: string; at: number; date: string }[] = [];
  let rest = sentence;
  for (let i = 0; i < MOST; i++) {
    const deadline = readDeadline(rest, year);
    if (!deadline) break;
    const { words, date } = deadline;
    const at = rest.indexOf(words);
    // 上半年工作总结 says of which time, not by when.
    if (/[前底末日]$/.test(words) || /(?:^|[于在到至，])$/.test(sentence.slice(0, at)))
      found.push({ words, at, date });
    rest = rest.slice(0, at) + '\u0001'.repeat(words.length) + rest.slice(at + words.length);
  }
  const [first] = [
    ...(returning ? [{ words: returning[0], at: returning.index, date: '' }] : []),
    ...found,
  ].sort((a, b) => a.at - b.at);
  if (!first) return undefined;
  const [day] = found;
  const single =
    day && found.length === 1 && day.date.startsWith(String(year)) && !sharesClause(sentence, day, returning);
  return { words: first.words, at: first.at, only: single ? day.date : undefined };
}

/** 每年4月底前 returns, 4月底前制定方案，每季度报送进展 does not. */
function sharesClause(sentence: string, day: { at: number }, returning: RegExpExecArray | null): boolean {
  const clauseAt = (at: number): number => sentence.lastIndexOf('，', at);
  return returning !== null && clauseAt(day.at) === clauseAt(returning.index);
}
