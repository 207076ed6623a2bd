/** Shares of the year beside its number: 150家（一季度30家，…）, 上半年、全年分别2亿元、5亿元, 二、四季度各1次. */
import type { TargetKind } from '../../../model/target.ts';
import type { Clause } from './clauses.ts';
import { unitAt } from './unit-at.ts';

interface Share {
  /** 一季度, 上半年. */
  period: string;
  value: number;
  unit: string;
}

/** What is said of parts of the year. */
export interface Shares {
  /** As written. */
  words: string;
  items: Share[];
}

/** How a clause says it; `text` is the clause without those words, of the same length. */
export interface Divided {
  text: string;
  shares: Shares | undefined;
  /** Numbers of parts of the year that say nothing of the whole: 一季度、上半年分别2亿元、5亿元. */
  unread?: string;
  /** The whole clause goes on with the shares of a clause before it. */
  goesOn: boolean;
  /** 二、四季度各: the quarters in each of which the number is due. */
  each: { words: string; quarters: number[] } | undefined;
}

/** Expected at the ends of the quarters. */
export type Nodes = [number | null, number | null, number | null, number | null];

const QUARTERS = '一二三四';
const PERIOD = '(?:第?[一二三四1-4]季度|前[二两三]个?季度|上半年|下半年|全年|年底|年末)(?:末|底)?(?:前)?';
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const ITEM = new RegExp(
  `^(?:其中)?[：:]?(${PERIOD})(?:(?:累计|计划|力争|确保|完成|实现|新增|新建|建成|达到?|不少于|不低于|各|约|为)*)(${NUMBER})([^\\d、，；]{1,6})$`,
);
const IN_TURN = new RegExp(
  `((?:${PERIOD}[、和])+${PERIOD})分别[^\\d，；]{0,20}?((?:${NUMBER}[^\\d、，；和]{1,5}[、和])+)(?=${NUMBER}([^\\d、，；和]{1,5}))`,
);
const EACH = /([一二三四](?:[、和][一二三四])+)(?:个)?季度各|(上、下半年|上半年、下半年)各/;

const blank = (text: string): string => '\u0001'.repeat(text.length);
const cut = (text: string, start: number, length: number): string =>
  text.slice(0, start) + blank(text.slice(start, start + length)) + text.slice(start + length);

function share(text: string): Share | undefined {
  const [, period, digits, behind] = ITEM.exec(text.trim()) ?? [];
  const unit = behind === undefined ? undefined : unitAt(behind);
  if (period === undefined || digits === undefined || unit === undefined) return undefined;
  return { period, value: Number(digits.replaceAll(',', '')), unit };
}

/** 一季度30家，二季度40家: at least two, and nothing else. */
function sharesOf(words: string): Shares | undefined {
  const items = words.split(/[，、；]/).map(share);
  return items.length > 1 && items.every((item) => item !== undefined) ? { words, items } : undefined;
}

/** What each clause of a text says of parts of the year. */
export function divided(all: readonly Clause[]): Divided[] {
  const out = all.map(({ text }) => dividedClause(text));
  // 150家，其中一季度30家，二季度40家，…: the comma has cut them apart.
  for (let i = 1; i < all.length; i++) {
    let end = i;
    while (end < all.length && all[end]?.sentence === all[i - 1]?.sentence && lists(all[end]?.text)) end += 1;
    const shares =
      end > i
        ? sharesOf(
            all
              .slice(i, end)
              .map(({ text }) => text)
              .join('，'),
          )
        : undefined;
    if (!shares) continue;
    for (let at = i; at < end; at++) {
      const { text } = all[at] as Clause;
      out[at] = { text: blank(text), shares: at === i ? shares : undefined, goesOn: true, each: undefined };
    }
    i = end;
  }
  return out;
}

const lists = (text: string | undefined): boolean =>
  (text ?? '').split(/[、；]/).every((part) => share(part) !== undefined);

const UNDIVIDED = { goesOn: false, shares: undefined, each: undefined };

