/** 说明: how the data came about and were judged. */
import { clause } from '../../base/chinese/clause.ts';
import { innerQuotes } from '../../base/chinese/text.ts';
import { groupBy } from '../../base/group.ts';
import { noBaselines } from '../../base/messages/checks.ts';
import type { Finding } from '../../model/ledger/finding.ts';
import { type Ledger, owesReturn } from '../../model/ledger/ledger.ts';
import type { View } from '../engine/value.ts';
import { count } from '../figures.ts';
import { goalNames } from '../names.ts';
import { revisedTargets } from '../texts/revised-text.ts';

/** Name of the check: ledger/checks/no-baseline.ts. */
const NO_BASELINE = 'no-baseline';

/** “确认属实：…（综合组）”, or '' for a finding of which the office has noted nothing. */
export function acknowledgementText({ acknowledgement }: Finding): string {
  if (!acknowledgement) return '';
  const { outcome, reason, by } = acknowledgement;
  return `${outcome}：${clause(reason)}（${by}）`;
}

/** Those without a baseline are said at once where there are several of one note: a first year has few baselines. */
function foundIn(ledger: Ledger): View[] {
  const item = (finding: Finding, 内容: string): View => ({
    单位: finding.unit,
    内容,
    说明: acknowledgementText(finding),
  });
  const alike = groupBy(
    ledger.findings.filter(({ check }) => check === NO_BASELINE),
    acknowledgementText,
  );
  return ledger.findings.flatMap((finding): View[] => {
    const those = finding.check === NO_BASELINE ? alike.get(acknowledgementText(finding)) : undefined;
    if (!those || those.length < 2) return [item(finding, clause(finding.message))];
    return those[0] === finding ? [item(finding, noBaselines(namesIn(those, ledger), those.length))] : [];
  });
}

/** 年度目标“5G用户数”“上云率”和任务1、任务3的指标 */
function namesIn(findings: readonly Finding[], { goals }: Ledger): string {
  const named = goals.flatMap(({ goal }) =>
    findings.some(({ subject }) => subject === goal.id) ? [goal] : [],
  );
  const tasks = [
    ...new Set(findings.flatMap(({ subject }) => (typeof subject === 'number' ? [subject] : []))),
  ];
  return [
    ...(named.length > 0 ? [goalNames(named)] : []),
    ...(tasks.length > 0 ? [`${tasks.map((no) => `任务${no}`).join('、')}的指标`] : []),
  ].join('和');
}

export function methodView(ledger: Ledger): View {
  const { notes } = ledger.plan;
  const owing = ledger.returns.filter(owesReturn);
  const received = owing.filter((record) => record.receivedAt);
  const late = received.filter((record) => record.late);
  const missing = owing.filter((record) => !record.receivedAt);
  // Nobody reads a list of all units there are.
  const nobody = missing.length > 1 && received.length === 0;
  return {
    应报: count(owing.length, '应报送的单位', '个'),
    已报: count(received.length, '已报送的单位', '个'),
    按时: count(received.length - late.length, '按时报送的单位', '个'),
    迟报: late.map((record) => record.unit.name),
    未报: missing.map((record) => record.unit.name),
    均未报: nobody,
    未报单位: nobody ? '各单位' : missing.map((record) => record.unit.name).join('、'),
    迟报数: count(late.length, '迟报的单位', '个'),
    未报数: count(missing.length, '未报送的单位', '个'),
    评定规则: [...ledger.rules.pace.explanation],
    目标调整: revisedTargets(ledger),
    核对规则: [...ledger.rules.checks.explanation],
    核对发现: foundIn(ledger),
    解读: notes.interpretations.map(
      (note): View => ({
        处: note.where,
        原文: innerQuotes(note.words),
        理解: note.reading,
        理由: note.reason,
      }),
    ),
    有订正: notes.interpretations.length + notes.mends.length > 0,
    订正: notes.mends.map(
      (mend): View => ({
        处: mend.where,
        // Blanks at the end would let the closing quotation mark begin a line.
        原文: innerQuotes(mend.found).trimEnd(),
        改为: innerQuotes(mend.mended),
        理由: mend.reason,
      }),
    ),
  };
}
