import type { TitleBlock } from '../../../model/document/document.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { titleLines } from '../../layout/title-lines.ts';
import { marksBeside } from '../../layout/title-marks.ts';
import type { HtmlContext } from '../context.ts';
import { paragraph, styledText } from '../styled.ts';

/** Marks top left; title lines as broken by the author, so that no word is split (GB/T 9704 7.3.1); then the subtitle. */
export function titleHtml(block: TitleBlock, context: HtmlContext): string {
  const style = context.form === 'sheet' ? 'sheetTitle' : 'title';
  const lines = linesOf(block, style, context)
    .map((line) => styledText(line, style, context))
    .join('<br>');
  const below = context.form === 'sheet' ? 'sheetHead' : 'subtitle';
  const title = lines === '' ? '' : `<p class="t-${style} title-lines">${lines}</p>`;
  const subtitle = block.subtitle.map((line) => paragraph(line, below, context, 'title-below'));
  const beside = marksBeside(block, context, context.theme) ? ' marks-beside' : '';
  return `<header class="title-block${beside}">${marksHtml(block.marks, context)}${title}${subtitle.join('')}</header>`;
}

/** A line that is too long for a page is broken between words; of the sheets that are one page, some lie on their side. */
function linesOf({ lines }: TitleBlock, style: TextStyleName, { theme, orientation }: HtmlContext): string[] {
  return orientation === 'landscape' ? lines : lines.flatMap((line) => titleLines(line, style, theme));
}

/** One below the other; on a sheet beside each other, so that little of its height is lost. */
export function marksHtml(marks: readonly string[], context: HtmlContext): string {
  if (marks.length === 0) return '';
  if (context.form === 'sheet')
    return `<p class="t-sheetHead marks">${styledText(marks.join('　'), 'sheetHead', context)}</p>`;
  const lines = marks.map((mark) => `<p class="t-mark">${styledText(mark, 'mark', context)}</p>`);
  return `<div class="marks">${lines.join('')}</div>`;
}
