import type { StatusGridBlock, StatusGridCell } from '../../../model/document/document.ts';
import { STATUS_FACES, type Status } from '../../../model/status.ts';
import { cellColours, type GridLine, gridLines, labelShare } from '../../layout/status-grid.ts';
import type { HtmlContext } from '../context.ts';
import { styled, styledText } from '../styled.ts';
import { mm } from '../stylesheet/geometry.ts';

/** A table whose rows are groups of tasks; each status has a symbol, a step of grey and a line in the legend. */
export function statusGridHtml(block: StatusGridBlock, context: HtmlContext): string {
  const labels = labelShare(block);
  const share = (100 * (1 - labels)) / block.perLine;
  const columns = `${labels > 0 ? `<col style="width:${100 * labels}%">` : ''}${`<col style="width:${share.toFixed(3)}%">`.repeat(block.perLine)}`;
  const lines = gridLines(block).map((line) => lineHtml(line, block, context));
  return `<div class="status-grid"><table><colgroup>${columns}</colgroup><tbody>${lines.join('')}</tbody></table>${legendHtml(block, context)}</div>`;
}

function lineHtml({ label, cells }: GridLine, block: StatusGridBlock, context: HtmlContext): string {
  const span = label && label.lines > 1 ? ` rowspan="${label.lines}"` : '';
  const labelled = labelShare(block) > 0;
  const head =
    label && labelled
      ? `<th scope="row" class="t-gridLabel edge"${span}>${styled(label.nodes, 'gridLabel', context)}</th>`
      : '';
  const inner = cells.map((cell, i) => {
    const edge = i === 0 && !labelled;
    return cell ? cellHtml(cell, edge, context) : `<td${edge ? ' class="edge"' : ''}></td>`;
  });
  return `<tr style="height:${mm(block.cellMm)}">${head}${inner.join('')}</tr>`;
}

function cellHtml({ status, no, text }: StatusGridCell, edge: boolean, context: HtmlContext): string {
  const name = text === '' ? '' : `<span class="cell-text">${styledText(text, 'gridCell', context)}</span>`;
  return `<td class="t-gridCell${edge ? ' edge' : ''}" style="${fill(status, context)}"><span class="cell-no">${symbol(status, context)}${styledText(no, 'gridCell', context)}</span>${name}</td>`;
}

function symbol(status: Status, context: HtmlContext): string {
  const { symbol: sign, word } = STATUS_FACES[status];
  return `<span class="status" role="img" aria-label="${word}">${styledText(sign, 'gridCell', context)}</span>`;
}

function fill(status: Status, { theme }: HtmlContext): string {
  const colours = cellColours(status, theme);
  return `background:${colours.fill};color:${colours.ink}`;
}

function legendHtml({ legend }: StatusGridBlock, context: HtmlContext): string {
  if (legend.length === 0) return '';
  const keys = legend.map((status) => {
    const word = styledText(STATUS_FACES[status].word, 'gridCell', context);
    return `<span class="together"><span class="swatch" style="${fill(status, context)}">${styledText(STATUS_FACES[status].symbol, 'gridCell', context)}</span>${word}</span>`;
  });
  return `<p class="t-gridCell legend">${keys.join(' ')}</p>`;
}
