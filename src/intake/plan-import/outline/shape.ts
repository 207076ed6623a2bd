/** What a plan consists of, as found in the text and before anything is numbered or assigned. */
import type { Attribution } from '../owners/attribution.ts';
import type { Join, Paragraph } from '../source/paragraphs.ts';
import type { MarkerKind } from '../text/marker.ts';
import type { Mend } from '../text/tidy.ts';
import type { IndicatorRow } from './indicator-table.ts';
import type { Levels } from './levels.ts';

export interface OutlineTask {
  line: number;
  /** As printed in the plan. */
  number: number | undefined;
  /** How the number is written: 1. or （1）. */
  numbered?: MarkerKind | undefined;
  /** Standing heading of the task; '' for none. */
  heading: string;
  text: string;
  attribution: Attribution;
  joins: Join[];
  mends: Mend[];
}

export interface OutlineTrack {
  line: number;
  name: string;
  attribution: Attribution;
  tasks: OutlineTask[];
  mends: Mend[];
}

export interface OutlineText {
  line: number;
  text: string;
  /** —— or a number stood before it. */
  marked: boolean;
  /** Of a goal that names who answers for it: the section that it is listed in, and who. */
  listed?: { section: string; printed: string; number: number | undefined; attribution: Attribution };
  joins: Join[];
  mends: Mend[];
}

/**
 * What fits nowhere: kept as a comment in plan/notes.yaml. told: it is told of as a whole, not one by one · known: there is
 * nothing to tell, as every plan has it (who signs it and when, its title once more below the notice).
 */
export interface Unread {
  line: number;
  text: string;
  how?: 'told' | 'known';
}

export interface Outline {
  goals: OutlineText[];
  tracks: OutlineTrack[];
  requirements: (OutlineText & { heading: string })[];
  unread: Unread[];
  unusedColumns: { line: number; headings: string[] }[];
  /** Rows of tables of indicators: goals whose column is chosen when the year is known. */
  indicators: IndicatorRow[];
  /** Headings of sections that only hold other headings; they have no place in the plan's data. */
  headings: { line: number; text: string }[];
  /** Tracks of which one out of three levels was taken for the tasks: `marker` is one of theirs; `by`: see outline-levels.ts. */
  levels: { line: number; name: string; marker: string; by: Levels['by'] | 'nothing' }[];
  /** 保障措施 whose items name units; `track`: it is one, as it is counted on with the tasks. */
  namedRequirements: { line: number; name: string; track: boolean }[];
  /** Goals from tables behind the plan. */
  annexIndicators: { line: number; rows: number } | undefined;
  /** What stands behind the plan besides them. */
  annexLeft: readonly Paragraph[];
  /** Who signs below the plan; '' for nobody. */
  signer: string;
  /** Tasks that were taken from a table behind the plan, in place of its own paragraphs. */
  annexTasks: { line: number; tasks: number; instead: { line: number; text: string }[] } | undefined;
}

/** Notes a heading that no field of the draft repeats. */
export function heading(out: Outline, paragraph: Paragraph): void {
  const text = `${paragraph.marker?.printed ?? ''}${paragraph.text}`;
  if (text.trim() !== '') out.headings.push({ line: paragraph.line, text });
}

/** Keeps what fits nowhere, with its line. */
export function unread(out: Outline, paragraphs: readonly Paragraph[], how?: Unread['how']): void {
  for (const p of paragraphs) {
    const text = p.cells
      ? p.cells.filter((c) => c !== '').join(' | ')
      : `${p.marker?.printed ?? ''}${p.text}`;
    if (text.trim() !== '') out.unread.push({ line: p.line, text, ...(how && { how }) });
  }
}
