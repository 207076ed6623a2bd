/** Numbers of parts of the year (一季度新增10家, 三、四季度各15家), and what they come to at the ends of the quarters. */
import { convertUnit } from '../../../base/chinese/convert-unit.ts';
import type { Operator, TargetKind } from '../../../model/plan/target.ts';
import { unitAt } from './unit-at.ts';

/** What is said of one part of the year. */
export interface Share {
  /** At whose end it is due. */
  quarter: number;
  /** Counted from the year's beginning, as the words say: 上半年, 累计, 一季度末. */
  sinceJanuary: boolean;
  /** Of the year itself: 全年, 年底. */
  whole: boolean;
  value: number;
  unit: string;
  /** Behind the unit: 以上, 左右. */
  limit: string;
}

/** A piece of a list of such numbers. */
export interface Piece {
  shares: Share[];
  /** What is counted and done, '' where the piece says only when and how much. */
  key: string;
  /** Words ahead of the period: 新增上云企业一季度10家. */
  lead: string;
  /** Offsets in the piece of the words that say when, and behind the unit. */
  when: { start: number; end: number };
  end: number;
}

const QUARTERS = '一二三四';
const HALVES = '上、下半年|上半年、下半年';
const ONE = '(?:第?[一二三四1-4]季度|前[二两三]个?季度|上半年|下半年|全年|年底|年末)(?:末|底)?(?:之?前)?';
/** Several that share one number: 三、四季度, 后两个季度, 三季度、四季度. */
const SEVERAL = `[${QUARTERS}](?:[、和][${QUARTERS}])+(?:个)?季度|${HALVES}|后[两二三]个?季度|${ONE}(?:[、和]${ONE})+`;
export const PERIOD = ONE;
/** 二、四季度各 */
export const EACH_OF = new RegExp(`(${SEVERAL})(?:各|均)`);
export const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const PIECE = new RegExp(
  `^([^\\d，；（）]{0,24}?)(?:(20\\d{2})年)?(${SEVERAL}|${ONE})(各|均)?([^\\d，；（）]{0,20}?)(${NUMBER})([^\\d]*)$`,
);
const ONLY_LEAD = /^(?:其中|力争|争取|确保|计划|到)*[：:]?$/;
/** Rates of change are compared as they stand; 每季度10家 and 前10位 are something else. */
const NO_SHARE =
  /增长|增速|增幅|提[高升]|下降|降[低至到]|压[减缩降]|减少|同比|[每第前]$|(?:不超过|不高于|不多于|以内|以下|低于|控制在)/;
const HEDGES =
  /其中|力争|争取|确保|计划|累计|分别|达到|(?:不少于|不低于|突破|超过|至少)|[约达为再的]|^[：:]|以上|左右/g;
const LONGEST_BEHIND = 16;

/** The quarters that words speak of, each with how its number counts. */
function quartersOf(words: string): Pick<Share, 'quarter' | 'sinceJanuary' | 'whole'>[] {
  const of = (quarter: number, sinceJanuary = quarter === 1) => ({ quarter, sinceJanuary, whole: false });
  if (new RegExp(`^(?:${HALVES})$`).test(words)) return [of(2, true), of(4)];
  const behind = /^后([两二三])/.exec(words)?.[1];
  if (behind) return (behind === '三' ? [2, 3, 4] : [3, 4]).map((quarter) => of(quarter));
  const short = new RegExp(`^([${QUARTERS}](?:[、和][${QUARTERS}])+)(?:个)?季度$`).exec(words)?.[1];
  if (short) return [...short.replace(/[、和]/g, '')].map((q) => of(QUARTERS.indexOf(q) + 1));
  return words.split(/[、和]/).map(periodEnds);
}

