/** ::key-figures{name=overview} — a strip of boxes with the numbers a leader wants. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import { ledgerOf } from '../../model/ledger/ledger.ts';
import { KEY_FIGURES, PROJECT_KEY_FIGURES } from '../key-figures/index.ts';
import type { Directive, DirectiveContext } from './directive.ts';
import { bind, named } from './named.ts';

export const keyFigures: Directive = (call, context) => {
  const items = named(keyFiguresFor(context), call, context)?.();
  return items ? [{ kind: 'keyFigures', items }] : [];
};

/** Those that what is known allows: of projects for a month, all for a quarter. */
function keyFiguresFor({ subject }: DirectiveContext): Record<string, () => KeyFiguresBlock['items']> {
  const { projects } = subject;
  const ledger = ledgerOf(subject);
  return {
    ...(ledger ? bind(KEY_FIGURES, (build) => () => build(ledger)) : {}),
    ...(projects ? bind(PROJECT_KEY_FIGURES, (build) => () => build(projects)) : {}),
  };
}
