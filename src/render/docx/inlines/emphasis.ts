import type { ParagraphChild } from 'docx';
import type { EmphasisInline } from '../../../model/document/inline.ts';
import type { Look, Scope } from '../scope.ts';

export const emphasis = (node: EmphasisInline, look: Look, scope: Scope): ParagraphChild[] =>
  scope.inlines(node.children, { ...look, emphasis: true });
