/**
 * The first page of a document with a 版头 must show some of its text. 主送 that leave no room for it belong in the 版记 (GB/T
 * 9704-2012, 7.3.2); where there is none, they first take the blank lines around the title, and then only their author can help.
 */
import type { Document, Section } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import { hasImprint } from './imprint.ts';
import { charactersOf, mastheadMark } from './letter.ts';
import { MM_PER_POINT } from './units.ts';

/** A heading and two lines of the paragraph that it stays with. */
const LEAST_LINES = 3;
/** Blank lines of a tight page: below the mark one instead of two, below the rule one, above the 主送 none. */
const GAINED_LINES = 3;

export type FirstPage = 'roomy' | 'tight' | 'full';

/** In: a document. Out: the same, its 主送 in the 版记 where below them the first page has no room for text; it may be none. */
export function recipientsPlaced(document: Document, theme: Theme): Document {
  const at = document.sections.findIndex((section) => firstPage(section, theme) !== 'roomy');
  const addressee = document.sections[at]?.blocks.find((block) => block.kind === 'addressee');
  if (!addressee || !hasImprint(document)) return document;
  const recipients = plainText(addressee.children).replace(/[：:]$/, '');
  const sections = document.sections.map(({ blocks, ...section }, i): Section => {
    const kept = i === at ? blocks.filter((block) => block !== addressee) : blocks;
    return {
      ...section,
      blocks: kept.map((block) => (block.kind === 'imprint' ? { ...block, recipients } : block)),
    };
  });
  return { ...document, sections };
}

/** roomy: blank lines as the standard has them · tight: fewer of them · full: no room for text even so. */
export function firstPage({ blocks }: Section, theme: Theme): FirstPage {
  const [head, title, addressee] = blocks.slice(0, 3);
  if (head?.kind !== 'letterhead' || head.form === 'letter' || title?.kind !== 'title') return 'roomy';
  if (addressee?.kind !== 'addressee') return 'roomy';
  const { page, text, masthead } = theme;
  const line = text.body.line;
  const mark = mastheadMark(head.mark, theme);
  const below = (head.form === 'official' ? 3 : 2) + (head.issuer + head.date === '' ? 0 : 2);
  const above =
    masthead.markBelowMm / MM_PER_POINT +
    mark.lines.length * mark.sizePt * 1.1 +
    below * line +
    (masthead.ruleBelowMm / MM_PER_POINT + masthead.rulePt) +
    title.lines.length * text.title.line +
    3 * line;
  const lines = Math.ceil(charactersOf(plainText(addressee.children)) / page.charactersPerLine);
  const left = page.linesPerPage - above / line - lines;
  if (left >= LEAST_LINES) return 'roomy';
  return left + GAINED_LINES >= LEAST_LINES ? 'tight' : 'full';
}
