import type { OpeningBlock } from '../../../model/document/document.ts';
import { POINTS_PER_MM } from '../../layout/units.ts';
import { bookInlines } from '../book-text.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { fitted, styled, styledText } from '../styled.ts';
import { geometry } from '../stylesheet/geometry.ts';

/** Between the numbers at the foot, and the edge at the left of each with the room beside it; see stylesheet/book.ts. */
const GAP_MM = 5;
const EDGE_MM = 4;

/** The chapter's sections with their pages. */
function sections({ chapter }: OpeningBlock, context: HtmlContext): string {
  const at = context.contents.findIndex((entry) => entry.id === chapter);
  const rest = context.contents.slice(at + 1);
  const next = rest.findIndex((entry) => entry.level === 1);
  const own = rest.slice(0, next < 0 ? undefined : next).filter((entry) => entry.level === 2);
  if (at < 0 || own.length < 2) return '';
  const lines = own.map(({ id, text }) => {
    const target = anchor(id);
    return `<li><a href="#${target}"><span>${styledText(text, 'fine', context)}</span><span class="contents-page" data-target="${target}"></span></a></li>`;
  });
  return `<ol class="t-fine opening-sections">${lines.join('')}</ol>`;
}

/** Below the title of a chapter's opening page: its summary, and its numbers at the foot. */
export function openingHtml(block: OpeningBlock, context: HtmlContext): string {
  const { book } = context.theme;
  if (!book) return '';
  const summary = block.summary.map(
    (nodes) => `<p class="b-opener-text">${bookInlines(nodes, book.opener.text, context)}</p>`,
  );
  const columns = Math.max(1, Math.min(block.items.length, 4));
  const room = (geometry(context.theme).textWidthMm - (columns - 1) * GAP_MM) / columns - EDGE_MM;
  const items = block.items.map(
    ({ label, value, detail }) =>
      `<div class="opening-item"><p class="t-keyLabel">${styled(label, 'keyLabel', context)}</p>` +
      `<p class="b-opener-value"${fitted(value, book.opener.value.size, room * POINTS_PER_MM)}>${bookInlines(value, book.opener.value, context)}</p>` +
      `<p class="t-note">${styled(detail, 'note', context)}</p></div>`,
  );
  const numbers =
    items.length === 0
      ? ''
      : `<div class="opening-items" style="grid-template-columns:repeat(${columns},minmax(0,1fr))">${items.join('')}</div>`;
  return `<div class="opening"><div>${summary.join('')}</div>${sections(block, context)}${numbers}</div>`;
}
