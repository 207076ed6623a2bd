/** Key projects by city: ranking with movement (attribute since=month or quarter), and by kind. */
import type { TableCell } from '../../model/document.ts';
import type { CityProjects, ProjectLedger, ProjectSummary, Rank } from '../../model/project-ledger.ts';
import { type Money, moneyOf } from '../project-money.ts';
import { projectNote, projectSource, projectUnits } from '../project-notes.ts';
import { bare, signed } from '../project-text.ts';
import { byRank, movementText, previousRankCell, rankCell, sharedRanks } from '../ranking.ts';
import { type CellValue, cell, columns, headCell, simpleTable, type TableContent } from './cells.ts';
import { percentCell } from './goals.ts';

export function projectCities(
  projects: ProjectLedger,
  { since = 'quarter' }: Record<string, string>,
): TableContent {
  const { cities, summary } = projects.all;
  const rankOf = (city: CityProjects): Rank => (since === 'month' ? city.rank : city.sinceQuarter);
  const shared = sharedRanks(cities.map(rankOf));
  const compared = cities.some((city) => rankOf(city).previousRank !== null);
  const money = moneyOf(
    projects,
    [...cities, projects.all].flatMap(({ summary: s }) => [s.plan, s.invested]),
  );
  const amounts = (s: ProjectSummary): CellValue[] => [
    bare(s.count),
    bare(money.of(s.plan)),
    bare(money.of(s.invested)),
    percentCell(s.rate),
    signed(s.gap),
  ];
  const rows = byRank(cities, rankOf).map((city): CellValue[] => [
    rankCell({ rank: rankOf(city), by: city.summary.rate }, shared),
    city.city,
    ...amounts(city.summary),
    ...(compared ? [previousRankCell(rankOf(city)), movementText(rankOf(city))] : []),
    bare(city.summary.stalled),
    bare(city.summary.startOverdue),
  ]);
  const total: CellValue[] = [
    '',
    projects.region.whole || '合计',
    ...amounts(summary),
    ...(compared ? ['', ''] : []),
    bare(summary.stalled),
    bare(summary.startOverdue),
  ];
  const before = since === 'month' ? '上月' : '上季度';
  return simpleTable(
    [
      '名次',
      '地区',
      '项目',
      '年度计划投资',
      '累计完成投资',
      '完成率',
      '差距',
      ...(compared ? [`${before}名次`, '变化'] : []),
      '停滞',
      '未按期开工',
    ],
    columns(
      [shared.size > 0 ? 16 : 12, 'centre'],
      [19, 'left'],
      [12, 'right'],
      [15.5, 'right'],
      [15.5, 'right'],
      [15.5, 'right'],
      [15, 'right'],
      ...(compared
        ? ([
            [since === 'month' ? 12 : 15.5, 'centre'],
            [14, 'centre'],
          ] as [number, 'centre'][])
        : []),
      [12, 'right'],
      [15.5, 'right'],
    ),
    [...rows, ...(cities.length > 0 ? [total] : [])],
    {
      unitNote: projectUnits(money),
      notes: [
        ...projectNote(projects, '按投资完成率由高到低排名，保留一位小数后相同的并列，其后名次顺延'),
        ...projectSource(projects),
      ],
    },
  );
}

interface KindColumn {
  heading: string;
  mm: number;
  /** Said of more than two kinds, too: there is room for half of it. */
  narrow: boolean;
  of(summary: ProjectSummary, money: Money): CellValue;
}

/** What is said of each kind. */
const PER_KIND: readonly KindColumn[] = [
  { heading: '项目数', mm: 11, narrow: true, of: ({ count }) => bare(count) },
  { heading: '计划投资', mm: 16, narrow: false, of: ({ plan }, money) => bare(money.of(plan)) },
  { heading: '完成投资', mm: 16, narrow: true, of: ({ invested }, money) => bare(money.of(invested)) },
  { heading: '完成率', mm: 14, narrow: true, of: ({ rate }) => percentCell(rate) },
  { heading: '差距', mm: 14, narrow: false, of: ({ gap }) => signed(gap) },
];

/** Each city's plan, investment and rate, one kind beside the other. */
export function projectCitiesByKind(projects: ProjectLedger): TableContent {
  const { kinds, all, region } = projects;
  const shown = kinds.filter(({ summary }) => summary.count.value > 0);
  const said = PER_KIND.filter(({ narrow }) => narrow || shown.length <= 2);
  const money = moneyOf(
    projects,
    shown.flatMap((kind) => [kind, ...kind.cities]).flatMap(({ summary: s }) => [s.plan, s.invested]),
  );
  const amounts = (summary: ProjectSummary | undefined): CellValue[] =>
    said.map((column) => (summary ? column.of(summary, money) : ''));
  const wide = (text: string): TableCell => ({ ...headCell(text), colSpan: said.length });
  return {
    unitNote: projectUnits(money),
    columns: columns(
      [20, 'left'],
      ...shown.flatMap(() => said.map(({ mm }): [number, 'right'] => [mm, 'right'])),
    ),
    head: [
      [{ ...headCell('地区'), rowSpan: 2 }, ...shown.map(({ kind, name }) => wide(kind ?? name))],
      shown.flatMap(() => said.map(({ heading }) => headCell(heading))),
    ],
    body: [
      ...all.cities.map(({ city }) => [
        cell(city),
        ...shown.flatMap((group) =>
          amounts(group.cities.find((one) => one.city === city)?.summary).map(cell),
        ),
      ]),
      ...(all.cities.length > 0
        ? [[cell(region.whole || '合计'), ...shown.flatMap(({ summary }) => amounts(summary).map(cell))]]
        : []),
    ],
    notes: [],
    density: 'dense',
  };
}
