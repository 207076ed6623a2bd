import type { SeatingPlanBlock } from '../../../model/document/document.ts';
import type { TextStyleName } from '../../../model/document/theme.ts';
import { type RoomCell, type RoomTable, roomTables, seatStyle } from '../../layout/seating-plan.ts';
import { textWidthMm } from '../../layout/text-width.ts';
import type { HtmlContext } from '../context.ts';
import { styledText } from '../styled.ts';
import { mm } from '../stylesheet/geometry.ts';

/** Two tables: the head of the room, and the hall below it with its aisle. */
export function seatingPlanHtml(block: SeatingPlanBlock, context: HtmlContext): string {
  const tables = roomTables(block, textWidthMm(context.theme, context.orientation), context.theme);
  return `<div class="seating">${tables.map((table) => tableOf(table, block, context)).join('')}</div>`;
}

function tableOf({ shares, rows }: RoomTable, block: SeatingPlanBlock, context: HtmlContext): string {
  const style = seatStyle(block);
  const columns = shares.map((share) => `<col style="width:${(100 * share).toFixed(3)}%">`).join('');
  const lines = rows.map(
    (cells) =>
      `<tr style="height:${mm(block.seatMm)}">${cells.map((cell) => cellHtml(cell, style, context)).join('')}</tr>`,
  );
  return `<table><colgroup>${columns}</colgroup><tbody>${lines.join('')}</tbody></table>`;
}

function cellHtml({ kind, lines }: RoomCell, seat: TextStyleName, context: HtmlContext): string {
  const style = kind === 'label' ? 'gridLabel' : seat;
  const text = lines.map((line) => styledText(line, style, context)).join('<br>');
  if (kind === 'label') return `<th scope="row" class="t-${style}">${text}</th>`;
  return `<td class="t-${style}${kind === 'seat' ? ' seat' : ''}">${text}</td>`;
}
