/** Lists of single projects: stalled, not started in time, with problems, all of them. */
import { groupBy } from '../../base/group.ts';
import type { Figure } from '../../model/figure.ts';
import {
  PROJECT_STATE_WORDS,
  type ProjectLedger,
  type ProjectRecord,
  type ProjectSummary,
} from '../../model/project-ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { fold } from '../fold.ts';
import { type Money, moneyOf } from '../project-money.ts';
import { bare, byCity, kindOf, monthWords } from '../project-text.ts';
import { balanced } from './balance.ts';
import {
  type CellValue,
  cell,
  columns,
  NUMBER_MM,
  simpleTable,
  type TableContent,
  TEXT_MM,
} from './cells.ts';
import { percentCell } from './goals.ts';

const number = (i: number): string => String(i + 1);

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

export function stalledProjects(projects: ProjectLedger): TableContent {
  const { stalled } = projects;
  const money = moneyOfRows(projects, stalled);
  return simpleTable(
    ['序号', '项目', '所在地', '类别', '年度计划', '累计完成', '连续无投资', '反映的原因'],
    columns(
      [NUMBER_MM, 'centre'],
      [38.6, 'left'],
      [17.5, 'left'],
      [17.5, 'left'],
      [12, 'right'],
      [12, 'right'],
      [14, 'right'],
      [34, 'left'],
    ),
    [...stalled]
      .sort((a, b) => b.idleMonths - a.idleMonths)
      .map((record, i): CellValue[] => [
        number(i),
        record.project.name,
        record.project.city,
        kindOf(record),
        bare(money.of(record.project.yearPlan)),
        bare(money.of(record.invested)),
        count(record.idleMonths, `“${record.project.name}”连续没有完成投资的月数`, '个月'),
        record.problem?.value ?? '未说明',
      ]),
    { unitNote: `单位：${money.unit}` },
  );
}

export function overdueStarts({ overdueStarts: overdue }: ProjectLedger): TableContent {
  return simpleTable(
    ['序号', '项目', '所在地', '类别', '计划开工', '前期进展', '反映的原因'],
    columns(
      [NUMBER_MM, 'centre'],
      [34.6, 'left'],
      [17.5, 'left'],
      [17.5, 'left'],
      [22.5, 'centre'],
      [24.5, 'left'],
      [29, 'left'],
    ),
    [...overdue]
      .sort((a, b) => (a.project.plannedStart < b.project.plannedStart ? -1 : 1))
      .map((record, i): CellValue[] => [
        number(i),
        record.project.name,
        record.project.city,
        kindOf(record),
        monthWords(record.project.plannedStart),
        record.progress?.value ?? '未说明',
        record.problem?.value ?? '未说明',
      ]),
  );
}

/** What the cities say stands in the way, most frequent first. */
export function projectProblems({ projects, all }: ProjectLedger): TableContent {
  const kinds = [
    ...groupBy(
      projects.filter(({ problem }) => problem),
      ({ problem }) => problem?.value ?? '',
    ),
  ].sort(([, a], [, b]) => b.length - a.length);
  return simpleTable(
    ['反映的问题', '项目数', '所在地'],
    columns([60, 'left'], [16, 'right'], [80, 'left']),
    kinds.map(([words, list]): CellValue[] => [
      words,
      count(list.length, `反映“${words}”的项目`, ''),
      fold(
        [...groupBy(byCity(list, all), ({ project }) => project.city)].map(([city, own]) =>
          rich(city, count(own.length, `${city}反映“${words}”的项目`, '个')),
        ),
        8,
        { unit: '个', noun: '地方', what: `反映“${words}”的地方` },
      ),
    ]),
    { unitNote: '单位：个' },
  );
}

/** For landscape pages: every project of which something is wrong, with what the city says. */
export function troubledProjects(ledger: ProjectLedger): TableContent {
  const marks = (record: ProjectRecord): string =>
    [record.stalled ? '停滞' : '', record.startOverdue ? '未按期开工' : '', record.problem ? '有问题' : '']
      .filter((word) => word !== '' && (word !== '有问题' || !(record.stalled || record.startOverdue)))
      .join('、');
  const rows = ledger.projects.filter((record) => record.stalled || record.startOverdue || record.problem);
  const money = moneyOfRows(ledger, rows);
  const table = simpleTable(
    [
      '序号',
      '编号',
      '项目',
      '所在地',
      '类别',
      '情况',
      '年度计划',
      '累计完成',
      '完成率',
      '形象进度',
      '存在问题',
    ],
    columns(
      [9, 'centre'],
      [13, 'centre'],
      [52, 'left'],
      [19, 'left'],
      [18, 'left'],
      [22, 'left'],
      [15, 'right'],
      [15, 'right'],
      [13, 'right'],
      [32, 'left'],
      [36, 'left'],
    ),
    byCity(rows, ledger.all).map((record, i): CellValue[] => [
      number(i),
      record.project.code,
      record.project.name,
      record.project.city,
      kindOf(record),
      marks(record),
      bare(money.of(record.project.yearPlan)),
      bare(money.of(record.invested)),
      percentCell(record.rate),
      record.progress?.value ?? null,
      record.problem?.value ?? '未说明',
    ]),
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
  const heads = ['编号', '项目', '建设领域', '年度计划', '累计完成', '完成率', '状态'];
  const rows = (record: ProjectRecord) =>
    [
      record.project.code,
      record.project.name,
      record.project.category,
      bare(money.of(record.project.yearPlan)),
      bare(money.of(record.invested)),
      percentCell(record.rate),
      record.stalled ? '停滞' : record.startOverdue ? '未按期开工' : PROJECT_STATE_WORDS[record.state],
    ].map(cell);
  const table = simpleTable(
    heads,
    columns(
      [11, 'centre'],
      [62, 'left'],
      [26, 'left'],
      [14, 'right'],
      [14, 'right'],
      [12, 'right'],
      [17, 'left'],
    ),
    [],
    { unitNote: `单位：${money.unit}、%`, density: 'dense' },
  );
  const headOf = (city: string, { count: n, plan, invested }: ProjectSummary) => ({
    ...cell(rich(`${city}（项目`, n, '，年度计划', money.of(plan), '，累计完成', money.of(invested), '）')),
    colSpan: heads.length,
    header: true,
  });
  const body = all.cities.flatMap(({ city }) => (groups.get(city) ?? []).map(rows));
  const shared = balanced({ ...table, body }, ['项目', '建设领域', '状态'], TEXT_MM);
  return {
    ...shared,
    body: all.cities.flatMap(({ city, summary }) => [
      [headOf(city, summary)],
      ...(groups.get(city) ?? []).map(rows),
    ]),
  };
}
