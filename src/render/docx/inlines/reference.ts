/** 图3, 表2: a REF field where its bookmark holds the same words, so that Word renews it; a plain link otherwise. */
import type { ParagraphChild } from 'docx';
import type { ReferenceInline } from '../../../model/document/inline.ts';
import { field, link } from '../fields.ts';
import type { Look, Scope } from '../scope.ts';
import { lookRuns } from '../text.ts';

export function reference(node: ReferenceInline, look: Look, scope: Scope): ParagraphChild[] {
  const target = scope.targets.ofId.get(node.target);
  const runs = lookRuns(node.text, look);
  if (!target) return runs;
  return target.label !== '' && target.label === node.text
    ? field(`REF ${target.mark.name} \\h`, runs)
    : [link(target.mark, runs)];
}
