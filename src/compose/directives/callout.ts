/** :::callout[标题] … ::: a framed box of paragraphs. */
import * as messages from '../../base/messages/compose.ts';
import type { Directive } from './directive.ts';

export const callout: Directive = (call, { at, report }) => {
  const children = call.children.flatMap((child) => {
    if (child.kind === 'paragraph') return [{ ...child, style: 'fine' as const }];
    report(messages.badAttribute(at, call.name, '内容', child.kind, '普通段落'));
    return [];
  });
  return [{ kind: 'callout', title: call.label, children }];
};
