/** A table of tasks behind the plan: it holds the tasks of a plan whose own text says of none who does it. */
import { namesUnits } from './attribution.ts';
import { type Outline, type OutlineTrack, unread } from './outline-shape.ts';
import { table } from './outline-tracks.ts';
import type { Paragraph } from './paragraphs.ts';
import { isTableHead } from './table.ts';

/** Whether a table of tasks stands behind the plan. */
export const hasTaskTable = (annex: readonly Paragraph[]): boolean =>
  annex.some(({ cells }) => cells && isTableHead(cells));

/** Puts the table's tasks in place of those of the text, or leaves all of the annex as told of. */
export function readAnnex(annex: readonly Paragraph[], out: Outline): void {
  const head = annex.find(({ cells }) => cells && isTableHead(cells));
  const tasks = head && !out.tracks.some(namesAnybody) ? tasksOf(annex, out) : undefined;
  if (!head || !tasks) {
    unread(out, annex, 'told');
    return;
  }
  const given = out.tracks.flatMap((track) => track.tasks);
  for (const { line, heading, text } of given) out.unread.push({ line, text: text || heading, how: 'told' });
  out.tracks = tasks;
  out.annexTasks = {
    line: head.line,
    tasks: tasks.flatMap((track) => track.tasks).length,
    instead: given.map(({ line, heading, text }) => ({ line, text: heading || text })),
  };
  unread(
    out,
    annex.filter(({ cells }) => !cells),
    'told',
  );
}

function tasksOf(annex: readonly Paragraph[], out: Outline): OutlineTrack[] | undefined {
  const nothing: Paragraph = { line: annex[0]?.line ?? 1, marker: undefined, text: '', joins: [], tail: '' };
  const node = { marker: undefined, head: nothing, body: [], children: [], parent: undefined };
  const read: Outline = { ...out, tracks: [], unread: [], unusedColumns: [] };
  const rows = annex.filter(({ cells }) => cells);
  table(node, rows, read);
  if (!read.tracks.some(namesAnybody)) return undefined;
  out.unread.push(...read.unread);
  out.unusedColumns.push(...read.unusedColumns);
  return read.tracks;
}

const namesAnybody = ({ attribution, tasks }: OutlineTrack): boolean =>
  namesUnits(attribution) || tasks.some((task) => namesUnits(task.attribution));
