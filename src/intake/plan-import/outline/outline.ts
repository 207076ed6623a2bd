/** The tree → what the plan consists of: goals, tracks with tasks, requirements, and what fits nowhere. */
import { namesUnits, splitAttribution } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { startsWithLabel } from '../text/labels.ts';
import { LEVELS } from '../text/marker.ts';
import { GOALS, ONLY_REQUIREMENTS, PREFACE, REQUIREMENTS } from '../text/section-names.ts';
import { tidyText } from '../text/tidy.ts';
import { hasTaskTable, readAnnex } from './annex.ts';
import { isIndicatorHead } from './indicator-table.ts';
import { type Levels, levelsOf, type Told } from './levels.ts';
import { heading, type Outline, unread } from './shape.ts';
import { signerOf } from './surroundings.ts';
import {
  assignedGoals,
  goals,
  plain,
  preface,
  promisesAnything,
  requirements,
  tables,
  titleOf,
} from './texts.ts';
import { isParagraphTrack, leaf, table, track } from './tracks.ts';
import { allParagraphs, type Node, type Tree } from './tree.ts';

const ITEM_KINDS = [
  'chinese',
  'chineseBracket',
  'named',
  'arabic',
  'decimal',
  'arabicBracket',
  'circled',
  'outline',
  'part',
];

export function toOutline(tree: Tree): Outline {
  const out: Outline = {
    goals: [],
    tracks: [],
    requirements: [],
    unread: [],
    unusedColumns: [],
    indicators: [],
    headings: [],
    levels: [],
    namedRequirements: [],
    annexTasks: undefined,
    annexIndicators: undefined,
    annexLeft: [],
    signer: '',
  };
  section(tree.root, out, 0, hasTaskTable(tree.annex));
  unread(out, tree.aside);
  unread(out, tree.signature, 'known');
  out.signer = tree.signature.map(({ text }) => signerOf(text)).find((name) => name !== '') ?? '';
  readAnnex(tree.annex, out);
  return out;
}

/** `elsewhere`: the tasks may stand in a table behind the plan. */
function section(node: Node, out: Outline, depth: number, elsewhere: boolean): void {
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
  if (depth > 0 && short && listsGoals(node, title)) {
    assignedGoals(node, out);
    return;
  }
  if (
    depth > 0 &&
    depth <= 2 &&
    short &&
    REQUIREMENTS.test(title) &&
    (out.tracks.length > 0 || elsewhere) &&
    (!hasAttributions(node) || isAside(node, title, depth, out))
  ) {
    requirements(node, out);
    return;
  }
  const items = itemsOf(node);
  const levels = levelsOf(node, nameOf(node), depth, items, itemsOf, TOLD);
  if (levels) {
    threeLevels(node, items, levels, out);
    return;
  }
  const tasks = items.filter((child) => isTask(child, items));
  const inner = depth > 1 && tasks.length === 0 ? items.flatMap(itemsOf) : [];
  if (inner[0])
    out.levels.push({
      line: node.head.line,
      name: title,
      marker: inner[0].marker?.printed ?? '',
      by: 'nothing',
    });
  const rows = node.body.filter((p) => p.cells);
  const loose = node.body.filter((p) => !p.cells);
  if (tasks.length > 0) track(node, tasks, loose, out);
  else if (items.length === 0 && rows.length === 0 && depth > 0) {
    leaf(node, out);
    return;
  } else {
    heading(out, node.head);
    unread(out, loose);
  }
  if (rows[0]?.cells && isIndicatorHead(rows[0].cells)) tables(rows, out);
  else if (rows.length > 0) table(node, rows, out);
  for (const child of node.children) {
    if (tasks.includes(child)) continue;
    if (items.includes(child)) section(child, out, depth + 1, elsewhere);
    else unread(out, allParagraphs(child));
  }
}

/**
 * 三、保障措施, whose items name who sees to each: it stands beside the tasks and is none of them, unless it is counted on
 * with them.
 */
function isAside(node: Node, title: string, depth: number, out: Outline): boolean {
  if (depth !== 1 || !ONLY_REQUIREMENTS.test(title)) return false;
  const { line } = node.head;
  const last = out.tracks.at(-1)?.tasks.at(-1);
  const [first] = itemsOf(node);
  const countedOn =
    last?.number !== undefined &&
    first?.marker?.number === last.number + 1 &&
    first.marker.kind === last.numbered;
  out.namedRequirements.push({ line, name: title, track: countedOn });
  return !countedOn;
}

