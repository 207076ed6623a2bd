import type { ParagraphChild } from 'docx';
import { type StatusInline, statusText } from '../../../model/document/inline.ts';
import type { Look } from '../scope.ts';
import { lookRuns } from '../text.ts';

export const status = (node: StatusInline, look: Look): ParagraphChild[] => lookRuns(statusText(node), look);
