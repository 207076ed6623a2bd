/** ::status-grid{track="3"} — the tasks of one track, or of all tracks, as cells with their status. */
import * as messages from '../../base/messages/compose.ts';
import type { StatusGridBlock } from '../../model/document.ts';
import { type Ledger, ledgerOf, type TaskRecord, type TrackRecord } from '../../model/ledger.ts';
import { STATUSES } from '../../model/status.ts';
import type { Directive } from './directive.ts';

/** Cells in a line: 十个 so that the largest track of an ordinary plan stands in one. */
const ALL_PER_LINE = 10;
const ONE_PER_LINE = 5;
/** Heights in millimetres: two lines of 小五, and the same with some air. */
const ALL_CELL_MM = 7.6;
const ONE_CELL_MM = 10;

export const statusGrid: Directive = (call, { subject: about, at, report }) => {
  const subject = ledgerOf(about);
  if (!subject) return [];
  const wanted = call.attributes['track'];
  if (wanted === undefined)
    return [grid(subject.tracks.map(labelled), Math.min(ALL_PER_LINE, widest(subject)), ALL_CELL_MM)];
  const record = subject.tracks.find((one) => String(one.track.no) === wanted);
  if (!record) {
    report(messages.badAttribute(at, call.name, 'track', wanted, '专项序号'));
    return [];
  }
  return [grid([{ label: [], cells: record.tasks.map(cell) }], ONE_PER_LINE, ONE_CELL_MM)];
};

const widest = (ledger: Ledger): number => Math.max(...ledger.tracks.map((record) => record.tasks.length));

function grid(rows: StatusGridBlock['rows'], perLine: number, cellMm: number): StatusGridBlock {
  return {
    kind: 'statusGrid',
    rows,
    perLine,
    legend: STATUSES.filter((status) => rows.some((row) => row.cells.some((cell) => cell.status === status))),
    cellMm,
  };
}

const labelled = (record: TrackRecord): StatusGridBlock['rows'][number] => ({
  label: [{ kind: 'text', text: `${record.track.no}．${record.track.shortName}` }],
  cells: record.tasks.map(cell),
});

const cell = ({ task, status }: TaskRecord): StatusGridBlock['rows'][number]['cells'][number] => ({
  status,
  no: String(task.no),
  text: task.brief,
});
