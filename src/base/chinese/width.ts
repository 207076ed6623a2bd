/** Columns of text on a console, where a Chinese character is as wide as two letters. */

/** Letters, digits and signs that a Chinese console shows at half width; everything else that shows takes two cells. */
const NARROW = /[\u0020-\u007E\u00A0-\u00FF\uFF61-\uFFDC\uFFE8-\uFFEE]/;
const INVISIBLE = /\p{M}|\p{Cf}|\p{Cc}/u;

/** Cells that a line takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += INVISIBLE.test(character) ? 0 : NARROW.test(character) ? 1 : 2;
  return width;
}

/** The text filled up with blanks to so many cells; one that is longer stays as it is. */
export function padTo(text: string, cells: number, align: 'left' | 'right'): string {
  const gap = ' '.repeat(Math.max(0, cells - displayWidth(text)));
  return align === 'left' ? text + gap : gap + text;
}

/** What stays together: a run of letters and digits, or a character with the punctuation before and after it. */
const TOGETHER = /\s+|[（《“]*(?:[!-~]+|.)[，。；：、）》”？！…]*/gu;

/** The text in lines of at most so many cells, where it can be broken; its own line breaks stay. */
export function wrapTo(text: string, cells: number): string {
  const lines: string[] = [];
  for (const whole of text.split('\n')) {
    let line = '';
    let taken = 0;
    for (const [piece] of whole.matchAll(TOGETHER)) {
      const width = displayWidth(piece);
      if (line !== '' && taken + width > cells) {
        lines.push(line.trimEnd());
        line = '';
        taken = 0;
      }
      if (line === '' && piece.trim() === '') continue;
      line += piece;
      taken += width;
    }
    lines.push(line);
  }
  return lines.join('\n');
}
