/** Numbers in large type that are wider than their box are set smaller; boxes stand in a row and keep their widths. */
import type { Inline } from '../model/inline.ts';
import { plainText } from '../model/inline.ts';

/** Of the type's size: figures and Latin letters of the faces that numbers are set in, at most. */
const NARROW_EM = 0.62;

/** In: the number, size of its type and width of its box, points. Out: the size, in halves of a point, that it fits with; null where it fits. */
export function sizeToFit(nodes: readonly Inline[], size: number, room: number): number | null {
  const ems = [...plainText(nodes)].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? NARROW_EM : 1),
    0,
  );
  return ems * size <= room ? null : Math.floor((2 * room) / ems) / 2;
}
