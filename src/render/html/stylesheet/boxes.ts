/** Charts, key figures and callouts. */
import type { Theme } from '../../../model/document/theme.ts';
import { BOXES } from '../../layout/key-figures.ts';

/** Room around charts and tables is as much as in Word, where that below one and above the next add up. */
export function boxesCss(theme: Theme): string {
  const rule = `0.5pt solid ${theme.colours.rule}`;
  // Borders are moved to whole pixels, and what comes to lie outside the page's text is cut: a little room on both sides.
  const inset = '0.5pt';
  return `figure{margin:8pt 0;break-inside:avoid}
section:not(.form-book)>:is(figure,.table)+:is(figure,.table){margin-top:14pt}
.drawing{text-align:center;line-height:0}
.drawing svg{max-width:100%}
figure .caption{margin-top:6pt}
.key-figures{display:grid;gap:${BOXES.gap}pt;margin:8pt ${inset};break-inside:avoid}
.key-figure{border:${rule};background:${theme.colours.boxFill};padding:${BOXES.padding}pt ${BOXES.aside}pt;text-align:center}
.key-figure .t-keyLabel{text-wrap:balance}
.callout{border:${rule};background:${theme.colours.boxFill};padding:4pt 8pt;margin:8pt ${inset};break-inside:avoid}
.callout-title{text-align:center;break-after:avoid}
.callout .grid{letter-spacing:0}`;
}
