/** What calls of ::table, ::chart and ::key-figures have in common: names, and how they tell what is wrong. */
import * as messages from '../../base/messages/compose.ts';
import { nearest } from '../../base/nearest.ts';
import type { Subject } from '../../model/ledger/ledger.ts';
import type { ProjectLedger } from '../../model/ledger/project-ledger.ts';
import type { DirectiveCall } from '../engine/markdown.ts';
import type { Asking } from '../statistics/request.ts';
import type { DirectiveContext } from './directive.ts';

/** What the call's `name` stands for; an unknown one is a diagnostic with a suggestion. */
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

/** How what is made of statistics tells what is wrong with the call. */
export const askingFor = (call: DirectiveCall, { at, report }: DirectiveContext): Asking => ({
  at,
  report: (problem) => report({ ...problem, at }),
  wrong: (attribute, found, expected) =>
    report(messages.badAttribute(at, call.name, attribute, found, expected)),
});

/** A registry whose builders are given what they work on. */
export const bind = <B, C>(registry: Record<string, B>, to: (build: B) => C): Record<string, C> =>
  Object.fromEntries(Object.entries(registry).map(([name, build]) => [name, to(build)]));

/** The same of those made of projects; nothing where the workspace has none. The subject is asked when one is made: see spoken.ts. */
export const bindProjects = <R, A extends unknown[]>(
  registry: Record<string, (projects: ProjectLedger, ...asked: A) => R>,
  subject: Subject,
): Record<string, (...asked: A) => R | undefined> =>
  bind(
    registry,
    (build) =>
      (...asked: A) =>
        subject.projects ? build(subject.projects, ...asked) : undefined,
  );
