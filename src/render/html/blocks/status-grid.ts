import type { StatusGridBlock } from '../../../model/document.ts';
import { STATUS_FACES } from '../../../model/status.ts';
import type { HtmlContext } from '../context.ts';
import { styled, styledText } from '../styled.ts';

export function statusGridHtml(block: StatusGridBlock, context: HtmlContext): string {
  return `<div class="status-grid">${block.rows.map((row) => `<p class="t-denseBody">${styled(row.label, 'denseBody', context)} ${row.cells.map((cell) => styledText(`${STATUS_FACES[cell.status].symbol}${cell.no}${cell.text}`, 'denseBody', context)).join(' ')}</p>`).join('')}</div>`;
}
