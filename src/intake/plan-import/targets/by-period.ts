/** Shares of the year beside its number: 150家（一季度30家，…）, 上半年、全年分别2亿元、5亿元, 二、四季度各1次. */
import { blank, blankedAt } from './blank.ts';
import type { Clause } from './clauses.ts';
import { EACH_OF, eachOf, NUMBER, PERIOD, periodEnds, type Share } from './period-share.ts';
import { type QuarterRun, runInBracket, runInTurn, runsOf } from './quarter-run.ts';
import { unitAt } from './unit-at.ts';

/** What is said of parts of the year. */
export interface Shares {
  /** As written. */
  words: string;
  items: Share[];
}

/** How a clause says it; `text` is the clause without those words, of the same length. */
export interface Divided {
  text: string;
  /** Of the number that is left in the clause. */
  shares: Shares | undefined;
  /** Of a number before the clause, or of one that is nowhere said; `text` is then what names it. */
  run?: QuarterRun;
  /** Numbers of parts of the year that say nothing of the whole: 一季度、上半年分别2亿元、5亿元. */
  unread?: string;
  /** The whole clause belongs to the run that began in a clause before it. */
  goesOn: boolean;
  /** 二、四季度各: the quarters in each of which the number is due. */
  each: { words: string; quarters: number[] } | undefined;
}

const IN_TURN = new RegExp(
  `((?:${PERIOD}[、和])+${PERIOD})分别[^\\d，；]{0,20}?((?:${NUMBER}[^\\d、，；和]{1,5}[、和])+)(?=${NUMBER}([^\\d、，；和]{1,5}))`,
);

/** What each clause of a text says of parts of the year; `text` is what they were cut from. */
export function divided(all: readonly Clause[], text: string, year: number): Divided[] {
  const out = all.map((clause) => dividedClause(clause, year));
  for (const [at, { run, length }] of runsOf(all, text, year)) {
    const alone = out[at];
    out[at] = run.single && alone ? { ...alone, run } : { ...UNDIVIDED, text: run.text, run };
    for (let i = at + 1; i < at + length; i++)
      out[i] = { ...UNDIVIDED, text: blank(all[i]?.text ?? ''), goesOn: true };
  }
  return out;
}

const UNDIVIDED = { goesOn: false, shares: undefined, each: undefined };

function dividedClause(clause: Clause, year: number): Divided {
  const { text } = clause;
  const bracket = /（([^（）]+)）/.exec(text);
  const words = bracket?.[1] ?? '';
  const inside = bracket && runInBracket(clause, { index: bracket.index, words }, year);
  if (inside?.run) return { ...UNDIVIDED, text: inside.run.text, run: inside.run };
  if (inside)
    return {
      ...UNDIVIDED,
      text: blankedAt(text, bracket.index, bracket.index + bracket[0].length),
      shares: { words, items: inside.shares },
    };
  const all = runInTurn(clause);
  if (all) return { ...UNDIVIDED, text: all.text, run: all };
  const turn = IN_TURN.exec(text);
  if (turn) return inTurn(text, turn);
  const each = EACH_OF.exec(text);
  if (!each) return { ...UNDIVIDED, text };
  return {
    ...UNDIVIDED,
    text: blankedAt(text, each.index, each.index + each[0].length),
    each: { words: each[0], quarters: eachOf(each[1] as string) },
  };
}

/** 上半年、全年分别完成投资2亿元、5亿元: the last number is left to be read, where there are as many as periods. */
function inTurn(text: string, found: RegExpExecArray): Divided {
  const [words, periodWords, before, lastUnit] = found as unknown as [string, string, string, string];
  const names = periodWords.split(/[、和]/);
  const numbers = before.split(/[、和]/).filter((one) => one !== '');
  const last = new RegExp(`^${NUMBER}`).exec(text.slice(found.index + words.length))?.[0] ?? '';
  const items = [...numbers, `${last}${lastUnit}`].map((one, i) => shareOf(names[i] ?? '', one));
  if (names.length !== items.length || !items.every((item) => item !== undefined))
    return { ...UNDIVIDED, text };
  const start = found.index + words.length - before.length;
  const said = found.index + periodWords.length + '分别'.length;
  const rest = blankedAt(blankedAt(text, start, start + before.length), found.index, said);
  const whole = `${words}${last}${unitAt(lastUnit) ?? ''}`;
  if (items.at(-1)?.quarter !== 4)
    return { ...UNDIVIDED, text: blankedAt(text, found.index, found.index + whole.length), unread: whole };
  return { ...UNDIVIDED, text: rest, shares: { words: whole, items } };
}

function shareOf(period: string, words: string): Share | undefined {
  const [, digits, behind = ''] = new RegExp(`^(${NUMBER})(.+)$`).exec(words) ?? [];
  const unit = unitAt(behind);
  if (period === '' || digits === undefined || unit === undefined) return undefined;
  return { ...periodEnds(period), value: Number(digits.replaceAll(',', '')), unit, limit: '' };
}
