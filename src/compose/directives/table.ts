/**
 * ::table[表题]{name=goals} — the contents come from tables/<name>.ts; `id` is what {{见 "…"}} refers to. With
 * `rest="见台账"` a sheet that must be one page may leave rows out, and says how many and where they stand.
 */
import { isQuarter } from '../../model/ledger.ts';
import { rich } from '../engine/value.ts';
import { count } from '../figures.ts';
import type { Limits } from '../limits.ts';
import type { TableContent } from '../tables/cells.ts';
import { PROJECT_TABLES, TABLES } from '../tables/index.ts';
import type { Directive, DirectiveContext } from './directive.ts';
import { idOf, named } from './named.ts';

export const table: Directive = (call, context) => {
  const build = named(tablesFor(context), call, context);
  const content = build?.(call.attributes);
  if (!content) return [];
  const id = idOf(call);
  if (content.body.length === 0) {
    context.absent(id, '（本期无此表）');
    return [];
  }
  const where = call.attributes['rest'];
  const shown = where === undefined ? content : shortened(content, where, context.limits);
  return [{ kind: 'table', id, number: '', caption: call.label, ...shown }];
};

type Bound = (attributes: Record<string, string>) => TableContent;

/** The tables that what is known allows: those of projects for a month, all for a quarter. */
function tablesFor({ subject, unit }: DirectiveContext): Record<string, Bound> {
  const { projects } = subject;
  return {
    ...(isQuarter(subject) ? bind(TABLES, (build) => (attributes) => build(subject, attributes, unit)) : {}),
    ...(projects ? bind(PROJECT_TABLES, (build) => (attributes) => build(projects, attributes)) : {}),
  };
}

const bind = <B>(registry: Record<string, B>, to: (build: B) => Bound): Record<string, Bound> =>
  Object.fromEntries(Object.entries(registry).map(([name, build]) => [name, to(build)]));

function shortened(content: TableContent, where: string, { items }: Limits): TableContent {
  const left = content.body.length - items;
  if (left <= 0) return content;
  const note = rich('其余', count(left, '表中未列的项数'), `${where}。`).rich;
  return { ...content, body: content.body.slice(0, items), notes: [...content.notes, note] };
}
