import {
  type FileChild,
  PageReference,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { HeadingBlock, OpeningBlock } from '../../../model/document/document.ts';
import { bookParagraph } from '../book-parts.ts';
import { link } from '../parts/fields.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { textRuns } from '../text/text.ts';
import { keyFigures } from './key-figures.ts';

/** Points between summary, list of sections and numbers. */
const BETWEEN_PT = 36;
/** Half the space between the two columns of sections, twips. */
const BETWEEN_COLUMNS = 200;

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
  const half = Math.ceil(own.length / 2);
  const middle = Math.round(scope.textWidth / 2);
  const tab = () => new TextRun({ children: [new Tab()] });
  return own.slice(0, half).map((left, i) => {
    const right = own[half + i];
    return new Paragraph({
      style: STYLE.fine,
      indent: { firstLine: 0 },
      tabStops: [
        { type: TabStopType.RIGHT, position: middle - BETWEEN_COLUMNS },
        { type: TabStopType.LEFT, position: middle + BETWEEN_COLUMNS },
        { type: TabStopType.RIGHT, position: scope.textWidth },
      ],
      ...(i === half - 1 ? { spacing: { after: 20 * BETWEEN_PT } } : {}),
      children: [...entry(left, scope), ...(right ? [tab(), ...entry(right, scope)] : [])],
    });
  });
}

/** A section's name and page. */
function entry(heading: HeadingBlock, scope: Scope): ParagraphChild[] {
  const target = scope.targets.ofBlock.get(heading);
  if (!target) return [];
  return [
    link(target.mark, [
      ...textRuns(heading.number),
      ...scope.inlines(heading.children, look(scope.theme.text.fine.font)),
      new TextRun({ children: [new Tab()] }),
      new PageReference(target.mark.name, { hyperlink: true }),
    ]),
  ];
}
