/** How a paper names its annexes in running text. */
import type { View } from '../engine/value.ts';

/** 附件2, or 附件 where it is the only one: by what each of them lists, in the order of the document. */
export function annexes(listed: Record<string, number>): View {
  const there = Object.keys(listed).filter((name) => listed[name] !== 0);
  return Object.fromEntries(
    Object.keys(listed).map((name) => [name, `附件${there.length > 1 ? there.indexOf(name) + 1 : ''}`]),
  );
}
