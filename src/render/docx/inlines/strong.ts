import type { ParagraphChild } from 'docx';
import type { StrongInline } from '../../../model/document/inline.ts';
import type { Look, Scope } from '../scope.ts';

export const strong = (node: StrongInline, look: Look, scope: Scope): ParagraphChild[] =>
  scope.inlines(node.children, { ...look, strong: true });
