/**
 * Why a target or task has its status: clauses in Chinese without a final stop, so that a template may put them into
 * a cell, a list or a sentence.
 */
import { clause } from '../chinese/clause.ts';
import { formatAmount, formatQuantity } from '../chinese/format.ts';
import type { Quantity } from '../chinese/quantity.ts';
import { innerQuotes } from '../chinese/text.ts';
import { againstPace, direction, phraseText } from '../chinese/wording.ts';

export const noReturn = (unit: string): string => `${unit}本季度未报送`;
/** Nobody has been named yet to answer for it. */
export const NOBODY_ASKED = '责任单位尚未确定，本季度无人填报';
export const noEntry = (unit: string): string => `${unit}本季度报送中未填报该项`;
export const noValue = (unit: string): string => `${unit}本季度未填报该项数值`;
export const unreadable = (written: string): string => `所填“${written}”无法识别，待单位改正`;
export const noStage = (unit: string): string => `${unit}本季度未填报进展阶段`;
export const nothingAgreed = (): string => '既无数量指标也无阶段台阶，无法评定';

/** Messages of findings, joined. */
export const toVerify = (messages: string[]): string => messages.map(clause).join('；');

export const notStarted = (expected: Quantity | null): string =>
  expected ? `尚未启动，序时进度为${formatQuantity(expected)}` : '尚未启动';

/** Of what the plan, or its schedule, asks for later. */
export const NOTHING_DUE = '按计划本季度末尚无要求';

export const notYetDue = (): string => `尚未启动，${NOTHING_DUE}`;

/** Lead for a value by kind of target: 累计完成 / 达到 / 为. */
type Verb = '累计完成' | '达到' | '为';

/** A stock below its baseline, or what should fall and stands above it, has no rate worth printing. */
export const rateWords = (rate: Quantity, shouldFall: boolean): string =>
  direction(rate) < 0 ? `${shouldFall ? '高' : '低'}于年初水平` : `完成率${formatQuantity(rate)}`;

export const yesDone = (): string => '已经实现';
export const notYes = (overdue: boolean): string =>
  overdue ? '尚未实现，已到完成期限' : '尚未实现，未到完成期限';

export const done = (verb: Verb, value: Quantity, target: string, rate: string | null): string =>
  `${verb}${formatQuantity(value)}，已完成年度目标（${target}）${rate ? `，${rate}` : ''}`;

/** What was done last quarter and not reported again: by a unit that left it out, or by one that is silent. */
export const settledEarlier = (reason: string, hasReturn: boolean): string =>
  `${reason}（上季度已完成，本季度${hasReturn ? '未再填报' : '未报送、未再确认'}）`;

export const onSchedule = (
  verb: Verb,
  value: Quantity,
  rate: string,
  expected: Quantity,
  gap: Quantity,
): string =>
  `${verb}${formatQuantity(value)}，${rate}，序时进度${formatQuantity(expected)}，${phraseText(againstPace(gap))}`;

export const awaited = (verb: Verb, value: Quantity, rate: string | null): string =>
  `${verb}${formatQuantity(value)}${rate ? `，${rate}` : ''}，${NOTHING_DUE}`;

/** A rate printed as 100% or more that is still not what the plan asks: 突破 wants more, 99.96% is less. */
export const notQuite = (reason: string, mustExceed: boolean): string =>
  `${reason}，尚未${mustExceed ? '超过' : '达到'}年度目标`;

/** Without a rate (target equal to its baseline): only the comparison is left. */
export const short = (verb: Verb, value: Quantity, target: string): string =>
  `${verb}${formatQuantity(value)}，未达到年度目标（${target}）`;

/** An upper limit that is kept: how far below it the value is, is no merit by itself. */
export const withinLimit = (value: Quantity, target: string): string =>
  `本期为${formatQuantity(value)}，符合目标（${target}）`;

/** Growth and levels: `difference` = value − target, in 百分点 when both are percentages. */
export const level = (value: Quantity, target: string, difference: Quantity): string => {
  const sign = direction(difference);
  const lead = `本期为${formatQuantity(value)}`;
  if (sign === 0) return `${lead}，与目标（${target}）持平`;
  const size = formatAmount({ ...difference, value: Math.abs(difference.value) });
  return `${lead}，${sign > 0 ? '高于' : '低于'}目标（${target}）${size}`;
};

// ── milestones ──────────────────────────────────────────────────────────────────────────────────────────────────

const reachedWords = (reached: string | null): string =>
  reached ? `已到“${reached}”阶段` : '尚未到首个阶段';

export const allStages = (last: string): string => `已到“${last}”阶段，约定阶段全部完成`;
export const stagesAhead = (reached: string, stages: number): string =>
  `${reachedWords(reached)}，比计划提前${stages}个阶段`;
export const stagesOnTime = (reached: string | null): string =>
  reached ? `${reachedWords(reached)}，符合约定节点` : NOTHING_DUE;
export const stagesBehind = (reached: string | null, expected: string, stages: number): string =>
  `按计划应到“${expected}”阶段，${reached ? `现为“${reached}”阶段` : '尚未到首个阶段'}，落后${stages}个阶段`;
export const stageNotStarted = (expected: string): string => `按计划应到“${expected}”阶段，尚未启动`;
export const unproven = (reason: string, claimed: string, evidence: string): string =>
  `${reason}（自报“${claimed}”，未附${evidence}，未予认定）`;

/** The evidence names a day on which it can't have been. */
export const doubted = (reason: string, claimed: string): string =>
  `${reason}（自报“${claimed}”，佐证材料的日期待核实，未予认定）`;

// ── parts of a task ─────────────────────────────────────────────────────────────────────────────────────────────

export const ofPart = (name: string, reason: string): string => `“${innerQuotes(name)}”${reason}`;
