/** Headings: numbered by Word where its count agrees, else with their number as text; annexes in the form of GB/T 9704 7.3.7. */
import { type FileChild, Paragraph, type ParagraphChild, TabStopType, TextRun } from 'docx';
import type { HeadingBlock } from '../../../model/document/document.ts';
import { chapterHead } from '../book-parts.ts';
import { bookmarked } from '../parts/fields.ts';
import { fontsOf } from '../parts/run-fonts.ts';
import { halfPoints } from '../parts/units.ts';
import { closer, look, type Scope } from '../scope.ts';
import { headingStyle, STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';

export function heading(block: HeadingBlock, scope: Scope): FileChild[] {
  const place = scope.targets.numbering.places.get(block);
  if (block.look === 'sheet') return [sheetHead(block, scope)];
  if (block.look === 'chapter') return chapterHead(block, scope, marked);
  const children = scope.inlines(block.children, look(scope.theme.text[`heading${block.level}`].font));
  if (isAnnex(block)) return [annex(block, scope)];
  return [
    new Paragraph({
      style: headingStyle(block.level, block.inContents, scope.depth),
      ...closer(scope, `heading${block.level}`),
      ...(scope.depth > 0 && { outlineLevel: block.level - 1 + scope.depth }),
      numbering: place ? { ...place, instance: 0 } : false,
      children: marked(
        block,
        scope,
        place ? children : [...textRuns(numberAsText(block.number)), ...children],
      ),
    }),
  ];
}

export const isAnnex = (block: HeadingBlock): boolean =>
  block.level === 1 && block.look !== 'front' && /^附[件表录]/.test(block.number);

/** Head of a sheet or of a part of it, never numbered. */
function sheetHead(block: HeadingBlock, scope: Scope): Paragraph {
  const name = block.level === 1 ? 'sheetTitle' : 'sheetHead';
  return new Paragraph({
    style: block.level === 1 ? STYLE.sheetHead : STYLE.sheetPart,
    outlineLevel: block.level - 1 + scope.depth,
    children: marked(block, scope, scope.inlines(block.children, look(scope.theme.text[name].font))),
  });
}

/** A number that Word can't count stands before the heading, set off by a space unless it ends in its own mark. */
export const numberAsText = (number: string): string =>
  /[^、）.]$/.test(number) ? `${number}\u3000` : number;

/** “附件1” flush left in 黑体 on the first line, the title centred on the third: one paragraph, so one entry in the contents. */
function annex(block: HeadingBlock, scope: Scope): Paragraph {
  const { theme } = scope;
  const label = { font: fontsOf(theme, theme.text.mark.font), size: halfPoints(theme.text.mark.size) };
  return new Paragraph({
    style: STYLE.annex,
    numbering: false,
    ...(scope.depth > 0 && { outlineLevel: scope.depth }),
    tabStops: [{ type: TabStopType.CENTER, position: Math.round(scope.textWidth / 2) }],
    children: marked(block, scope, [
      ...textRuns(block.number, label),
      new TextRun({ break: 2, children: ['\t'] }),
      ...scope.inlines(block.children, look(theme.text.title.font)),
    ]),
  });
}

function marked(block: HeadingBlock, scope: Scope, children: ParagraphChild[]): ParagraphChild[] {
  const target = scope.targets.ofBlock.get(block);
  return target ? bookmarked(target.mark, children) : children;
}
