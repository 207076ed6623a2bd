/** The page in Word's measures: margins that put the ink, not the line boxes, on the edges of the 版心. */
import type { Theme } from '../../../model/document/theme.ts';
import { mmOfPt, twipsOfMm, twipsOfPt } from '../parts/units.ts';

export interface PageGeometry {
  width: number;
  height: number;
  margins: { top: number; right: number; bottom: number; left: number; footer: number };
  /** Width of the text, twips. */
  textWidth: number;
}

export interface Geometry {
  portrait: PageGeometry;
  landscape: PageGeometry;
  /** Added to every character of body size so that `charactersPerLine` fit, twips; negative draws them together. */
  characterSpacing: number;
  /** Two characters of the body, twips. */
  indent: number;
}

/** Height of the line that carries the page number, points. */
export const FOOTER_LINE_PT = 20;

/** In: the theme's millimetres. Out: pages and text areas in twips. */
export function geometryOf(theme: Theme): Geometry {
  const { widthMm, heightMm, marginsMm, charactersPerLine, pageNumber } = theme.page;
  const { size, line } = theme.text.body;
  // GB/T 9704 measures to the ink; an exact line pitch adds half its leading above the first and below the last line.
  const halfLeading = mmOfPt(line - size) / 2;
  const textWidth = twipsOfMm(widthMm - marginsMm.binding - marginsMm.fore);
  const pitch = Math.floor(textWidth / charactersPerLine);
  // The dash of “— 1 —” is at half the height of its line.
  const footer = marginsMm.bottom - pageNumber.belowMm - mmOfPt(FOOTER_LINE_PT) / 2;
  return {
    portrait: page(widthMm, heightMm, {
      top: marginsMm.top - halfLeading,
      right: marginsMm.fore,
      bottom: marginsMm.bottom - halfLeading,
      left: marginsMm.binding,
      footer,
    }),
    // The sheet turned a quarter to the left: its head lies at the binding, its left end at the foot of the sheet.
    landscape: page(heightMm, widthMm, {
      top: marginsMm.binding,
      right: marginsMm.top,
      bottom: marginsMm.fore,
      left: marginsMm.bottom,
      footer: marginsMm.fore / 2,
    }),
    characterSpacing: pitch - twipsOfPt(size),
    indent: 2 * pitch,
  };
}

function page(widthMm: number, heightMm: number, mm: PageGeometry['margins']): PageGeometry {
  const margins = {
    top: twipsOfMm(mm.top),
    right: twipsOfMm(mm.right),
    bottom: twipsOfMm(mm.bottom),
    left: twipsOfMm(mm.left),
    footer: twipsOfMm(mm.footer),
  };
  const width = Math.round((widthMm / 25.4) * 1440);
  const height = Math.round((heightMm / 25.4) * 1440);
  return { width, height, margins, textWidth: width - margins.left - margins.right };
}
