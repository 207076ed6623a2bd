/**
 * On a landscape page the page number keeps its place on the sheet (GB/T 9704 7.5): seen with the page upright it
 * stands at the left edge and reads downwards, near the foot on odd pages and near the head on even ones.
 * A floating table of one cell with turned text does this in Word, WPS and LibreOffice alike.
 */
import {
  BorderStyle,
  Footer,
  HeightRule,
  OverlapType,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { footerLine, type Side } from './footer-line.ts';
import { FOOTER_LINE_PT } from './geometry.ts';
import type { Scope } from './scope.ts';
import { STYLE } from './style-names.ts';
import { twipsOfPt } from './units.ts';

export function landscapeFooter(side: Side, mark: string, scope: Scope): Footer {
  const { landscape, portrait } = scope.geometry;
  const thickness = twipsOfPt(FOOTER_LINE_PT);
  const length = landscape.height - landscape.margins.top - landscape.margins.bottom;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };
  const cell = new TableCell({
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: thickness, type: WidthType.DXA },
    children: [footerLine(side, mark, length, scope)],
  });
  const turned = new Table({
    columnWidths: [thickness],
    width: { size: thickness, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    borders,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: portrait.margins.footer,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: landscape.margins.top,
      overlap: OverlapType.NEVER,
    },
    rows: [new TableRow({ height: { value: length, rule: HeightRule.EXACT }, children: [cell] })],
  });
  return new Footer({ children: [turned, new Paragraph({ style: STYLE.footer })] });
}
