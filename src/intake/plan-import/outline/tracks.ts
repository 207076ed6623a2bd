/** Tracks and their tasks: headings, numbered items, sentences that name their units, table rows. */
import {
  mergeAttribution,
  namesUnits,
  noAttribution,
  proseAttribution,
  readAttribution,
  splitAttribution,
  splitBehindUnits,
} from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { startsWithLabel } from '../text/labels.ts';
import { tidyText } from '../text/tidy.ts';
import { type Outline, type OutlineTask, type OutlineTrack, unread } from './shape.ts';
import { readTable } from './table.ts';
import { allParagraphs, type Node } from './tree.ts';

/** A heading with tasks below it; `loose` are the paragraphs between the heading and the first task. */
export function track(node: Node, tasks: readonly Node[], loose: readonly Paragraph[], out: Outline): void {
  const entry = newTrack(node);
  for (const paragraph of loose) {
    const { text, attribution } = splitAttribution(tidyText(paragraph.text).text);
    mergeAttribution(
      entry.attribution,
      startsWithLabel(paragraph.text) ? readAttribution(tidyText(paragraph.text).text) : attribution,
    );
    if (text !== '' && !startsWithLabel(paragraph.text)) out.unread.push({ line: paragraph.line, text });
  }
  entry.tasks = tasks.map(task);
  moveTrailingAttribution(entry);
  withProse(entry);
  out.tracks.push(entry);
}

/** What the tasks' own sentences say of who does them, where nothing else does. */
function withProse({ tasks }: OutlineTrack): void {
  for (const { attribution, text } of tasks)
    if (!namesUnits(attribution)) mergeAttribution(attribution, proseAttribution(text));
}

function newTrack(node: Node): OutlineTrack {
  const tidy = tidyText(node.head.text);
  const { text, attribution } = splitAttribution(tidy.text);
  return {
    line: node.head.line,
    name: text.replace(/[。；：]$/, ''),
    attribution,
    tasks: [],
    mends: tidy.mends,
  };
}

/** 牵头单位： below the last task of a track whose other tasks name nobody is meant for the track. */
function moveTrailingAttribution(entry: OutlineTrack): void {
  const named = entry.tasks.filter((t) => namesUnits(t.attribution));
  const last = entry.tasks.at(-1);
  if (
    entry.tasks.length < 2 ||
    namesUnits(entry.attribution) ||
    named.length !== 1 ||
    named[0] !== last ||
    !last
  )
    return;
  mergeAttribution(entry.attribution, last.attribution);
  last.attribution = noAttribution();
}

function task(node: Node): OutlineTask {
  const parts = allParagraphs(node).filter((p) => !p.cells);
  const head = tidyText(node.head.text);
  const standing =
    parts.length > 1 &&
    !/[。；：！]/.test(head.text) &&
    parts.some((p) => p !== node.head && !startsWithLabel(p.text));
  const entry: OutlineTask = {
    line: node.head.line,
    number: node.marker?.number,
    numbered: node.marker?.kind,
    heading: standing ? splitAttribution(head.text).text : '',
    text: '',
    attribution: noAttribution(),
    joins: parts.flatMap((p) => p.joins),
    mends: [],
  };
  for (const paragraph of parts) {
    const tidy = tidyText(paragraph.text);
    entry.mends.push(...tidy.mends);
    const label = startsWithLabel(paragraph.text);
    const split = label ? { text: '', attribution: readAttribution(tidy.text) } : splitAttribution(tidy.text);
    mergeAttribution(entry.attribution, split.attribution);
    if (paragraph === node.head && standing) {
      entry.text = `${split.text}。`;
      continue;
    }
    const printed = paragraph === node.head ? '' : (paragraph.marker?.printed ?? '');
    if (split.text !== '') entry.text += `${printed}${split.text}`;
  }
  return entry;
}

function saysUnits(paragraph: Paragraph): boolean {
  const { text, attribution } = splitAttribution(tidyText(paragraph.text).text);
  return namesUnits(attribution) || namesUnits(proseAttribution(text));
}

/** （一） over several paragraphs that each say who does them: a track, though nothing below it is numbered. */
export function isParagraphTrack({ body, children }: Node): boolean {
  const texts = body.filter((p) => !p.cells && !startsWithLabel(p.text));
  return children.length === 0 && texts.length > 1 && texts.every(saysUnits);
}

/** A heading without numbered items: its sentences are tasks when they name who does them, otherwise it stays unread. */
export function leaf(node: Node, out: Outline): void {
  const texts = node.body.filter((p) => !startsWithLabel(p.text));
  const own = texts.filter(saysUnits);
  const block = node.body.filter((p) => startsWithLabel(p.text));
  // Below a heading without a number every paragraph is one, see plain-headings.ts.
  const plain = node.marker === undefined;
  if (texts.length === 0 || (own.length === 0 && block.length === 0 && !plain)) {
    unread(out, allParagraphs(node));
    return;
  }
  const entry = newTrack(node);
  const tasks: Node[] = [];
  for (const paragraph of node.body) {
    const last = tasks.at(-1);
    if (!startsWithLabel(paragraph.text)) {
      // A line that is no sentence and names nobody is a stray heading.
      if (/[。；]/.test(tidyText(paragraph.text).text) || own.includes(paragraph)) {
        const parts = splitBehindUnits(tidyText(paragraph.text).text);
        if (parts.length > 1) entry.mends.push(...tidyText(paragraph.text).mends);
        const heads =
          parts.length > 1
            ? parts.map((text, i) => ({ ...paragraph, text, joins: i === 0 ? paragraph.joins : [] }))
            : [paragraph];
        for (const head of heads)
          tasks.push({ marker: undefined, head, body: [], children: [], parent: node });
      } else unread(out, [paragraph]);
    } else if (last && block.length > 1) last.body.push(paragraph);
    else mergeAttribution(entry.attribution, readAttribution(tidyText(paragraph.text).text));
  }
  entry.tasks = tasks.map(task);
  withProse(entry);
  for (const child of node.children) unread(out, allParagraphs(child));
  out.tracks.push(entry);
}

export function table(node: Node, rows: readonly Paragraph[], out: Outline): void {
  const reading = readTable(rows);
  out.unusedColumns.push(...reading.unusedColumns);
  unread(out, reading.unread);
  let current: OutlineTrack | undefined;
  for (const row of reading.rows) {
    if (row.track !== '' && row.track !== current?.name) {
      current = { ...newTrack(node), line: row.line, name: row.track };
      out.tracks.push(current);
    }
    if (row.text === '') continue;
    if (!current) {
      current = newTrack(node);
      out.tracks.push(current);
    }
    current.tasks.push({ ...row, joins: [], mends: [] });
  }
}
