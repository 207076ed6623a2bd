import type { TableBlock, TableCell } from '../../../model/document/document.ts';
import { plainText } from '../../../model/document/inline.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { inLines } from '../../layout/cell-lines.ts';
import { keptRows, placeCells, rowGroups, staysWhole, tallRows } from '../../layout/table-grid.ts';
import { textWidthMm } from '../../layout/text-width.ts';
import { MM_PER_POINT } from '../../layout/units.ts';
import type { HtmlContext } from '../context.ts';
import { anchor } from '../escape.ts';
import { paragraph, styled, styledText } from '../styled.ts';
import { captionHtml } from './caption.ts';

/** Caption and unit note above, notes and source below; the head is repeated on every page, and no row is split that is not tall. */
export function tableHtml(block: TableBlock, context: HtmlContext): string {
  const caption = captionHtml(block.number, block.caption, context);
  const unit =
    block.unitNote === ''
      ? ''
      : `<p class="t-note unit-note">${styledText(block.unitNote, 'note', context)}</p>`;
  const { theme, orientation } = context;
  const printed = inLines(block, textWidthMm(theme, orientation), theme);
  const head = rowsHtml(printed.head, block, headStyle(block), context, true);
  const tall = tallRows(block);
  const body = rowsHtml(printed.body, block, bodyStyle(block), context, false, tall);
  const notes = block.notes.map((note) => paragraph(note, 'note', context)).join('');
  const whole = staysWhole(block, theme.book ? 'book' : 'paper');
  // Notes below a row that may be broken need no room held in the last body.
  const room = whole || tall.at(-1) ? 0 : roomFor(block, context);
  const size = whole ? ' small' : room > 0 ? ' roomy' : '';
  const style = room > 0 ? ` style="--room:${room}pt"` : '';
  return (
    `<div class="table${size}"${style} id="${anchor(block.id)}">${caption}${unit}<table>${widths(block)}` +
    `${head.length > 0 ? `<thead>${head.join('')}</thead>` : ''}${bodies(block, body, room > 0)}</table>${notes}</div>`
  );
}

/** From the last row to the notes, and a point that rounding may take. */
const NOTES_BELOW_PT = 4;

/**
 * Height of the notes, points, about. The browser moves the last row with them to the next page only on a table's first
 * page; on a later one they would stand alone. So the last row holds an empty one that they are drawn back over.
 */
function roomFor({ notes }: TableBlock, { theme, orientation }: HtmlContext): number {
  const { text } = theme;
  const characters = textWidthMm(theme, orientation) / (text.note.size * MM_PER_POINT) - 2;
  const lines = notes.map((note) => Math.ceil((plainText(note).length + 2) / characters));
  const height = lines.reduce((sum, one) => sum + one, 0) * text.note.line;
  return height > 0 ? height + NOTES_BELOW_PT : 0;
}

function headStyle(block: TableBlock): TextStyleName {
  return block.density === 'dense' ? 'denseHead' : 'tableHead';
}

function bodyStyle(block: TableBlock): TextStyleName {
  return block.density === 'dense' ? 'denseBody' : 'tableBody';
}

function widths(block: TableBlock): string {
  const whole = block.columns.reduce((sum, column) => sum + column.width, 0);
  const percent = (width: number): string => ((100 * width) / whole).toFixed(3);
  return `<colgroup>${block.columns.map((c) => `<col style="width:${percent(c.width)}%">`).join('')}</colgroup>`;
}

function rowsHtml(
  rows: TableCell[][],
  block: TableBlock,
  style: TextStyleName,
  context: HtmlContext,
  inHead: boolean,
  tall: readonly boolean[] = [],
): string[] {
  return placeCells(rows).map((row, i) => {
    const own = row.filter((placed) => !placed.continued);
    const cells = own.map(({ cell, column }) => {
      const align = inHead ? 'centre' : (block.columns[column]?.align ?? 'left');
      const classes = `t-${style} ${align}${column === 0 ? ' edge' : ''}`;
      return cellHtml(cell, classes, inHead, style, context);
    });
    return `<tr${tall[i] ? ' class="tall"' : ''}>${cells.join('')}</tr>`;
  });
}

/** One body of the table for the first rows, the last and each group of rows that belong together; the others share one. */
function bodies(block: TableBlock, rows: readonly string[], withRoom: boolean): string {
  const groups = rowGroups(block.body);
  const { lead, tail } = keptRows(block);
  const tall = tallRows(block);
  const body = (own: readonly string[], more = ''): string =>
    own.length > 0 ? `<tbody class="row-group">${own.join('')}${more}</tbody>` : '';
  const group = (from: number, to: number): string =>
    tall.slice(from, to).includes(true)
      ? `<tbody>${rows.slice(from, to).join('')}</tbody>`
      : body(rows.slice(from, to));
  const single = rows.slice(lead, tail).join('');
  const starts = groups.filter((start) => start >= lead && start < tail);
  const between =
    groups.length < rows.length
      ? starts.map((start, i) => group(start, starts[i + 1] ?? tail)).join('')
      : single && `<tbody>${single}</tbody>`;
  const room = withRoom
    ? `<tr class="room" aria-hidden="true"><td colspan="${block.columns.length}"></td></tr>`
    : '';
  return body(rows.slice(0, lead)) + between + body(rows.slice(tail), room);
}

function cellHtml(
  cell: TableCell,
  classes: string,
  inHead: boolean,
  style: TextStyleName,
  context: HtmlContext,
): string {
  const tag = cell.header || inHead ? 'th' : 'td';
  const scope = tag === 'td' ? '' : inHead ? ' scope="col"' : ' scope="row"';
  const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}`;
  const content = cell.content.map((nodes) => styled(nodes, style, context)).join('<br>');
  return `<${tag} class="${classes}"${scope}${spans}>${content}</${tag}>`;
}
