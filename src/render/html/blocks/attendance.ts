import type { AttendanceBlock } from '../../../model/document/document.ts';
import { attendanceIndents } from '../../layout/letter.ts';
import type { HtmlContext } from '../context.ts';
import { styled, styledText } from '../styled.ts';
import { geometry, mm } from '../stylesheet/geometry.ts';

/** 出席、请假、列席 (GB/T 9704 10.3): label in 黑体 two characters in, names hang after its colon. */
export function attendanceHtml(block: AttendanceBlock, context: HtmlContext): string {
  const { cellMm } = geometry(context.theme);
  const { label, names } = attendanceIndents(block.label);
  const indents = `padding-left:${mm(names * cellMm)};text-indent:${mm((label - names) * cellMm)}`;
  const word = `<span class="t-heading1">${styledText(block.label, 'heading1', context)}</span>`;
  const colon = styledText('：', 'body', context);
  return `<p class="t-body grid attendance" style="${indents}">${word}${colon}${styled(block.people, 'body', context)}</p>`;
}
