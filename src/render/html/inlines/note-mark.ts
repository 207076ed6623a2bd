import type { NoteMarkInline } from '../../../model/document/inline.ts';
import { noteNumber } from '../../../model/document/inline.ts';
import type { InlineScope } from '../context.ts';
import { escapeText } from '../escape.ts';
import { printable } from '../text.ts';

/** The note itself stands at the end of the chapter. A mark begins no line: the joiner before it is neither seen nor copied. */
export function noteMarkHtml(node: NoteMarkInline, scope: InlineScope): string {
  return `&#8288;<sup class="note-mark">${escapeText(printable(noteNumber(node.n), scope.face, scope.context))}</sup>`;
}
