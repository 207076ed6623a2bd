/** Sections: page geometry, and footers whose page number stands outside: odd pages right, even pages left. */
import { Footer, type ISectionOptions, PageOrientation, SectionType } from 'docx';
import type { Document, Section } from '../../model/document.ts';
import { renderBlocks } from './blocks.ts';
import { footerLine, type Side } from './footer-line.ts';
import { landscapeFooter } from './landscape-footer.ts';
import type { Scope } from './scope.ts';

export function section(document: Document, part: Section, scope: Scope): ISectionOptions {
  const page = scope.geometry[part.orientation];
  // docx turns the sheet itself: width and height are given as those of the upright page.
  const { width, height } = scope.geometry.portrait;
  const mark = document.meta.pageMark;
  const footer = (side: Side): Footer =>
    part.orientation === 'landscape' ? landscapeFooter(side, mark, scope) : portraitFooter(side, mark, scope);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          width,
          height,
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

function portraitFooter(side: Side, mark: string, scope: Scope): Footer {
  return new Footer({ children: [footerLine(side, mark, scope.geometry.portrait.textWidth, scope)] });
}
