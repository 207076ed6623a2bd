/** ::chart[图题：说出结论]{name=track-status} — the drawing comes from charts/<name>.ts. */
import { isYear, ledgerOf } from '../../model/ledger/ledger.ts';
import type { ChartContent } from '../chart-content.ts';
import { CHARTS, PROJECT_CHARTS, YEAR_CHARTS } from '../charts/index.ts';
import type { DirectiveCall } from '../engine/markdown.ts';
import { statisticChart } from '../statistics/chart-kinds.ts';
import type { Directive, DirectiveContext } from './directive.ts';
import { askingFor, bind, bindProjects, idOf, named } from './named.ts';

export const chart: Directive = (call, context) => {
  const content = drawn(call, context);
  const id = idOf(call);
  // Of one that can't be drawn that is told; what refers to it is not wrong besides.
  if (!content || content.chart.categories.length === 0) {
    context.absent(id, '（本期无此图）');
    return [];
  }
  return [{ kind: 'chart', id, number: '', caption: call.label, ...content }];
};

/** With `kind` the chart is made of statistics; with `name` it is one of those that the program knows. */
function drawn(call: DirectiveCall, context: DirectiveContext): ChartContent | undefined {
  if (call.attributes['kind'] === undefined || !isYear(context.subject))
    return named(chartsFor(context), call, context)?.(call.attributes);
  return statisticChart(call.attributes, context.subject, askingFor(call, context));
}

/** Nothing where the workspace has no projects. */
type Bound = (attributes: Record<string, string>) => ChartContent | undefined;

/** The charts that the period allows: those of projects for a month, all for a quarter. */
function chartsFor({ subject }: DirectiveContext): Record<string, Bound> {
  const ledger = ledgerOf(subject);
  const year = isYear(subject) ? subject : undefined;
  return {
    ...(ledger ? bind(CHARTS, (build) => (attributes) => build(ledger, attributes)) : {}),
    ...(year ? bind(YEAR_CHARTS, (build) => (attributes) => build(year, attributes)) : {}),
    ...bindProjects(PROJECT_CHARTS, subject),
  };
}
