/** The tree → what the plan consists of: goals, tracks with tasks, requirements, and what fits nowhere. */
import type { Attribution } from './attribution.ts';
import {
  mergeAttribution,
  namesUnits,
  noAttribution,
  readAttribution,
  splitAttribution,
} from './attribution.ts';
import { startsWithLabel } from './labels.ts';
import type { Join, Paragraph } from './paragraphs.ts';
import { readTable } from './table.ts';
import { readTargets } from './targets/read-targets.ts';
import { type Mend, tidyText } from './tidy.ts';
import { allParagraphs, type Node, type Tree } from './tree.ts';

export interface OutlineTask {
  line: number;
  /** As printed in the plan. */
  number: number | undefined;
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
  joins: Join[];
  mends: Mend[];
}

export interface Outline {
  goals: OutlineText[];
  tracks: OutlineTrack[];
  requirements: (OutlineText & { heading: string })[];
  unread: { line: number; text: string }[];
  unusedColumns: { line: number; headings: string[] }[];
}

const GOALS = /目标(?!任务.*(?:专项|工程))/;
const REQUIREMENTS =
  /(?:工作|有关|相关|组织|落实|几点)要求|保障(?:措施|机制|体系)?$|组织(?:保障|实施|领导)|(?:推进|工作|实施)机制$|工作保障|实施保障|强化保障/;
/** Sections that say why, not what; a number among them is a goal. */
const PREFACE = /^(?:总体(?:要求|思路|考虑)|指导思想|(?:发展|工作|基本)思路|(?:基本|工作|主要)原则)/;
const ITEM_KINDS = [
  'chinese',
  'chineseBracket',
  'named',
  'arabic',
  'arabicBracket',
  'circled',
  'outline',
  'part',
];

export function toOutline(tree: Tree): Outline {
  const out: Outline = { goals: [], tracks: [], requirements: [], unread: [], unusedColumns: [] };
  section(tree.root, out, 0);
  return out;
}

/** The heading: of a run-in paragraph the words before its first 。 */
function titleOf(node: Node): string {
  const { text } = node.head;
  const end = text.indexOf('。');
  return end > 0 && end <= 24 ? text.slice(0, end) : text;
}

function section(node: Node, out: Outline, depth: number): void {
  const title = titleOf(node);
  const short = title.length <= 40;
  if (depth > 0 && PREFACE.test(title)) {
    preface(node, out);
    return;
  }
  if (depth > 0 && short && GOALS.test(title) && !hasAttributions(node)) {
    goals(node, out);
    return;
  }
  if (
    depth > 0 &&
    depth <= 2 &&
    short &&
    REQUIREMENTS.test(title) &&
    out.tracks.length > 0 &&
    !hasAttributions(node)
  ) {
    requirements(node, out);
    return;
  }
  const items = itemsOf(node);
  const tasks = items.filter((child) => isTask(child, items));
  const rows = node.body.filter((p) => p.cells);
  const loose = node.body.filter((p) => !p.cells);
  if (tasks.length > 0) track(node, tasks, loose, out);
  else if (items.length === 0 && rows.length === 0 && depth > 0) {
    leaf(node, out);
    return;
  } else unread(out, loose);
  if (rows.length > 0) table(node, rows, out);
  for (const child of node.children) {
    if (tasks.includes(child)) continue;
    if (items.includes(child)) section(child, out, depth + 1);
    else unread(out, allParagraphs(child));
  }
}

const itemsOf = (node: Node): Node[] =>
  node.children.filter((child) => child.marker === undefined || ITEM_KINDS.includes(child.marker.kind));

/** A sentence with its own end is a task; a heading is one when nothing numbered follows below it or its like. */
function isTask(node: Node, siblings: readonly Node[]): boolean {
  const { text } = node.head;
  if (node.body.some((p) => p.cells) || GOALS.test(titleOf(node).slice(0, 12)) || PREFACE.test(text))
    return false;
  if (itemsOf(node).length > 0) return /。/.test(text) && text.length > 40 && !hasAttributionBelow(node);
  if (['part', 'outline', 'chinese'].includes(node.marker?.kind ?? '') && !/。/.test(text)) return false;
  if (/[。；;]/.test(text) || ['arabic', 'arabicBracket', 'circled'].includes(node.marker?.kind ?? ''))
    return true;
  // A standing heading with text below: a task when its siblings have no numbered tasks either.
  return (
    siblings.every((sibling) => itemsOf(sibling).length === 0) &&
    node.body.some((p) => !startsWithLabel(p.text))
  );
}

