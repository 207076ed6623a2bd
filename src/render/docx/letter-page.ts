/**
 * The first page of a letter (GB/T 9704-2012, 10.1): issuer mark and red double rule in its header, the second rule in
 * its footer. Each rule is an almost empty paragraph with one border above and one below: compound borders look
 * different in Word, WPS and LibreOffice.
 */
import { AlignmentType, BorderStyle, Footer, Header, LineRuleType, Paragraph } from 'docx';
import type { LetterheadBlock } from '../../model/document/document.ts';
import type { Theme } from '../../model/document/theme.ts';
import { doubleRulePt, INK_IN_EM, issuerMarkSize } from '../layout/letter.ts';
import { footerLine } from './footer-line.ts';
import { halfPoints, hex, mmOfPt, twipsOfMm, twipsOfPt } from './parts/units.ts';
import type { Scope } from './scope.ts';
import { STYLE } from './styles/style-names.ts';
import { textRuns } from './text/text.ts';

export interface LetterPage {
  header: Header;
  /** Of the first page: the document's mark, no number, the rule. */
  firstFooter: Footer;
  /** Distances of header and footer from the edges of the sheet, twips. */
  headerMargin: number;
  footerMargin: number;
  /** Below the number line of the other pages, which stands higher than the rule. */
  lift: Paragraph;
}

export function letterPage({ mark }: LetterheadBlock, pageMark: string, scope: Scope): LetterPage {
  const { theme, geometry } = scope;
  const { letter } = theme;
  const size = issuerMarkSize(mark, theme);
  const ink = mmOfPt(size * INK_IN_EM);
  const footerMargin = twipsOfMm(letter.ruleAboveEdgeMm);
  const lift = geometry.portrait.margins.footer - footerMargin;
  const issuer = new Paragraph({
    style: STYLE.issuerMark,
    indent: outside(theme),
    spacing: { before: 0, after: 0, line: twipsOfPt(size), lineRule: LineRuleType.EXACT },
    children: textRuns(mark, { size: halfPoints(size) }),
  });
  const below = twipsOfMm(letter.ruleBelowMarkMm - ink);
  const above = Math.max(0, lift - twipsOfPt(doubleRulePt(theme)));
  return {
    header: new Header({ children: [issuer, doubleRule(theme, letter.thickPt, letter.thinPt, below)] }),
    firstFooter: new Footer({
      children: [
        footerLine('odd', pageMark, geometry.portrait.textWidth, scope, false),
        doubleRule(theme, letter.thinPt, letter.thickPt, above),
      ],
    }),
    headerMargin: twipsOfMm(letter.markTopMm - ink),
    footerMargin,
    lift: new Paragraph({
      style: STYLE.footer,
      spacing: { before: 0, after: 0, line: Math.max(lift, 1), lineRule: LineRuleType.EXACT },
    }),
  };
}

/** The rules are wider than the text, and centred on the sheet, not on the text. */
function outside({ page, letter }: Theme): { left: number; right: number } {
  const edge = (page.widthMm - letter.ruleLengthMm) / 2;
  return {
    left: -twipsOfMm(page.marginsMm.binding - edge),
    right: -twipsOfMm(page.marginsMm.fore - edge),
  };
}

function doubleRule(theme: Theme, upperPt: number, lowerPt: number, before: number): Paragraph {
  const rule = (pt: number) => ({
    style: BorderStyle.SINGLE,
    // Eighths of a point.
    size: Math.round(pt * 8),
    space: 0,
    color: hex(theme.colours.red),
  });
  return new Paragraph({
    style: STYLE.footer,
    alignment: AlignmentType.LEFT,
    indent: outside(theme),
    spacing: {
      before,
      after: 0,
      line: twipsOfPt(theme.letter.betweenPt),
      lineRule: LineRuleType.EXACT,
    },
    border: { top: rule(upperPt), bottom: rule(lowerPt) },
  });
}
