/** A figure that does not fit behind its word, 首次突破/1万亿元, has a line of its own: Word would break it before its unit. */
import type { Inline } from '../../../model/document/inline.ts';
import { plainText } from '../../../model/document/inline.ts';
import { charactersOf } from '../../layout/letter.ts';

/** In: what a cell says, and what a line of it holds, em. Out: the same, broken before its figure where it has to be. */
export function figureApart(nodes: readonly Inline[], room: number): readonly Inline[] {
  const [word, figure, ...others] = nodes;
  if (word?.kind !== 'text' || figure?.kind !== 'figure' || charactersOf(plainText(nodes)) <= room)
    return nodes;
  return [word, { kind: 'break' }, figure, ...others];
}
