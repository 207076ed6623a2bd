/**
 * :::figures{look=grid} … ::: boxes of numbers from a list written 名称｜数｜说明; ::pull is one large number beside its
 * words.
 */
import * as messages from '../../base/messages/compose.ts';
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import type { Directive } from './directive.ts';
import { splitItems } from './split-items.ts';

const withLook =
  (fixed?: KeyFiguresBlock['look']): Directive =>
  (call, { at, report }) => {
    const written = call.attributes['look'] ?? 'boxes';
    const look = fixed ?? (written === 'grid' || written === 'boxes' ? written : undefined);
    if (!look) {
      report(messages.badAttribute(at, call.name, 'look', written, 'boxes 或 grid'));
      return [];
    }
    const items = call.children.flatMap((child) => {
      if (child.kind === 'list') return splitItems(child);
      report(messages.badAttribute(at, call.name, '内容', child.kind, '列表，每项写作 名称｜数｜说明'));
      return [];
    });
    return [{ kind: 'keyFigures', look, items }];
  };

export const figures = withLook();
export const pull = withLook('pull');
