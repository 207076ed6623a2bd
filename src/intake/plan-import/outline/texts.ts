/** The sections in prose: goals, what leads up to them, requirements. */
import { mergeAttribution, noAttribution, readAttribution, splitAttribution } from '../owners/attribution.ts';
import type { Paragraph } from '../source/paragraphs.ts';
import { startsWithLabel } from '../text/labels.ts';
import { GOALS } from '../text/section-names.ts';
import { tidyText } from '../text/tidy.ts';
import { readGoals } from './goals.ts';
import { isIndicatorHead, readIndicators } from './indicator-table.ts';
import { heading, type Outline, type OutlineText, unread } from './shape.ts';
import { allParagraphs, type Node } from './tree.ts';

/** （二）分项目标。 */
const ONLY_HEADING = /^[^，。；]{0,6}(?:目标|指标)[。：]?$/;

/** In full-width punctuation, so that a full stop is 。 in every document. */
export const plain = (paragraph: Paragraph): string => tidyText(paragraph.text).text;

/** The heading: of a run-in paragraph the words before its first 。 */
export function titleOf(node: Node): string {
  const text = plain(node.head);
  const end = text.indexOf('。');
  return end > 0 && end <= 24 ? text.slice(0, end) : text;
}

function outlineText(paragraph: Paragraph): OutlineText {
  const tidy = tidyText(paragraph.text);
  const { line, joins, marker } = paragraph;
  return { line, text: tidy.text, marked: marker !== undefined, joins, mends: tidy.mends };
}

export function goals(node: Node, out: Outline): void {
  const own = allParagraphs(node).filter((p) => p !== node.head || /。/.test(plain(p)));
  const paragraphs = own.filter((p) => p.cells || !ONLY_HEADING.test(plain(p)));
  for (const p of own) if (!paragraphs.includes(p)) heading(out, p);
  if (!/。/.test(plain(node.head))) heading(out, node.head);
  tables(
    paragraphs.filter((p) => p.cells),
    out,
  );
  out.goals.push(...paragraphs.filter((p) => !p.cells).map(outlineText));
}

/** 1.…增长12%。牵头单位：甲: a list of goals, each with who answers for it; they make one group. */
export function assignedGoals(node: Node, out: Outline): void {
  heading(out, node.head);
  const section = titleOf(node).replace(/[。：]$/, '');
  tables(
    node.body.filter((p) => p.cells),
    out,
  );
  const loose = node.body.filter((p) => !p.cells);
  out.goals.push(...loose.filter((p) => !startsWithLabel(p.text)).map(outlineText));
  unread(
    out,
    loose.filter((p) => startsWithLabel(p.text)),
  );
  for (const child of node.children) {
    const attribution = noAttribution();
    const texts = allParagraphs(child).flatMap((p) => {
      const { text } = outlineText(p);
      const label = startsWithLabel(p.text);
      const split = label ? { text: '', attribution: readAttribution(text) } : splitAttribution(text);
      mergeAttribution(attribution, split.attribution);
      return split.text === '' ? [] : [split.text];
    });
    const { printed = '', number } = child.marker ?? {};
    const listed = { section, printed, number, attribution };
    out.goals.push({ ...outlineText(child.head), text: texts.join(''), listed });
  }
}

/** Rows without units: indicators, or what nobody can place. */
export function tables(rows: readonly Paragraph[], out: Outline): void {
  const [head] = rows;
  if (!head?.cells || !isIndicatorHead(head.cells)) {
    unread(out, rows);
    return;
  }
  const reading = readIndicators(rows);
  out.indicators.push(...reading.rows);
  unread(out, reading.unread);
}

/** Something to be measured; 全面建成 alone is how such sections speak. */
export function promisesAnything(text: string): boolean {
  const { groups } = readGoals([{ line: 0, text, marked: false, joins: [], mends: [] }], 0);
  return groups.some(({ goals: found }) => found.some(({ target }) => target?.promise !== 'done'));
}

export function preface(node: Node, out: Outline): void {
  const counts = (p: Paragraph): boolean => !p.cells && promisesAnything(tidyText(p.text).text);
  const own = [...(/。/.test(plain(node.head)) ? [node.head] : []), ...node.body];
  if (!own.includes(node.head)) heading(out, node.head);
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

/** Who sees to an item stays in its text, which is kept as it is. */
export function requirements(node: Node, out: Outline): void {
  const heads = node.children.length > 0 ? node.children : [];
  if (/。/.test(plain(node.head))) out.requirements.push({ ...outlineText(node.head), heading: '' });
  else heading(out, node.head);
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