/** The quarter at whose end a period ends, and whether its number counts from the year's beginning. */
export function periodEnds(period: string): Pick<Share, 'quarter' | 'sinceJanuary' | 'whole'> {
  const single = /^第?([一二三四1-4])季度(末|底)?/.exec(period);
  if (single) {
    const quarter = QUARTERS.indexOf(single[1] as string) + 1 || Number(single[1]);
    return { quarter, sinceJanuary: quarter === 1 || single[2] !== undefined, whole: false };
  }
  if (/^上半年/.test(period)) return { quarter: 2, sinceJanuary: true, whole: false };
  if (/^前/.test(period)) return { quarter: /三/.test(period) ? 3 : 2, sinceJanuary: true, whole: false };
  return { quarter: 4, sinceJanuary: !/^下半年/.test(period), whole: !/^下半年/.test(period) };
}

/** The period that words name, and nothing else. */
export const periodOf = (words: string): ReturnType<typeof periodEnds> | undefined =>
  new RegExp(`^${ONE}$`).test(words) ? periodEnds(words) : undefined;

/** `year`: the plan's; a piece of another year is none. */
export function pieceOf(text: string, year: number): Piece | undefined {
  const found = PIECE.exec(text);
  if (!found) return undefined;
  const [, lead = '', named, period = '', each, middle = '', digits = '', tail = ''] = found;
  const unit = unitAt(tail);
  if (unit === undefined || tail.length > unit.length + LONGEST_BEHIND) return undefined;
  if (NO_SHARE.test(`${lead}${middle}`) || NO_SHARE.test(tail) || (named && Number(named) !== year))
    return undefined;
  const quarters = quartersOf(period);
  // 三、四季度30家: together.
  const kept = each ? quarters : quarters.slice(-1);
  const fromJanuary = /累计/.test(`${lead}${middle}`);
  const value = Number(digits.replaceAll(',', ''));
  const limit = /^(?:及?以上|左右)/.exec(tail.slice(unit.length))?.[0] ?? '';
  const start = lead.length;
  const when = { start, end: start + (named ? 5 : 0) + period.length + (each?.length ?? 0) };
  return {
    shares: kept.map((one) => ({
      ...one,
      sinceJanuary: one.sinceJanuary || fromJanuary,
      value,
      unit,
      limit,
    })),
    key: `${ONLY_LEAD.test(lead) ? '' : lead}${middle}${tail.slice(unit.length)}`.replace(HEDGES, ''),
    lead: ONLY_LEAD.test(lead) ? '' : lead,
    when,
    end: when.end + middle.length + digits.length + unit.length,
  };
}

/** Undefined where the unit measures something else. */
export const valueIn = (share: Share, unit: string): number | undefined =>
  convertUnit({ ...share, decimals: 0, qualifier: '' }, unit)?.value;

/** Expected at the ends of the quarters. */
export type Nodes = [number | null, number | null, number | null, number | null];

const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
const runningTotals = (values: readonly number[]): number[] =>
  values.map((_, i) => exact(values.slice(0, i + 1).reduce((total, one) => total + one, 0)));
const isRising = (values: readonly number[]): boolean =>
  values.every((one, i) => i === 0 || one >= (values[i - 1] ?? 0));
const addsUpInKind = (kind: TargetKind): boolean => kind === 'cumulative' || kind === 'events';

