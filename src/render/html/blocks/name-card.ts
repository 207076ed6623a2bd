import type { NameCardBlock } from '../../../model/document/document.ts';
import { cardType } from '../../layout/name-card.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';

/** A sheet folded in the middle: the name upright below the fold and upside down above it, where it is not read out. */
export function nameCardHtml(block: NameCardBlock, context: HtmlContext): string {
  const { sizePt, gap } = cardType(block.name, context.theme);
  // The gap after the last character would push the name off the centre.
  const style = `font-size:${sizePt}pt;letter-spacing:${gap}em;margin-right:${-gap}em`;
  const name = `<span style="${style}">${styledText(block.name, 'nameCard', context)}</span>`;
  return `<div class="name-card"><p class="t-nameCard overleaf" aria-hidden="true">${name}</p><p class="t-nameCard">${name}</p></div>`;
}
