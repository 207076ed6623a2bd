/** Messages on data/statistics/: what is written there, and what may not be put together. */
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { didYouMean, oneOf } from './hints.ts';

export const statisticPeriodForm = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'statisticPeriodForm',
    'error',
    `看不懂时期“${found}”。`,
    at,
    '年度写 2021，半年写 2022H1，单季写 2022Q3，年初累计写 2022M1-9，期末数写 2022-09-30。',
  );

export const statisticPeriodKind = (at: Origin, kind: 'flow' | 'stock'): Diagnostic =>
  diagnostic(
    'statisticPeriodKind',
    'error',
    kind === 'stock' ? '期末数的时期应写到日，如 2021-12-31。' : '时期数不能写成某一天的数。',
    at,
    kind === 'stock' ? '确为时期数的，把 kind 改为 flow。' : '确为期末数的，把 kind 改为 stock。',
  );

export const statisticReference = (
  at: Origin,
  what: '口径' | '来源' | '地域' | '系列',
  found: string,
  suggestion: string | undefined,
  known: readonly string[],
): Diagnostic =>
  diagnostic(
    'statisticReference',
    'error',
    `没有登记的${what}“${found}”。`,
    at,
    ...didYouMean(suggestion),
    ...oneOf(known),
  );

export const statisticTwice = (at: Origin, what: string, first: string): Diagnostic =>
  diagnostic(
    'statisticTwice',
    'error',
    `${what}写了两次。`,
    at,
    `另一处在${first}；只留一处，数值不同的注明各自的数据阶段。`,
  );

export const statisticFieldMissing = (at: Origin, field: string): Diagnostic =>
  diagnostic(
    'statisticFieldMissing',
    'error',
    `数值没有注明${field}。`,
    at,
    '写在数值上，或者写在系列上由各数值共用。',
  );

export const statisticRowDiffers = (
  at: Origin,
  id: string,
  field: string,
  found: string,
  wanted: string,
): Diagnostic =>
  diagnostic(
    'statisticRowDiffers',
    'error',
    `“${id}”的${field}写作“${found}”，系列中登记的是“${wanted}”。`,
    at,
  );

export const statisticTableHead = (file: string, wanted: readonly string[]): Diagnostic =>
  diagnostic(
    'statisticTableHead',
    'error',
    '没有找到表头。',
    { file },
    `表头依次为 ${wanted.join('、')}，其后每列一个时期。`,
  );

export const statisticNumber = (at: Origin, found: string): Diagnostic =>
  diagnostic(
    'statisticNumber',
    'error',
    `“${found}”不是数值。`,
    at,
    '只写数字；缺数写“—”，不适用写“…”，零写 0。',
  );

export const statisticAbsent = (
  at: Origin | undefined,
  what: string,
  suggestion: string | undefined,
): Diagnostic =>
  diagnostic(
    'statisticAbsent',
    'error',
    `没有${what}。`,
    at,
    ...didYouMean(suggestion),
    '数据在 data/statistics/ 中登记后才能引用。',
  );

export const statisticVintages = (what: string, vintages: readonly string[]): Diagnostic =>
  diagnostic(
    'statisticVintages',
    'error',
    `${what}有${vintages.join('、')}几个数，未说明用哪一个。`,
    undefined,
    '引用时写明数据阶段，如 gdp@2021#修订。',
  );

/** `what`: 相加 … ; `aspect`: 口径, 数据阶段, 计量单位 …; both sides with source and place. */
export const statisticsDiffer = (
  at: Origin,
  what: string,
  aspect: string,
  left: string,
  right: string,
  ...hints: string[]
): Diagnostic =>
  diagnostic('statisticsDiffer', 'error', `${aspect}不同，不能${what}：${left}；${right}。`, at, ...hints);

export const statisticKindRefused = (at: Origin, what: string, why: string): Diagnostic =>
  diagnostic('statisticKindRefused', 'error', `不能${what}：${why}。`, at);

export const statisticInexact = (at: Origin, what: string, found: string): Diagnostic =>
  diagnostic(
    'statisticInexact',
    'error',
    `只知“${found}”，不是确数，不能${what}。`,
    at,
    '改用确数，或者在正文中照原文叙述。',
  );

export const statisticDenominator = (at: Origin, part: string, whole: string): Diagnostic =>
  diagnostic(
    'statisticDenominator',
    'error',
    `口径“${part}”没有登记可以“${whole}”为分母。`,
    at,
    '确可计算占比的，在 definitions.yaml 中该口径的 shareOf 登记分母。',
  );
