/** How wide text is set. */
import type { Section } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';

/** In mm. A landscape sheet is a portrait one turned: its text runs along the height. */
export const textWidthMm = (
  { page: { widthMm, heightMm, marginsMm } }: Pick<Theme, 'page'>,
  orientation: Section['orientation'],
): number =>
  orientation === 'portrait'
    ? widthMm - marginsMm.binding - marginsMm.fore
    : heightMm - marginsMm.top - marginsMm.bottom;
