/** 信函格式 (GB/T 9704-2012, 10.1): the first page begins higher, carries two red double rules and no page number. */
import type { LetterheadBlock } from '../../../model/document/document.ts';
import type { Theme } from '../../../model/document/theme.ts';
import { BELOW_RULE_IN_EM, doubleRulePt, INK_IN_EM, issuerMarkSize } from '../../layout/letter.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import { geometry, mm } from './geometry.ts';

/** The first page's text begins so far above the issuer mark that nothing is cut off. */
const ROOM_MM = 5;
export const firstPageTopMm = ({ letter }: Theme): number => letter.markTopMm - ROOM_MM;

/**
 * Both rules are wider than the text and hang in the page's margin boxes: anything in the text that is wider than the
 * text makes the browser shrink the whole document.
 */
export function letterCss({ mark }: Pick<LetterheadBlock, 'mark'>, theme: Theme): string {
  const { page, letter, text, colours } = theme;
  const { marginBottomMm } = geometry(theme);
  const { binding, fore } = page.marginsMm;
  const thick = `${letter.thickPt}pt solid ${colours.red}`;
  const thin = `${letter.thinPt}pt solid ${colours.red}`;
  const thickness = doubleRulePt(theme) * MM_PER_POINT;
  const edge = (page.widthMm - letter.ruleLengthMm) / 2;
  // In: distance from the upper edge of the margin, and the margin's height. A box that reaches out of the margin needs a
  // negative lower margin, or the browser pushes it back in.
  const rule = (upper: string, lower: string, down: number, height: number): string =>
    `content:"";box-sizing:border-box;width:${mm(letter.ruleLengthMm)};height:${mm(thickness)};margin:${mm(down)} ${mm(edge - fore)} ${mm(height - down - thickness)} ${mm(edge - binding)};border-top:${upper};border-bottom:${lower};vertical-align:top`;
  const glyphMm = issuerMarkSize(mark, theme) * MM_PER_POINT;
  const inkMm = INK_IN_EM * glyphMm;
  // From the ink's upper edge at `markTopMm` over the mark and the space below it to the rule.
  const upperRuleMm = letter.markTopMm + glyphMm - 2 * inkMm + letter.ruleBelowMarkMm;
  const lowerRuleMm = marginBottomMm - letter.ruleAboveEdgeMm - thickness;
  const halfLeadingMm = ((text.body.line - text.body.size) / 2) * MM_PER_POINT;
  const numberMm = upperRuleMm + thickness + BELOW_RULE_IN_EM * text.body.size * MM_PER_POINT - halfLeadingMm;
  return `@page portrait:first{margin-top:${mm(firstPageTopMm(theme))};
@top-center{${rule(thick, thin, upperRuleMm, firstPageTopMm(theme))}}
@bottom-center{${rule(thin, thick, lowerRuleMm, marginBottomMm)}}
@bottom-right{content:none}}
.letterhead{padding-top:${mm(ROOM_MM - inkMm)}}
.issuer-mark{color:${colours.red};line-height:1;text-align:center;white-space:nowrap;position:relative;left:${mm((fore - binding) / 2)}}
.letter-number{text-align:right;margin-top:${mm(numberMm - letter.markTopMm + inkMm - glyphMm)}}
.title-lines{margin-top:${2 * text.body.line}pt}
.title-block{margin-bottom:${text.body.line}pt}`;
}
