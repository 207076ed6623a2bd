/** Key projects by city: ranking with movement (attribute since=month or quarter), and by kind. */
import type { TableCell } from '../../model/document/document.ts';
import type { CityProjects, ProjectLedger, ProjectSummary, Rank } from '../../model/ledger/project-ledger.ts';
import { byRank, movementText, previousRankCell, rankCell, sharedRanks } from '../choice/ranking.ts';
import { type Money, moneyOf } from '../texts/project-money.ts';
import { projectNote, projectSource, projectUnits } from '../texts/project-notes.ts';
import { bare, signed } from '../texts/project-text.ts';
import { type CellValue, cell, columns, headCell, type TableContent, tableOf } from './cells.ts';
import { percentCell } from './goals.ts';

/** A city's projects, or without `own` those of all. */
interface CityRow {
  name: string;
  summary: ProjectSummary;
  own: CityProjects | undefined;
}

export function projectCities(
  projects: ProjectLedger,
  { since = 'quarter' }: Record<string, string>,
): TableContent {
  const { cities, summary } = projects.all;
  const rankOf = (city: CityProjects): Rank => (since === 'month' ? city.rank : city.sinceQuarter);
  const shared = sharedRanks(cities.map(rankOf));
  const unranked = cities.filter((city) => rankOf(city).rank === null);
  // Not for want of anything that could be compared.
  const apart = unranked.flatMap(({ city, summary: s }) => (s.rate ? city : []));
  const compared = cities.some((city) => rankOf(city).previousRank !== null);
  const money = moneyOf(
    projects,
    [...cities, projects.all].flatMap(({ summary: s }) => [s.plan, s.invested]),
  );
  const rows: CityRow[] = byRank(cities, rankOf).map((own) => ({
    name: own.city,
    summary: own.summary,
    own,
  }));
  if (rows.length > 0) rows.push({ name: projects.region.whole || '合计', summary, own: undefined });
  const before = since === 'month' ? '上月' : '上季度';
  return tableOf(
    rows,
    [
      [
        '名次',
        shared.size > 0 ? 16 : unranked.length > 0 ? 14.5 : 12,
        'centre',
        ({ own }) => (own ? rankCell({ rank: rankOf(own), by: own.summary.rate }, shared) : ''),
      ],
      ['地区', 19, 'left', ({ name }) => name],
      ['项目', 12, 'right', ({ summary: s }) => bare(s.count)],
      ['年度计划', 15.5, 'right', ({ summary: s }) => bare(money.of(s.plan))],
      ['累计完成', 15.5, 'right', ({ summary: s }) => bare(money.of(s.invested))],
      ['完成率', 15.5, 'right', ({ summary: s }) => percentCell(s.rate)],
      ['差距', 15, 'right', ({ summary: s }) => signed(s.gap)],
      compared && [
        `${before}名次`,
        since === 'month' ? 12 : 15.5,
        'centre',
        ({ own }) => (own ? previousRankCell(rankOf(own)) : ''),
      ],
      compared && ['变化', 14, 'centre', ({ own }) => (own ? movementText(rankOf(own)) : '')],
      ['停滞', 12, 'right', ({ summary: s }) => bare(s.stalled)],
      ['未按期开工', 15.5, 'right', ({ summary: s }) => bare(s.startOverdue)],
    ],
    {
      unitNote: projectUnits(money),
      notes: [
        ...projectNote(
          projects,
          `按投资完成率由高到低排名，保留一位小数后相同的并列，其后名次顺延${apart.length > 0 ? `；${apart.join('、')}不参加排名` : ''}`,
        ),
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
  { heading: '项目数', mm: 12.5, narrow: true, of: ({ count }) => bare(count) },
  { heading: '计划投资', mm: 16, narrow: false, of: ({ plan }, money) => bare(money.of(plan)) },
  { heading: '完成投资', mm: 16, narrow: true, of: ({ invested }, money) => bare(money.of(invested)) },
  { heading: '完成率', mm: 13.5, narrow: true, of: ({ rate }) => percentCell(rate) },
  { heading: '差距', mm: 13.5, narrow: false, of: ({ gap }) => signed(gap) },
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
      [18, 'left'],
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
