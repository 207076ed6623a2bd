/** 一季度新增10家，二季度新增20家，三、四季度各新增15家: clauses in a row that only share out one thing among the quarters. */

import { splitUnit } from '../../../base/chinese/magnitude.ts';
import { blankedAt } from './blank.ts';
import type { Clause } from './clauses.ts';
import { NUMBER, type Piece, pieceOf, type Share } from './period-share.ts';
import { unitAt } from './unit-at.ts';

export interface QuarterRun {
  /** As written. */
  words: string;
  shares: Share[];
  /** What the first of them says is counted; '' for what was named before. */
  key: string;
  /** What the last of them says, where that is the year's number. */
  ofYear?: string;
  /** The first clause with the first number only and without the words that say when; offsets stay. */
  text: string;
  /** Offset in the whole text behind the last clause. */
  end: number;
  /** 二、四季度各2场: one number only, which may as well be read as it stands. */
  single?: true;
}

const MOST_CLAUSES = 8;
/** A clause this long is no list of quarters. */
const LONGEST = 160;

/** The pieces of a clause that says nothing else. */
type Row = readonly [Piece, ...Piece[]];

/** Every piece between 、 and ； says of a period how much; a piece without a number (三季度、) goes on in the next. */
function rowOf(text: string, year: number): Row | undefined {
  if (text.length > LONGEST || !/季度|半年|全年|年[底末]/.test(text)) return undefined;
  const parts: string[] = [];
  for (const part of text.split(/(?<=[、；，])/)) {
    const last = parts.at(-1);
    if (last !== undefined && !/\d/.test(last.replace(/20\d{2}年/g, '')))
      parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const pieces = parts.map((part) => pieceOf(part.replace(/[、；，]$/, ''), year));
  const [first] = pieces;
  return first && pieces.every((piece) => piece !== undefined) ? [first, ...pieces.slice(1)] : undefined;
}

const VERB = /^(?:新增|新建|净增|完成|实现|引进|培育|建成|打造|认定|创建)+/;
/** What is counted, without the verb that any of them may have. */
export const thingOf = (key: string): string => key.replace(VERB, '');

/** The same is counted: nothing is named anew, or the same words once more. */
const isSame = (first: string, { key, shares }: Piece): boolean =>
  thingOf(key) === '' ||
  first === key ||
  first.endsWith(key) ||
  first.startsWith(key) ||
  (thingOf(first) === '' && shares[0]?.whole === true);

const baseOf = (unit = ''): string => splitUnit(unit).base;

/** All of them count what the first one counts. */
const countsSame = (row: Row, { key, shares: [share] }: Piece): boolean =>
  row.every((piece) => isSame(key, piece) && baseOf(piece.shares[0]?.unit) === baseOf(share?.unit));

const goesOn = (row: Row | undefined, first: Piece): boolean =>
  row !== undefined && row[0].lead === '' && countsSame(row, first);

/** Runs of numbers for at least two periods, by the index of their first clause; `text` is what the clauses were cut from. */
export function runsOf(
  all: readonly Clause[],
  text: string,
  year: number,
): Map<number, { run: QuarterRun; length: number }> {
  const rows = all.map((clause) => rowOf(clause.text, year));
  const out = new Map<number, { run: QuarterRun; length: number }>();
  for (let i = 0; i < all.length; i++) {
    const row = rows[i];
    const first = row?.[0];
    // 全年60家，一季度10家: the year's number is one of its own.
    if (!first || first.shares[0]?.whole || !countsSame(row, first)) continue;
    let end = i + 1;
    while (end < i + MOST_CLAUSES && goesOn(rows[end], first) && joins(all, end, text)) end += 1;
    const pieces = rows.slice(i, end).flatMap((one) => one ?? []);
    const single = pieces.length < 2;
    if (single && (pieces[0]?.shares.length ?? 0) < 2) continue;
    const ends = pieces.at(-1);
    const head = all[i] as Clause;
    const last = all[end - 1] as Clause;
    const stop = last.start + last.text.length;
    out.set(i, {
      run: {
        words: text.slice(head.start, stop),
        shares: pieces.flatMap(({ shares }) => shares),
        key: first.key,
        ...(ends?.shares[0]?.whole && { ofYear: ends.key }),
        text: onlyFirst(head.text, first),
        end: stop,
        ...(single && { single }),
      },
      length: end - i,
    });
    i = end - 1;
  }
  return out;
}

/** By a comma, or by a semicolon between quarters. */
function joins(all: readonly Clause[], at: number, text: string): boolean {
  const [one, other] = [all[at - 1], all[at]] as [Clause, Clause];
  return /^[，；;、]\s*$/.test(text.slice(one.start + one.text.length, other.start));
}

/** 一季度开工5个项目、二季度… → 开工5个项目 */
function onlyFirst(clause: string, { when, end }: Piece): string {
  const stop = /[、；，]/.exec(clause.slice(end))?.index ?? clause.length - end;
  return blankedAt(blankedAt(clause, when.start, when.end), end + stop, clause.length);
}

/** 新增上云企业（一季度30家，二季度40家）: without a number outside. */
export function runInBracket(
  clause: Clause,
  bracket: { index: number; words: string },
  year: number,
): { shares: Share[]; run: QuarterRun | undefined } | undefined {
  const row = rowOf(bracket.words, year);
  if (!row || row.length < 2 || !countsSame(row, row[0])) return undefined;
  const shares = row.flatMap((piece) => piece.shares);
  const { text } = clause;
  const inner = bracket.index + 1;
  const behind = inner + bracket.words.length + 1;
  const outside = text.slice(0, bracket.index) + text.slice(behind);
  if (/\d/.test(outside)) return { shares, run: undefined };
  const [first] = row;
  const masked = blankedAt(blankedAt(text, bracket.index, inner + first.when.end), inner + first.end, behind);
  const run = { words: bracket.words, shares, key: outside, text: masked, end: clause.start + text.length };
  return { shares, run };
}

const OF_ALL =
  '(?:各|每|四|分)?个?季度|(?:第?一)(?:至|到|—)(?:第?四)季度|一、二、三、四季度|第?一季度、第?二季度、第?三季度、第?四季度';
const ALL_IN_TURN = new RegExp(
  `(?:${OF_ALL})(?:分别|依次)([^\\d，；]{0,20}?)((?:${NUMBER}[^\\d、，；和]{0,5}[、和]){3}${NUMBER})(?=([^\\d、，；和]+))`,
);

/** 各季度分别新增10家、20家、15家、15家 */
export function runInTurn(clause: Clause): QuarterRun | undefined {
  const { text } = clause;
  const found = ALL_IN_TURN.exec(text);
  if (!found) return undefined;
  const [words, middle = '', list = '', tail = ''] = found;
  const unit = unitAt(tail);
  const numbers = list.split(/[、和]/).map((one) => new RegExp(`^(${NUMBER})(.*)$`).exec(one));
  if (unit === undefined || numbers.some((one, i) => !one || (i < 3 && one[2] !== '' && one[2] !== unit)))
    return undefined;
  const shares = numbers.map(
    (one, i): Share => ({
      quarter: i + 1,
      sinceJanuary: i === 0 || /累计/.test(middle),
      whole: false,
      value: Number((one?.[1] ?? '').replaceAll(',', '')),
      unit,
      limit: '',
    }),
  );
  // The last number is left, which has its unit behind it.
  const start = found.index + words.length - list.length;
  const lastAt = found.index + words.length - (numbers[3]?.[0].length ?? 0);
  const when = start - middle.length;
  return {
    words: `${words}${unit}`,
    shares,
    key: '',
    text: blankedAt(blankedAt(text, found.index, when), start, lastAt),
    end: clause.start + text.length,
  };
}
