/** ::key-figures{name=overview} — a strip of boxes with the numbers a leader wants. */
import { KEY_FIGURES } from '../key-figures/index.ts';
import type { Directive } from './directive.ts';
import { named } from './named.ts';

export const keyFigures: Directive = (call, context) => {
  const build = named(KEY_FIGURES, call, context);
  return build ? [{ kind: 'keyFigures', items: build(context.ledger) }] : [];
};
