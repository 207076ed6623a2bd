/** Charts, key figures and callouts. */
import type { Theme } from '../../../model/theme.ts';

export function boxesCss(theme: Theme): string {
  const rule = `0.5pt solid ${theme.colours.rule}`;
  return `figure{margin:8pt 0;break-inside:avoid}
.drawing{text-align:center;line-height:0}
.drawing svg{max-width:100%}
figure .caption{margin-top:2pt}
.key-figures{display:grid;gap:6pt;margin:8pt 0;break-inside:avoid}
.key-figure{border:${rule};background:${theme.colours.boxFill};padding:5pt 4pt;text-align:center}
.callout{border:${rule};background:${theme.colours.boxFill};padding:4pt 8pt;margin:8pt 0;break-inside:avoid}
.callout-title{text-align:center;break-after:avoid}
.callout .grid{letter-spacing:0}`;
}
