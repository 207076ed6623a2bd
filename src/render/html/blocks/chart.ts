import { chartNotDrawn } from '../../../base/messages/render.ts';
import type { ChartBlock } from '../../../model/document/document.ts';
import type { HtmlContext } from '../context.ts';
import { anchor, escapeAttribute } from '../escape.ts';
import { paragraph } from '../styled.ts';
import { captionHtml } from './caption.ts';

/**
 * The drawing stands inline: as `<img>` it would corrupt the PDF's text layer. Caption below the figure, notes under
 * the caption. The SVG comes from our own chart renderer, the only markup that is not escaped here.
 */
export function chartHtml(block: ChartBlock, context: HtmlContext): string {
  const svg = context.charts.get(block.id);
  if (!svg) context.report(chartNotDrawn(block.id));
  const drawing = `<div class="drawing" role="img" aria-label="${escapeAttribute(block.alt)}">${svg ?? ''}</div>`;
  const notes = block.notes.map((note) => paragraph(note, 'note', context)).join('');
  return `<figure${block.half ? ' class="half"' : ''} id="${anchor(block.id)}">${drawing}${captionHtml(block.number, block.caption, context)}${notes}</figure>`;
}
