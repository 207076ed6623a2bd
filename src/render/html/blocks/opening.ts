import type { OpeningBlock } from '../../../model/document.ts';
import { bookInlines } from '../book-text.ts';
import type { HtmlContext } from '../context.ts';
import { styled } from '../styled.ts';

/** Below the title of a chapter's opening page: its summary, and its numbers at the foot. */
export function openingHtml(block: OpeningBlock, context: HtmlContext): string {
  const { book } = context.theme;
  if (!book) return '';
  const summary = block.summary.map(
    (nodes) => `<p class="b-opener-text">${bookInlines(nodes, book.opener.text, context)}</p>`,
  );
  const items = block.items.map(
    ({ label, value, detail }) =>
      `<div class="opening-item"><p class="t-keyLabel">${styled(label, 'keyLabel', context)}</p>` +
      `<p class="b-opener-value">${bookInlines(value, book.opener.value, context)}</p>` +
      `<p class="t-note">${styled(detail, 'note', context)}</p></div>`,
  );
  const columns = Math.max(1, Math.min(items.length, 4));
  const numbers =
    items.length === 0
      ? ''
      : `<div class="opening-items" style="grid-template-columns:repeat(${columns},1fr)">${items.join('')}</div>`;
  return `<div class="opening"><div>${summary.join('')}</div>${numbers}</div>`;
}
