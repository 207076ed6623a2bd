/** Every kind of inline and its handler; a kind without one doesn't compile. */
import type { ParagraphChild } from 'docx';
import type { Inline, InlineKind } from '../../model/document/inline.ts';
import { lineBreak } from './inlines/break.ts';
import { emphasis } from './inlines/emphasis.ts';
import { figure } from './inlines/figure.ts';
import { noteMark } from './inlines/note-mark.ts';
import { reference } from './inlines/reference.ts';
import { status } from './inlines/status.ts';
import { strong } from './inlines/strong.ts';
import { text } from './inlines/text.ts';
import type { Look, Scope } from './scope.ts';

type NodeOf<K extends InlineKind> = Extract<Inline, { kind: K }>;
type Handler<K extends InlineKind> = (node: NodeOf<K>, look: Look, scope: Scope) => ParagraphChild[];

const HANDLERS: { [K in InlineKind]: Handler<K> } = {
  text,
  strong,
  emphasis,
  figure,
  reference,
  status,
  noteMark,
  break: lineBreak,
};

export const renderInline = <K extends InlineKind>(
  node: NodeOf<K>,
  look: Look,
  scope: Scope,
): ParagraphChild[] => (HANDLERS[node.kind as K] as Handler<K>)(node, look, scope);
