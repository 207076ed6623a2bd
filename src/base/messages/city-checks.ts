/** Messages of the cross-checks on the cities' quarterly numbers. */
import { formatAmount } from '../chinese/format.ts';
import type { Quantity } from '../chinese/quantity.ts';
import { innerQuotes } from '../chinese/text.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { timesApart } from './ledger.ts';

/** Whom and what a finding is about. */
export interface AboutIndicator {
  city: string;
  indicator: string;
  /** The cell. */
  at: Origin;
}

const on = ({ city, indicator }: AboutIndicator): string => `${city}报送的“${innerQuotes(indicator)}”`;

/** `said`: what is wrong with the number, after what it is. */
const doubt = (code: string, about: AboutIndicator, value: Quantity, said: string): Diagnostic =>
  diagnostic(
    code,
    'warning',
    `${on(about)}为${formatAmount(value)}，${said}。`,
    about.at,
    `请报送地核对计量单位（${value.unit}）和小数点，改正后重新报送；确实如此的，写明理由予以确认。`,
  );

export const cityJump = (about: AboutIndicator, value: Quantity, last: Quantity): Diagnostic =>
  doubt(
    'cityJump',
    about,
    value,
    `上次为${formatAmount(last)}，相差约${timesApart(value, last)}倍，疑为计量单位填错`,
  );

export const cityOverTarget = (
  about: AboutIndicator,
  value: Quantity,
  target: Quantity,
  factor: number,
): Diagnostic =>
  doubt('cityOverTarget', about, value, `超过年度目标${formatAmount(target)}的${factor}倍，疑为计量单位填错`);

/** What is there at the period's end, with nothing earlier of the year to compare. */
export const cityFarBelow = (about: AboutIndicator, value: Quantity, target: Quantity): Diagnostic =>
  doubt(
    'cityFarBelow',
    about,
    value,
    `年度目标为${formatAmount(target)}，相差约${timesApart(value, target)}倍，期末数量不应这样少，疑为小数点或计量单位填错`,
  );

/** @param target absent where the city has none for the indicator */
export const cityTenfold = (
  about: AboutIndicator,
  value: Quantity,
  [reference, what]: readonly [Quantity, '上次' | '序时进度' | '年度目标'],
  target: Quantity | null,
): Diagnostic =>
  doubt(
    'cityTenfold',
    about,
    value,
    `${what}为${formatAmount(reference)}，相差十倍以上${target && what !== '年度目标' ? `且明显超过年度目标${formatAmount(target)}` : ''}，疑为小数点或计量单位填错`,
  );

export const cityFallen = (
  about: AboutIndicator,
  value: Quantity,
  last: Quantity,
  kind: '累计数' | '期末数量',
): Diagnostic =>
  diagnostic(
    'cityFallen',
    'warning',
    `${on(about)}${kind === '累计数' ? '累计' : ''}为${formatAmount(value)}，低于上次的${formatAmount(last)}，${kind}不应减少。`,
    about.at,
    `请报送地核对小数点和计量单位（${value.unit}）${kind === '累计数' ? '，看是否填成了当季数' : ''}，改正后重新报送；确有核减的，在“存在问题”栏写明核减数和依据。`,
  );

export const cityReduced = (
  about: AboutIndicator,
  value: Quantity,
  last: Quantity,
  said: string,
): Diagnostic =>
  diagnostic(
    'cityReduced',
    'info',
    `${on(about)}为${formatAmount(value)}，低于上次的${formatAmount(last)}；报送地说明：${said}。`,
    about.at,
  );

/** A share of a whole that leaps; `points`: how far, 百分点. */
export const cityRatioLeaps = (
  about: AboutIndicator,
  value: Quantity,
  last: Quantity,
  points: string,
): Diagnostic =>
  doubt('cityRatioLeaps', about, value, `上次为${formatAmount(last)}，相差${points}个百分点，疑为小数点填错`);

/** The first share of the year; `lowest`: of what all the others gave. */
export const cityRatioAlone = (about: AboutIndicator, value: Quantity, lowest: Quantity): Diagnostic =>
  doubt('cityRatioAlone', about, value, `其他各地都在${formatAmount(lowest)}以上，疑为小数点填错`);

export const cityGrowthLeaps = (
  about: AboutIndicator,
  value: Quantity,
  last: Quantity,
  points: string,
): Diagnostic =>
  doubt(
    'cityGrowthLeaps',
    about,
    value,
    `上次为${formatAmount(last)}，相差${points}个百分点，疑为小数点填错，或把绝对数、指数填成了增速`,
  );

/** The first growth of the year; `usual`: what the others gave, or what growth can hardly leave. */
export const cityGrowthAlone = (
  about: AboutIndicator,
  value: Quantity,
  usual: readonly [Quantity, Quantity],
  whose: '其他各地' | '通常',
): Diagnostic =>
  doubt(
    'cityGrowthAlone',
    about,
    value,
    `${whose}在${formatAmount(usual[0])}至${formatAmount(usual[1])}之间，疑为小数点填错，或把绝对数、指数填成了增速`,
  );

export const cityOutOfRange = (about: AboutIndicator, value: Quantity): Diagnostic =>
  doubt('cityOutOfRange', about, value, `${value.value < 0 ? '不应为负数' : '占比不应超过100%'}`);
