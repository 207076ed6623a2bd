/** Paragraphs → a tree by their markers, whatever markers the document uses. */

import { namesUnits, splitAttribution } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { startsWithLabel } from '../text/labels.ts';
import type { Marker } from '../text/marker.ts';
import { plainHeadings } from './plain-headings.ts';
import { isAside, planBegins, planEnds, signatureBegins } from './surroundings.ts';
import { isTableHead } from './table.ts';

export interface Node {
  /** undefined for the root and for a heading that was recognised without a marker. */
  marker: Marker | undefined;
  head: Paragraph;
  /** Unmarked paragraphs, attribution lines and table rows below the head, before or between the children. */
  body: Paragraph[];
  children: Node[];
  parent: Node | undefined;
}

export interface Tree {
  /** Paragraphs before the first marker: title, number, recipients, preamble. */
  head: Paragraph[];
  root: Node;
  /** Headings recognised without a number. */
  bare: Paragraph[];
  /** Headings of a document in which nothing is numbered. */
  plain: Paragraph[];
  /** 专栏: boxes beside the text. */
  aside: Paragraph[];
  /** Who signs the plan, and the day. */
  signature: Paragraph[];
  /** 附件, 抄送: what stands behind it. */
  annex: Paragraph[];
}

const BARE_LEVEL = 30;

export function toTree(paragraphs: readonly Paragraph[]): Tree {
  const nothing: Paragraph = { line: 1, marker: undefined, text: '', joins: [], tail: '' };
  const root: Node = { marker: undefined, head: nothing, body: [], children: [], parent: undefined };
  const tree: Tree = { head: [], root, bare: [], plain: [], aside: [], signature: [], annex: [] };
  const begins = planBegins(paragraphs);
  const ends = planEnds(paragraphs);
  const signed = signatureBegins(paragraphs, ends);
  const aside = isAside(paragraphs);
  const plain = plainHeadings(paragraphs);
  tree.plain.push(...plain.keys());
  const stack: { node: Node; level: number }[] = [{ node: root, level: 0 }];
  let started = false;
  let tableHead: Paragraph | undefined;
  paragraphs.forEach((paragraph, i) => {
    if (i >= ends) {
      tree.annex.push(paragraph);
      return;
    }
    if (i >= signed) {
      tree.signature.push(paragraph);
      return;
    }
    if (aside.has(paragraph)) {
      tree.aside.push(paragraph);
      return;
    }
    if (i < begins) {
      tree.head.push(paragraph);
      return;
    }
    const bare = isBareHeading(paragraphs, i);
    // A title styled as a heading, or a dash before the text begins, opens nothing.
    const level =
      plain.get(paragraph) ??
      (bare ? BARE_LEVEL : (symbolLevel(paragraphs, i) ?? paragraph.marker?.level ?? 0));
    if (paragraph.cells && isTableHead(paragraph.cells)) {
      started = true;
      tableHead = paragraph;
    }
    const opens =
      level > 0 && (started || (level > 5 && paragraph.marker?.kind !== 'dash' && !isTitle(paragraphs, i)));
    if (!opens) {
      const body = started ? (stack.at(-1)?.node.body ?? root.body) : tree.head;
      // A heading between the rows of a table: the columns stay what they were.
      const below = started && paragraph.cells && body.every((p) => !p.cells);
      if (below && tableHead && paragraph !== tableHead) body.push(tableHead);
      body.push(paragraph);
      return;
    }
    started = true;
    if (bare && !plain.has(paragraph)) tree.bare.push(paragraph);
    while ((stack.at(-1)?.level ?? 0) >= level) stack.pop();
    const parent = stack.at(-1)?.node ?? root;
    const node: Node = { marker: paragraph.marker, head: paragraph, body: [], children: [], parent };
    parent.children.push(node);
    stack.push({ node, level });
  });
  return tree;
}

/** A Word heading that is the document's own title: 关于… 的通知, 2023年…计划, before any numbered line. */
function isTitle(paragraphs: readonly Paragraph[], index: number): boolean {
  const { marker, text } = paragraphs[index] as Paragraph;
  if (marker?.kind !== 'outline') return false;
  return /(?:通知|计划|要点|方案|清单|安排|意见)$/.test(text) && /\d{4}|关于/.test(text);
}

/** ◆ 数字新基建 above （一）: a sign before a short heading stands for a level above the numbers that follow. */
function symbolLevel(paragraphs: readonly Paragraph[], index: number): number | undefined {
  const { marker, text } = paragraphs[index] as Paragraph;
  if (marker?.kind !== 'dash' || !/^[●◆■▪○◇□►➢★▲]$/.test(marker.printed)) return undefined;
  if (text.length > 30 || /[，。；：]/.test(text)) return undefined;
  const next = paragraphs[index + 1]?.marker;
  return next?.number !== undefined && next.level > 20 ? next.level - 2 : undefined;
}

const NAME_OF_TRACK = /(?:专项|工程|行动|任务|领域|方面|建设|计划|攻坚|提升|改革|发展)$/;

/**
 * 数字技术创新专项 without its （一）: a short line followed by 牵头单位： or by item 1, or one that names its units in brackets,
 * followed by an item with any number.
 */
function isBareHeading(paragraphs: readonly Paragraph[], index: number): boolean {
  const { marker, text: whole, cells } = paragraphs[index] as Paragraph;
  const { text, attribution } = splitAttribution(whole);
  if (marker || cells || text === '' || text.length > 30 || /[，。；：、,;:.!?！？]$|[，。；：]/.test(text))
    return false;
  if (startsWithLabel(whole)) return false;
  const next = paragraphs[index + 1];
  if (!next || next.cells) return false;
  if (startsWithLabel(next.text) && !next.marker) return true;
  return (
    (next.marker?.number === 1 || (next.marker?.number !== undefined && namesUnits(attribution))) &&
    ['arabic', 'arabicBracket', 'circled'].includes(next.marker.kind) &&
    NAME_OF_TRACK.test(text)
  );
}

/** All paragraphs of a node with its children, in order of the document. */
export function allParagraphs(node: Node): Paragraph[] {
  const below = [node.head, ...node.body, ...node.children.flatMap(allParagraphs)];
  return below.filter((p) => p.text !== '' || p.cells).sort((a, b) => a.line - b.line);
}
