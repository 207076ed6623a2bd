import type { ColophonBlock } from '../../../model/document/document.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

/** At the foot of the cover's back: title, who made it, when, and the statement. */
export function colophonHtml(block: ColophonBlock, context: HtmlContext): string {
  const rows = block.rows.map(
    ({ label, text }) =>
      `<p class="t-fine colophon-row"><span class="colophon-label">${styledText(label, 'fine', context)}</span><span>${styledText(text, 'fine', context)}</span></p>`,
  );
  const statement =
    block.statement === ''
      ? ''
      : `<p class="t-note colophon-statement">${styledText(block.statement, 'note', context)}</p>`;
  return `<div class="colophon"><p class="t-heading2">${styledText(block.title, 'heading2', context)}</p>${rows.join('')}${statement}</div>`;
}
