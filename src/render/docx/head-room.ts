/** Heads of columns in lines of one length, 年度/计划 and not 年度计/划: browsers do that (text-wrap: balance), Word doesn't. */

/** Signs of one em each, of which Word's Chinese rules are all we need to know. */
const PLAIN = /^[\u3400-\u9FFF（）、，：“”％]+$/u;
/** Pieces that lines are made of: no line begins with a closing mark or ends with an opening one. */
const PIECES = /[（“]*[^（“]?[）、，：”％]*/gu;
/** Room that keeps rounding from breaking a line sooner; less than a character. */
const SPARE_EM = 0.3;

/**
 * In: a head, and what a line of its cell holds, em. Out: what its lines should hold so that they are as many and as even
 * as can be; null where nothing is gained or the widths of its signs are not known.
 */
export function evenRoom(text: string, room: number): number | null {
  if (!PLAIN.test(text)) return null;
  const pieces = (text.match(PIECES) ?? []).map((piece) => piece.length).filter((length) => length > 0);
  const lines = linesIn(pieces, room);
  if (lines < 2) return null;
  let even = Math.floor(room);
  while (even > 1 && linesIn(pieces, even - 1) === lines) even -= 1;
  return even + SPARE_EM < room ? even + SPARE_EM : null;
}

/** Infinity where a piece is wider than the room. */
function linesIn(pieces: readonly number[], room: number): number {
  if (pieces.some((length) => length > room)) return Infinity;
  let lines = 1;
  let filled = 0;
  for (const length of pieces) {
    if (filled + length > room) {
      lines += 1;
      filled = 0;
    }
    filled += length;
  }
  return lines;
}
