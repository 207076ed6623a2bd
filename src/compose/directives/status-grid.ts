/** ::status-grid{track="3"} — the tasks of one track, or of all tracks, as cells with their status. */
import { innerQuotes } from '../../base/chinese/text.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import * as messages from '../../base/messages/compose.ts';
import type { StatusGridBlock } from '../../model/document/document.ts';
import { type Ledger, ledgerOf, type TaskRecord, type TrackRecord } from '../../model/ledger/ledger.ts';
import { CELL_CHARACTERS } from '../../model/plan/plan.ts';
import { STATUSES } from '../../model/status.ts';
import type { Directive } from './directive.ts';

/** Cells in a line: 十个 so that the largest track of an ordinary plan stands in one. */
const ALL_PER_LINE = 10;
const ONE_PER_LINE = 5;
/** Heights in millimetres: two lines of 小五, and the same with some air. */
const ALL_CELL_MM = 7.6;
const ONE_CELL_MM = 10;
/** One line, for the number alone. */
const NUMBER_CELL_MM = 4.6;

export const statusGrid: Directive = (call, { subject: about, limits, at, report }) => {
  const subject = ledgerOf(about);
  if (!subject) return [];
  const wanted = call.attributes['track'];
  if (wanted === undefined) {
    const { year } = subject.plan.document;
    if (limits.smaller === 0) for (const d of unclearNames(subject.tracks, year)) report(d);
    return [
      grid(
        subject.tracks.map(labelled(NAME_LENGTHS[limits.smaller] ?? 0)),
        Math.min(ALL_PER_LINE, widest(subject)),
        limits.smaller > 1 ? NUMBER_CELL_MM : ALL_CELL_MM,
      ),
    ];
  }
  const record = subject.tracks.find((one) => String(one.track.no) === wanted);
  if (!record) {
    report(messages.badAttribute(at, call.name, 'track', wanted, '专项序号'));
    return [];
  }
  const narrow = limits.smaller > 1;
  return [
    narrow
      ? grid(
          [{ label: [], cells: record.tasks.map(named(NAME_LENGTHS[0])) }],
          Math.min(ALL_PER_LINE, Math.max(ONE_PER_LINE, record.tasks.length)),
          ALL_CELL_MM,
        )
      : grid(
          [{ label: [], cells: record.tasks.map(cell) }],
          // Two or three tasks fill the line: empty cells beside them look as if something were missing.
          Math.min(ONE_PER_LINE, record.tasks.length),
          ONE_CELL_MM,
        ),
  ];
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

/** Characters of a name in a cell of the whole grid, by how much has to be given up: at last the number stands alone. */
const NAME_LENGTHS = [CELL_CHARACTERS, 5, 0] as const;

const labelled =
  (length: number) =>
  (record: TrackRecord): StatusGridBlock['rows'][number] => ({
    label: [{ kind: 'text', text: `${record.track.no}.${record.track.shortName}` }],
    cells: record.tasks.map(named(length)),
  });

const named =
  (length: number) =>
  (record: TaskRecord): Cell => ({
    ...cell(record),
    text: cellText(record.task, length),
  });

const cellText = ({ cellName, brief }: TaskRecord['task'], length: number): string =>
  cut(cellName ?? brief, length);

/** As many whole words as there is room for, without a connective at the end. */
function cut(name: string, length: number): string {
  let kept = '';
  for (const { segment } of WORDS.segment(name)) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  const whole = kept.replace(/[和与及、的“（+]+$/, '');
  const open = whole.lastIndexOf('“');
  if (open <= whole.lastIndexOf('”')) return whole;
  // A quotation that was cut in two goes; where it is all there is, it only loses its mark; 推行 alone says nothing.
  if (open >= TELLING) return whole.slice(0, open);
  return open > 0 ? cut(name.slice(open), length) : whole.slice(1);
}
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters, quotation marks apart, that a name has to keep to say something. */
const TELLING = 3;

/** One warning for the names that the cut has made alike or all but empty. */
function unclearNames(tracks: readonly TrackRecord[], year: number): Diagnostic[] {
  const tasks = tracks.flatMap((record) => record.tasks);
  const cells = tasks.map(({ task }) => ({ task, text: cellText(task, CELL_CHARACTERS) }));
  const unclear = cells.filter(
    ({ task, text }) =>
      text !== (task.cellName ?? task.brief) &&
      (text.replace(/[“”]/g, '').length < TELLING || cells.filter((other) => other.text === text).length > 1),
  );
  if (unclear.length === 0) return [];
  const names = unclear.map(
    ({ task: { no, brief }, text }) => `任务${no}“${innerQuotes(brief)}”印作“${innerQuotes(text)}”`,
  );
  return [messages.cellNamesUnclear({ file: `data/${year}/plan/tracks` }, names, CELL_CHARACTERS)];
}

type Cell = StatusGridBlock['rows'][number]['cells'][number];

const cell = ({ task, status }: TaskRecord): Cell => ({
  status,
  no: String(task.no),
  text: task.brief,
});
