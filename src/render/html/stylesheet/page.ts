/** Sheets: margins that mirror, page numbers and page marks. GB/T 9704-2012 5.2.1 and 7.5. */
import type { Theme } from '../../../model/document/theme.ts';
import type { FontSet } from '../../fonts/face.ts';
import { CARD_MARGIN_MM } from '../../layout/name-card.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { cssString } from '../escape.ts';
import { familyCss } from './faces.ts';
import { footMm, geometry, mm } from './geometry.ts';

/** From the top of its em box to the dash of “— 1 —”, in ems. */
const DASH_IN_EM = 0.52;

/** In: `mark` printed opposite the page number, '' for none. */
export function pageCss(theme: Theme, fonts: FontSet, mark: string): string {
  const small = markCss(theme, fonts, mark);
  const number = numberCss(theme, fonts);
  const { page } = theme;
  // Nobody looks at the screen: laying out for it, too, took the browser a sixth of its time.
  // Bare pages are counted but show no number; blank ones before a right-hand page show nothing at all.
  return `@media screen{body{display:none}}
${portraitCss(theme, 'portrait', number, small)}
${portraitCss(theme, 'portrait-bare', 'content:none', small)}
${landscapeCss(theme, 'landscape', number, small)}
${landscapeCss(theme, 'landscape-bare', 'content:none', small)}
@page blank{size:${mm(page.widthMm)} ${mm(page.heightMm)};margin:${mm(page.marginsMm.top)}}
@page card{size:${mm(page.heightMm)} ${mm(page.widthMm)};margin:${mm(CARD_MARGIN_MM)};
@bottom-right{${small};text-align:right}}
.portrait{page:portrait}
.portrait.bare{page:portrait-bare}
.landscape{page:landscape}
.landscape.bare{page:landscape-bare}
.imprint.afterBlank{page:portrait-bare}`;
}

/** The dash stands `belowMm` under the 版心; odd pages right, even pages left, one character in. */
function portraitCss(theme: Theme, name: string, numbered: string, marked: string): string {
  const { page } = theme;
  const { marginTopMm, marginBottomMm, lastLeadingMm } = geometry(theme);
  const { binding, fore } = page.marginsMm;
  const down = page.pageNumber.belowMm - DASH_IN_EM * page.pageNumber.size * MM_PER_POINT - lastLeadingMm;
  const margins = (left: number, right: number): string =>
    `margin:${mm(marginTopMm)} ${mm(right)} ${mm(marginBottomMm)} ${mm(left)}`;
  const number = `${numbered};vertical-align:top;padding-top:${mm(down)}`;
  const small = `${marked};vertical-align:top;padding-top:${mm(down)}`;
  return `@page ${name}{size:${mm(page.widthMm)} ${mm(page.heightMm)};${margins(binding, fore)}}
@page ${name}:right{${margins(binding, fore)};
@bottom-right{${number};text-align:right;padding-right:${side(theme)}}
@bottom-left{${small};text-align:left;padding-left:${side(theme)}}}
@page ${name}:left{${margins(fore, binding)};
@bottom-left{${number};text-align:left;padding-left:${side(theme)}}
@bottom-right{${small};text-align:right;padding-right:${side(theme)}}}`;
}

/**
 * A landscape page is a portrait sheet turned clockwise for reading: the page number keeps its place on the sheet, so
 * it runs downwards at the left edge, at the foot on odd pages and at the head on even ones; the table's head is at
 * the binding side on odd pages and at the cut side on even ones.
 */
function landscapeCss(theme: Theme, name: string, numbered: string, marked: string): string {
  const { page } = theme;
  const { top, bottom, binding, fore } = page.marginsMm;
  const away = page.pageNumber.belowMm - DASH_IN_EM * page.pageNumber.size * MM_PER_POINT;
  const margins = (head: number, foot: number): string =>
    `margin:${mm(head)} ${mm(top)} ${mm(footMm(page.widthMm, head, foot))} ${mm(bottom)}`;
  const turned = `writing-mode:sideways-rl;vertical-align:top;padding-right:${mm(away)}`;
  const number = `${numbered};${turned}`;
  const small = `${marked};${turned}`;
  return `@page ${name}{size:${mm(page.heightMm)} ${mm(page.widthMm)};${margins(binding, fore)}}
@page ${name}:right{${margins(binding, fore)};
@left-bottom{${number};text-align:right;padding-bottom:${side(theme)}}
@left-top{${small};text-align:left;padding-top:${side(theme)}}}
@page ${name}:left{${margins(fore, binding)};
@left-top{${number};text-align:left;padding-top:${side(theme)}}
@left-bottom{${small};text-align:right;padding-bottom:${side(theme)}}}`;
}

function numberCss(theme: Theme, fonts: FontSet): string {
  const { font, size } = theme.page.pageNumber;
  return `content:"— " counter(page) " —";${familyCss(fonts.faces[font], fonts)};font-size:${size}pt;line-height:1;white-space:nowrap`;
}

function markCss(theme: Theme, fonts: FontSet, mark: string): string {
  const { font, size } = theme.text.note;
  const line = theme.page.pageNumber.size;
  return `content:${mark === '' ? 'none' : cssString(mark)};${familyCss(fonts.faces[font], fonts)};font-size:${size}pt;line-height:${line}pt;white-space:nowrap`;
}

/** One character's space at the outer edge. */
function side(theme: Theme): string {
  const { size, sideCharacters } = theme.page.pageNumber;
  return mm(size * sideCharacters * MM_PER_POINT);
}
