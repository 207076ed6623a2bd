/** The projects with the largest investment of the year (attribute count, 20 where absent). */
import { byCodeUnit } from '../../base/order.ts';
import type { Figure } from '../../model/figure.ts';
import type { YearLedger } from '../../model/ledger.ts';
import { PROJECT_STATE_WORDS } from '../../model/project-ledger.ts';
import { rich } from '../engine/value.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

const MOST = 20;

export function largestProjects({ projects }: YearLedger, { count }: Record<string, string>): TableContent {
  const size = (figure: Figure | null): number => figure?.value ?? 0;
  const rows = [...(projects?.projects ?? [])]
    .sort((a, b) => size(b.invested) - size(a.invested) || byCodeUnit(a.project.code, b.project.code))
    .slice(0, Number(count) || MOST);
  return simpleTable(
    ['编号', '项目', '所在地', '领域', '总投资', '年度计划', '年内完成', '状态'],
    columns(
      [7, 'centre'],
      [33, 'left'],
      [10, 'left'],
      [13, 'left'],
      [10, 'right'],
      [10, 'right'],
      [10, 'right'],
      [8, 'centre'],
    ),
    rows.map(({ project, invested, state }): CellValue[] => [
      project.code,
      project.name,
      project.city,
      project.category,
      project.total,
      project.yearPlan,
      invested,
      PROJECT_STATE_WORDS[state],
    ]),
    {
      density: 'dense',
      notes: [rich(`数据来源：各地月报${projects?.demo ? '（演示数据）' : ''}，领导小组办公室汇总。`).rich],
    },
  );
}
