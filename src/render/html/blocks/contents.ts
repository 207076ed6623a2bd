import type { ContentsBlock } from '../../../model/document/document.ts';
import type { ContentsEntry, HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { styledText } from '../styled.ts';

/** Each line links to its heading, which makes the browser write a named destination; see pdf/places.ts. */
export function contentsHtml(block: ContentsBlock, context: HtmlContext): string {
  const { lists } = block;
  const captions = lists === 'charts' || lists === 'tables';
  const entries = captions
    ? context.captions[lists]
    : context.contents.filter((entry) => isListed(entry, block));
  const lines = entries.map((entry) => {
    const target = anchor(entry.id);
    const text = styledText(entry.text, 'contents', context);
    return `<li class="contents-${entry.level}"><a href="#${target}"><span>${text}</span><span class="leader"></span><span class="contents-page" data-target="${target}"></span></a></li>`;
  });
  return `<nav class="contents${captions ? ' captions' : ''}"><p class="t-contentsTitle">${styledText(block.title, 'contentsTitle', context)}</p><ol class="t-contents">${lines.join('')}</ol></nav>`;
}

const isListed = ({ id, level, divider }: ContentsEntry, { scope, lists, depth }: ContentsBlock): boolean =>
  id.startsWith(scope) && (lists === 'dividers') === divider && level <= depth;
