/** ::chart[图题：说出结论]{name=track-status} — the drawing comes from charts/<name>.ts. */
import { CHARTS } from '../charts/index.ts';
import type { Directive } from './directive.ts';
import { named } from './named.ts';

export const chart: Directive = (call, context) => {
  const build = named(CHARTS, call, context);
  const content = build?.(context.ledger, call.attributes);
  if (!content || content.chart.categories.length === 0) return [];
  const id = call.attributes['id'] ?? call.attributes['name'] ?? '';
  return [{ kind: 'chart', id, number: '', caption: call.label, ...content }];
};
