import type { ParagraphChild } from 'docx';
import type { TextInline } from '../../../model/document/inline.ts';
import type { Look } from '../scope.ts';
import { lookRuns } from '../text.ts';

export const text = (node: TextInline, look: Look): ParagraphChild[] => lookRuns(node.text, look);
