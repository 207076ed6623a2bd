/** Diagnostics of the cross-checks that compare a value with texts, limits and other values; see also ledger.ts. */
import { formatQuantity } from '../chinese/format.ts';
import type { Quantity } from '../chinese/quantity.ts';
import { innerQuotes } from '../chinese/text.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';
import { didYouMean } from './hints.ts';
import { type About, on } from './ledger.ts';

// ── rules.yaml ──────────────────────────────────────────────────────────────────────────────────────────────────

export const sumTargetUnknown = (at: Origin, id: string, near: string | undefined): Diagnostic =>
  diagnostic(
    'sumTargetUnknown',
    'error',
    `核对规则的总数和分项中写的“${id}”不是计划中的指标编号。`,
    at,
    ...didYouMean(near),
    '从别的计划照抄来的，换成本计划的指标编号；没有总数和分项要核对的，写作 sums: []。',
  );

// ── the value can't be trusted ──────────────────────────────────────────────────────────────────────────────────

export const textDiffers = (about: About, value: Quantity, said: string, clause: string): Diagnostic =>
  diagnostic(
    'textDiffers',
    'warning',
    `${on(about)}为${formatQuantity(value)}，进展文字中写为“${innerQuotes(`${clause}${said}`)}”，两者不一致。`,
    about.at,
    '请报送单位核对数值和文字，改正有误的一处。',
  );

export const tenfold = (
  about: About,
  value: Quantity,
  reference: Quantity,
  what: '上次' | '序时进度',
): Diagnostic =>
  diagnostic(
    'tenfold',
    'warning',
    `${on(about)}为${formatQuantity(value)}，${what}为${formatQuantity(reference)}，相差十倍以上且明显超过年度目标，疑为小数点或计量单位填错。`,
    about.at,
    '请报送单位核对小数点和计量单位后重新报送。',
  );

export const outOfRange = (about: About, value: Quantity): Diagnostic =>
  diagnostic(
    'outOfRange',
    'warning',
    `${on(about)}为${formatQuantity(value)}，${value.value < 0 ? '不应为负数' : '占比不应超过100%'}。`,
    about.at,
    '请报送单位核对后重新报送。',
  );

export const sumDiffers = (about: About, value: Quantity, sum: Quantity, parts: string[]): Diagnostic =>
  diagnostic(
    'sumDiffers',
    'warning',
    `${on(about)}为${formatQuantity(value)}，所属各项（${parts.join('、')}）合计为${formatQuantity(sum)}，两者不等。`,
    about.at,
    '请报送单位核对总数和分项数。',
  );

export const partsExceed = (about: About, value: Quantity, sum: Quantity, parts: string[]): Diagnostic =>
  diagnostic(
    'partsExceed',
    'warning',
    `${on(about)}为${formatQuantity(value)}，小于其中的${parts.join('、')}（${formatQuantity(sum)}），部分不应大于总数。`,
    about.at,
    '请有关单位核对统计口径。',
  );

// ── notices ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const belowBaseline = (about: About, value: Quantity, baseline: Quantity): Diagnostic =>
  diagnostic(
    'belowBaseline',
    'info',
    `${on(about)}为${formatQuantity(value)}，低于年初基数${formatQuantity(baseline)}。`,
    about.at,
    '请报送单位核对口径；基数有误的，由办公室更正计划数据。',
  );

export const farOver = (about: About, value: Quantity, target: Quantity, factor: number): Diagnostic =>
  diagnostic(
    'farOver',
    'info',
    `${on(about)}为${formatQuantity(value)}，达到年度目标${formatQuantity(target)}的${factor}倍以上，请确认口径。`,
    about.at,
  );

const WITHOUT_BASELINE = '为时点数或占比而没有年初基数，完成率按与目标值之比计算，可能偏高';
/** In a paper, of several at once: in a first year hardly anything has a baseline. `names`: 年度目标“…”和任务1、任务3的指标. */
export const noBaselines = (names: string, n: number): string => `${names}（共${n}项）${WITHOUT_BASELINE}`;

/** The same for a list of findings; `names` of their targets by unit, one line each. */
export const baselinesWanted = (names: readonly string[], n: number): string[] => [
  `时点数、占比没有年初基数的共${n}项，完成率按与目标值之比计算，可能偏高：`,
  ...names,
  '→ 请在计划数据中补充这些指标的年初基数。',
];

export const noBaseline = (about: About, value: Quantity): Diagnostic =>
  diagnostic(
    'noBaseline',
    'info',
    `${on(about)}为${formatQuantity(value)}，该项${WITHOUT_BASELINE}。`,
    about.at,
    '请在计划数据中补充该指标的年初基数。',
  );

export const unexplained = (about: About, status: string): Diagnostic =>
  diagnostic(
    'unexplained',
    'info',
    `${about.unit}报送的${about.subject}评定为${status}，但未填写存在问题，原因不明。`,
    about.at,
    '请报送单位补充滞后原因和下一步措施。',
  );

/** `from`, `to`: what the task was last quarter and is now. */
export const problemLeft = (about: About, { from, to }: { from: string; to: string }): Diagnostic =>
  diagnostic(
    'problemLeft',
    'info',
    `${about.unit}报送的${about.subject}由${from}转为${to}，存在问题却与上季度相同，疑为上季度的原因没有删去。`,
    about.at,
    '问题已经解决的，请报送单位删去；还存在的，写明最新情况。',
  );
