/** The four numbers over a bulletin on key projects: investment, against the plan, starts, what stands still. */

import { againstPace } from '../../base/chinese/wording.ts';
import type { KeyFiguresBlock } from '../../model/document.ts';
import type { ProjectLedger } from '../../model/project-ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { investedPhrase } from '../project-text.ts';
import { phrase } from '../sentences.ts';

/** `quarter`: what the quarter added, instead of the month. */
export function projectFigures(projects: ProjectLedger, quarter: boolean): KeyFiguresBlock['items'] {
  const { summary: s } = projects.all;
  const stuck = new Set([...projects.stalled, ...projects.overdueStarts]).size;
  return [
    {
      label: rich('累计完成投资').rich,
      value: rich(s.invested).rich,
      detail: rich(quarter ? '本季度' : '本月', investedPhrase(quarter ? s.quarterInvested : s.monthInvested))
        .rich,
    },
    {
      label: rich('年度计划完成率').rich,
      value: rich(s.rate).rich,
      detail:
        s.gap && s.expected.value < 100
          ? phrase(againstPace(s.gap), s.gap).rich
          : rich('年度计划', s.plan).rich,
    },
    {
      label: rich('已开工项目').rich,
      value: rich(s.started).rich,
      detail: rich('共', s.count, '，其中竣工', s.completed).rich,
    },
    {
      label: rich('停滞和未按期开工').rich,
      value: rich(count(stuck, '停滞或未按期开工的项目', '个')).rich,
      detail: rich('停滞', s.stalled, '，未按期开工', s.startOverdue).rich,
    },
  ];
}
