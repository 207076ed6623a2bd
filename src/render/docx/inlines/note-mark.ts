import type { ParagraphChild } from 'docx';
import { type NoteMarkInline, noteNumber } from '../../../model/document/inline.ts';
import { KEEPING, textRuns } from '../text.ts';

/** The note itself stands at the end of the chapter. A mark begins no line. */
export const noteMark = (node: NoteMarkInline): ParagraphChild[] =>
  textRuns(noteNumber(node.n), { superScript: true, language: { eastAsia: KEEPING }, noProof: true });
