import { type ParagraphChild, TextRun } from 'docx';
import type { BreakInline } from '../../../model/document/inline.ts';

export const lineBreak = (_: BreakInline): ParagraphChild[] => [new TextRun({ break: 1 })];