/** 一、主要预期目标, whose items name who answers for each, beside sections of tasks: nothing else in it is numbered. */
function listsGoals(node: Node, title: string): boolean {
  const items = itemsOf(node);
  const beside = node.parent?.children.filter((child) => child !== node) ?? [];
  return (
    /(?:目标|指标)[。：]?$/.test(title) &&
    items.length > 0 &&
    items.every((item) => itemsOf(item).length === 0) &&
    items.filter((item) => promisesAnything(plain(item.head))).length * 2 > items.length &&
    beside.some(hasAttributions)
  );
}

const nameOf = (node: Node): string => splitAttribution(titleOf(node)).text;

const TOLD: Told = {
  itself: (node) => [node.head, ...node.body].some(namesOwnUnits),
  below: (node) => hasAttributionBelow(node),
};

/** A track whose tasks are its numbered parts, or the parts of those. */
function threeLevels(node: Node, items: readonly Node[], { tasks, by }: Levels, out: Outline): void {
  const inner = tasks === 'inner';
  const list = items.flatMap((item) => {
    const parts = inner ? itemsOf(item) : [];
    if (parts.length === 0) return [item];
    if (saysMore(plain(item.head))) unread(out, [item.head]);
    else heading(out, item.head);
    unread(out, item.body);
    for (const child of item.children) if (!parts.includes(child)) unread(out, allParagraphs(child));
    return parts;
  });
  for (const child of node.children) if (!items.includes(child)) unread(out, allParagraphs(child));
  const marker = list.find((one) => !inner || !items.includes(one))?.marker?.printed ?? '';
  out.levels.push({ line: node.head.line, name: nameOf(node), marker, by });
  track(node, list, node.body, out);
}

/** More than a heading, which may end like a sentence: 1.推进“一网通办”。 */
const saysMore = (text: string): boolean =>
  /。./.test(text) || (text.endsWith('。') && promisesAnything(text));

/** Numbered children; where there are none, dashes that name units or stand below 牵头单位：. */
function itemsOf(node: Node): Node[] {
  const numbered = node.children.filter((c) => c.marker === undefined || ITEM_KINDS.includes(c.marker.kind));
  if (numbered.length > 0) return numbered;
  const assigned = node.body.some((p) => startsWithLabel(p.text)) || node.children.some(hasAttributions);
  return assigned ? node.children : [];
}

/** A sentence with its own end is a task; a heading is one when nothing numbered follows below it or its like. */
function isTask(node: Node, siblings: readonly Node[]): boolean {
  const text = plain(node.head);
  if (node.body.some((p) => p.cells) || GOALS.test(titleOf(node).slice(0, 12)) || PREFACE.test(text))
    return false;
  if (itemsOf(node).length > 0) return /。/.test(text) && text.length > 40 && !hasAttributionBelow(node);
  // 数字产业专项（牵头单位：市工信局） without a number is a track.
  if (!/。/.test(text) && node.marker === undefined && namesOwnUnits(node.head)) return false;
  if (!/。/.test(text) && (isHeadingKind(node) || isChapter(node, siblings))) return false;
  if (
    /[。；;]/.test(text) ||
    ['arabic', 'decimal', 'arabicBracket', 'circled', 'dash'].includes(node.marker?.kind ?? '')
  )
    return true;
  if (siblings.some(isParagraphTrack)) return false;
  // A standing heading with text below: a task when its siblings have no numbered tasks either.
  return (
    siblings.every((sibling) => itemsOf(sibling).length === 0) &&
    node.body.some((p) => !startsWithLabel(p.text))
  );
}

const isHeadingKind = (node: Node): boolean =>
  ['part', 'outline', 'chinese'].includes(node.marker?.kind ?? '');

/** 4 保障措施 beside chapters that hold 1.1, 2.1. */
function isChapter(node: Node, siblings: readonly Node[]): boolean {
  const level = node.marker?.level ?? 0;
  return (
    level <= LEVELS.decimal &&
    siblings.some((sibling) => sibling.children.some((child) => child.marker?.kind === 'decimal'))
  );
}

const hasAttributionBelow = (node: Node): boolean => itemsOf(node).some(hasAttributions);

function hasAttributions(node: Node): boolean {
  return allParagraphs(node).some(namesOwnUnits);
}

const namesOwnUnits = ({ text }: Paragraph): boolean =>
  startsWithLabel(text) || namesUnits(splitAttribution(tidyText(text).text).attribution);