function dividedClause(text: string): Divided {
  const bracket = /（([^（）]+)）/.exec(text);
  const inside = bracket && sharesOf(bracket[1] as string);
  if (inside) return { ...UNDIVIDED, text: cut(text, bracket.index, bracket[0].length), shares: inside };
  const turn = IN_TURN.exec(text);
  if (turn) return inTurn(text, turn);
  const each = EACH.exec(text);
  if (!each) return { ...UNDIVIDED, text };
  const quarters = each[1] ? [...each[1].replace(/[、和]/g, '')].map((q) => QUARTERS.indexOf(q) + 1) : [2, 4];
  return { ...UNDIVIDED, text: cut(text, each.index, each[0].length), each: { words: each[0], quarters } };
}

/** 上半年、全年分别完成投资2亿元、5亿元: the last number is left to be read, where there are as many as periods. */
function inTurn(text: string, found: RegExpExecArray): Divided {
  const [words, periodWords, before, lastUnit] = found as unknown as [string, string, string, string];
  const names = periodWords.split(/[、和]/);
  const numbers = before.split(/[、和]/).filter((one) => one !== '');
  const last = new RegExp(`^${NUMBER}`).exec(text.slice(found.index + words.length))?.[0] ?? '';
  const items = [...numbers, `${last}${lastUnit}`].map((one, i) => share(`${names[i] ?? ''}${one}`));
  if (names.length !== items.length || !items.every((item) => item !== undefined))
    return { ...UNDIVIDED, text };
  const start = found.index + words.length - before.length;
  const rest = cut(cut(text, start, before.length), found.index, periodWords.length + '分别'.length);
  const whole = `${words}${last}${unitAt(lastUnit) ?? ''}`;
  if (endOf(names.at(-1) ?? '').quarter !== 4)
    return { ...UNDIVIDED, text: cut(text, found.index, whole.length), unread: whole };
  return { ...UNDIVIDED, text: rest, shares: { words: whole, items } };
}

const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The quarter at whose end a period ends, and whether its number counts from the year's beginning. */
function endOf(period: string): { quarter: number; sinceJanuary: boolean } {
  const single = /^第?([一二三四1-4])季度/.exec(period)?.[1];
  if (single) {
    const quarter = QUARTERS.indexOf(single) + 1 || Number(single);
    return { quarter, sinceJanuary: quarter === 1 };
  }
  if (/^上半年/.test(period)) return { quarter: 2, sinceJanuary: true };
  if (/^前/.test(period)) return { quarter: /三/.test(period) ? 3 : 2, sinceJanuary: true };
  return { quarter: 4, sinceJanuary: !/^下半年/.test(period) };
}

/** Where the year's number stands at the ends of the quarters; undefined where the shares do not come to it. */
export function nodesOf(
  { items }: Shares,
  { value, unit, kind }: { value: number; unit: string; kind: TargetKind },
): Nodes | undefined {
  const inPercent = unit !== '%' && items.every((item) => item.unit === '%');
  if (kind === 'growth' || (!inPercent && items.some((item) => item.unit !== unit))) return undefined;
  const whole = inPercent ? 100 : value;
  const ends = items.map(({ period }) => endOf(period));
  if (ends.some(({ quarter }, i) => i > 0 && quarter <= (ends[i - 1]?.quarter ?? 0))) return undefined;
  const values = items.map((item) => item.value);
  const sum = exact(values.reduce((total, one) => total + one, 0));
  const rising = values.every((one, i) => i === 0 || one >= (values[i - 1] ?? 0));
  const sums = values.map((_, i) => exact(values.slice(0, i + 1).reduce((total, one) => total + one, 0)));
  const addsUp = sum === whole && ends.slice(1).every(({ sinceJanuary }) => !sinceJanuary);
  const levels = rising && values.at(-1) === whole && ends.at(-1)?.quarter === 4;
  const totals = addsUp && (kind === 'cumulative' || kind === 'events') ? sums : levels ? values : undefined;
  if (!totals) return undefined;
  const nodes: Nodes = [null, null, null, null];
  ends.forEach(({ quarter }, i) => {
    nodes[quarter - 1] = inPercent ? exact((value * (totals[i] as number)) / 100) : (totals[i] as number);
  });
  if (nodes[3] === null) nodes[3] = value;
  return nodes;
}

/** 二、四季度各1次 comes to 2次, the first by the end of June. */
export function nodesOfEach(value: number, quarters: readonly number[]): Nodes {
  const due = (quarter: number): number => quarters.filter((one) => one <= quarter).length;
  const nodes = [1, 2, 3, 4].map((quarter) => (due(quarter) === 0 ? null : exact(value * due(quarter))));
  return nodes as Nodes;
}
