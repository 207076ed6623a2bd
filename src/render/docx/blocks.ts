/** Every kind of block and its handler; a kind without one doesn't compile. */
import { type FileChild, Paragraph } from 'docx';
import type { Block, BlockKind } from '../../model/document/document.ts';
import { calls } from '../layout/lead-in.ts';
import { closesWithNext } from '../layout/letter.ts';
import { addressee } from './blocks/addressee.ts';
import { annexList } from './blocks/annex-list.ts';
import { attendance } from './blocks/attendance.ts';
import { bookCover } from './blocks/book-cover.ts';
import { callout } from './blocks/callout.ts';
import { chart } from './blocks/chart.ts';
import { chartPair, endsPair, pairAt } from './blocks/chart-pair.ts';
import { colophon } from './blocks/colophon.ts';
import { contents } from './blocks/contents.ts';
import { cover } from './blocks/cover.ts';
import { divider } from './blocks/divider.ts';
import { heading, isAnnex } from './blocks/heading.ts';
import { imprint } from './blocks/imprint.ts';
import { keyFigures } from './blocks/key-figures.ts';
import { letterhead } from './blocks/letterhead.ts';
import { list } from './blocks/list.ts';
import { nameCard, nextCard } from './blocks/name-card.ts';
import { opening } from './blocks/opening.ts';
import { pageBreak } from './blocks/page-break.ts';
import { paragraph } from './blocks/paragraph.ts';
import { seatingPlan } from './blocks/seating-plan.ts';
import { signature } from './blocks/signature.ts';
import { statusGrid } from './blocks/status-grid.ts';
import { table } from './blocks/table.ts';
import { title } from './blocks/title.ts';
import type { Scope } from './scope.ts';
import { STYLE } from './styles/style-names.ts';

type NodeOf<K extends BlockKind> = Extract<Block, { kind: K }>;
type Handler<K extends BlockKind> = (node: NodeOf<K>, scope: Scope) => FileChild[];

const HANDLERS: { [K in BlockKind]: Handler<K> } = {
  heading,
  paragraph,
  list,
  table,
  chart,
  title,
  contents,
  keyFigures,
  callout,
  pageBreak,
  letterhead,
  addressee,
  signature,
  annexList,
  imprint,
  attendance,
  statusGrid,
  cover,
  divider,
  nameCard,
  seatingPlan,
  opening,
  bookCover,
  colophon,
};

const renderBlock = <K extends BlockKind>(node: NodeOf<K>, scope: Scope): FileChild[] =>
  (HANDLERS[node.kind as K] as Handler<K>)(node, scope);

/**
 * A page break becomes a property of the paragraph after it: one of its own would leave an empty line on the new page.
 * The paragraph before a signature, or before 附件说明 and a signature, stays with it, so that no page holds the signature
 * alone (此页无正文), and 附注 stays with the signature.
 */
export function renderBlocks(given: readonly Block[], scope: Scope): FileChild[] {
  const blocks = marksFirst(given);
  return blocks.flatMap((block, index) => {
    const [previous, next] = [blocks[index - 1], blocks[index + 1]];
    const linesAbove = previous?.kind === 'title' ? previous.marks.length : 0;
    if (endsPair(blocks, index)) return [];
    const pair = pairAt(blocks, index);
    const made = pair
      ? chartPair(pair, scope)
      : kept(
          blocks,
          index,
          scope,
          renderBlock(block, { ...scope, linesAbove, roomAbove: hasRoomBelow(previous, scope) }),
        );
    const children =
      headsPage(blocks, index) && scope.theme.book
        ? made.map((child, i) => (i === 0 ? withoutRoomAbove(child) : child))
        : made;
    const [first, ...rest] = children;
    if (block.kind === 'pageBreak') return startsWithParagraph(next) ? [] : children;
    if (block.kind === 'nameCard' && previous) return [nextCard(), ...children];
    if (previous?.kind === 'pageBreak' && first instanceof Paragraph)
      return [first.with({ pageBreakBefore: true }), ...rest];
    return hasBlankBefore(block, previous, blocks[index - 2])
      ? [new Paragraph({ style: STYLE.flush, keepNext: true }), ...children]
      : children;
  });
}

/** An annex's title has a line below it, another a third; on a sheet there is no room to give. */
const hasRoomBelow = (block: Block | undefined, { form }: Scope): boolean =>
  (block?.kind === 'title' && form !== 'sheet') || (block?.kind === 'heading' && isAnnex(block));

/** A book's heading or list of contents that the author put at the head of a page, where Word would leave the room above it. */
const headsPage = (blocks: readonly Block[], index: number): boolean => {
  const [previous, block] = [blocks[index - 1], blocks[index]];
  const hasRoom = block?.kind === 'contents' || (block?.kind === 'heading' && block.level === 2);
  return hasRoom && (!previous || previous.kind === 'pageBreak');
};

const withoutRoomAbove = (child: FileChild): FileChild =>
  child instanceof Paragraph ? child.with({ spacing: { before: 0 } }) : child;

/** Marks of a document with a 版头 stand above it, at the head of the 版心 (GB/T 9704 7.2.1–3). */
function marksFirst(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, index): Block[] => {
    const [previous, next] = [blocks[index - 1], blocks[index + 1]];
    if (isMasthead(block) && next?.kind === 'title' && next.marks.length > 0)
      return [{ ...next, lines: [], subtitle: [] }, block];
    return block.kind === 'title' && isMasthead(previous) ? [{ ...block, marks: [] }] : [block];
  });
}

const isMasthead = (block: Block | undefined): boolean =>
  block?.kind === 'letterhead' && block.form !== 'letter';

/** One line free: above 附件说明, the first of 出席…, and between the title below a 版头 and a text without 主送. */
function hasBlankBefore(block: Block, previous: Block | undefined, before: Block | undefined): boolean {
  if (block.kind === 'annexList') return true;
  if (block.kind === 'attendance') return previous?.kind !== 'attendance';
  return block.kind !== 'addressee' && previous?.kind === 'title' && isMasthead(before);
}

/** What stays with a signature: 附件说明 whole, 附注, the end of the text; and words that call up a speaker. */
function kept(blocks: readonly Block[], index: number, { theme }: Scope, children: FileChild[]): FileChild[] {
  const keep = (child: FileChild): FileChild =>
    child instanceof Paragraph ? child.with({ keepNext: true }) : child;
  if (closesWithNext(blocks, index)) return children.map(keep);
  const [block, next] = [blocks[index], blocks[index + 1]];
  const closes =
    next?.kind === 'signature' || (next?.kind === 'annexList' && closesWithNext(blocks, index + 1));
  const stays = closes || (block && calls(block, next, theme.page.charactersPerLine));
  return stays ? children.map((child, i) => (i === children.length - 1 ? keep(child) : child)) : children;
}

/** A page break or an empty list can't take the break before itself. */
const startsWithParagraph = (block: Block | undefined): boolean =>
  block !== undefined && block.kind !== 'pageBreak' && !(block.kind === 'list' && block.items.length === 0);
