import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { CellAlign, TableBlock } from '../../../model/document/document.ts';
import { inLines } from '../../layout/cell-lines.ts';
import { keptRows, type PlacedCell, placeCells, staysWhole, tallRows } from '../../layout/table-grid.ts';
import { leanRow } from '../lean.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { hex, mmOfTwips, twipsOfPt } from '../parts/units.ts';
import { closer, look, type Scope } from '../scope.ts';
import { STYLE } from '../styles/style-names.ts';
import { acrossText, NO_RULE } from '../text/across-text.ts';
import { caption, gap, gapAbove, notes } from '../text/caption.ts';
import { figureApart } from '../text/figure-apart.ts';
import { textRuns } from '../text/text.ts';

/** Tables of books have three rules and those between rows. */

/** Twips. */
const CELL_MARGINS = {
  normal: { top: 40, bottom: 40, left: 72, right: 72 },
  dense: { top: 20, bottom: 20, left: 53, right: 53 },
} as const;

export function table(block: TableBlock, scope: Scope): FileChild[] {
  const widths = columnWidths(
    block.columns.map((column) => column.width),
    scope.textWidth,
  );
  const below = notes(block, scope);
  const last = block.body.length - 1;
  const { lead, tail } = keptRows(block);
  const tall = tallRows(block);
  const small = staysWhole(block, scope.theme.book ? 'book' : 'paper');
  const printed = inLines(block, mmOfTwips(scope.textWidth), scope.theme);
  const rows = [
    ...placeCells(printed.head).map((cells) =>
      row(cells, { block, scope, widths, head: true, tall: false, keepNext: true }),
    ),
    ...placeCells(printed.body).map((cells, index) =>
      row(cells, {
        block,
        scope,
        widths,
        head: false,
        tall: tall[index] ?? false,
        keepNext:
          index === last
            ? below.length > 0
            : small || index < lead - 1 || index >= tail || isGroupHead(cells, block),
      }),
    ),
  ];
  const rule = (size: number): IBorderOptions => ({
    style: BorderStyle.SINGLE,
    size,
    color: hex(scope.theme.colours.rule),
  });
  const [outer, inner] = [rule(8), rule(4)];
  const above = caption(block, scope, true);
  return [
    ...(above.length > 0 || scope.roomAbove ? above : [gapAbove()]),
    ...(block.unitNote === ''
      ? []
      : [new Paragraph({ style: STYLE.unitNote, children: textRuns(block.unitNote) })]),
    new Table({
      rows,
      ...acrossText(scope, widths),
      margins: CELL_MARGINS[block.density],
      borders: {
        top: outer,
        bottom: outer,
        left: scope.theme.book ? NO_RULE : outer,
        right: scope.theme.book ? NO_RULE : outer,
        insideHorizontal: inner,
        insideVertical: scope.theme.book ? NO_RULE : inner,
      },
    }),
    ...below,
    gap(),
  ];
}

/** A row of one cell across the table heads those below it. */
const isGroupHead = (cells: readonly PlacedCell[], block: TableBlock): boolean =>
  cells.length === 1 && cells[0]?.cell.header === true && cells[0].cell.colSpan === block.columns.length;

interface RowPlace {
  block: TableBlock;
  scope: Scope;
  widths: readonly number[];
  head: boolean;
  /** May be broken across pages. */
  tall: boolean;
  keepNext: boolean;
}

function row(printed: readonly PlacedCell[], place: RowPlace): TableRow {
  const cells = place.scope.lean ? leanRow(printed, (cell) => roomIn(cell, place)) : printed;
  return new TableRow({
    ...(!place.tall && { cantSplit: true }),
    ...(place.head && { tableHeader: true }),
    ...(place.keepNext && { keepNext: true }),
    children: cells.map((cell) => tableCell(cell, place)),
  });
}

/** What a line of the cell holds, em. */
function roomIn(cell: PlacedCell, place: RowPlace): number {
  const em = sizeOf(place) + Math.max(0, place.scope.geometry.characterSpacing);
  return textWidthOf(cell, place) / em;
}

function textWidthOf(cell: PlacedCell, { block, widths }: RowPlace): number {
  const { left, right } = CELL_MARGINS[block.density];
  return widthOf(cell, widths) - left - right;
}

const sizeOf = ({ block, scope, head }: RowPlace): number =>
  twipsOfPt(scope.theme.text[CELL_TEXT[block.density][head ? 'head' : 'body']].size);

const widthOf = ({ cell, column }: PlacedCell, widths: readonly number[]): number =>
  widths.slice(column, column + cell.colSpan).reduce((a, b) => a + b, 0);

const ALIGN: Record<CellAlign, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
};
/** Paragraph style of a cell: tables have their own, as the exact line of the body would cut them off. */
const CELL_STYLES = {
  normal: { head: STYLE.tableHead, body: STYLE.tableBody },
  dense: { head: STYLE.denseHead, body: STYLE.denseBody },
} as const;
const CELL_TEXT = {
  normal: { head: 'tableHead', body: 'tableBody' },
  dense: { head: 'denseHead', body: 'denseBody' },
} as const;

function tableCell(placed: PlacedCell, place: RowPlace): TableCell {
  const { block, scope, widths, head } = place;
  const { cell, column, continued } = placed;
  const part = head ? 'head' : 'body';
  const align = head ? 'centre' : (block.columns[column]?.align ?? 'left');
  const around = look(scope.theme.text[CELL_TEXT[block.density][part]].font);
  const content = continued || cell.content.length === 0 ? [[]] : cell.content;
  return new TableCell({
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && {
      verticalMerge: continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART,
    }),
    width: { size: widthOf(placed, widths), type: WidthType.DXA },
    verticalAlign: place.tall ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(head && {
      shading: { type: ShadingType.CLEAR, color: 'auto', fill: hex(scope.theme.colours.headFill) },
    }),
    children: content.map(
      (nodes) =>
        new Paragraph({
          style: CELL_STYLES[block.density][part],
          alignment: ALIGN[align],
          ...closer(scope, CELL_TEXT[block.density][part]),
          children: scope.inlines(
            align === 'right' ? figureApart(nodes, roomIn(placed, place)) : nodes,
            around,
          ),
        }),
    ),
  });
}
