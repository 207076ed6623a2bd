/** Shortening a text where a sheet has no room for all of it. */

/** A cut that loses at most this share of the room goes back to the end of a sentence or clause. */
const LEAST_KEPT = 0.35;

/**
 * The text, or its beginning of at most `limit` characters with ……: up to the last end of a sentence if that keeps
 * enough of it, else of a clause, else in the middle. Never cuts inside a number.
 */
export function shorten(text: string, limit: number): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const room = characters.slice(0, Math.max(1, Math.floor(limit) - 2)).join('');
  const sentence = Math.max(room.lastIndexOf('。'), room.lastIndexOf('；'));
  if (sentence >= room.length * LEAST_KEPT)
    return `${room.slice(0, sentence)}${room[sentence] === '。' ? '。' : ''}……`;
  const clause = room.lastIndexOf('，');
  if (clause >= room.length * LEAST_KEPT) return `${room.slice(0, clause)}……`;
  return `${room.replace(/[\d.,，、]+$/, '')}……`;
}
