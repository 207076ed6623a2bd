/** What diaodu collect prints: a table of the units, a table of the cities, and what they add up to. */
import type { CollectedReturn, Outcome } from '../flows/collect/collect.ts';
import type { RegionalReturn } from '../flows/collect/regional-collect.ts';
import { type ConsoleColumn, tableLines } from './table.ts';

type Column<Return> = ConsoleColumn & { value(one: Return): string };
type Any = Pick<
  CollectedReturn & RegionalReturn,
  'receivedAt' | 'version' | 'errors' | 'warnings' | 'outcome' | 'file'
>;

const OUTCOMES: Record<Outcome, string> = { kept: '已入库', same: '已有同件', refused: '未入库' };

const BEFORE: readonly Column<Any>[] = [
  { heading: '收到', align: 'left', value: (r) => r.receivedAt },
  { heading: '版本', align: 'right', value: (r) => (r.version === null ? '—' : `第${r.version}版`) },
];
const AFTER: readonly Column<Any>[] = [
  { heading: '错误', align: 'right', value: (r) => String(r.errors) },
  { heading: '提醒', align: 'right', value: (r) => String(r.warnings) },
  {
    heading: '结果',
    align: 'left',
    value: (r) => (r.outcome === 'kept' && r.errors > 0 ? '入库待改' : OUTCOMES[r.outcome]),
  },
  { heading: '文件', align: 'left', value: (r) => r.file },
];

/** 省教育厅或省科技厅（不明） */
const sender = (one: string | null, named: readonly string[]): string => one ?? `${named.join('或')}（不明）`;

const UNITS: readonly Column<CollectedReturn>[] = [
  { heading: '单位', align: 'left', value: (r) => sender(r.unit, r.named) },
  ...BEFORE,
  { heading: '任务', align: 'right', value: (r) => `${r.tasks.filled}/${r.tasks.owed}` },
  { heading: '目标', align: 'right', value: (r) => `${r.goals.filled}/${r.goals.owed}` },
  ...AFTER,
];
const regional = (place: string): readonly Column<RegionalReturn>[] => [
  { heading: place, align: 'left', value: (r) => sender(r.city, r.named) },
  ...BEFORE,
  { heading: '填报', align: 'right', value: (r) => `${r.filled}/${r.owed}` },
  ...AFTER,
];

export function collectedLines(
  returns: readonly CollectedReturn[],
  cities: readonly RegionalReturn[],
  place = '填报地区',
): string[] {
  const all = [...returns, ...cities];
  if (all.length === 0) return ['没有收到填报表。'];
  const answered = all.flatMap((r) => r.answered ?? []);
  const corrections = all.flatMap((r) => r.correction ?? []);
  const of = (outcome: Outcome): number => all.filter((r) => r.outcome === outcome).length;
  return [
    ...tableOf(UNITS, returns),
    ...(returns.length > 0 && cities.length > 0 ? [''] : []),
    ...tableOf(regional(place), cities),
    ...corrections.map((path) => `  退回稿  ${path}`),
    ...answered.map((path) => `  已改回  ${path}`),
    `收到${all.length}份：入库${of('kept')}份，已有同件${of('same')}份，未入库${of('refused')}份；退回稿${corrections.length}份。`,
  ];
}

const tableOf = <Return>(columns: readonly Column<Return>[], rows: readonly Return[]): string[] =>
  rows.length === 0
    ? []
    : tableLines(
        columns,
        rows.map((row) => columns.map(({ value }) => value(row))),
      );
