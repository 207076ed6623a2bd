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
    ...lines.map(
      ({ role, names }): Block => ({
        kind: 'paragraph',
        style: 'body',
        children: [
          ...(role === ''
            ? []
            : [{ kind: 'strong' as const, children: [{ kind: 'text' as const, text: `${role}：` }] }]),
          // An ideographic space between names, as lists of names have it: a 顿号 belongs into a sentence.
          { kind: 'text', text: names.join('\u3000') },
        ],
      }),
    ),
  ]);
}
