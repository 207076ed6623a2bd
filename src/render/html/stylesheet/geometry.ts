/**
 * The grid of GB/T 9704-2012 5.2.3 as millimetres: 22 lines whose ink fills the 版心 (156 × 225 mm), 28 characters
 * a line. A fixed line pitch puts half its leading above the first line and below the last, so the page margins are
 * smaller than the standard's by that much.
 */
import type { Theme } from '../../../model/document/theme.ts';
import { textWidthMm } from '../../layout/text-width.ts';
import { MM_PER_PIXEL, MM_PER_POINT } from '../../layout/units.ts';

/** Room that keeps the last line from falling to the next page by a rounding error. */
const SLACK_MM = 0.1;

export interface Geometry {
  /** 版心 width, 156 mm. */
  textWidthMm: number;
  /** One character of the grid, 5.571 mm. */
  cellMm: number;
  /** Added after each character of the body size; a 16 pt glyph is a little wider than its cell, so negative. */
  letterSpacingMm: number;
  /** Page margins in which the lines are set, portrait. */
  marginTopMm: number;
  marginBottomMm: number;
  /** From the lower margin's edge up to the 版心's lower edge. */
  lastLeadingMm: number;
}

export function geometry(theme: Theme): Geometry {
  const { page, text } = theme;
  const glyphMm = text.body.size * MM_PER_POINT;
  const lineMm = text.body.line * MM_PER_POINT;
  const halfLeadingMm = (lineMm - glyphMm) / 2;
  const widthMm = textWidthMm(theme, 'portrait');
  const cellMm = widthMm / page.charactersPerLine;
  const marginTopMm = page.marginsMm.top - halfLeadingMm;
  const textMm = page.linesPerPage * lineMm + SLACK_MM;
  const marginBottomMm = footMm(page.heightMm, marginTopMm, page.heightMm - marginTopMm - textMm);
  return {
    textWidthMm: widthMm,
    cellMm,
    letterSpacingMm: cellMm - glyphMm,
    marginTopMm,
    marginBottomMm,
    lastLeadingMm: page.marginsMm.bottom - marginBottomMm,
  };
}

/** A length in CSS; four decimals of a millimetre are below any printer's dot. */
export function mm(length: number): string {
  return `${Number(length.toFixed(4))}mm`;
}

/** What a browser's roundings of the sheet and both margins may add up to. */
const HAIR_PX = 0.1;

/**
 * The height, up to the next whole pixel, one more and a hair less. The browser fills a page up to the next whole pixel
 * and cuts it off at its height: of a broken pixel the edge of the next page's first row shows as a hairline at the foot
 * of this one, and of a height that roundings make a hair more than whole the last row loses its lower rule. The pixel
 * more is room for rows, which it makes a little higher than Word does.
 */
const wholePixels = (heightMm: number): number =>
  (Math.ceil(heightMm / MM_PER_PIXEL) + 1 - HAIR_PX) * MM_PER_PIXEL;

/** The lower margin of a page `heightMm` high, `foot` or a little less, that leaves whole pixels between the margins. */
export const footMm = (heightMm: number, head: number, foot: number): number =>
  heightMm - head - wholePixels(heightMm - head - foot);
