/** Lists of single projects: stalled, not started in time, with problems, all of them. */

import { groupBy } from '../../base/group.ts';
import { byCodeUnit } from '../../base/order.ts';
import type { Figure } from '../../model/document/figure.ts';
import {
  PROJECT_STATE_WORDS,
  type ProjectLedger,
  type ProjectRecord,
  type ProjectSummary,
} from '../../model/ledger/project-ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { type Money, moneyOf } from '../texts/project-money.ts';
import { bare, byCity, kindOf, monthWords, placesText } from '../texts/project-text.ts';
import { balanced } from './balance.ts';
import {
  type CellValue,
  cell,
  columns,
  NUMBER_MM,
  simpleTable,
  type TableContent,
  TEXT_MM,
  tableOf,
} from './cells.ts';
import { percentCell } from './goals.ts';

const numbered = (_: ProjectRecord, i: number): string => String(i + 1);

/** One unit for all rows of a table; `also`: amounts that stand in it besides. */
function moneyOfRows(
  projects: ProjectLedger,
  rows: readonly ProjectRecord[],
  also: readonly Figure[] = [],
): Money {
  return moneyOf(projects, [
    ...rows.flatMap(({ project, invested }) => [project.yearPlan, invested]),
    ...also,
  ]);
}

/** Where all are of one kind the text says so (均为新基建项目), and a column of it would say it again in every row. */
const hasKinds = (rows: readonly ProjectRecord[]): boolean => new Set(rows.map(kindOf)).size > 1;

export function stalledProjects(projects: ProjectLedger): TableContent {
  const { stalled } = projects;
  const money = moneyOfRows(projects, stalled);
  const table = tableOf(
    [...stalled].sort((a, b) => b.idleMonths - a.idleMonths),
    [
      ['序号', NUMBER_MM, 'centre', numbered],
      ['项目', 38.6, 'left', ({ project }) => project.name],
      ['所在地', 17.5, 'left', ({ project }) => project.city],
      hasKinds(stalled) && ['类别', 17.5, 'left', kindOf],
      ['年度计划', 12, 'right', ({ project }) => bare(money.of(project.yearPlan))],
      ['累计完成', 12, 'right', ({ invested }) => bare(money.of(invested))],
      [
        '连续无投资',
        // 10个月 is a line, as 8个月 is; where there is none it takes no more than it needs.
        16.2,
        'right',
        ({ idleMonths, project }) => count(idleMonths, `“${project.name}”连续没有完成投资的月数`, '个月'),
      ],
      ['反映的原因', 34, 'left', ({ problem }) => problem?.value ?? '未说明'],
    ],
    { unitNote: `单位：${money.unit}` },
  );
  return balanced(table, ['项目', '反映的原因'], TEXT_MM);
}

/** The year is said where there is another: a date without it leaves room for what is in the way to stand in one line. */
export function overdueStarts({ overdueStarts: overdue, month }: ProjectLedger): TableContent {
  const ofYear = overdue.every(({ project }) => project.plannedStart.startsWith(`${month.year}-`));
  const start = (id: string): string =>
    ofYear ? monthWords(id).replace(`${month.year}年`, '') : monthWords(id);
  const table = tableOf(
    overdue.toSorted((a, b) => byCodeUnit(a.project.plannedStart, b.project.plannedStart)),
    [
      ['序号', NUMBER_MM, 'centre', numbered],
      ['项目', ofYear ? 32.6 : 34.6, 'left', ({ project }) => project.name],
      ['所在地', 17.5, 'left', ({ project }) => project.city],
      hasKinds(overdue) && ['类别', 17.5, 'left', kindOf],
      ['计划开工', ofYear ? 13 : 22.5, 'centre', ({ project }) => start(project.plannedStart)],
      ['前期进展', ofYear ? 32.5 : 24.5, 'left', ({ progress }) => progress?.value ?? '未说明'],
      ['反映的原因', ofYear ? 32.5 : 29, 'left', ({ problem }) => problem?.value ?? '未说明'],
    ],
  );
  return balanced(table, ['项目', '前期进展', '反映的原因'], TEXT_MM);
}

