import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { SeatingPlanBlock } from '../../../model/document/document.ts';
import { type RoomCell, type RoomTable, roomTables } from '../../layout/seating-plan.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { mmOfTwips, twipsOfMm } from '../parts/units.ts';
import { look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { acrossText } from '../text/across-text.ts';
import { gap, gapAbove } from '../text/caption.ts';
import { boxBorders } from './callout.ts';

/** Two tables, in which names are moved by hand: the head of the room, and the hall below it with its aisle. */
export function seatingPlan(block: SeatingPlanBlock, scope: Scope): FileChild[] {
  const tables = roomTables(block, mmOfTwips(scope.textWidth), scope.theme);
  return [gapAbove(), ...tables.flatMap((table) => [roomTable(table, block, scope), gap()])];
}

function roomTable({ shares, rows }: RoomTable, { seatMm }: SeatingPlanBlock, scope: Scope): Table {
  const widths = columnWidths(shares, scope.textWidth);
  const height = { value: twipsOfMm(seatMm), rule: HeightRule.ATLEAST };
  return new Table({
    ...acrossText(scope, widths),
    margins: { top: 0, bottom: 0, left: 40, right: 40 },
    borders: { ...UNFRAMED, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          height,
          children: cells.map((cell, i) => roomCell(cell, widths[i] ?? 0, scope)),
        }),
    ),
  });
}

function roomCell({ kind, style, text }: RoomCell, size: number, scope: Scope): TableCell {
  const { top: rule } = boxBorders(scope.theme);
  return new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: kind === 'seat' ? { top: rule, bottom: rule, left: rule, right: rule } : UNFRAMED,
    children: [
      new Paragraph({
        style: STYLE[style],
        alignment: AlignmentType.CENTER,
        children: scope.inlines(text, look(scope.theme.text[style].font)),
      }),
    ],
  });
}

const NONE = { style: BorderStyle.NIL, size: 0, color: 'auto' };
const UNFRAMED = { top: NONE, bottom: NONE, left: NONE, right: NONE };
