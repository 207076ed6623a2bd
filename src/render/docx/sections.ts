/** Sections: page geometry, and footers whose page number stands outside: odd pages right, even pages left. */
import {
  Footer,
  type ISectionOptions,
  NumberFormat,
  PageOrientation,
  type Paragraph,
  SectionType,
} from 'docx';
import type { Document, Leaf, Section } from '../../model/document/document.ts';
import { firstOf } from '../book/leaf.ts';
import { firstPage } from '../layout/first-page.ts';
import { CLOSER_CELLS, closerStyles, lineOf } from '../layout/last-page.ts';
import { areCards, CARD_MARGIN_MM } from '../layout/name-card.ts';
import { renderBlocks } from './blocks.ts';
import { bookMargins } from './book-parts.ts';
import { turnedLength } from './finish/finish-footer.ts';
import { footerLine, type Side } from './footer-line.ts';
import { letterPage } from './letter-page.ts';
import type { PageGeometry } from './parts/geometry.ts';
import { twipsOfMm, twipsOfPt } from './parts/units.ts';
import type { Scope } from './scope.ts';
import { endedLow } from './text/caption.ts';

/** One section of the document; a letter's first page has a footer of its own, see letter-page.ts. */
export function section(document: Document, part: Section, scope: Scope): ISectionOptions {
  if (part.leaf) return bookSection(document, part, part.leaf, scope);
  const cards = areCards(part);
  const page = cards ? cardPage(scope.geometry.landscape) : scope.geometry[part.orientation];
  // docx turns the sheet itself: width and height are given as those of the upright page.
  const sheet = scope.geometry.portrait;
  const mark = document.meta.pageMark;
  const landscape = cards || part.orientation === 'landscape';
  const width = landscape && !cards ? turnedLength(page) : page.textWidth;
  const letterhead = part.blocks.find((block) => block.kind === 'letterhead');
  const first = document.form === 'letter' && letterhead ? letterPage(letterhead, mark, scope) : undefined;
  const below: Paragraph[] = first ? [first.lift] : [];
  const footer = (side: Side): Footer =>
    new Footer({ children: [footerLine(side, mark, width, scope, part.numbered && !cards), ...below] });
  const margin = { ...page.margins, header: page.margins.footer, gutter: 0 };
  return {
    properties: {
      type: part.opens === 'odd' ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
      ...(first && { titlePage: true }),
      page: {
        size: {
          width: sheet.width,
          height: sheet.height,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: first ? { ...margin, header: first.headerMargin, footer: first.footerMargin } : margin,
      },
    },
    ...(first && { headers: { first: first.header } }),
    // The mark of a card stands on the right, on whichever page. A footer has its place in the margin.
    ...((first || !scope.lean) && {
      footers: {
        default: footer(cards ? 'even' : 'odd'),
        even: footer('even'),
        ...(first && { first: first.firstFooter }),
      },
    }),
    children: endedLow(
      renderBlocks(part.blocks, {
        ...scope,
        textWidth: page.textWidth,
        form: part.form,
        depth: part.depth,
        tight: firstPage(part, scope.theme) !== 'roomy',
        landscape,
        ...closerLines(part, scope),
      }),
    ),
  };
}

function closerLines(part: Section, { theme }: Scope): Pick<Scope, 'closer'> {
  if (!part.closerPt) return {};
  const styles = [...closerStyles(part), ...CLOSER_CELLS];
  return {
    closer: (style) => (styles.includes(style) ? twipsOfPt(lineOf(part, theme, style)) : undefined),
  };
}

/** A book's section: its own heads, and where a count of pages begins, its number. */
function bookSection(document: Document, part: Section, leaf: Leaf, scope: Scope): ISectionOptions {
  const page = scope.geometry[part.orientation];
  const sheet = scope.geometry.portrait;
  const own = {
    ...scope,
    textWidth: page.textWidth,
    form: part.form,
    landscape: part.orientation === 'landscape',
    ...closerLines(part, scope),
  };
  const index = document.sections.indexOf(part);
  const first = leaf.matter !== 'cover' && index === firstOf(document, leaf.matter);
  const header = twipsOfMm(Math.max(5, (scope.theme.book?.headAboveMm ?? 9) + 6));
  return {
    properties: {
      type: part.opens === 'odd' ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
      page: {
        size: {
          width: sheet.width,
          height: sheet.height,
          orientation:
            part.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...page.margins, header, gutter: 0 },
        pageNumbers: {
          formatType: leaf.matter === 'front' ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL,
          ...(first ? { start: 1 } : {}),
        },
      },
    },
    ...bookMargins(document, part, own),
    children: endedLow(renderBlocks(part.blocks, own)),
  };
}

/** Alike on all sides: what stands on a name card is placed on the sheet. */
function cardPage(page: PageGeometry): PageGeometry {
  const edge = twipsOfMm(CARD_MARGIN_MM);
  const margins = { top: edge, right: edge, bottom: edge, left: edge, footer: Math.round(edge / 2) };
  return { ...page, margins, textWidth: page.width - 2 * edge };
}
