import { type FileChild, PageReference, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import type { HeadingBlock, OpeningBlock } from '../../../model/document.ts';
import { bookParagraph } from '../book-parts.ts';
import { link } from '../fields.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../style-names.ts';
import { textRuns } from '../text.ts';
import { keyFigures } from './key-figures.ts';

/** Points between summary, list of sections and numbers. */
const BETWEEN_PT = 36;

/** The summary below the band, the chapter's sections with their pages, and its numbers. */
export function opening(block: OpeningBlock, scope: Scope): FileChild[] {
  const { book } = scope.theme;
  if (!book) return [];
  const { text } = book.opener;
  const summary = block.summary.map((nodes, i) =>
    bookParagraph(nodes, text, scope, {
      justified: true,
      indent: 2 * 20 * text.size,
      ...(i === block.summary.length - 1 ? { after: BETWEEN_PT } : {}),
    }),
  );
  const numbers =
    block.items.length === 0 ? [] : keyFigures({ kind: 'keyFigures', items: block.items }, scope);
  return [...summary, ...sections(block, scope), ...numbers];
}

function sections({ chapter }: OpeningBlock, scope: Scope): FileChild[] {
  const headings = scope.targets.listed.filter((one): one is HeadingBlock => one.kind === 'heading');
  const at = headings.findIndex(({ id }) => id === chapter);
  const rest = headings.slice(at + 1);
  const next = rest.findIndex(({ level }) => level === 1);
  const own = rest.slice(0, next < 0 ? undefined : next).filter(({ level }) => level === 2);
  if (at < 0 || own.length < 2) return [];
  return own.map((heading, i) => {
    const target = scope.targets.ofBlock.get(heading);
    const words = [
      ...textRuns(heading.number),
      ...scope.inlines(heading.children, look(scope.theme.text.fine.font)),
    ];
    return new Paragraph({
      style: STYLE.fine,
      indent: { firstLine: 0 },
      tabStops: [{ type: TabStopType.RIGHT, position: scope.textWidth }],
      ...(i === own.length - 1 ? { spacing: { after: 20 * BETWEEN_PT } } : {}),
      children: target
        ? [
            link(target.mark, [
              ...words,
              new TextRun({ children: [new Tab()] }),
              new PageReference(target.mark.name, { hyperlink: true }),
            ]),
          ]
        : words,
    });
  });
}
