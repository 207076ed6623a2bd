/**
 * The first page of a document with a 版头 must show some of its text (GB/T 9704-2012, 7.3.2). A long 主送 first takes the
 * blank lines around the title; one longer still belongs in the 版记, which only its author can decide.
 */
import type { Section } from '../../model/document/document.ts';
import { plainText } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import { charactersOf, mastheadMark } from './letter.ts';
import { MM_PER_POINT } from './units.ts';

/** A heading and two lines of the paragraph that it stays with. */
const LEAST_LINES = 3;
/** Blank lines of a tight page: below the mark one instead of two, below the rule one, above the 主送 none. */
const GAINED_LINES = 3;

export type FirstPage = 'roomy' | 'tight' | 'full';

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
