/** Key projects by kind, and by field of one kind (attribute kind, as the master list writes it). */
import type { ProjectLedger, ProjectSummary } from '../../model/project-ledger.ts';
import { moneyOf } from '../project-money.ts';
import { projectUnits } from '../project-notes.ts';
import { bare, signed } from '../project-text.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';
import { percentCell } from './goals.ts';

/** The attribute since=month shows what the month added instead of the quarter. */
export function projectKinds(
  projects: ProjectLedger,
  { since = 'quarter' }: Record<string, string>,
): TableContent {
  const { all, kinds } = projects;
  const added = (s: ProjectSummary) => (since === 'month' ? s.monthInvested : s.quarterInvested);
  const present = kinds.filter(({ summary }) => summary.count.value > 0);
  const money = moneyOf(
    projects,
    [all, ...kinds].flatMap(({ summary: s }) => [s.plan, s.invested, added(s)]),
  );
  const row = (name: string, s: ProjectSummary): CellValue[] => [
    name,
    bare(s.count),
    bare(money.of(s.plan)),
    bare(money.of(s.invested)),
    bare(money.of(added(s))),
    percentCell(s.rate),
    signed(s.gap),
    bare(s.started),
    bare(s.completed),
  ];
  return simpleTable(
    [
      '类别',
      '项目数',
      '年度计划投资',
      '累计完成投资',
      since === 'month' ? '本月完成' : '本季度完成',
      '完成率',
      '差距',
      '已开工',
      '竣工',
    ],
    columns(
      [21, 'left'],
      [15.5, 'right'],
      [20, 'right'],
      [20, 'right'],
      [18, 'right'],
      [16, 'right'],
      [16, 'right'],
      [15.5, 'right'],
      [14, 'right'],
    ),
    [
      ...present.map(({ kind, name, summary }) => row(kind ?? name, summary)),
      // The sum of one is what stands above it.
      ...(present.length === 1 ? [] : [row('合计', all.summary)]),
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
  return simpleTable(
    ['建设领域', '项目数', '年度计划投资', '累计完成投资', '完成率', '差距', '已开工', '竣工', '停滞'],
    columns(
      [38, 'left'],
      [15.5, 'right'],
      [16, 'right'],
      [16, 'right'],
      [15.5, 'right'],
      [15, 'right'],
      [15.5, 'right'],
      [12.25, 'right'],
      [12.25, 'right'],
    ),
    fields.map(({ name, summary: s }): CellValue[] => [
      name,
      bare(s.count),
      bare(money.of(s.plan)),
      bare(money.of(s.invested)),
      percentCell(s.rate),
      signed(s.gap),
      bare(s.started),
      bare(s.completed),
      bare(s.stalled),
    ]),
    { unitNote: projectUnits(money) },
  );
}
