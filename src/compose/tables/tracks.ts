/**
 * The tracks by status of their tasks. Where a track has many leads, columns of statuses that no task has make room for them:
 * in the narrow one they would be ten lines high.
 */
import type { TableCell } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { Ledger } from '../../model/ledger/ledger.ts';
import { STATUS_FACES, STATUSES } from '../../model/status.ts';
import { count } from '../figures.ts';
import { type CellValue, columns, simpleTable, type TableContent } from './cells.ts';

/** Of the column of leads, millimetres; and what it holds in four lines, characters. */
const LEADS_MM = 21.2;
const MOST_LEADS = 20;

export function tracks(ledger: Ledger): TableContent {
  const blankZero = (n: number, what: string): CellValue => (n === 0 ? '' : count(n, what, ''));
  const crowded = ledger.tracks.some(({ track }) => track.leads.join('、').length > MOST_LEADS);
  const shown = STATUSES.filter((status) => !crowded || ledger.counts[status] > 0);
  const given = STATUSES.filter((status) => !shown.includes(status));
  const body = ledger.tracks.map((record): CellValue[] => [
    String(record.track.no),
    record.track.shortName,
    record.track.leads.join('、'),
    count(record.tasks.length, `${record.track.name}的任务`, ''),
    ...shown.map((status) =>
      blankZero(record.counts[status], `${record.track.name}状态为${STATUS_FACES[status].word}的任务`),
    ),
  ]);
  const total: CellValue[] = [
    '',
    '合计',
    '',
    count(ledger.tasks.length, '全部任务', ''),
    ...shown.map((status) => blankZero(ledger.counts[status], `状态为${STATUS_FACES[status].word}的任务`)),
  ];
  const table = simpleTable(
    ['序号', '专项', '牵头单位', '任务', ...shown.map((s) => STATUS_FACES[s].short)],
    columns(
      [8.5, 'centre'],
      // 数字文创和智慧旅游 is one line.
      [31.2, 'left'],
      [given.reduce((mm, status) => mm + widthOf(STATUS_FACES[status].short), LEADS_MM), 'left'],
      [8.5, 'right'],
      ...shown.map((s): [number, 'right'] => [widthOf(STATUS_FACES[s].short), 'right']),
    ),
    [...body, total],
    { unitNote: '单位：项', density: 'dense' },
  );
  return { ...table, head: table.head.map((cells) => cells.map(withSymbol)) };
}

/** Of a status's column, millimetres: a name of three characters stays in one line, one of four makes two of two. */
const widthOf = (name: string): number => (name.length === 3 ? 11.8 : 9.2);

/** The head of a status column: its symbol on a line of its own, or the narrow column would set one glyph a line. */
function withSymbol(cell: TableCell): TableCell {
  const status = STATUSES.find((s) => plainText(cell.content.flat()) === STATUS_FACES[s].short);
  return status
    ? { ...cell, content: [[{ kind: 'status', status, form: 'symbol' }], ...cell.content] }
    : cell;
}
