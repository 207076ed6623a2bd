/** Words that begin with a sign of YAML’s own: it takes them for something else without calling that a mistake. */
import { type Document, isCollection, type Node, visit } from 'yaml';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { yamlNested, yamlSign } from '../../base/messages/files.ts';
import type { Origin } from '../../base/origin.ts';

/**
 * A name that nobody gave (*甲), one that nobody uses (&甲), one used inside what bears it, a kind of value that nobody knows
 * (!甲), and braces where a field's name should stand ({{甲}}). What YAML can make sense of stays as it is.
 */
export function strangeSigns(
  document: Document,
  text: string,
  place: (offset: number) => Origin,
): Diagnostic[] {
  const named = new Map<string, { node: Node; used: boolean }>();
  const found: { at: number; sign: '*' | '&' | '!' | '{' }[] = [];
  visit(document, {
    Value: (_, node) => {
      if (node.anchor === undefined) return;
      unused(node.anchor);
      named.set(node.anchor, { node, used: false });
    },
    Alias: (_, { source, range }, path) => {
      const meant = named.get(source);
      if (meant) meant.used = true;
      if (!meant || path.includes(meant.node)) found.push({ at: range?.[0] ?? 0, sign: '*' });
    },
    Pair: (_, { key }) => {
      if (isCollection(key)) found.push({ at: key.range?.[0] ?? 0, sign: '{' });
    },
  });
  for (const name of named.keys()) unused(name);
  for (const { code, pos } of document.warnings)
    if (code === 'TAG_RESOLVE_FAILED') found.push({ at: pos[0], sign: '!' });
  return found.sort((a, b) => a.at - b.at).map(({ at, sign }) => said(at, sign));

  /** The last that was called so, before another is, or the file ends. */
  function unused(name: string): void {
    const { node, used } = named.get(name) ?? { node: undefined, used: true };
    if (used || !node) return;
    // The name stands before what bears it.
    const at = text.lastIndexOf(`&${name}`, node.range?.[0] ?? 0);
    found.push({ at: Math.max(at, 0), sign: '&' });
  }

  function said(at: number, sign: (typeof found)[number]['sign']): Diagnostic {
    const written = /^\S*/.exec(text.slice(at, at + 200))?.[0] ?? '';
    return sign === '{' ? yamlNested(place(at)) : yamlSign(place(at), sign, written);
  }
}
