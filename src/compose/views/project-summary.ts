/** Investment, starts and completions of some projects, for sentences. */
import type { ProjectSummary } from '../../model/ledger/project-ledger.ts';
import type { View } from '../engine/value.ts';
import type { Money } from '../texts/project-money.ts';
import { investedPhrase, paceSentence } from '../texts/project-text.ts';

export function summaryView(summary: ProjectSummary, money: Money): View {
  return {
    个数: summary.count,
    计划: money.of(summary.plan),
    投资: money.of(summary.invested),
    完成率: summary.rate,
    进度: paceSentence(summary),
    本月: investedPhrase(money.of(summary.monthInvested)),
    知本季: summary.quarterKnown,
    本季: investedPhrase(money.of(summary.quarterInvested)),
    开工: summary.started,
    竣工: summary.completed,
    未开工: summary.notStarted,
    未报送: summary.unknown,
    本月开工: summary.startedInMonth,
    本月竣工: summary.completedInMonth,
    本季开工: summary.startedInQuarter,
    本季竣工: summary.completedInQuarter,
    停滞: summary.stalled,
    未按期开工: summary.startOverdue,
  };
}
