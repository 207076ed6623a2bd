import type { HeadingBlock } from '../../../model/document/document.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { artSvg, openerArt } from '../../book/art.ts';
import { OPENER_BAND_MM, sheetOf } from '../../book/leaf.ts';
import { bookInlines, bookText } from '../book-text.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { styled, styledText } from '../styled.ts';

/** GB/T 9704 7.3.3: 一、 黑体, （一） 楷体, 1. and （1） 仿宋. An annex puts its number on a line of its own (7.3.7). */
export function headingHtml(block: HeadingBlock, context: HtmlContext): string {
  const tag = `h${block.level + context.depth}`;
  const id = anchor(block.id);
  if (block.look === 'sheet') {
    const [look, place] =
      block.level === 1 ? (['sheetTitle', 'head'] as const) : (['sheetHead', 'part'] as const);
    return `<${tag} class="t-${look} sheet-${place}" id="${id}">${styled(block.children, look, context)}</${tag}>`;
  }
  if (block.look === 'chapter' && context.theme.book) return chapterHtml(block, context);
  const style: TextStyleName = `heading${block.level}`;
  if (block.look === 'front') {
    const text = [block.number, ''].join(block.number === '' ? '' : '\u3000');
    return `<${tag} class="t-${style} front-head" id="${id}">${styledText(text, style, context)}${styled(block.children, style, context)}</${tag}>`;
  }
  if (block.number.startsWith('附件')) {
    // The space ends a line and is not seen; the bookmark made of the heading needs it.
    const number = styledText(`${block.number}　`, 'heading1', context);
    const title = styled(block.children, 'title', context);
    return `<${tag} class="annex" id="${id}"><span class="t-heading1 annex-number">${number}</span><span class="t-title annex-title">${title}</span></${tag}>`;
  }
  const number = styledText(block.number, style, context);
  return `<${tag} class="t-${style} grid" id="${id}">${number}${styled(block.children, style, context)}</${tag}>`;
}

/** The band at the head of a chapter's opening page; the picture differs from chapter to chapter. */
function chapterHtml(block: HeadingBlock, context: HtmlContext): string {
  const { page, book } = context.theme;
  if (!book) return '';
  const { bleed } = sheetOf(context.theme);
  const [width, height] = [page.widthMm + 2 * bleed, OPENER_BAND_MM + bleed];
  const seed = Number(/\d+/.exec(block.id)?.[0] ?? 1);
  // The space ends a line and is not seen; the bookmark made of the heading needs it.
  const number = bookText(`${block.number}\u3000`, book.opener.number, context);
  const title = bookInlines(block.children, book.opener.title, context);
  return `<h1 class="chapter-band" id="${anchor(block.id)}">${artSvg(openerArt(width, height, seed, book), width, height)}<span class="b-opener-number chapter-number">${number}</span><span class="b-opener-title chapter-title">${title}</span></h1>`;
}
