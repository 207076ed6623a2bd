/** Cleaning and comparing of texts that people typed. */

/** Zero-width characters, marks of writing direction, byte order marks and soft hyphens, which come along when text is pasted. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Full-width letters and digits to half-width; Chinese punctuation stays as it is. */
export function halfWidthAlnum(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** Groups of three digits that are one amount, not a list of numbers (任务12,134,155、第101,102项): a unit stands behind them. */
const THOUSANDS = /(?<![\d,.第号务标项条])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=\s?(?!号)[\p{Script=Han}%％])/gu;

/** 约2,140亿元 → 约2140亿元: papers write all their numbers one way, those in units' words too. */
export const withoutThousands = (text: string): string =>
  text.replace(THOUSANDS, (number) => number.replaceAll(',', ''));

/** Has anything that cleaning takes away or changes; most texts have nothing, and are looked at in one go. */
const UNCLEAN = new RegExp(`${INVISIBLE.source}|[\\r\\n\\t\\u00a0\\u3000]|^\\s|\\s$`);

/** A cell's or field's text as it is stored: no invisible characters, outer blanks or blank lines; words untouched. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u3000\t]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

const UNSHOWN = new RegExp(`\\r\\n?|\\n|[\\u0000-\\u001f\\u007f-\\u009f]|${INVISIBLE.source}`, 'g');

/** For a console, on one line: what can't be seen there, or would change how it shows the rest, by its number. */
export const shownAll = (text: string): string =>
  text.replace(UNSHOWN, (found) =>
    /[\r\n]/.test(found) ? '⏎' : `〔U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}〕`,
  );

/** The same few hundred headings, names and stage words are compared ten thousand times. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;
const MOST_CHARACTERS = 100;

/** For finding headings, unit names and stage words: NFKC, all blanks gone, lower case. */
export function comparisonKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = text.replace(INVISIBLE, '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  if (keys.size >= MOST_KEYS) keys.clear();
  if (text.length <= MOST_CHARACTERS) keys.set(text, key);
  return key;
}

function pairs(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const characters = [...text];
  for (let i = 0; i + 1 < characters.length; i++) {
    const pair = `${characters[i]}${characters[i + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/**
 * How alike two texts are, 0…1 (Sørensen–Dice over pairs of characters, blanks and punctuation left out, so that a
 * retyped comma does not hide a copy). Symmetric; 1 for equal texts.
 */
export function similarity(left: string, right: string): number {
  const strip = (text: string) => comparisonKey(text).replace(/[\p{P}\p{S}]/gu, '');
  const [a, b] = [strip(left), strip(right)];
  if (a === b) return 1;
  const [pairsA, pairsB] = [pairs(a), pairs(b)];
  const total = Math.max([...a].length - 1, 0) + Math.max([...b].length - 1, 0);
  if (total === 0) return 0;
  let shared = 0;
  for (const [pair, count] of pairsA) shared += Math.min(count, pairsB.get(pair) ?? 0);
  return (2 * shared) / total;
}

/** Marks for a quotation within another (GB/T 15834—2011, 4.8.3.3). */
export const innerQuotes = (text: string): string => text.replaceAll('“', '‘').replaceAll('”', '’');

const INNER_TITLES: Record<string, string> = { '《': '〈', '》': '〉', '〈': '《', '〉': '》' };

/** A title for between 《》: those within it have the single marks, and what stands within those the double ones again (4.15.3.6). */
export const innerTitles = (text: string): string =>
  text.replace(/[《》〈〉]/g, (mark) => INNER_TITLES[mark] ?? mark);
