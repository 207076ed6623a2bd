import type { CoverBlock } from '../../../model/document/document.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { linesOf } from '../../layout/title-lines.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';
import { marksHtml } from './title.ts';

/** Cover of a volume, one page high: title in the upper third, issuer and date at the foot. */
export function coverHtml(block: CoverBlock, context: HtmlContext): string {
  const lines = (texts: readonly string[], style: TextStyleName, name: string): string => {
    const given = linesOf(texts, style, context.theme);
    if (given.length === 0) return '';
    return `<p class="t-${style} ${name}">${given.map((text) => styledText(text, style, context)).join('<br>')}</p>`;
  };
  return (
    `<header class="cover">${marksHtml(block.marks, context)}${lines(block.lines, 'coverTitle', 'cover-title')}` +
    `${lines(block.subtitle, 'coverText', 'cover-subtitle')}${lines([block.issuer, block.date], 'coverText', 'cover-foot')}</header>`
  );
}
