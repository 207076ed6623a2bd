/** The page of those who made the book, behind its imprint: 编审委员会, 编写组. There is none as long as nobody is named. */
import type { Block } from '../../model/document/document.ts';
import type { WhitePaper } from '../../model/white-paper.ts';

export function committeeBlocks({ committees }: WhitePaper): Block[] {
  const named = (committees ?? []).flatMap(({ name, members }) => {
    const lines = (members ?? [])
      .map(({ role, names }) => ({
        role,
        names: (names ?? []).map((one) => one.trim()).filter((one) => one !== ''),
      }))
      .filter(({ names }) => names.length > 0);
    return lines.length > 0 ? [{ name, lines }] : [];
  });
  return named.flatMap(({ name, lines }, i): Block[] => [
    {
      kind: 'heading',
      level: i === 0 ? 1 : 2,
      id: `committee-${i + 1}`,
      number: '',
      children: [{ kind: 'text', text: name }],
      inContents: false,
      look: i === 0 ? 'front' : 'text',
    },
    ...linesOf(lines).map(
      ({ label, names }): Block => ({
        kind: 'paragraph',
        style: 'flush',
        children: [
          ...(label === ''
            ? []
            : [{ kind: 'strong' as const, children: [{ kind: 'text' as const, text: label }] }]),
          { kind: 'text', text: names },
        ],
      }),
    ),
  ]);
}

const SPACE = '\u3000';
/** Wider than what is within a name. */
const BETWEEN = SPACE.repeat(2);
/** Characters in a line of names with what stands before them; so much has room in any book. */
const LINE = 30;
/** Longer names stand as they are, and nothing is aligned with them. */
const LONGEST = 4;

/**
 * Names and what they are named for stand below each other, as lists of people have it: 李　明 is as long as 王建平 beside
 * it, 委　员 as 副主任, and names that go on stand under names. No 顿号 between them, which belongs into a sentence.
 */
function linesOf(
  members: readonly { role: string; names: readonly string[] }[],
): { label: string; names: string }[] {
  const widest = Math.max(...members.map(({ role }) => lengthOf(role)));
  const aligns = members.some(({ names }) => names.some((name) => lengthOf(name) > 2));
  const shown = (names: readonly string[]): string[] => (aligns ? names.map(spaced) : [...names]);
  const all = members.flatMap(({ names }) => shown(names));
  const column = Math.max(...all.map(lengthOf).filter((length) => length <= LONGEST), 0);
  const before = widest === 0 ? 0 : widest + 1;
  return members.flatMap(({ role, names }) => {
    const rows: string[][] = [[]];
    let filled = before;
    for (const name of shown(names)) {
      const padded = name.padEnd(column, SPACE);
      const row = rows.at(-1) ?? [];
      if (row.length > 0 && filled + lengthOf(name) > LINE) {
        rows.push([padded]);
        filled = before;
      } else row.push(padded);
      filled += lengthOf(padded + BETWEEN);
    }
    const label = role === '' ? '' : `${stretched(role, widest)}：`.padEnd(before, SPACE);
    return rows.map((row, i) => ({
      label: i === 0 ? label : '',
      names: `${i === 0 && label !== '' ? '' : SPACE.repeat(before)}${row.join(BETWEEN).trimEnd()}`,
    }));
  });
}

const lengthOf = (text: string): number => [...text].length;

/** A name of two characters as long as one of three. */
const spaced = (name: string): string => (/^\p{Script=Han}{2}$/u.test(name) ? [...name].join(SPACE) : name);

/** As long as the longest, with the same room between all its characters; as it is where that does not come out even. */
function stretched(role: string, length: number): string {
  const gaps = lengthOf(role) - 1;
  const each = (length - lengthOf(role)) / gaps;
  return gaps > 0 && Number.isInteger(each) ? [...role].join(SPACE.repeat(each)) : role;
}
