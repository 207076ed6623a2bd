/**
 * Heads of columns, statuses and names in lines that end between words, 年度计划/投资 and not 年度计/划投资: the same in every
 * format.
 */
import type { TableBlock, TableCell } from '../../model/document/document.ts';
import { type Inline, plainText } from '../../model/document/inline.ts';
import type { Theme } from '../../model/document/theme.ts';
import { NUMBER_WITH_UNIT } from './numbers.ts';
import { type PlacedCell, placeCells } from './table-grid.ts';
import { MM_PER_POINT } from './units.ts';
import { segmentsOf, wordsOf } from './words.ts';

/** What a cell takes of its width for its sides and its rule, points: Word's margins, which the PDF keeps below. */
const TAKEN_PT = { normal: 7.2, dense: 5.3 } as const;
/** Widths are rounded to Word's twips; a line that just fits must not be broken once more. */
const ROUNDING_EM = 0.01;
/** Digits and letters of most faces for heads, em. */
const NARROW_EM = 0.56;
/** A name or a short text; in longer ones an editor would meet a break in the midst of a sentence. */
const SHORT = 32;

/**
 * In: a table, and how wide the text of its page is. Out: its rows, with each head of a column, and each status that is all
 * that a cell says, broken where its column asks for it, and each short text whose last character would be alone in its line.
 */
export function inLines(
  block: TableBlock,
  textMm: number,
  { text }: Pick<Theme, 'text'>,
): Pick<TableBlock, 'head' | 'body'> {
  const { columns, density } = block;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const roomIn = ({ cell, column }: PlacedCell, size: number): number => {
    const share = columns.slice(column, column + cell.colSpan).reduce((sum, { width }) => sum + width, 0);
    return ((share / whole) * (textMm / MM_PER_POINT) - TAKEN_PT[density]) / size;
  };
  const rows = (
    of: TableCell[][],
    size: number,
    linesFor: (nodes: readonly Inline[]) => ((text: string, room: number) => string[]) | null,
  ): TableCell[][] =>
    placeCells(of).map((row) =>
      row
        .filter(({ continued }) => !continued)
        .map((placed) => ({
          ...placed.cell,
          content: placed.cell.content.map((nodes) => {
            const lines = linesFor(nodes);
            return lines ? brokenAt(nodes, lines(plainText(nodes), roomIn(placed, size))) : nodes;
          }),
        })),
    );
  const [head, body] =
    density === 'dense' ? [text.denseHead, text.denseBody] : [text.tableHead, text.tableBody];
  return {
    head: rows(block.head, head.size, () => headLines),
    body: rows(block.body, body.size, ([only, ...others]) => {
      if (others.length > 0) return null;
      if (only?.kind === 'status') return headLines;
      return only?.kind === 'text' && only.text.length <= SHORT ? textLines : null;
    }),
  };
}

/** The nodes with a break at the end of each line; as they are where that is within a figure or a reference. */
function brokenAt(nodes: readonly Inline[], lines: readonly string[]): Inline[] {
  const ends: number[] = [];
  for (const line of lines.slice(0, -1)) ends.push((ends.at(-1) ?? 0) + line.length);
  const broken: Inline[] = [];
  let at = 0;
  for (const node of nodes) {
    const text = plainText([node]);
    const within = ends.filter((end) => end > at && end < at + text.length);
    if (within.length > 0 && node.kind !== 'text' && node.kind !== 'status') return [...nodes];
    if (ends.includes(at)) broken.push({ kind: 'break' });
    let from = 0;
    for (const end of within) {
      broken.push({ kind: 'text', text: text.slice(from, end - at) }, { kind: 'break' });
      from = end - at;
    }
    broken.push(from > 0 ? { kind: 'text', text: text.slice(from) } : node);
    at += text.length;
  }
  return broken;
}

/**
 * In: a short text, and what a line of its cell holds, em. Out: its lines as programs break them, but where one character would
 * be left for the last, its word, 产业规模 or 监管局, and between names of units where they would break one in as many lines;
 * one line where there is nothing to mend.
 */
export function textLines(text: string, room: number): string[] {
  if (/\s/.test(text) || widthOf(text) <= room) return [text];
  const names = NAMES.test(text) ? betweenNames(text, room) : null;
  if (names) return names;
  const last = lastLine(text, room);
  if ([...last].filter((sign) => !BEGINS_NONE.test(sign)).length > 1) return [text];
  let from = text.length;
  for (const word of wordsOf(text).reverse()) {
    from -= word.length;
    // A number stays with what it counts.
    if (text.length - from <= last.length || /[\x21-\x7E]/.test(text[from - 1] ?? '')) continue;
    if (!breaksEarly(text.slice(0, from), text.slice(from), room)) break;
  }
  const [before, after] = [text.slice(0, from), text.slice(from)];
  return before !== '' && widthOf(after) <= LAST_LINE * room ? [before, after] : [text];
}

/** 省人社厅、省政务服务办, nothing but names. */
const NAMES = /^\p{Script=Han}+(?:、\p{Script=Han}+)+$/u;

/** Lines that end between the names, no more than otherwise; null where no name is broken as it is, or one has no room. */
function betweenNames(text: string, room: number): string[] | null {
  const filled = linesOf(text, room);
  if (filled.slice(0, -1).every((line) => line.endsWith('、'))) return null;
  const lines = linesOf(text, room, /[^、]+、?/gu);
  return lines.length <= filled.length && lines.every((line) => widthOf(line) <= room) ? lines : null;
}

/** Of a line, what goes over to the last one at most. */
const LAST_LINE = 2 / 3;

