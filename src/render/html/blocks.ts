/** Blocks → HTML. The table is total: a new block kind does not compile until it has its file here. */
import type { Block, BlockKind } from '../../model/document/document.ts';
import { closesWithNext } from '../layout/letter.ts';
import { addresseeHtml } from './blocks/addressee.ts';
import { annexListHtml } from './blocks/annex-list.ts';
import { attendanceHtml } from './blocks/attendance.ts';
import { bookCoverHtml } from './blocks/book-cover.ts';
import { calloutHtml } from './blocks/callout.ts';
import { chartHtml } from './blocks/chart.ts';
import { colophonHtml } from './blocks/colophon.ts';
import { contentsHtml } from './blocks/contents.ts';
import { coverHtml } from './blocks/cover.ts';
import { dividerHtml } from './blocks/divider.ts';
import { headingHtml } from './blocks/heading.ts';
import { imprintHtml } from './blocks/imprint.ts';
import { keyFiguresHtml } from './blocks/key-figures.ts';
import { letterheadHtml } from './blocks/letterhead.ts';
import { listHtml } from './blocks/list.ts';
import { nameCardHtml } from './blocks/name-card.ts';
import { openingHtml } from './blocks/opening.ts';
import { pageBreakHtml } from './blocks/page-break.ts';
import { paragraphHtml } from './blocks/paragraph.ts';
import { seatingPlanHtml } from './blocks/seating-plan.ts';
import { signatureHtml } from './blocks/signature.ts';
import { statusGridHtml } from './blocks/status-grid.ts';
import { tableHtml } from './blocks/table.ts';
import { titleHtml } from './blocks/title.ts';
import type { HtmlContext } from './context.ts';

type Renderer<K extends BlockKind> = (
  block: Extract<Block, { kind: K }>,
  context: HtmlContext,
  next: Block | undefined,
) => string;

const RENDERERS: { [K in BlockKind]: Renderer<K> } = {
  heading: headingHtml,
  paragraph: paragraphHtml,
  list: listHtml,
  table: tableHtml,
  chart: chartHtml,
  title: titleHtml,
  contents: contentsHtml,
  keyFigures: keyFiguresHtml,
  callout: calloutHtml,
  pageBreak: pageBreakHtml,
  letterhead: letterheadHtml,
  addressee: addresseeHtml,
  signature: signatureHtml,
  annexList: annexListHtml,
  imprint: imprintHtml,
  attendance: attendanceHtml,
  statusGrid: statusGridHtml,
  cover: coverHtml,
  divider: dividerHtml,
  nameCard: nameCardHtml,
  seatingPlan: seatingPlanHtml,
  opening: openingHtml,
  bookCover: bookCoverHtml,
  colophon: colophonHtml,
};

function blockHtml(block: Block, context: HtmlContext, next: Block | undefined): string {
  return (RENDERERS[block.kind] as Renderer<BlockKind>)(block, context, next);
}

/** The close of a letter is one: of three parts kept together browsers let go of the first. */
export function blocksHtml(blocks: readonly Block[], context: HtmlContext): string {
  return blocks
    .map((block, i) => {
      const html = blockHtml(block, context, blocks[i + 1]);
      const [within, goesOn] = [closesWithNext(blocks, i - 1), closesWithNext(blocks, i)];
      if (within === goesOn) return html;
      return goesOn ? `<div class="closing">${html}` : `${html}</div>`;
    })
    .join('\n');
}
