/** Picks the sentence that explains a verdict; the words are in base/messages/reasons.ts. */
import { formatQuantity, formatRange } from '../../base/chinese/format.ts';
import { leastWords, limitWords } from '../../base/chinese/limit.ts';
import type { Quantity } from '../../base/chinese/quantity.ts';
import { decimalsOf, subtract } from '../../base/decimal.ts';
import { evidenceWord } from '../../base/messages/ledger.ts';
import * as say from '../../base/messages/reasons.ts';
import type { TargetRecord } from '../../model/ledger/ledger.ts';
import type { MilestoneRecord } from '../../model/plan/milestone-record.ts';
import type { Target } from '../../model/plan/target.ts';
import type { Status } from '../../model/status.ts';
import { TO_BE_NAMED } from '../../model/unit.ts';
import { isDoubt } from '../returns/acknowledge.ts';
import type { TargetFacts } from '../verdicts/judge.ts';

function plain(value: number, unit: string): Quantity {
  return { value, unit, decimals: decimalsOf(value), qualifier: '' };
}

/** 30个以上, 不少于30个, 超过1亿条, 7%左右, 2—3条, 不高于1.25. */
export function targetWords(target: Target): string {
  const value = plain(target.value, target.unit);
  if (target.upper !== undefined) return formatRange(target.value, target.upper, target.unit);
  if (target.operator === 'exceed') return `超过${formatQuantity(value)}`;
  if (target.operator === 'about') return `${formatQuantity(value)}左右`;
  if (target.operator === 'atMost') {
    const { before, after } = limitWords(target.wording, target.unit);
    return `${before}${formatQuantity(value)}${after}`;
  }
  const { before, after } = leastWords(target.wording);
  return `${before}${formatQuantity(value)}${after}`;
}

function verbFor(target: Target): '累计完成' | '达到' | '为' {
  if (target.operator === 'atMost') return '为';
  return target.kind === 'cumulative' || target.kind === 'events' ? '累计完成' : '达到';
}

/** Why nothing is known of a task or target that no return speaks of. */
export function silenceReason(unit: string, hasReturn: boolean): string {
  if (unit === TO_BE_NAMED) return say.NOBODY_ASKED;
  return hasReturn ? say.noEntry(unit) : say.noReturn(unit);
}

/** Why a target has its status, in one sentence for the report. */
export function targetReason(record: TargetRecord, facts: TargetFacts, hasReturn: boolean): string {
  const { target, value, rate, expected, gap, status } = record;
  const unit = target.responsible.unit;
  if (record.unread !== undefined) return say.unreadable(record.unread);
  if (facts.reported === 'silent') return silenceReason(unit, hasReturn);
  if (status === 'notReported') return say.noValue(unit);
  if (status === 'toVerify') {
    const doubts = record.findings.filter(isDoubt);
    return say.toVerify(doubts.map((finding) => finding.message));
  }
  if (status === 'notStarted') return say.notStarted(expected);
  if (!value) return facts.saysNotStarted ? say.notYetDue() : say.NOTHING_DUE;
  if (target.operator === 'yesNo') {
    return facts.fulfilled ? say.yesDone() : say.notYes(facts.due);
  }
  if (facts.level)
    return target.operator === 'atMost' && facts.fulfilled
      ? say.withinLimit(value, targetWords(target))
      : levelReason(target, value);
  const verb = verbFor(target);
  const rateWords = rate && say.rateWords(rate, target.operator === 'atMost');
  if (status === 'done') return say.done(verb, value, targetWords(target), rateWords);
  const nothingDue = !expected || (expected.value === 0 && gap?.value === 0);
  if (nothingDue) return say.awaited(verb, value, rateWords);
  if (!rate || !rateWords || !gap) return say.short(verb, value, targetWords(target));
  const reason = say.onSchedule(verb, value, rateWords, expected, gap);
  return rate.value >= 100 ? say.notQuite(reason, target.operator === 'exceed') : reason;
}

function levelReason(target: Target, value: Quantity): string {
  const decimals = Math.max(value.decimals, decimalsOf(target.value));
  const unit = target.unit === '%' ? '百分点' : target.unit;
  const difference = { value: subtract(value.value, target.value), unit, decimals, qualifier: '' as const };
  return say.level(value, targetWords(target), difference);
}

/**
 * Why a task with stages has its status, in one sentence for the report.
 * @param doubted whether there is evidence, of which the day can't be right
 */
export function milestoneReason(record: MilestoneRecord, status: Status, doubted: boolean): string {
  const { nodes, reached, claimed, expected } = record;
  const stage = (number: number): string | null => nodes[number - 1]?.stage ?? null;
  const words = (): string => {
    if (status === 'done') return say.allStages(stage(nodes.length) ?? '');
    if (status === 'notStarted') return say.stageNotStarted(stage(expected) ?? '');
    if (reached > expected) return say.stagesAhead(stage(reached) ?? '', reached - expected);
    if (reached === expected) return say.stagesOnTime(stage(reached));
    return say.stagesBehind(stage(reached), stage(expected) ?? '', expected - reached);
  };
  const node = nodes[claimed - 1];
  if (claimed <= reached || !node) return words();
  return doubted
    ? say.doubted(words(), node.stage)
    : say.unproven(words(), node.stage, evidenceWord(node.evidence));
}
