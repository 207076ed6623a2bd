/** The numbers and marks that head a line: 一、 （一） 1. （1） ① —— ## 第一部分, in all their spellings. */
import { NUMERAL_CHARACTERS, parseNumeral } from '../../../base/chinese/numerals.ts';

export type MarkerKind =
  | 'part'
  | 'outline'
  | 'chinese'
  | 'chineseBracket'
  | 'named'
  | 'arabic'
  | 'decimal'
  | 'arabicBracket'
  | 'circled'
  | 'dash';

export interface Marker {
  kind: MarkerKind;
  /** Nesting: smaller is further out. Only the order matters. */
  level: number;
  number?: number;
  /** As printed. */
  printed: string;
  /** The line after the marker. */
  rest: string;
}

/** GB/T 9704-2012 7.3.3 orders 一、 （一） 1. （1）; the others are fitted in between as they are used. */
export const LEVELS: Record<MarkerKind, number> = {
  part: 10,
  outline: 15,
  chinese: 20,
  chineseBracket: 30,
  named: 30,
  arabic: 40,
  /** 1; 1.1 and 1.1.1 are two further in each. */
  decimal: 40,
  arabicBracket: 50,
  circled: 60,
  dash: 70,
};
const HAN_NUMBER = `[${NUMERAL_CHARACTERS}]{1,5}`;
const PATTERNS: readonly (readonly [MarkerKind, RegExp])[] = [
  ['part', new RegExp(`^第(${HAN_NUMBER}|\\d{1,2})(?:部分|章|篇|编)[\\s、:：.]*`)],
  [
    'named',
    new RegExp(`^(?:专项|行动|工程|任务|专题|领域|板块) ?(${HAN_NUMBER}|\\d{1,3})(?:[:：、.]\\s*|\\s+)`),
  ],
  ['chinese', new RegExp(`^(${HAN_NUMBER})\\s*[、.]\\s*`)],
  ['chineseBracket', new RegExp(`^[（(]\\s*(${HAN_NUMBER})\\s*[）)]\\s*[、.]?\\s*`)],
  // Not 1.4万个 and not 3.0版, which a page break may have put at the head of a line; but 5.10月底, 2.5G用户, 3.2024年, 12.12345热线.
  [
    'arabic',
    /^(?:任务)?(\d{1,3})\s*(?:[.、．。](?:(?!\d)|(?=\d{1,2} ?月|[3-6]G|20\d\d ?年|12\d{3}(?!\d)[^\d，]{0,4}热线))|[)）]|\s*[:：])\s*/,
  ],
  ['arabicBracket', /^[（(]\s*(\d{1,3})\s*[）)]\s*[、.]?\s*/],
];
const DASH = /^(?:[—–―─]{1,4}|-{2,}|[•●◆■▪○◇□►➢★▲·]|[*-]\s)\s*/;
export const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** The marker of a line, or undefined. `outline` is the level of a Word heading style. */
export function readMarker(line: string, outline?: number): Marker | undefined {
  const hashes = /^(#{1,6})\s+/.exec(line);
  const text = hashes ? line.slice(hashes[0].length) : line;
  const inner = ownMarker(text);
  if (inner) return inner;
  // “# 标题” is the title of the document, “## …” its first level; Word's 标题 1 is its first level.
  const depth = outline ?? (hashes?.[1] ? hashes[1].length - 1 : undefined);
  if (depth === undefined || text.trim() === '') return undefined;
  const printed = hashes?.[0] ?? '';
  return { kind: 'outline', level: LEVELS.outline + (depth - 1) * 10, printed, rest: text };
}

function ownMarker(line: string): Marker | undefined {
  // ⒈ ㈠ ⑴ and full-width digits; the body of the line keeps its spelling.
  const head = line.slice(0, 8).replace(/[⒈-⒛㈠-㈩⑴-⒇０-９．]/g, (c) => c.normalize('NFKC'));
  const text = head + line.slice(8);
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(text);
    const digits = found?.[1];
    if (!found || !digits) continue;
    const number = /^\d/.test(digits) ? Number(digits) : parseNumeral(digits);
    if (number === undefined) continue;
    const level = kind === 'named' && found[0].startsWith('任务') ? LEVELS.named + 5 : LEVELS[kind];
    return { kind, level, number, printed: found[0].trim(), rest: text.slice(found[0].length) };
  }
  const circled = CIRCLED.indexOf(line.charAt(0));
  if (line !== '' && circled >= 0) {
    const rest = line.slice(1).trim();
    return { kind: 'circled', level: LEVELS.circled, number: circled + 1, printed: line.charAt(0), rest };
  }
  const dash = DASH.exec(line);
  if (!dash) return undefined;
  return { kind: 'dash', level: LEVELS.dash, printed: dash[0].trim(), rest: line.slice(dash[0].length) };
}
