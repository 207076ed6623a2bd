import type { AttendanceBlock } from '../../../model/document.ts';
import type { HtmlContext } from '../context.ts';
import { styled, styledText } from '../styled.ts';

export function attendanceHtml(block: AttendanceBlock, context: HtmlContext): string {
  return `<p class="t-body p-body grid">${styledText(block.label, 'heading1', context)}：${styled(block.people, 'body', context)}</p>`;
}
