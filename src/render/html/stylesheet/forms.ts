/** Forms of official documents beside the letter (GB/T 9704-2012, 7.2–7.4, 10.3), sheets, volumes and name cards. */
import type { Theme } from '../../../model/document/theme.ts';
import { INK_IN_EM } from '../../layout/letter.ts';
import { CARD_MARGIN_MM } from '../../layout/name-card.ts';
import { MM_PER_PIXEL, MM_PER_POINT } from '../../layout/units.ts';
import { geometry, mm } from './geometry.ts';

export function formsCss(theme: Theme): string {
  return [
    mastheadCss(theme),
    endCss(theme),
    sheetCss(theme),
    volumeCss(theme),
    cardCss(theme),
    seatingCss(theme),
  ].join('\n');
}

/** Half the leading of a body line: from its edge to the em box of its glyphs. */
const halfLeadingMm = ({ text }: Theme): number => ((text.body.line - text.body.size) / 2) * MM_PER_POINT;

function mastheadCss(theme: Theme): string {
  const { masthead, text, colours } = theme;
  const line = text.body.line;
  const inkMm = INK_IN_EM * text.body.size * MM_PER_POINT;
  // Measured from the page's text, which begins half a leading above the 版心.
  const down = masthead.markBelowMm + halfLeadingMm(theme);
  const rule = masthead.ruleBelowMm - halfLeadingMm(theme) - inkMm;
  const blank = (lines: number): string => `${lines * line}pt`;
  return `section{position:relative}
.masthead{padding-top:${mm(down)}}
.masthead-mark{color:${colours.red};line-height:1.1;text-align:center;white-space:nowrap;margin-top:-${0.05 + INK_IN_EM}em}
.masthead-number{text-align:center;margin-top:${blank(2)}}
.minutes .masthead-number,.bulletin .masthead-number,.masthead-line{margin-top:${blank(1)}}
.masthead-line{display:flex;justify-content:space-between}
.red-rule{margin-top:${mm(rule)};border-top:${masthead.rulePt}pt solid ${colours.red}}
.masthead+.title-block .marks{position:absolute;top:0;left:0}
.masthead+.title-block .title-lines{margin-top:${blank(2)}}
.masthead+.title-block{margin-bottom:${blank(1)}}
.tight .official .masthead-number,.tight .masthead+.title-block .title-lines{margin-top:${blank(1)}}
.tight .minutes .masthead-number,.tight .bulletin .masthead-number{margin-top:0}
.tight .masthead+.title-block{margin-bottom:0}
.addressee{break-after:avoid}
.p-flush:empty{height:${line}pt}`;
}

/** The browser draws a border of 0.35 mm as one of a pixel, 0.26 mm, like those of 0.25: this one is made of a thicker one. */
function outerRule(thickMm: number, ink: string): string {
  const drawnPx = 4;
  const scale = thickMm / (drawnPx * MM_PER_PIXEL);
  return `content:"";position:absolute;left:0;right:0;border-top:${drawnPx}px solid ${ink};transform:scaleY(${scale.toFixed(4)})`;
}

/** After the text: 附件说明, 出席, 版记. */
function endCss(theme: Theme): string {
  const { imprint, text, colours } = theme;
  const em = text.imprint.size;
  const line = `${text.body.line}pt`;
  const outer = outerRule(imprint.outerMm, colours.ink);
  return `.annex-list{margin-top:${line};break-inside:avoid;break-before:avoid}
.closing{break-inside:avoid;break-before:avoid}
.box{display:inline-block;text-indent:0;white-space:nowrap;text-align:left}
.attendance{margin-top:${line}}
.attendance+.attendance{margin-top:0}
.imprint{break-inside:avoid;margin-bottom:${mm(geometry(theme).lastLeadingMm)}}
.imprint:not(.plain) .t-imprint{border-top:${mm(imprint.innerMm)} solid ${colours.ink};padding:0 ${em}pt}
.imprint .t-imprint{position:relative}
.imprint:not(.plain) .imprint-space+.t-imprint{border-top:1px solid transparent}
.imprint:not(.plain) .t-imprint:nth-last-child(2){border-bottom:1px solid transparent}
.imprint:not(.plain) .imprint-space+.t-imprint::before{top:-1px;transform-origin:top;${outer}}
.imprint:not(.plain) .t-imprint:nth-last-child(2)::after{bottom:-1px;transform-origin:bottom;${outer}}
.imprint:not(.plain) .recipients+.copies{border-top:0}
.imprint.plain .t-imprint{padding:0 ${em}pt}
.imprint .copies{padding-left:${4 * em}pt!important;text-indent:${-3 * em}pt;text-align:justify}
.imprint .issue{display:flex;flex-wrap:wrap;justify-content:space-between}
.imprint .issue>span+span{margin-left:auto;white-space:nowrap}
.imprint.overleaf,.imprint.afterBlank{break-before:page}
.blank-page{page:blank;break-before:page;break-after:page;height:1px}`;
}

