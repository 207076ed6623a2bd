/** Looks up the `name` of a ::table, ::chart or ::key-figures; an unknown one is a diagnostic with a suggestion. */
import * as messages from '../../base/messages/compose.ts';
import { nearest } from '../../base/nearest.ts';
import type { DirectiveCall } from '../engine/markdown.ts';
import type { DirectiveContext } from './directive.ts';

export function named<T>(
  registry: Record<string, T>,
  call: DirectiveCall,
  context: DirectiveContext,
): T | undefined {
  const name = call.attributes['name'] ?? '';
  if (Object.hasOwn(registry, name)) return registry[name];
  const known = Object.keys(registry);
  context.report(messages.unknownContent(context.at, call.name, name, nearest(name, known), known));
  return undefined;
}

/** What {{见 "…"}} refers to: the id, or the name where the template gives none. */
export function idOf(call: DirectiveCall): string {
  return call.attributes['id'] ?? call.attributes['name'] ?? '';
}

/** A registry whose builders are given what they work on. */
export const bind = <B, C>(registry: Record<string, B>, to: (build: B) => C): Record<string, C> =>
  Object.fromEntries(Object.entries(registry).map(([name, build]) => [name, to(build)]));
