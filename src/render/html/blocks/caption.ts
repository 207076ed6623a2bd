import type { Inline } from '../../../model/document/inline.ts';
import type { HtmlContext } from '../context.ts';
import { styled, styledText } from '../styled.ts';

/** “图1　title”; '' when there is neither number nor title. */
export function captionHtml(number: string, caption: readonly Inline[], context: HtmlContext): string {
  if (number === '' && caption.length === 0) return '';
  const label =
    number === '' ? '' : `<span class="together">${styledText(number, 'caption', context)}</span>　`;
  return `<p class="t-caption caption">${label}${styled(caption, 'caption', context)}</p>`;
}
