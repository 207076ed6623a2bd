/** The table of contents: a TOC field that is already filled, as Word itself would have written it. */
import { type FileChild, PageReference, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { ContentsBlock, HeadingBlock } from '../../../model/document.ts';
import { fieldEnd, fieldStart, link } from '../fields.ts';
import { look, type Scope } from '../scope.ts';
import { ANNEX_STYLE_NAME, contentsStyle, STYLE } from '../style-names.ts';
import { contentsTab } from '../styles.ts';
import { textRuns } from '../text.ts';
import { twipsOfPt } from '../units.ts';
import { isAnnex, numberAsText } from './heading.ts';

export function contents(block: ContentsBlock, scope: Scope): FileChild[] {
  const listed = scope.targets.headings.filter((h) => h.inContents && h.level <= block.depth);
  const last = listed.length - 1;
  const instruction = `TOC \\o "1-${block.depth}" \\h \\z \\t "${ANNEX_STYLE_NAME},1"`;
  return [
    title(block.title, scope),
    ...listed.map(
      (heading, index) =>
        new Paragraph({
          style: contentsStyle(heading.level),
          tabStops: [contentsTab(scope.textWidth)],
          children: [
            ...(index === 0 ? fieldStart(instruction) : []),
            ...entry(heading, scope),
            ...(index === last ? [fieldEnd()] : []),
          ],
        }),
    ),
  ];
}

/** 目录 is set wide, unless its author already did so; the indent keeps the line centred. */
function title(words: string, scope: Scope): Paragraph {
  const character = /\s/.test(words) ? 0 : twipsOfPt(scope.theme.text.contentsTitle.size);
  return new Paragraph({
    style: STYLE.contentsTitle,
    indent: { left: character },
    children: textRuns(words, { characterSpacing: character }),
  });
}

function entry(heading: HeadingBlock, scope: Scope): ParagraphChild[] {
  const target = scope.targets.ofBlock.get(heading);
  if (!target) return [];
  const number = isAnnex(heading) ? `${heading.number}\u3000` : numberAsText(heading.number);
  return [
    link(target.mark, [
      ...textRuns(number),
      ...scope.inlines(heading.children, look(scope.theme.text.contents.font)),
      new TextRun({ children: [new Tab()] }),
      new PageReference(target.mark.name, { hyperlink: true }),
    ]),
  ];
}
