/** Running text: title, headings, paragraphs, lists, contents. */
import type { Theme } from '../../../model/document/theme.ts';
import { geometry, mm } from './geometry.ts';

export function proseCss(theme: Theme): string {
  const { cellMm, letterSpacingMm } = geometry(theme);
  const line = `${theme.text.body.line}pt`;
  return `html{font-synthesis:none;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;color:${theme.colours.ink};line-break:strict;word-break:normal;overflow-wrap:anywhere;text-spacing-trim:normal;text-autospace:no-autospace;font-kerning:none;font-variant-ligatures:none}
p,h1,h2,h3,h4,h5,ol,ul,li,figure,header,aside{margin:0;padding:0;list-style:none}
h1,h2,h3,h4,h5{font-weight:inherit;break-after:avoid;break-inside:avoid}
p,li{orphans:2;widows:2}
.whole{break-inside:avoid}
.lead-in{break-after:avoid}
section+section{break-before:page}
.page-break{break-after:page;height:0}
.together{white-space:nowrap}
a{color:inherit;text-decoration:none}
.draft body *{visibility:hidden}
.grid{letter-spacing:${mm(letterSpacingMm)};text-align:justify}
.grid:is(.p-body,.p-flush):has(.blank),.grid li:has(.blank){text-align:left}
.landscape .grid{letter-spacing:0}
h1,h2,h3,h4,h5,.p-body,li{text-indent:${mm(2 * cellMm)}}
.p-centre{text-align:center}
.p-right{text-align:right}
.p-fine,.p-sheet,.p-sheetLarge{text-align:justify;text-indent:2em}
.p-note{text-align:justify}
ul.grid li{text-indent:0;padding-left:${mm(2 * cellMm)}}
.title-block{margin-bottom:calc(${line} / 3)}
.title-lines{text-align:center;margin-top:calc(${line} * 2 / 3)}
.title-below{text-align:center}
.signature{break-inside:avoid;break-before:avoid}
.signature p{text-align:right;white-space:nowrap}
.annex{text-indent:0}
.annex-number,.annex-title{display:block}
.annex-number{margin-bottom:${line}}
.annex-title{text-align:center;margin-bottom:${line};text-wrap:balance}
.contents .t-contentsTitle{break-after:avoid;text-align:center;margin-bottom:${line}}
.contents li{text-indent:0}
.contents a{display:flex;align-items:last baseline}
.contents-2{padding-left:2em}
.contents-3{padding-left:4em}
.contents-4{padding-left:6em}
.leader{flex:1;min-width:2em;margin:0 0.4em;border-bottom:0.8pt dotted ${theme.colours.ink};position:relative;top:-0.3em}
.contents-page{min-width:1.6em;text-align:right}`;
}
