/**
 * ::table[表题]{name=goals} — the contents come from tables/<name>.ts; `id` is what {{见 "…"}} refers to. With
 * `rest="见台账"` a sheet that must be one page may leave rows out, and says how many and where they stand; `most=15`
 * leaves out what is beyond so many rows on any page.
 */
import { badAttribute } from '../../base/messages/compose.ts';
import { isYear, ledgerOf, type YearLedger } from '../../model/ledger/ledger.ts';
import type { Statistics } from '../../model/statistics/statistic.ts';
import type { DirectiveCall } from '../engine/markdown.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import { statisticTable } from '../statistics/table.ts';
import type { TableContent } from '../tables/cells.ts';
import { ERRATUM_TABLES, PROJECT_TABLES, TABLES, YEAR_TABLES } from '../tables/index.ts';
import type { Directive, DirectiveContext } from './directive.ts';
import { askingFor, bind, bindProjects, idOf, named } from './named.ts';

export const table: Directive = (call, context) => {
  const content = made(call, context);
  const id = idOf(call);
  // As with charts.
  if (!content || content.body.length === 0) {
    context.absent(id, '（本期无此表）');
    return [];
  }
  const where = call.attributes['rest'];
  const shown =
    where === undefined ? content : shortened(content, where, mostRows(call, context), context.limits.second);
  return [{ kind: 'table', id, number: '', caption: call.label, ...shown }];
};

/** With `series` the table is made of statistics; with `name` it is one of those that the program knows. */
function made(call: DirectiveCall, context: DirectiveContext): TableContent | undefined {
  if (call.attributes['series'] === undefined || !isYear(context.subject))
    return named(tablesFor(context), call, context)?.(call.attributes);
  return statisticTable(call.attributes, context.subject, askingFor(call, context));
}

/** Nothing where the workspace has no projects. */
type Bound = (attributes: Record<string, string>) => TableContent | undefined;

/** The tables that what is known allows: those of projects for a month, all for a quarter. */
function tablesFor({ subject, unit, cited }: DirectiveContext): Record<string, Bound> {
  const { erratum } = subject;
  const ledger = ledgerOf(subject);
  const year = isYear(subject) ? citing(subject, cited) : undefined;
  return {
    ...(ledger ? bind(TABLES, (build) => (attributes) => build(ledger, attributes, unit)) : {}),
    ...(year ? bind(YEAR_TABLES, (build) => (attributes) => build(year, attributes)) : {}),
    ...(erratum ? bind(ERRATUM_TABLES, (build) => () => build(erratum)) : {}),
    ...bindProjects(PROJECT_TABLES, subject),
  };
}

/** The year with the statistics that are cited; not a copy, which would read all that the year holds (compose/spoken.ts). */
const citing = (year: YearLedger, cited?: Statistics): YearLedger =>
  cited ? Object.create(year, { statistics: { value: cited } }) : year;

function mostRows(call: DirectiveCall, { limits, at, report }: DirectiveContext): number {
  const written = call.attributes['most'];
  if (written === undefined) return limits.second;
  if (!/^[1-9]\d*$/.test(written)) report(badAttribute(at, call.name, 'most', written, '正整数'));
  return Math.min(limits.second, Number(written) || Infinity);
}

/** A row or two more take no more room than the note that they are left out, unless the page itself has no room. */
const NOT_WORTH_A_NOTE = 2;

function shortened(content: TableContent, where: string, items: number, room: number): TableContent {
  const left = content.body.length - items;
  if (left <= 0 || (left <= NOT_WORTH_A_NOTE && content.body.length <= room)) return content;
  const note = rich('其余', count(left, '表中未列的项数'), `${where}。`).rich;
  return { ...content, body: content.body.slice(0, items), notes: [...content.notes, note] };
}
