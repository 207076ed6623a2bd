/** Cities in the year: one city's indicators (attribute city=南昌市), and the ranking of all. */
import type { YearLedger } from '../../model/ledger/ledger.ts';
import { byRank } from '../choice/ranking.ts';
import { citySource } from '../texts/city-notes.ts';
import { scoreOf } from '../texts/city-standing.ts';
import { bare } from '../texts/project-text.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

export function oneCity(year: YearLedger, { city }: Record<string, string>): TableContent {
  const own = year.cities?.cities.find((record) => record.city.name === city);
  const body = (own?.indicators ?? []).map((one): CellValue[] => [
    one.indicator.name,
    one.value,
    one.target,
    one.indicator.basis === 'level' ? '' : one.compared,
    own ? bare(scoreOf(own, one)) : null,
    one.rank.rank === null ? null : String(one.rank.rank),
  ]);
  return simpleTable(
    ['指标', '全年完成', '年度目标', '完成率', '得分', '位次'],
    columns([40, 'left'], [18, 'right'], [16, 'right'], [12, 'right'], [12, 'right'], [8, 'right']),
    body,
    { notes: citySource(year.cities), density: 'dense' },
  );
}

export function yearRanking(year: YearLedger): TableContent {
  const rows = byRank(year.cities?.cities ?? [], ({ rank }) => rank);
  const indicators = rows[0]?.indicators ?? [];
  return simpleTable(
    ['位次', '地区', '综合得分', ...indicators.map(({ indicator }) => indicator.name)],
    columns(
      [5, 'centre'],
      [9, 'left'],
      [8, 'right'],
      ...indicators.map((): [number, 'right'] => [78 / Math.max(1, indicators.length), 'right']),
    ),
    rows.map((record): CellValue[] => [
      record.rank.rank === null ? null : String(record.rank.rank),
      record.city.name,
      bare(record.composite),
      ...record.indicators.map((one) => bare(scoreOf(record, one))),
    ]),
    { notes: citySource(year.cities), density: 'dense', unitNote: '单位：分' },
  );
}
