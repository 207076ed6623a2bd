/** Tables behind the plan: of indicators, and of tasks, which hold the tasks of a plan whose own text says of none who does it. */
import { namesUnits } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { isIndicatorHead } from './indicator-table.ts';
import { type Outline, type OutlineTrack, unread } from './shape.ts';
import { isTableHead } from './table.ts';
import { tables } from './texts.ts';
import { table } from './tracks.ts';

const isTasksHead = (cells: readonly string[]): boolean => isTableHead(cells) && !isIndicatorHead(cells);

/** Whether a table of tasks stands behind the plan. */
export const hasTaskTable = (annex: readonly Paragraph[]): boolean =>
  annex.some(({ cells }) => cells && isTasksHead(cells));

/** The rows of tables of indicators, each until the next head or text. */
function indicatorTables(annex: readonly Paragraph[]): Paragraph[][] {
  const list: Paragraph[][] = [];
  let inside = false;
  for (const paragraph of annex) {
    const { cells } = paragraph;
    const begins = cells !== undefined && isIndicatorHead(cells);
    inside = begins || (inside && cells !== undefined && !isTasksHead(cells));
    if (begins) list.push([paragraph]);
    else if (inside) list.at(-1)?.push(paragraph);
  }
  return list;
}

/**
 * Tables of indicators are goals. A table's tasks are put in place of those of the text, or all of the rest is left as told
 * of.
 */
export function readAnnex(behind: readonly Paragraph[], out: Outline): void {
  const measured = indicatorTables(behind);
  const before = out.indicators.length;
  for (const rows of measured) tables(rows, out);
  const [first] = measured[0] ?? [];
  if (first) out.annexIndicators = { line: first.line, rows: out.indicators.length - before };
  const annex = behind.filter((paragraph) => !measured.some((rows) => rows.includes(paragraph)));
  out.annexLeft = annex;
  const head = annex.find(({ cells }) => cells && isTasksHead(cells));
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
