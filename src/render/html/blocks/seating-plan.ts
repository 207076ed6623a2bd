import type { SeatingPlanBlock } from '../../../model/document/document.ts';
import { type RoomCell, type RoomTable, roomTables } from '../../layout/seating-plan.ts';
import { textWidthMm } from '../../layout/text-width.ts';
import type { HtmlContext } from '../context.ts';
import { styled } from '../styled.ts';
import { mm } from '../stylesheet/geometry.ts';

/** Two tables: the head of the room, and the hall below it with its aisle. */
export function seatingPlanHtml(block: SeatingPlanBlock, context: HtmlContext): string {
  const tables = roomTables(block, textWidthMm(context.theme, context.orientation), context.theme);
  return `<div class="seating">${tables.map((table) => tableOf(table, block, context)).join('')}</div>`;
}

function tableOf({ shares, rows }: RoomTable, { seatMm }: SeatingPlanBlock, context: HtmlContext): string {
  const columns = shares.map((share) => `<col style="width:${(100 * share).toFixed(3)}%">`).join('');
  const lines = rows.map(
    (cells) =>
      `<tr style="height:${mm(seatMm)}">${cells.map((cell) => cellHtml(cell, context)).join('')}</tr>`,
  );
  return `<table><colgroup>${columns}</colgroup><tbody>${lines.join('')}</tbody></table>`;
}

function cellHtml({ kind, style, text }: RoomCell, context: HtmlContext): string {
  const inner = styled(text, style, context);
  if (kind === 'label') return `<th scope="row" class="t-${style}">${inner}</th>`;
  return `<td class="t-${style}${kind === 'seat' ? ' seat' : ''}">${inner}</td>`;
}
