/** Tables with their captions and notes. */
import type { Theme } from '../../../model/document/theme.ts';

/**
 * Borders are not collapsed: a collapsed table loses half its right border at the page's edge and the rule under the
 * last row before a page break. Each cell draws its right and lower rule, cells of the first column the left one, the
 * head the top. (A left rule of the table itself would run past the last row to the foot of the page.) A rule takes its
 * room from the padding beside it, as in Word: texts break where they break there. Rows are as high as there, where cells
 * have 2 points above and below the text, dense ones 1, and a rule of half a point, which is a whole pixel here. What is
 * kept in one piece elsewhere is broken where it is wider than its cell, or it would run over the next one.
 */
export function tableCss(theme: Theme): string {
  const rule = `0.5pt solid ${theme.colours.rule}`;
  const strong = `1.5pt solid ${theme.colours.rule}`;
  return `.table{margin:8pt 0}
.table.small{break-inside:avoid}
.caption{text-align:center;text-wrap:balance;break-inside:avoid}
.table .caption,.unit-note{break-after:avoid}
.unit-note{text-align:right}
table{width:calc(100% - 1px);table-layout:fixed;border-collapse:separate;border-spacing:0;box-sizing:border-box;break-before:avoid}
tr,.row-group{break-inside:avoid}
tr.tall{break-inside:auto}
thead{display:table-header-group}
th,td{border-right:${rule};border-bottom:${rule};padding:1.875pt 3pt 1.875pt 3.5pt;vertical-align:middle;text-align:left;text-wrap:pretty}
tr.tall>*{vertical-align:top}
th.edge,td.edge{border-left:${rule};padding-left:2.75pt}
.t-denseHead,.t-denseBody{padding:0.875pt 2pt 0.875pt 2.5pt}
.edge.t-denseHead,.edge.t-denseBody{padding-left:1.75pt}
thead tr:first-child th,table>tbody:nth-child(2) tr:first-child>*{border-top:${strong}}
tbody:last-child tr:is(:last-child,:has(+.room)):not(.room)>*{border-bottom:${strong}}
.table .room>td{border:0;padding:0;height:var(--room)}
thead th{background:${theme.colours.headFill};text-wrap:balance}
th.centre,td.centre{text-align:center}
td .status,th .status{white-space:normal}
:is(td,th) .together:not(.status,.range){white-space:normal;word-break:keep-all}
th.right,td.right{text-align:right}
.table>.t-note,figure>.t-note{text-align:justify;word-break:break-all;padding-left:2em;text-indent:-2em}
.table>.unit-note{text-align:right;text-indent:0}
.table table+.t-note{break-before:avoid;margin-top:3pt}
.table.roomy table+.t-note{margin-top:calc(3pt - var(--room))}`;
}
