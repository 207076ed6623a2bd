/** The table of contents: a TOC field that is already filled, as Word itself would have written it. */
import { type FileChild, PageReference, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { ContentsBlock, DividerBlock, HeadingBlock } from '../../../model/document.ts';
import { fieldEnd, fieldStart, link } from '../fields.ts';
import { look, type Scope } from '../scope.ts';
import { ANNEX_STYLE_NAME, contentsStyle, DIVIDER_STYLE_NAME, STYLE } from '../style-names.ts';
import { contentsTab } from '../styles.ts';
import { isListed } from '../targets.ts';
import { textRuns } from '../text.ts';
import { twipsOfPt } from '../units.ts';
import { isAnnex, numberAsText } from './heading.ts';

export function contents(block: ContentsBlock, scope: Scope): FileChild[] {
  if (block.lists === 'charts' || block.lists === 'tables') return captionList(block, scope);
  const listed = scope.targets.listed.filter((target) => isListed(target, block));
  const last = listed.length - 1;
  const instruction = instructionOf(block);
  return [
    title(block.title, scope),
    ...listed.map(
      (heading, index) =>
        new Paragraph({
          style: contentsStyle(heading.kind === 'divider' ? 1 : heading.level),
          tabStops: [contentsTab(scope.textWidth)],
          children: [
            ...(instruction && index === 0 ? fieldStart(instruction) : []),
            ...entry(heading, scope),
            ...(instruction && index === last ? [fieldEnd()] : []),
          ],
        }),
    ),
  ];
}

/** 图目录 and 表目录: no field, as the captions count by chapter; the page numbers are fields. */
function captionList(block: ContentsBlock, scope: Scope): FileChild[] {
  const listed = scope.targets.captions.filter(
    (one) => one.number !== '' && one.kind === (block.lists === 'charts' ? 'chart' : 'table'),
  );
  return [
    title(block.title, scope),
    ...listed.flatMap((one) => {
      const target = scope.targets.ofBlock.get(one);
      if (!target) return [];
      return new Paragraph({
        style: contentsStyle(2),
        indent: { left: 0 },
        tabStops: [contentsTab(scope.textWidth)],
        children: [
          link(target.mark, [
            ...textRuns(`${one.number}\u3000`),
            ...scope.inlines(one.caption, look(scope.theme.text.contents.font)),
            new TextRun({ children: [new Tab()] }),
            new PageReference(target.mark.name, { hyperlink: true }),
          ]),
        ],
      });
    }),
  ];
}

/** A material's own contents is no field: Word can't keep one to a part of the document by its styles. Its numbers are. */
function instructionOf({ scope, lists, depth }: ContentsBlock): string | undefined {
  if (lists === 'dividers') return `TOC \\h \\z \\t "${DIVIDER_STYLE_NAME},1"`;
  return scope === '' ? `TOC \\o "1-${depth}" \\h \\z \\t "${ANNEX_STYLE_NAME},1"` : undefined;
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

function entry(heading: HeadingBlock | DividerBlock, scope: Scope): ParagraphChild[] {
  const target = scope.targets.ofBlock.get(heading);
  if (!target) return [];
  return [
    link(target.mark, [
      ...words(heading, scope),
      new TextRun({ children: [new Tab()] }),
      new PageReference(target.mark.name, { hyperlink: true }),
    ]),
  ];
}

function words(heading: HeadingBlock | DividerBlock, scope: Scope): ParagraphChild[] {
  if (heading.kind === 'divider')
    return textRuns([heading.mark, heading.title].filter((part) => part !== '').join('\u3000'));
  const number = isAnnex(heading) ? `${heading.number}\u3000` : numberAsText(heading.number);
  return [
    ...(heading.look === 'sheet' ? [] : textRuns(number)),
    ...scope.inlines(heading.children, look(scope.theme.text.contents.font)),
  ];
}
