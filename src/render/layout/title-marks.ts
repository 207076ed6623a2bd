/** Where the marks of a document stand beside its title; for both formats. */
import type { Section, TitleBlock } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { charactersOf } from './letter.ts';
import { textWidthMm } from './text-width.ts';
import { POINTS_PER_MM } from './units.ts';

/** A landscape sheet has room for its marks to the left of a short title of one line; else they stand above it. */
export function marksBeside(
  { lines, marks }: TitleBlock,
  { form, orientation }: Pick<Section, 'form' | 'orientation'>,
  theme: Theme,
): boolean {
  const [title, ...more] = lines;
  if (form !== 'sheet' || orientation !== 'landscape' || title === undefined || more.length > 0) return false;
  const { text } = theme;
  const whole = textWidthMm(theme, orientation) * POINTS_PER_MM;
  const free = (whole - charactersOf(title) * text.sheetTitle.size) / 2;
  return marks.length > 0 && (charactersOf(marks.join('　')) + 1) * text.sheetHead.size <= free;
}
