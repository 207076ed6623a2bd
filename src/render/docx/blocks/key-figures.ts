/** The strip of boxes with the numbers a leader wants: a table of at most five boxes a row. */
import {
  type FileChild,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { KeyFiguresBlock } from '../../../model/document.ts';
import type { Inline } from '../../../model/inline.ts';
import { boxesPerRow } from '../../key-figures.ts';
import { sizeToFit } from '../../size-to-fit.ts';
import { acrossText } from '../across-text.ts';
import { gap, gapAbove } from '../caption.ts';
import { type Look, look, type Scope } from '../scope.ts';
import { STYLE } from '../style-names.ts';
import { hex } from '../units.ts';
import { numberBorders } from './callout.ts';
import { columnWidths } from './table.ts';

const PER_ROW_OF_GRID = 3;
/** Twips. */
const ASIDE = 57;
const TWIPS_PER_POINT = 20;

/** A number that is wider than its box would be broken before its unit: 1320/PFLOPS. */
function smaller(value: readonly Inline[], width: number, { theme }: Scope): Pick<Look, 'size'> {
  const room = (width - 2 * ASIDE) / TWIPS_PER_POINT;
  const size = sizeToFit(value, theme.text.keyFigure.size, room);
  return size === null ? {} : { size };
}

export function keyFigures(block: KeyFiguresBlock, scope: Scope): FileChild[] {
  const { items } = block;
  if (items.length === 0) return [];
  const perRow = block.look === 'grid' ? PER_ROW_OF_GRID : boxesPerRow(items.length);
  const rows = Array.from({ length: Math.ceil(items.length / perRow) }, (_, r) =>
    items.slice(r * perRow, (r + 1) * perRow),
  );
  const widths = columnWidths(
    Array.from({ length: perRow }, () => 1),
    scope.textWidth,
  );
  return [
    gapAbove(),
    new Table({
      ...acrossText(scope, widths),
      margins: { top: 85, bottom: 85, left: ASIDE, right: ASIDE },
      borders: numberBorders(scope.theme),
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map((width, index) => box(row[index], width, scope)),
          }),
      ),
    }),
    gap(),
  ];
}

function box(item: KeyFiguresBlock['items'][number] | undefined, width: number, scope: Scope): TableCell {
  const { theme } = scope;
  const label = look(theme.text.keyLabel.font);
  const paragraphs = item
    ? [
        new Paragraph({ style: STYLE.keyLabel, children: scope.inlines(item.label, label) }),
        new Paragraph({
          style: STYLE.keyFigure,
          children: scope.inlines(item.value, {
            ...look(theme.text.keyFigure.font),
            ...smaller(item.value, width, scope),
          }),
        }),
        ...(item.detail.length > 0
          ? [
              new Paragraph({
                style: STYLE.keyDetail,
                children: scope.inlines(item.detail, look(theme.text.note.font)),
              }),
            ]
          : []),
      ]
    : [new Paragraph({ style: STYLE.keyLabel })];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(theme.colours.boxFill) },
    children: paragraphs,
  });
}
