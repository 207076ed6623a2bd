/** Lists of projects that were not started in time: what they need not say. */
import { expect, it } from 'vitest';
import { overdueStarts } from '../../src/compose/tables/project-lists.ts';
import type { ProjectLedger } from '../../src/model/ledger/project-ledger.ts';

const list = (...projects: [kind: string, plannedStart: string][]) => {
  const overdue = projects.map(([kind, plannedStart]) => ({
    project: { kind, plannedStart, name: '项目', city: '甲市' },
  }));
  const table = overdueStarts({
    month: { id: '2022-09', year: 2022, month: 9 },
    overdueStarts: overdue,
  } as unknown as ProjectLedger);
  return [...table.head, ...table.body].map((row) =>
    row.flatMap(({ content }) => content.flat().map((node) => ('text' in node ? node.text : ''))),
  );
};

it('names the year where a project is of another year than the ledger, and in all rows then', () => {
  expect(list(['新基建', '2022-07']).at(-1)).toContain('7月');
  const rows = list(['新基建', '2021-11'], ['新基建', '2022-07']);
  expect(rows[1]).toContain('2021年11月');
  expect(rows[2]).toContain('2022年7月');
});

it('has a column of the kind where there are several', () => {
  expect(list(['新基建', '2022-07'], ['新基建', '2022-08'])[0]).not.toContain('类别');
  expect(list(['新基建', '2022-07'], ['重点产业', '2022-08'])[0]).toContain('类别');
});
