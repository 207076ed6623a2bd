/** ::key-figures{name=overview} — a strip of boxes with the numbers a leader wants. */
import { isQuarter } from '../../model/ledger.ts';
import { KEY_FIGURES } from '../key-figures/index.ts';
import type { Directive } from './directive.ts';
import { named } from './named.ts';

export const keyFigures: Directive = (call, context) => {
  const { subject } = context;
  const build = named(isQuarter(subject) ? KEY_FIGURES : {}, call, context);
  return build && isQuarter(subject) ? [{ kind: 'keyFigures', items: build(subject) }] : [];
};