/** Lines that are filled: figures and Latin letters are not broken, marks begin none. */
function linesOf(text: string, room: number, piece = PIECE): string[] {
  const lines = [''];
  for (const next of text.match(piece) ?? []) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && widthOf(line + next) > room) lines.push(next);
    else lines.splice(-1, 1, line + next);
  }
  return lines;
}

/** What stands in the last of them. */
const lastLine = (text: string, room: number, piece = PIECE): string =>
  linesOf(text, room, piece).at(-1) ?? '';
const pieces = (kept: string): RegExp =>
  new RegExp(`[（〈《「『【〔“‘]*(?:${kept}|.)[）〉》」』】〕”’、，。：；！？%％]*`, 'gsu');
const PIECE = pieces('[\\x21-\\x7E]+');

/**
 * In print a cell is a hair narrower than in Word, and 2860万元 is not broken in it: a line that Word fills may be another there,
 * and a break after it would leave 列支 in a line that has room for 口径。
 */
function breaksEarly(before: string, after: string, room: number): boolean {
  const narrower = room - PRINT_EM;
  return widthOf(lastLine(before, narrower, PRINT_PIECE)) + widthOf(after) <= narrower;
}
const PRINT_EM = 0.1;
const PRINT_PIECE = pieces(`${NUMBER_WITH_UNIT.source}|[\\x21-\\x7E]+`);

const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\x20-\x7E]/.test(sign) ? NARROW_EM : 1), 0);

/** What reads as one, though it is two words: a line ends in it only where all others are worse. */
const TOGETHER =
  /年度(?:计划|目标)|累计完成|序时进度|重点项目|签约项目|数字经济|核心产业|营业收入|工业企业|关键工序|智能工厂|政务服务/gu;
/** What a break or another line costs, against lines of uneven length (the squares of what they lack or exceed, added up). */
const COST = { together: 15, moreLines: 30, inQuotes: 60, inBrackets: 100, parts: 1000, inWord: 3000 };
/** No line begins or ends with these, nor within letters and digits. */
const BEGINS_NONE = /^[）〉》」』】〕”’、，。：；！？%％]/u;
const ENDS_NONE = /[（〈《「『【〔“‘]$/u;

/**
 * In: a head, and what a line of its cell holds, em. Out: its lines, between words where that can be had with one line more at
 * most, and as even as may be.
 */
export function headLines(head: string, room: number): string[] {
  const signs = [...head];
  const widths = signs.map((sign) => (/[\x20-\x7E]/.test(sign) ? NARROW_EM : 1));
  const within = (from: number, to: number): number => widths.slice(from, to).reduce((a, b) => a + b, 0);
  const all = signs.length;
  if (within(0, all) <= room || /\s/.test(head)) return [head];
  const price = pricesOf(head);
  const widest = room - ROUNDING_EM;

  /** The cheapest lines of what begins there, in so many lines; null where there are none. */
  const cheapest = (from: number, lines: number): { cost: number; ends: number[] } | null => {
    if (lines === 1)
      return within(from, all) <= widest ? { cost: within(from, all) ** 2, ends: [all] } : null;
    let best: { cost: number; ends: number[] } | null = null;
    for (let end = from + 1; end < all && within(from, end) <= widest; end += 1) {
      const here = price[end] ?? Infinity;
      const others = here === Infinity ? null : cheapest(end, lines - 1);
      const cost = others && here + within(from, end) ** 2 + others.cost;
      // Of two that are as good, the one whose first line is longer: 累计完成/投资.
      if (others && cost !== null && cost <= (best?.cost ?? Infinity))
        best = { cost, ends: [end, ...others.ends] };
    }
    return best;
  };
  const least = Math.max(2, Math.ceil(within(0, all) / room));
  const found = [0, 1, 2].flatMap((more) => {
    const lines = cheapest(0, least + more);
    return lines
      ? [{ ...lines, cost: lines.cost - within(0, all) ** 2 / (least + more) + more * COST.moreLines }]
      : [];
  });
  const [first, ...others] = found;
  if (!first) return [head];
  const { ends } = others.reduce((best, one) => (one.cost < best.cost ? one : best), first);
  return ends.map((end, i) => signs.slice(ends[i - 1] ?? 0, end).join(''));
}

/** A name in such lines. */
export function nameInLines(name: string, room: number): Inline[] {
  return brokenAt([{ kind: 'text', text: name }], headLines(name, room));
}

/** What it costs to end a line before each character. A unit in brackets has a line of its own: 网络零售额/（亿元）. */
function pricesOf(head: string): number[] {
  const price = [...head].map((sign, i, signs) => {
    const last = signs[i - 1] ?? '';
    const inWriting = /[\x21-\x7E]/.test(sign) && /[\x21-\x7E]/.test(last);
    return i === 0 || BEGINS_NONE.test(sign) || ENDS_NONE.test(last) || inWriting ? Infinity : COST.inWord;
  });
  const cheaper = (pieces: readonly string[], cost: number): void => {
    let at = 0;
    for (const piece of pieces) {
      if (price[at] !== Infinity) price[at] = cost;
      at += [...piece].length;
    }
  };
  const parts = head.split(/(?=（)/u);
  cheaper(parts.flatMap(segmentsOf), COST.parts);
  cheaper(parts.flatMap(wordsOf), 0);
  const kept = (pattern: RegExp, cost: number): void => {
    for (const { 0: whole, index } of head.matchAll(pattern)) {
      const start = [...head.slice(0, index)].length;
      for (let at = start + 1; at < start + [...whole].length; at += 1)
        price[at] = Math.max(price[at] ?? 0, cost);
    }
  };
  kept(TOGETHER, COST.together);
  kept(/“[^“”]*”/gu, COST.inQuotes);
  kept(/（[^（）]*）/gu, COST.inBrackets);
  return price;
}
