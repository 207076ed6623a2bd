/** ::chart[图题：说出结论]{name=track-status} — the drawing comes from charts/<name>.ts. */
import { isQuarter } from '../../model/ledger.ts';
import type { ChartContent } from '../charts/content.ts';
import { CHARTS, PROJECT_CHARTS } from '../charts/index.ts';
import type { Directive, DirectiveContext } from './directive.ts';
import { bind, idOf, named } from './named.ts';

export const chart: Directive = (call, context) => {
  const build = named(chartsFor(context), call, context);
  const content = build?.(call.attributes);
  if (!content) return [];
  const id = idOf(call);
  if (content.chart.categories.length === 0) {
    context.absent(id, '（本期无此图）');
    return [];
  }
  return [{ kind: 'chart', id, number: '', caption: call.label, ...content }];
};

type Bound = (attributes: Record<string, string>) => ChartContent;

/** The charts that what is known allows: those of projects for a month, all for a quarter. */
function chartsFor({ subject }: DirectiveContext): Record<string, Bound> {
  const { projects } = subject;
  return {
    ...(isQuarter(subject) ? bind(CHARTS, (build) => (attributes) => build(subject, attributes)) : {}),
    ...(projects ? bind(PROJECT_CHARTS, (build) => (attributes) => build(projects, attributes)) : {}),
  };
}
