/** Diagnostics of the ledger stage. Verify findings are warnings, notices are infos; reasons are in reasons.ts. */
import { formatDate } from '../chinese/date.ts';
import { formatQuantity } from '../chinese/format.ts';
import type { Quantity } from '../chinese/quantity.ts';
import { someOf } from '../chinese/some-of.ts';
import { innerQuotes } from '../chinese/text.ts';
import { type Diagnostic, diagnostic } from '../diagnostic.ts';
import type { Origin } from '../origin.ts';

/** Whom and what a finding is about. */
export interface About {
  unit: string;
  /** 任务17, 目标G03. */
  subject: string;
  /** Name of the target, where it is about one. */
  target: string;
  at: Origin;
}

/** 任务47“智慧景区”, 年度目标“数字经济增加值”. */
export const targetOf = ({ subject, target }: Pick<About, 'subject' | 'target'>): string =>
  `${subject}“${innerQuotes(target)}”`;

/** 省通信管理局报送的任务47“智慧景区”; of an annual goal it is what was achieved, not the goal. */
export const on = (about: About): string =>
  `${about.unit}报送的${targetOf(about)}${about.subject === '年度目标' ? '完成数' : ''}`;

/** A message on it, where the words before have named the task or goal: 省通信管理局报送的“智慧景区”为…, …报送的完成数为…. */
export function afterName(message: string, about: About): string {
  const { unit, subject } = about;
  const [named, left] =
    subject === '年度目标'
      ? [on(about), `${unit}报送的完成数`]
      : [`${unit}报送的${subject}“`, `${unit}报送的“`];
  return message.startsWith(named) ? left + message.slice(named.length) : message;
}

// ── what came in ────────────────────────────────────────────────────────────────────────────────────────────────

/** @param file periods.yaml of the year */
export const periodNotSet = (file: string, period: string, known: readonly string[]): Diagnostic =>
  diagnostic(
    'periodNotSet',
    'error',
    `没有 ${period} 的报送期限。`,
    { file },
    known.length > 0 ? `已设置的期次：${known.join('、')}。` : '请在该文件中写明报送截止日和数据截止日。',
  );

export const superseded = (at: Origin, unit: string, receivedAt: string, by: string): Diagnostic =>
  diagnostic('superseded', 'info', `${unit}${receivedAt}的报送已由${by}的报送取代。`, at);

export const ladderUnknown = (at: Origin, task: number, ladder: string, known: string[]): Diagnostic =>
  diagnostic(
    'ladderUnknown',
    'error',
    `任务${task}引用的阶段台阶“${ladder}”不存在。`,
    at,
    `已有的台阶：${known.join('、')}。`,
  );

export const stageUnknown = (
  at: Origin,
  unit: string,
  task: number,
  stage: string,
  known: string[],
): Diagnostic =>
  diagnostic(
    'stageUnknown',
    'warning',
    `${unit}报送的任务${task}进展阶段“${stage}”不在约定的阶段之内，按未填报处理。`,
    at,
    `约定的阶段：未启动、${known.join('、')}。`,
  );

export const nothingToJudge = (at: Origin, task: number): Diagnostic =>
  diagnostic('nothingToJudge', 'warning', `任务${task}既无数量指标也无阶段台阶，无法评定。`, at);

// ── cross-checks: the value can't be trusted ────────────────────────────────────────────────────────────────────

export const unitMismatch = (about: About, value: Quantity, unit: string): Diagnostic =>
  diagnostic(
    'unitMismatch',
    'warning',
    `${on(about)}为${formatQuantity(value)}，与计划的计量单位“${unit}”不能换算。`,
    about.at,
  );

/** Names of what made the mark, by where they stand; of meetings their files. */
interface DemoData {
  returns: readonly string[];
  baselines: readonly string[];
  meetings: readonly string[];
  statistics: readonly string[];
}

/** Papers that are marked 演示数据 on every page though most of what they say is not made up. */
export function demoMark(year: number, { returns, baselines, meetings, statistics }: DemoData): Diagnostic {
  const quoted = (names: readonly string[]): string =>
    few(
      names.map((name) => `“${innerQuotes(name)}”`),
      '',
    );
  const kinds: [found: boolean, what: string, mend: string][] = [
    [
      returns.length > 0,
      `报表（${few(returns, '、', '份')}）`,
      '报表：请单位另报不带“演示数据”标记的，再收取。',
    ],
    [
      baselines.length > 0,
      `年初基数${quoted(baselines)}`,
      `年初基数：在 data/${year}/baselines.yaml 或计划文件的 baseline 中核实更正，demo 改为 false。`,
    ],
    [meetings.length > 0, '会议事项', `会议事项：在 ${meetings.join('、')} 中删去 demo: true。`],
    [
      statistics.length > 0,
      `统计数据${quoted(statistics)}`,
      '统计数据：在 data/statistics 中换成公布的数和来源。',
    ],
  ];
  const found = kinds.filter(([is]) => is);
  return diagnostic(
    'demoMark',
    'warning',
    `文稿每页标明“演示数据”，因为用到的数中有演示数据：${found.map(([, what]) => what).join('；')}。`,
    undefined,
    ...found.map(([, , mend]) => mend),
  );
}

const MOST_NAMES = 5;

const few = (names: readonly string[], between: string, counted = '项'): string =>
  someOf(names, MOST_NAMES, counted, between);

