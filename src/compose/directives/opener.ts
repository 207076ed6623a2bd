/**
 * :::opener … ::: under a chapter's title: what its opening page says. Paragraphs are the summary, list items the key
 * numbers, written 名称｜数｜说明.
 */
import * as messages from '../../base/messages/compose.ts';
import type { Directive } from './directive.ts';
import { splitItems } from './split-items.ts';

export const opener: Directive = (call, { at, report }) => {
  for (const { kind } of call.children)
    if (kind !== 'paragraph' && kind !== 'list')
      report(messages.badAttribute(at, call.name, '内容', kind, '段落和列表'));
  const summary = call.children.flatMap((child) => (child.kind === 'paragraph' ? [child.children] : []));
  const items = call.children.flatMap((child) => (child.kind === 'list' ? splitItems(child) : []));
  return [{ kind: 'opening', chapter: '', summary, items }];
};
