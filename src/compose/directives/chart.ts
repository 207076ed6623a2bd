/** ::chart[图题：说出结论]{name=track-status} — the drawing comes from charts/<name>.ts. */
import { CHARTS } from '../charts/index.ts';
import type { Directive } from './directive.ts';
import { idOf, named } from './named.ts';

export const chart: Directive = (call, context) => {
  const build = named(CHARTS, call, context);
  const content = build?.(context.ledger, call.attributes);
  if (!content) return [];
  const id = idOf(call);
  if (content.chart.categories.length === 0) {
    context.absent(id, '（本期无此图）');
    return [];
  }
  return [{ kind: 'chart', id, number: '', caption: call.label, ...content }];
};
