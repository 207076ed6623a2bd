/** Every kind of inline and how Word has it; a kind that is missing doesn't compile. */
import { type ParagraphChild, TextRun } from 'docx';
import {
  type Inline,
  type InlineKind,
  noteNumber,
  type ReferenceInline,
  statusText,
} from '../../../model/document/inline.ts';
import { field, link } from '../parts/fields.ts';
import type { Look, Scope } from '../scope.ts';
import { KEEPING, lookRuns, textRuns } from './text.ts';

type NodeOf<K extends InlineKind> = Extract<Inline, { kind: K }>;
type Handler<K extends InlineKind> = (node: NodeOf<K>, look: Look, scope: Scope) => ParagraphChild[];

const HANDLERS: { [K in InlineKind]: Handler<K> } = {
  text: (node, look) => lookRuns(node.text, look),
  strong: (node, look, scope) => scope.inlines(node.children, { ...look, strong: true }),
  emphasis: (node, look, scope) => scope.inlines(node.children, { ...look, emphasis: true }),
  figure: (node, look) => lookRuns(node.text, look),
  reference,
  status: (node, look) => lookRuns(statusText(node), look),
  // The note itself stands at the end of the chapter. A mark begins no line.
  noteMark: (node) =>
    textRuns(noteNumber(node.n), { superScript: true, language: { eastAsia: KEEPING }, noProof: true }),
  break: () => [new TextRun({ break: 1 })],
};

export const renderInline = <K extends InlineKind>(
  node: NodeOf<K>,
  look: Look,
  scope: Scope,
): ParagraphChild[] => (HANDLERS[node.kind as K] as Handler<K>)(node, look, scope);

/** 图3, 表2: a REF field where its bookmark holds the same words, so that Word renews it; a plain link otherwise. */
function reference(node: ReferenceInline, look: Look, scope: Scope): ParagraphChild[] {
  const target = scope.targets.ofId.get(node.target);
  const runs = lookRuns(node.text, look);
  if (!target) return runs;
  return target.label !== '' && target.label === node.text
    ? field(`REF ${target.mark.name} \\h`, runs)
    : [link(target.mark, runs)];
}
