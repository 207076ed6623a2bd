import type { ParagraphChild } from 'docx';
import type { FigureInline } from '../../../model/document/inline.ts';
import type { Look } from '../scope.ts';
import { lookRuns } from '../text.ts';

export const figure = (node: FigureInline, look: Look): ParagraphChild[] => lookRuns(node.text, look);