/** Where the year's number stands at the ends of the quarters; undefined where the shares do not come to it. */
export function nodesOf(
  shares: readonly Share[],
  { value, unit, kind, operator }: { value: number; unit: string; kind: TargetKind; operator?: Operator },
): Nodes | undefined {
  const inPercent = unit !== '%' && shares.every((one) => one.unit === '%');
  const inUnit = shares.map((one) => valueIn(one, unit));
  const values = inPercent ? shares.map((one) => one.value) : inUnit.filter((one) => one !== undefined);
  if (kind === 'growth' || values.length < shares.length) return undefined;
  const whole = inPercent ? 100 : value;
  if (!isInOrder(shares)) return undefined;
  const sums = runningTotals(values);
  const sum = sums.at(-1) ?? 0;
  const ends = shares.at(-1)?.quarter ?? 0;
  // 全年60家，一季度10家，二季度20家: nothing is said of the rest.
  const partly = ends < 4 && sum < whole;
  const addsUp = (sum === whole || partly) && shares.slice(1).every(({ sinceJanuary }) => !sinceJanuary);
  const ordered = isRising(operator === 'atMost' ? values.toReversed() : values);
  const levels = ordered && values.at(-1) === whole && ends === 4;
  // …，其中一季度5亿元，上半年15亿元, both from January.
  const steps =
    ordered &&
    operator !== 'atMost' &&
    (values.at(-1) ?? 0) <= whole &&
    shares.every((one) => one.sinceJanuary);
  const totals = addsUp && addsUpInKind(kind) ? sums : levels || (steps && ends < 4) ? values : undefined;
  if (!totals) return undefined;
  const points = inPercent ? totals.map((one) => exact((value * one) / 100)) : totals;
  const nodes = pointsAt(shares, points);
  nodes[3] ??= value;
  return nodes;
}

const isInOrder = (shares: readonly Share[]): boolean =>
  shares.every(({ quarter }, i) => i === 0 || quarter > (shares[i - 1]?.quarter ?? 0));

function pointsAt(shares: readonly Share[], points: readonly number[]): Nodes {
  const nodes: Nodes = [null, null, null, null];
  shares.forEach(({ quarter }, i) => {
    nodes[quarter - 1] = points[i] as number;
  });
  return nodes;
}

/** What the shares say of a year for which the plan gives no number of its own. */
export interface OfYear {
  value: number;
  nodes: Nodes;
  /** sum: added up · level: counted from January, the last is the year's · whole: the plan gives it behind its shares. */
  by: 'sum' | 'level' | 'whole';
  /** The last quarter that is spoken of. */
  until: number;
}

/** Undefined where they neither add up nor rise, or where nobody can tell which is meant. */
export function yearOf(given: readonly Share[], kind: TargetKind): OfYear | undefined {
  const unit = given[0]?.unit ?? '';
  const shares = given.flatMap((one): Share[] => {
    const value = valueIn(one, unit);
    return value === undefined ? [] : [{ ...one, value, unit }];
  });
  if (kind === 'growth' || shares.length < given.length) return undefined;
  const whole = shares.at(-1)?.whole ? shares.at(-1) : undefined;
  const parts = whole ? shares.slice(0, -1) : shares;
  if (whole) {
    const target = { value: whole.value, unit: whole.unit, kind };
    // Shares that add up to it, or come to it step by step.
    const nodes = nodesOf(parts, target) ?? nodesOf(shares, target);
    return nodes && { value: whole.value, nodes, by: 'whole', until: 4 };
  }
  if (!isInOrder(parts)) return undefined;
  const values = parts.map(({ value }) => value);
  const later = parts.slice(1);
  const apart = addsUpInKind(kind) && later.every(({ sinceJanuary }) => !sinceJanuary);
  const together = later.every(({ sinceJanuary }) => sinceJanuary) || !addsUpInKind(kind);
  if (!apart && !(together && isRising(values))) return undefined;
  const points = apart ? runningTotals(values) : values;
  const value = points.at(-1) ?? 0;
  const nodes = pointsAt(parts, points);
  const until = parts.at(-1)?.quarter ?? 4;
  for (let quarter = until; quarter < 4; quarter++) nodes[quarter] = value;
  return { value, nodes, by: apart ? 'sum' : 'level', until };
}

/** 二、四季度各1次 comes to 2次, the first by the end of June. */
export function nodesOfEach(value: number, quarters: readonly number[]): Nodes {
  const due = (quarter: number): number => quarters.filter((one) => one <= quarter).length;
  const nodes = [1, 2, 3, 4].map((quarter) => (due(quarter) === 0 ? null : exact(value * due(quarter))));
  return nodes as Nodes;
}

export const eachOf = (words: string): number[] => quartersOf(words).map(({ quarter }) => quarter);
