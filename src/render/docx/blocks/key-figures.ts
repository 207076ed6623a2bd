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
import type { KeyFiguresBlock } from '../../../model/document/document.ts';
import type { Inline } from '../../../model/document/inline.ts';
import { BOXES, boxesPerRow } from '../../layout/key-figures.ts';
import { sizeToFit } from '../../layout/size-to-fit.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { hex, twipsOfPt } from '../parts/units.ts';
import { type Look, look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { acrossText } from '../text/across-text.ts';
import { gap, gapAbove } from '../text/caption.ts';
import { numberBorders } from './callout.ts';

const PER_ROW_OF_GRID = 3;
/** Twips. */
const OF_BOOK: Margins = { aside: 57, above: 85 };
/** A rule of half a point is a whole pixel in print. */
const PRINTED_RULE_PT = 0.75;

/** Around the text of a box, twips. */
interface Margins {
  aside: number;
  above: number;
}

/** In Word the boxes touch. So that their texts break where they do in print, the room between two is theirs. */
function marginsOf(rows: number, perRow: number, { theme }: Scope): Margins {
  if (theme.book) return OF_BOOK;
  const shared = (count: number): number => (BOXES.gap * (count - 1)) / count / 2;
  return {
    aside: twipsOfPt(BOXES.aside + PRINTED_RULE_PT + shared(perRow)),
    above: twipsOfPt(BOXES.padding + PRINTED_RULE_PT / 2 + shared(rows)),
  };
}

/** A number that is wider than its box would be broken before its unit: 1320/PFLOPS. */
function smaller(value: readonly Inline[], room: number, { theme }: Scope): Pick<Look, 'size'> {
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
  const { aside, above } = marginsOf(rows.length, perRow, scope);
  return [
    gapAbove(),
    new Table({
      ...acrossText(scope, widths),
      margins: { top: above, bottom: above, left: aside, right: aside },
      borders: numberBorders(scope.theme),
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: widths.map((width, index) => box(row[index], { width, aside }, scope)),
          }),
      ),
    }),
    gap(),
  ];
}

function box(
  item: KeyFiguresBlock['items'][number] | undefined,
  { width, aside }: { width: number; aside: number },
  scope: Scope,
): TableCell {
  const { theme } = scope;
  const room = (width - 2 * aside) / twipsOfPt(1);
  const label = look(theme.text.keyLabel.font);
  const paragraphs = item
    ? [
        new Paragraph({ style: STYLE.keyLabel, children: scope.inlines(item.label, label) }),
        new Paragraph({
          style: STYLE.keyFigure,
          children: scope.inlines(item.value, {
            ...look(theme.text.keyFigure.font),
            ...smaller(item.value, room, scope),
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