/** Two digits are enough: 68, 1.6万. */
export function timesApart({ value: one }: Quantity, { value: other }: Quantity): string {
  const times = Number((Math.max(one, other) / Math.min(one, other)).toPrecision(2));
  return times < 10_000 ? String(times) : `${times / 10_000}万`;
}

export const jumpFromLast = (about: About, value: Quantity, last: Quantity): Diagnostic =>
  diagnostic(
    'jumpFromLast',
    'warning',
    `${on(about)}为${formatQuantity(value)}，上次为${formatQuantity(last)}，相差约${timesApart(value, last)}倍，疑为计量单位填错。`,
    about.at,
    '请报送单位核对计量单位后重新报送。',
  );

export const jumpOverTarget = (about: About, value: Quantity, target: Quantity, factor: number): Diagnostic =>
  diagnostic(
    'jumpOverTarget',
    'warning',
    `${on(about)}为${formatQuantity(value)}，超过年度目标${formatQuantity(target)}的${factor}倍，疑为计量单位填错。`,
    about.at,
    '请报送单位核对计量单位后重新报送。',
  );

export const fallen = (
  about: About,
  value: Quantity,
  last: Quantity,
  kind: '累计数' | '期末数',
): Diagnostic =>
  diagnostic(
    'fallen',
    'warning',
    `${on(about)}${kind === '累计数' ? '累计' : ''}为${formatQuantity(value)}，低于上次的${formatQuantity(last)}，${kind}不应减少。`,
    about.at,
    '请报送单位核对；确属更正的，请同时更正以前季度的数据。',
  );

export const unitsDisagree = (
  about: About,
  value: Quantity,
  other: string,
  otherValue: Quantity,
): Diagnostic =>
  diagnostic(
    'unitsDisagree',
    'warning',
    `${on(about)}为${formatQuantity(value)}，${other}报送为${formatQuantity(otherValue)}，两数不一致，暂以责任单位数据为准。`,
    about.at,
    '请两单位对账后由责任单位确认。',
  );

// ── cross-checks: notices ───────────────────────────────────────────────────────────────────────────────────────

export const claimBelowTarget = (about: About, value: Quantity | null, target: Quantity): Diagnostic =>
  diagnostic(
    'claimBelowTarget',
    'info',
    `${about.unit}将${about.subject}自评为已完成，但“${about.target}”${value ? `为${formatQuantity(value)}` : '未报数值'}，未达到年度目标${formatQuantity(target)}。`,
    about.at,
  );

export const claimBelowStage = (about: About, reached: string, last: string): Diagnostic =>
  diagnostic(
    'claimBelowStage',
    'info',
    `${about.unit}将${about.subject}自评为已完成，但认定的阶段为“${reached}”，未到“${last}”。`,
    about.at,
  );

export const textCopied = (about: About, percent: string): Diagnostic =>
  diagnostic(
    'textCopied',
    'info',
    `${about.unit}报送的${about.subject}进展文字与上季度相似度为${percent}%，疑未更新。`,
    about.at,
  );

export const evidenceMissing = (about: About, stage: string, kind: string, counted: string): Diagnostic =>
  diagnostic(
    'evidenceMissing',
    'info',
    `${about.unit}报送的${about.subject}已到“${stage}”阶段，但未附${evidenceWord(kind)}，按“${counted}”阶段认定。`,
    about.at,
  );

export const evidenceAhead = (about: About, found: string, end: string): Diagnostic =>
  diagnostic(
    'evidenceAhead',
    'warning',
    `${about.unit}报送的${about.subject}佐证材料写的是“${found}”，晚于本期期末${formatDate(end)}，未作为凭据。`,
    about.at,
    '请报送单位核对；只有已经发生的才能作为凭据，没有凭据的，阶段填到已有凭据的一步。',
  );

export const evidenceBefore = (about: About, found: string, year: number): Diagnostic =>
  diagnostic(
    'evidenceBefore',
    'warning',
    `${about.unit}报送的${about.subject}佐证材料写的是“${found}”，早于${year}年，未作为凭据。`,
    about.at,
    '请报送单位核对年份；确是计划年度以前完成的，由办公室核实后确认。',
  );

/** What a stage of the evidence kind has to show. */
export function evidenceWord(kind: string): string {
  const words: Record<string, string> = {
    documentNumber: '文号',
    date: '日期',
    datePlace: '时间和地点',
    link: '链接',
  };
  return words[kind] ?? '凭据';
}

/** @param silent names · @param owed how many units there are */
export const unitReturnsMissing = (
  folder: string,
  period: string,
  silent: readonly string[],
  owed: number,
): Diagnostic => ({
  ...diagnostic(
    'unitReturnsMissing',
    'warning',
    silent.length === owed
      ? `应报的${owed}个单位均未报送${period}进展，各项任务和年度目标列为未报送。`
      : `${silent.length}个单位未报送${period}进展，其任务和年度目标列为未报送：${silent.join('、')}。`,
    { file: folder },
  ),
  about: silent,
});

/** @param units names · @param came how the return of each came */
export const unitReturnsUnread = (
  folder: string,
  units: readonly string[],
  came: readonly string[],
): Diagnostic => ({
  ...diagnostic(
    'unitReturnsUnread',
    'warning',
    `${units.map((unit, i) => `${unit}${came[i]}`).join('；')}；改正前，其任务和年度目标列为未报送。`,
    { file: folder },
  ),
  about: units,
});
