/** ::key-figures{name=overview} — a strip of boxes with the numbers a leader wants. */
import type { KeyFiguresBlock } from '../../model/document/document.ts';
import { ledgerOf } from '../../model/ledger/ledger.ts';
import { KEY_FIGURES, PROJECT_KEY_FIGURES } from '../key-figures/index.ts';
import type { Directive, DirectiveContext } from './directive.ts';
import { bind, bindProjects, named } from './named.ts';

export const keyFigures: Directive = (call, context) => {
  const items = named(keyFiguresFor(context), call, context)?.();
  return items ? [{ kind: 'keyFigures', items }] : [];
};

/** Those that the period allows: of projects for a month, all for a quarter; nothing where the workspace has no projects. */
function keyFiguresFor({
  subject,
}: DirectiveContext): Record<string, () => KeyFiguresBlock['items'] | undefined> {
  const ledger = ledgerOf(subject);
  return {
    ...(ledger ? bind(KEY_FIGURES, (build) => () => build(ledger)) : {}),
    ...bindProjects(PROJECT_KEY_FIGURES, subject),
  };
}
