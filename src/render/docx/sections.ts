/** Sections: page geometry, and footers whose page number stands outside: odd pages right, even pages left. */
import { Footer, type ISectionOptions, PageOrientation, type Paragraph, SectionType } from 'docx';
import type { Document, Section } from '../../model/document.ts';
import { renderBlocks } from './blocks.ts';
import { turnedLength } from './finish-footer.ts';
import { footerLine, type Side } from './footer-line.ts';
import { letterPage } from './letter-page.ts';
import type { Scope } from './scope.ts';

/** One section of the document; a letter's first page has a footer of its own, see letter-page.ts. */
export function section(document: Document, part: Section, scope: Scope): ISectionOptions {
  const page = scope.geometry[part.orientation];
  // docx turns the sheet itself: width and height are given as those of the upright page.
  const sheet = scope.geometry.portrait;
  const mark = document.meta.pageMark;
  const width = part.orientation === 'landscape' ? turnedLength(page) : page.textWidth;
  const letterhead = part.blocks.find((block) => block.kind === 'letterhead');
  const first = document.form === 'letter' && letterhead ? letterPage(letterhead, mark, scope) : undefined;
  const below: Paragraph[] = first ? [first.lift] : [];
  const footer = (side: Side): Footer =>
    new Footer({ children: [footerLine(side, mark, width, scope), ...below] });
  const margin = { ...page.margins, header: page.margins.footer, gutter: 0 };
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      ...(first && { titlePage: true }),
      page: {
        size: {
          width: sheet.width,
          height: sheet.height,
          orientation:
            part.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: first ? { ...margin, header: first.headerMargin, footer: first.footerMargin } : margin,
      },
    },
    ...(first && { headers: { first: first.header } }),
    footers: { default: footer('odd'), even: footer('even'), ...(first && { first: first.firstFooter }) },
    children: renderBlocks(part.blocks, scope),
  };
}
