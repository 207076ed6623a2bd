/** ::table[表题]{name=goals} — the contents come from tables/<name>.ts; `id` is what {{见 "…"}} refers to. */
import { TABLES } from '../tables/index.ts';
import type { Directive } from './directive.ts';
import { idOf, named } from './named.ts';

export const table: Directive = (call, context) => {
  const build = named(TABLES, call, context);
  const content = build?.(context.ledger, call.attributes, context.unit);
  if (!content) return [];
  const id = idOf(call);
  if (content.body.length === 0) {
    context.absent(id, '（本期无此表）');
    return [];
  }
  return [{ kind: 'table', id, number: '', caption: call.label, ...content }];
};
