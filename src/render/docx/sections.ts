/** Sections: page geometry, and footers whose page number stands outside: odd pages right, even pages left. */
import { Footer, type ISectionOptions, PageOrientation, SectionType } from 'docx';
import type { Document, Section } from '../../model/document.ts';
import { renderBlocks } from './blocks.ts';
import { turnedLength } from './finish-footer.ts';
import { footerLine, type Side } from './footer-line.ts';
import type { Scope } from './scope.ts';

export function section(document: Document, part: Section, scope: Scope): ISectionOptions {
  const page = scope.geometry[part.orientation];
  // docx turns the sheet itself: width and height are given as those of the upright page.
  const sheet = scope.geometry.portrait;
  const mark = document.meta.pageMark;
  const width = part.orientation === 'landscape' ? turnedLength(page) : page.textWidth;
  const footer = (side: Side): Footer => new Footer({ children: [footerLine(side, mark, width, scope)] });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width: sheet.width,
          height: sheet.height,
          orientation:
            part.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { ...page.margins, header: page.margins.footer, gutter: 0 },
      },
    },
    footers: { default: footer('odd'), even: footer('even') },
    children: renderBlocks(part.blocks, scope),
  };
}
