/** Numbers in large type that are wider than their box are set smaller; boxes stand in a row and keep their widths. */
import type { Inline } from '../../model/document/inline.ts';
import { plainText } from '../../model/document/inline.ts';

/** Of the type's size: capitals, and figures and small letters, of the faces that numbers are set in, at most. */
const CAPITAL_EM = 0.75;
const NARROW_EM = 0.62;

function emOf(character: string): number {
  if (/[A-Z]/.test(character)) return CAPITAL_EM;
  return (character.codePointAt(0) ?? 0) < 0x2000 ? NARROW_EM : 1;
}

/** In: the number, size of its type and width of its box, points. Out: the size, in halves of a point, that it fits with; null where it fits. */
export function sizeToFit(nodes: readonly Inline[], size: number, room: number): number | null {
  const ems = [...plainText(nodes)].reduce((sum, character) => sum + emOf(character), 0);
  return ems * size <= room ? null : Math.floor((2 * room) / ems) / 2;
}