const hasAttributionBelow = (node: Node): boolean => itemsOf(node).some(hasAttributions);

function hasAttributions(node: Node): boolean {
  return allParagraphs(node).some(
    (p) => startsWithLabel(p.text) || namesUnits(splitAttribution(tidyText(p.text).text).attribution),
  );
}

function track(node: Node, tasks: readonly Node[], loose: readonly Paragraph[], out: Outline): void {
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
  out.tracks.push(entry);
}

function newTrack(node: Node): OutlineTrack {
  const tidy = tidyText(node.head.text);
  const { text, attribution } = splitAttribution(tidy.text);
  return { line: node.head.line, name: text, attribution, tasks: [], mends: tidy.mends };
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

/** A heading without numbered items: its sentences are tasks when they name who does them, otherwise it stays unread. */
function leaf(node: Node, out: Outline): void {
  const texts = node.body.filter((p) => !startsWithLabel(p.text));
  const own = texts.filter((p) => namesUnits(splitAttribution(tidyText(p.text).text).attribution));
  const block = node.body.filter((p) => startsWithLabel(p.text));
  if (texts.length === 0 || (own.length === 0 && block.length === 0)) {
    unread(out, allParagraphs(node));
    return;
  }
  const entry = newTrack(node);
  const tasks: Node[] = [];
  for (const paragraph of node.body) {
    const last = tasks.at(-1);
    if (!startsWithLabel(paragraph.text)) {
      // A line that is no sentence and names nobody is a stray heading.
      if (/[。；]/.test(paragraph.text) || own.includes(paragraph))
        tasks.push({ marker: undefined, head: paragraph, body: [], children: [], parent: node });
      else unread(out, [paragraph]);
    } else if (last && block.length > 1) last.body.push(paragraph);
    else mergeAttribution(entry.attribution, readAttribution(tidyText(paragraph.text).text));
  }
  entry.tasks = tasks.map(task);
  for (const child of node.children) unread(out, allParagraphs(child));
  out.tracks.push(entry);
}

function table(node: Node, rows: readonly Paragraph[], out: Outline): void {
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

function outlineText(paragraph: Paragraph): OutlineText {
  const tidy = tidyText(paragraph.text);
  const { line, joins, marker } = paragraph;
  return { line, text: tidy.text, marked: marker !== undefined, joins, mends: tidy.mends };
}

function goals(node: Node, out: Outline): void {
  const paragraphs = allParagraphs(node).filter((p) => p !== node.head || /。/.test(p.text));
  unread(
    out,
    paragraphs.filter((p) => p.cells),
  );
  out.goals.push(...paragraphs.filter((p) => !p.cells).map(outlineText));
}

function preface(node: Node, out: Outline): void {
  const counts = (p: Paragraph): boolean =>
    !p.cells && readTargets(tidyText(p.text).text, 0).targets.length > 0;
  const own = [...(/。/.test(node.head.text) ? [node.head] : []), ...node.body];
  out.goals.push(...own.filter(counts).map(outlineText));
  unread(
    out,
    own.filter((p) => !counts(p)),
  );
  for (const child of node.children) {
    if (GOALS.test(titleOf(child)) && titleOf(child).length <= 40) goals(child, out);
    else preface(child, out);
  }
}

function requirements(node: Node, out: Outline): void {
  const heads = node.children.length > 0 ? node.children : [];
  for (const paragraph of node.body) {
    if (paragraph.cells) unread(out, [paragraph]);
    else out.requirements.push({ ...outlineText(paragraph), heading: '' });
  }
  for (const child of heads) {
    const parts = allParagraphs(child)
      .filter((p) => !p.cells)
      .map(outlineText);
    const [head, ...rest] = parts;
    if (!head) continue;
    const runIn = /^([^。，；]{2,24})。(.+)$/s.exec(head.text);
    const heading = runIn ? (runIn[1] as string) : /[。，；]/.test(head.text) ? '' : head.text;
    const first = runIn ? (runIn[2] as string) : heading === '' ? head.text : '';
    const text = first + rest.map((part) => part.text).join('');
    out.requirements.push({
      ...head,
      heading,
      text,
      joins: parts.flatMap((p) => p.joins),
      mends: parts.flatMap((p) => p.mends),
    });
  }
}

function unread(out: Outline, paragraphs: readonly Paragraph[]): void {
  for (const p of paragraphs) {
    const text = p.cells
      ? p.cells.filter((c) => c !== '').join(' | ')
      : `${p.marker?.printed ?? ''}${p.text}`;
    if (text.trim() !== '') out.unread.push({ line: p.line, text });
  }
}