/** What the cities say stands in the way, most frequent first. */
export function projectProblems(ledger: ProjectLedger): TableContent {
  const kinds = [
    ...groupBy(
      ledger.projects.filter(({ problem }) => problem),
      ({ problem }) => problem?.value ?? '',
    ),
  ].sort(([, a], [, b]) => b.length - a.length);
  return simpleTable(
    ['反映的问题', '项目数', '所在地'],
    columns([60, 'left'], [16, 'right'], [80, 'left']),
    kinds.map(([words, list]): CellValue[] => [
      words,
      count(list.length, `反映“${words}”的项目`, ''),
      placesText(list, 8, `反映“${words}”的项目`, ledger),
    ]),
    { unitNote: '单位：个' },
  );
}

/** For landscape pages: every project of which something is wrong, with what the city says. */
export function troubledProjects(ledger: ProjectLedger): TableContent {
  const marks = (record: ProjectRecord): string =>
    [record.stalled ? '停滞' : '', record.startOverdue ? '未按期开工' : '', record.problem ? '存在问题' : '']
      .filter((word) => word !== '' && (word !== '存在问题' || !(record.stalled || record.startOverdue)))
      .join('、');
  const rows = ledger.projects.filter((record) => record.stalled || record.startOverdue || record.problem);
  const money = moneyOfRows(ledger, rows);
  const table = tableOf(
    byCity(rows, ledger.all),
    [
      ['序号', 9, 'centre', numbered],
      ['编号', 13, 'centre', ({ project }) => project.code],
      ['项目', 52, 'left', ({ project }) => project.name],
      ['所在地', 19, 'left', ({ project }) => project.city],
      ['类别', 18, 'left', kindOf],
      ['情况', 22, 'left', marks],
      ['年度计划', 15, 'right', ({ project }) => bare(money.of(project.yearPlan))],
      ['累计完成', 15, 'right', ({ invested }) => bare(money.of(invested))],
      ['完成率', 13, 'right', ({ rate }) => percentCell(rate)],
      ['形象进度', 32, 'left', ({ progress }) => progress?.value ?? null],
      ['存在问题', 36, 'left', ({ problem }) => problem?.value ?? '未说明'],
    ],
    { unitNote: `单位：${money.unit}、%`, density: 'dense' },
  );
  return balanced(table, ['项目', '所在地', '情况', '形象进度', '存在问题']);
}

/** All projects, each on one line, those of a city under its name. */
export function projectList(ledger: ProjectLedger): TableContent {
  const { all, projects } = ledger;
  const sums = all.cities.flatMap(({ summary: { plan, invested } }) => [plan, invested]);
  const money = moneyOfRows(ledger, projects, sums);
  const groups = groupBy(projects, ({ project }) => project.city);
  const listed = all.cities.flatMap(({ city }) => groups.get(city) ?? []);
  const table = tableOf(
    listed,
    [
      ['编号', 11, 'centre', ({ project }) => project.code],
      ['项目', 62, 'left', ({ project }) => project.name],
      ['建设领域', 26, 'left', ({ project }) => project.category],
      ['年度计划', 14, 'right', ({ project }) => bare(money.of(project.yearPlan))],
      ['累计完成', 14, 'right', ({ invested }) => bare(money.of(invested))],
      ['完成率', 12, 'right', ({ rate }) => percentCell(rate)],
      [
        '状态',
        17,
        'left',
        ({ stalled, startOverdue, state }) =>
          stalled ? '停滞' : startOverdue ? '未按期开工' : PROJECT_STATE_WORDS[state],
      ],
    ],
    { unitNote: `单位：${money.unit}、%`, density: 'dense' },
  );
  const headOf = (city: string, { count: n, plan, invested }: ProjectSummary) => ({
    ...cell(rich(`${city}（项目`, n, '，年度计划', money.of(plan), '，累计完成', money.of(invested), '）')),
    colSpan: table.columns.length,
    header: true,
  });
  const shared = balanced(table, ['项目', '建设领域', '状态'], TEXT_MM);
  return {
    ...shared,
    body: all.cities.flatMap(({ city, summary }) => [
      [headOf(city, summary)],
      ...shared.body.filter((_, i) => listed[i]?.project.city === city),
    ]),
  };
}
