/** For the print shop: room for crop marks beyond the bleed. */
import type { Theme } from '../../model/document/theme.ts';

const SLUG_MM = 12;

export const withSlug = (theme: Theme): Theme =>
  theme.book ? { ...theme, book: { ...theme.book, slugMm: SLUG_MM } } : theme;
