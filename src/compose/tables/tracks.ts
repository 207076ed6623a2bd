/** The 15 tracks by status of their tasks. */

import type { Ledger } from '../../model/ledger.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import { count } from '../figures.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

export function tracks(ledger: Ledger): TableContent {
  const blankZero = (n: number, what: string): CellValue => (n === 0 ? '' : count(n, what, ''));
  const body = ledger.tracks.map((record): CellValue[] => [
    String(record.track.no),
    record.track.shortName,
    record.track.leads.join('、'),
    count(record.tasks.length, `${record.track.name}的任务`, ''),
    ...STATUSES.map((status) =>
      blankZero(record.counts[status], `${record.track.name}状态为${STATUS_FACES[status].word}的任务`),
    ),
  ]);
  const total: CellValue[] = [
    '',
    '合计',
    '',
    count(ledger.tasks.length, '全部任务', ''),
    ...STATUSES.map((status) => blankZero(ledger.counts[status], `状态为${STATUS_FACES[status].word}的任务`)),
  ];
  return simpleTable(
    [
      '序号',
      '专项',
      '牵头单位',
      '任务',
      ...STATUSES.map((s) => `${STATUS_FACES[s].symbol}${STATUS_FACES[s].short}`),
    ],
    columns(
      [1, 'centre'],
      [4.4, 'left'],
      [3.6, 'left'],
      [1.2, 'right'],
      ...STATUSES.map((): [number, 'right'] => [1.35, 'right']),
    ),
    [...body, total],
    { unitNote: '单位：项' },
  );
}
