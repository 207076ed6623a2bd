/** The projects with the largest investment of the year (attribute count, 20 where absent). */
import { byCodeUnit } from '../../base/order.ts';
import type { Figure } from '../../model/document/figure.ts';
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { PROJECT_STATE_WORDS } from '../../model/ledger/project-ledger.ts';
import { moneyOf } from '../texts/project-money.ts';
import { projectNote, projectSource } from '../texts/project-notes.ts';
import { bare } from '../texts/project-text.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

const MOST = 20;

const HEADS = ['编号', '项目', '所在地', '领域', '总投资', '年度计划', '年内完成', '状态'];
const SHAPE = columns(
  [7, 'centre'],
  [33, 'left'],
  [10, 'left'],
  [13, 'left'],
  [10, 'right'],
  [10, 'right'],
  [10, 'right'],
  [8, 'centre'],
);

export function largestProjects({ projects }: YearLedger, { count }: Record<string, string>): TableContent {
  if (!projects) return simpleTable(HEADS, SHAPE, []);
  const size = (figure: Figure | null): number => figure?.value ?? 0;
  const records = [...projects.projects]
    .sort((a, b) => size(b.invested) - size(a.invested) || byCodeUnit(a.project.code, b.project.code))
    .slice(0, Number(count) || MOST);
  const money = moneyOf(
    projects,
    records.flatMap(({ project, invested }) => [project.total, project.yearPlan, invested]),
  );
  const rows = records.map(({ project, invested, state }): CellValue[] => [
    project.code,
    project.name,
    project.city,
    project.category,
    ...[project.total, project.yearPlan, invested].map((amount) => bare(money.of(amount))),
    PROJECT_STATE_WORDS[state],
  ]);
  return simpleTable(HEADS, SHAPE, rows, {
    unitNote: `单位：${money.unit}`,
    density: 'dense',
    notes: [...projectNote(projects), ...projectSource(projects)],
  });
}
