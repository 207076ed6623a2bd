/** The table of contents: a TOC field that is already filled, as Word itself would have written it. */
import { type FileChild, PageReference, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx';
import type { ContentsBlock, DividerBlock, HeadingBlock } from '../../../model/document/document.ts';
import { type BookmarkName, fieldEnd, fieldStart, link } from '../parts/fields.ts';
import { look, type Scope } from '../scope.ts';
import { ANNEX_STYLE_NAME, contentsStyle, DIVIDER_STYLE_NAME, STYLE } from '../styles/style-names.ts';
import { contentsTab } from '../styles/styles.ts';
import { isListed } from '../targets.ts';
import { textRuns } from '../text/text.ts';
import { isAnnex, numberAsText } from './heading.ts';

export function contents(block: ContentsBlock, scope: Scope): FileChild[] {
  if (block.lists === 'charts' || block.lists === 'tables') return captionList(block, scope);
  const listed = scope.targets.listed.filter((target) => isListed(target, block));
  const entries = listed.flatMap((heading) => {
    const target = scope.targets.ofBlock.get(heading);
    const style = contentsStyle(heading.kind === 'divider' ? 1 : heading.level);
    return target ? [{ style, children: [withPage(target.mark, words(heading, scope))] }] : [];
  });
  return [title(block.title), ...filled(instructionOf(block), entries, scope)];
}

/** 图目录 and 表目录: fields that collect the paragraphs with a SEQ field of their kind, see caption.ts. */
function captionList(block: ContentsBlock, scope: Scope): FileChild[] {
  const [kind, sequence] = block.lists === 'charts' ? ['chart', '图'] : ['table', '表'];
  const listed = scope.targets.captions.filter((one) => one.number !== '' && one.kind === kind);
  return [
    title(block.title),
    ...filled(
      `TOC \\h \\z \\c "${sequence}"`,
      listed.flatMap((one) => {
        const target = scope.targets.ofBlock.get(one);
        const words = [
          ...textRuns(`${one.number}\u3000`),
          ...scope.inlines(one.caption, look(scope.theme.text.contents.font)),
        ];
        return target ? [{ style: STYLE.captionList, children: [withPage(target.mark, words)] }] : [];
      }),
      scope,
    ),
  ];
}

interface Entry {
  style: string;
  children: ParagraphChild[];
}

/** The field's result, one paragraph an entry: it begins in the first and ends in the last. */
function filled(instruction: string | undefined, entries: readonly Entry[], scope: Scope): Paragraph[] {
  return entries.map(
    ({ style, children }, index) =>
      new Paragraph({
        style,
        tabStops: [contentsTab(scope.textWidth)],
        children: [
          ...(instruction && index === 0 ? fieldStart(instruction) : []),
          ...children,
          ...(instruction && index === entries.length - 1 ? [fieldEnd()] : []),
        ],
      }),
  );
}

/** A link to what the entry names, whose page is a field of its own. */
const withPage = (mark: BookmarkName, words: readonly ParagraphChild[]): ParagraphChild =>
  link(mark, [
    ...words,
    new TextRun({ children: [new Tab()] }),
    new PageReference(mark.name, { hyperlink: true }),
  ]);

/** A material's own contents is no field: Word can't keep one to a part of the document by its styles. Its numbers are. */
function instructionOf({ scope, lists, depth }: ContentsBlock): string | undefined {
  if (lists === 'dividers') return `TOC \\h \\z \\t "${DIVIDER_STYLE_NAME},1"`;
  return scope === '' ? `TOC \\o "1-${depth}" \\h \\z \\t "${ANNEX_STYLE_NAME},1"` : undefined;
}

const title = (words: string): Paragraph =>
  new Paragraph({ style: STYLE.contentsTitle, children: textRuns(words) });

function words(heading: HeadingBlock | DividerBlock, scope: Scope): ParagraphChild[] {
  if (heading.kind === 'divider')
    return textRuns([heading.mark, heading.title].filter((part) => part !== '').join('\u3000'));
  const number = isAnnex(heading) ? `${heading.number}\u3000` : numberAsText(heading.number);
  return [
    ...(heading.look === 'sheet' ? [] : textRuns(number)),
    ...scope.inlines(heading.children, look(scope.theme.text.contents.font)),
  ];
}