function sheetCss(theme: Theme): string {
  const { text } = theme;
  const half = `${text.sheet.line / 2}pt`;
  return `.form-sheet .title-lines{margin-top:0}
.form-sheet .title-block{position:relative}
.marks-beside .marks{position:absolute;left:0;top:0}
.form-sheet .title-block{margin-bottom:${half}}
.form-sheet .title-below{text-align:center}
.sheet-head{text-align:center;text-indent:0;text-wrap:balance;margin-bottom:${half}}
.sheet-part{text-indent:0;margin-top:${text.sheet.line / 3}pt}
.form-sheet .table,.status-grid{margin:4pt 0}
.status-grid table{margin-bottom:4pt}
.status-grid tr:first-child>*{border-top:0.5pt solid ${theme.colours.rule}}
.status-grid tr{break-inside:avoid;page-break-inside:avoid}
.status-grid td{padding:0.5pt 2.5pt;background-clip:padding-box;vertical-align:top}
.status-grid th{padding:0.5pt 3pt}
.cell-no{white-space:nowrap;margin-right:0.3em}
.legend{text-align:center}
.legend .together{margin:0 0.5em}
.swatch{border:0.5pt solid ${theme.colours.rule};padding:0 0.5em;margin-right:0.3em}`;
}

/** Seats have rules around them, labels and aisles none: so many selectors as those of any table's rules. */
function seatingCss({ text, colours }: Theme): string {
  const rule = `0.5pt solid ${colours.rule}`;
  const row = 'div.seating.seating>table>tbody:nth-child(2) tr';
  return `.seating{margin:4pt 0 8pt}
.seating table+table{margin-top:${text.sheet.line}pt}
${row}>*{border:0;padding:0 2pt;text-align:center;vertical-align:middle}
${row}>.seat{border-right:${rule};border-bottom:${rule}}
${row}>:not(.seat)+.seat{border-left:${rule}}
${row}:first-child>.seat{border-top:${rule}}`;
}

/** One page high: the 版心, less what rounding may take. */
function volumeCss(theme: Theme): string {
  const height = theme.page.linesPerPage * theme.text.body.line;
  return `.cover,.divider{height:${height}pt;position:relative;display:flex;flex-direction:column;align-items:center;text-align:center;text-indent:0;break-inside:avoid;break-after:auto}
.cover .marks{align-self:flex-start;text-align:left;position:absolute}
.cover-title{margin-top:${Math.round(height * 0.2)}pt}
.cover-subtitle{margin-top:${theme.text.coverText.line}pt}
.cover-foot{position:absolute;bottom:${theme.text.coverText.line}pt}
.divider-mark{display:block;margin-top:${Math.round(height * 0.33)}pt}
.divider-title{display:block;margin-top:${theme.text.dividerMark.line / 2}pt;text-wrap:balance}
.divider-title:first-child{margin-top:${Math.round(height * 0.38)}pt}`;
}

function cardCss({ page, colours }: Theme): string {
  // The sheet lies on its side; SLACK keeps rounding from making a second page.
  const half = page.widthMm / 2 - CARD_MARGIN_MM;
  return `.cards{page:card}
.name-card{height:${mm(2 * half - 0.2)};break-inside:avoid;overflow:hidden}
.name-card+.name-card{break-before:page}
.name-card p{height:${mm(half - 0.1)};display:flex;align-items:center;justify-content:center;white-space:nowrap;box-sizing:border-box}
.name-card span{line-height:1}
.name-card .overleaf{transform:rotate(180deg);border-top:0.5pt dashed ${colours.rule}}`;
}
