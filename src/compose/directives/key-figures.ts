/** ::key-figures{name=overview} — a strip of boxes with the numbers a leader wants. */
import { ledgerOf } from '../../model/ledger.ts';
import { KEY_FIGURES } from '../key-figures/index.ts';
import type { Directive } from './directive.ts';
import { named } from './named.ts';

export const keyFigures: Directive = (call, context) => {
  const ledger = ledgerOf(context.subject);
  const build = named(ledger ? KEY_FIGURES : {}, call, context);
  return build && ledger ? [{ kind: 'keyFigures', items: build(ledger) }] : [];
};
