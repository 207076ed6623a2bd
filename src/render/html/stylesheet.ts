/** Theme + fonts → CSS. Each part stands in its own file under stylesheet/. */
import type { Document } from '../../model/document/document.ts';
import type { TextStyleName, Theme } from '../../model/document/theme.ts';
import type { FontSet } from '../fonts/face.ts';
import { CLOSER_CELLS, closerStyles, lineOf } from '../layout/last-page.ts';
import { bookCss } from './stylesheet/book.ts';
import { boxesCss } from './stylesheet/boxes.ts';
import { facesCss } from './stylesheet/faces.ts';
import { formsCss } from './stylesheet/forms.ts';
import { letterCss } from './stylesheet/letter.ts';
import { pageCss } from './stylesheet/page.ts';
import { proseCss } from './stylesheet/prose.ts';
import { tableCss } from './stylesheet/table.ts';

/** In: `pageMark` already free of characters that no face has; '' for none. */
export function stylesheet(
  theme: Theme,
  fonts: FontSet,
  pageMark: string,
  document: Document,
  clean: (text: string) => string,
): string {
  return [
    facesCss(theme, fonts),
    pageCss(theme, fonts, pageMark),
    proseCss(theme),
    tableCss(theme),
    boxesCss(theme),
    formsCss(theme),
    closerCss(document, theme),
    formCss(document, theme),
    bookCss(document, theme, fonts, pageMark, clean),
  ].join('\n');
}

/** Sections that are drawn in by as many points share a class. */
export const closerClass = (closerPt: number): string => `closer-${Math.round(closerPt * 100)}`;

/** Lines of sections that are drawn in, see last-page.ts. */
function closerCss({ sections }: Document, theme: Theme): string {
  const rules = sections.flatMap((section) => {
    const name = section.closerPt && closerClass(section.closerPt);
    if (!name) return [];
    const rule = (path: string) => (style: TextStyleName) =>
      `.${name}${path}.t-${style}{line-height:${lineOf(section, theme, style)}pt}`;
    const closing = [
      rule('>.closing>')('body'),
      `.${name} .p-flush:empty{height:${lineOf(section, theme)}pt}`,
    ];
    return [...closerStyles(section).map(rule('>')), ...CLOSER_CELLS.map(rule(' ')), ...closing];
  });
  return [...new Set(rules)].join('\n');
}

/** What the form of the document changes; last, so that it wins. */
function formCss(document: Document, theme: Theme): string {
  switch (document.form) {
    case 'report':
    case 'official':
    case 'minutes':
    case 'bulletin':
    case 'sheet':
    case 'book':
      return '';
    case 'letter': {
      const letterhead = document.sections[0]?.blocks.find((block) => block.kind === 'letterhead');
      return letterhead ? letterCss(letterhead, theme) : '';
    }
  }
}
