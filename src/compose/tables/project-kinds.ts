/** Key projects by kind, and by field of one kind (attribute kind, as the master list writes it). */
import type { ProjectLedger, ProjectSummary } from '../../model/ledger/project-ledger.ts';
import { moneyOf } from '../texts/project-money.ts';
import { projectUnits } from '../texts/project-notes.ts';
import { bare, signed } from '../texts/project-text.ts';
import { type TableContent, tableOf } from './cells.ts';
import { percentCell } from './goals.ts';

/** The attribute since=month shows what the month added instead of the quarter. */
export function projectKinds(
  projects: ProjectLedger,
  { since = 'quarter' }: Record<string, string>,
): TableContent {
  const { all, kinds } = projects;
  const added = (s: ProjectSummary) => (since === 'month' ? s.monthInvested : s.quarterInvested);
  const money = moneyOf(
    projects,
    [all, ...kinds].flatMap(({ summary: s }) => [s.plan, s.invested, added(s)]),
  );
  const shown = kinds.filter(({ summary }) => summary.count.value > 0);
  return tableOf(
    [
      ...shown.map(({ kind, name, summary }) => ({ name: kind ?? name, s: summary })),
      // The sum of one is what stands above it.
      ...(shown.length === 1 ? [] : [{ name: '合计', s: all.summary }]),
    ],
    [
      ['类别', 21, 'left', ({ name }) => name],
      ['项目数', 15.5, 'right', ({ s }) => bare(s.count)],
      ['年度计划投资', 20, 'right', ({ s }) => bare(money.of(s.plan))],
      ['累计完成投资', 20, 'right', ({ s }) => bare(money.of(s.invested))],
      [since === 'month' ? '本月完成' : '本季度完成', 18, 'right', ({ s }) => bare(money.of(added(s)))],
      ['完成率', 16, 'right', ({ s }) => percentCell(s.rate)],
      ['差距', 16, 'right', ({ s }) => signed(s.gap)],
      ['已开工', 15.5, 'right', ({ s }) => bare(s.started)],
      ['竣工', 14, 'right', ({ s }) => bare(s.completed)],
    ],
    { unitNote: projectUnits(money) },
  );
}

/** Fastest first. */
export function projectFields(projects: ProjectLedger, { kind }: Record<string, string>): TableContent {
  const group = projects.kinds.find((one) => one.kind === kind);
  const fields = [...(group?.categories ?? [])].sort(
    (a, b) => (b.summary.rate?.value ?? -1) - (a.summary.rate?.value ?? -1),
  );
  const money = moneyOf(
    projects,
    fields.flatMap(({ summary: s }) => [s.plan, s.invested]),
  );
  return tableOf(
    fields,
    [
      ['建设领域', 36.6, 'left', ({ name }) => name],
      ['项目数', 15.5, 'right', ({ summary: s }) => bare(s.count)],
      ['年度计划投资', 17.5, 'right', ({ summary: s }) => bare(money.of(s.plan))],
      ['累计完成投资', 17.5, 'right', ({ summary: s }) => bare(money.of(s.invested))],
      ['完成率', 15.5, 'right', ({ summary: s }) => percentCell(s.rate)],
      ['差距', 15, 'right', ({ summary: s }) => signed(s.gap)],
      ['已开工', 15.5, 'right', ({ summary: s }) => bare(s.started)],
      ['竣工', 11.4, 'right', ({ summary: s }) => bare(s.completed)],
      ['停滞', 11.4, 'right', ({ summary: s }) => bare(s.stalled)],
    ],
    { unitNote: projectUnits(money) },
  );
}
