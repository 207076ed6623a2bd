/** Lines → paragraphs: page numbers and running heads go, sentences that a page break cut are joined again. */
import type { Diagnostic } from '../../../base/diagnostic.ts';
import {
  decimalsRead,
  decimalsRefused,
  lineTooLong,
  noiseLines,
} from '../../../base/messages/plan-import.ts';
import { type DecimalNumbers, decimalNumbers } from '../text/decimal-numbers.ts';
import { beginsAnnex, labelsIn, startsWithLabel } from '../text/labels.ts';
import { type Marker, readMarker } from '../text/marker.ts';
import type { SourceLine } from '../text/source-line.ts';
import { brokenOff, phraseSpan } from '../text/span.ts';
import { tidyLine } from '../text/tidy.ts';

export interface Join {
  /** Line that was added to the paragraph. */
  line: number;
  /** The last and the first few characters at the seam. */
  before: string;
  after: string;
}

export interface Paragraph {
  line: number;
  marker: Marker | undefined;
  /** Without the marker. */
  text: string;
  joins: Join[];
  /** The last line that went into it. */
  tail: string;
  cells?: string[];
}

export interface Paragraphs {
  paragraphs: Paragraph[];
  /** Lines taken for page numbers or running heads. */
  noise: { line: number; text: string }[];
  diagnostics: Diagnostic[];
}

/** No sentence is this long; matching patterns against more would only cost time. */
const LONGEST = 4000;
const PAGE_NUMBER =
  /^(?:[-—–－─·.\s]*\d{1,4}[-—–－─·.\s]*|第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?|\d+\s*\/\s*\d+|page\s*\d+(?:\s*of\s*\d+)?)$/i;
/** Not the point of 1.4, where a line was broken behind it. */
const SENTENCE_END = /(?:[。！？!?；;：:…]|(?<!\d)\.)[”’」）)]*$/;
const CLOSERS: Record<string, string> = { '（': '）', '《': '》', '“': '”', '【': '】' };

/** 。（甲负责） ends a sentence as well. */
const UNITS_BEHIND = /[。；！][（【[](?:[^（）【】[\]]|（[^（）]*）)*[）】\]]$/;

const endsSentence = (text: string): boolean => SENTENCE_END.test(text) || UNITS_BEHIND.test(text);

export function toParagraphs(file: string, lines: readonly SourceLine[]): Paragraphs {
  const out: Paragraphs = { paragraphs: [], noise: [], diagnostics: [] };
  const tidy = lines.map((line) => ({ ...line, text: tidyLine(line.text.slice(0, LONGEST)) }));
  for (const line of lines.filter((l) => l.text.length > LONGEST))
    out.diagnostics.push(lineTooLong({ file, line: line.line }, line.text.length, LONGEST));
  const heads = runningHeads(tidy);
  const kept = tidy.filter((line) => {
    const noise = !line.cells && (PAGE_NUMBER.test(line.text) || heads.has(line));
    if (noise && line.text !== '') out.noise.push({ line: line.line, text: line.text });
    return !noise && (line.text !== '' || line.cells);
  });
  const joins = joiner(kept);
  const decimals = decimalNumbers(kept.map((line) => (line.cells ? '' : line.text)));
  out.diagnostics.push(...decimalDoubts(file, kept, decimals));
  for (const [index, line] of kept.entries()) {
    if (line.cells) {
      const cells = line.cells.map((cell) => tidyLine(cell.slice(0, LONGEST)));
      out.paragraphs.push({ line: line.line, marker: undefined, text: '', joins: [], tail: '', cells });
      continue;
    }
    const marker = decimals.markers.get(index) ?? readMarker(line.text, line.outline);
    const last = out.paragraphs.at(-1);
    if (last && !marker && !startsWithLabel(line.text) && !beginsAnnex(line.text) && joins(last, line.text)) {
      const seam = last.text.length;
      const whole = last.text + line.text;
      const [from, to] = phraseSpan(whole, seam, seam);
      const before = brokenOff(whole, from) + last.text.slice(from);
      const after = line.text.slice(0, to - seam) + brokenOff(whole, to);
      last.joins.push({ line: line.line, before, after });
      last.text += line.text;
      last.tail = line.text;
    } else {
      out.paragraphs.push({
        line: line.line,
        marker,
        text: marker?.rest ?? line.text,
        joins: [],
        tail: line.text,
      });
    }
  }
  if (out.noise.length > 0) out.diagnostics.push(noiseLines(file, out.noise));
  return out;
}

/** How the levels were taken, and the lines that only look like numbered ones. */
function decimalDoubts(
  file: string,
  lines: readonly SourceLine[],
  { markers, refused }: DecimalNumbers,
): Diagnostic[] {
  const [first] = markers.keys();
  const at = (index: number | undefined) => ({ file, line: lines[index ?? 0]?.line ?? 1 });
  return [
    ...(first === undefined
      ? []
      : [
          decimalsRead(
            at(first),
            [...markers.values()].map((m) => m.printed),
          ),
        ]),
    ...refused.map(({ index, printed }) => decimalsRefused(at(index), printed, lines[index]?.text ?? '')),
  ];
}

/** Short lines without end punctuation that stand there three times or more: the heads of printed pages. */
function runningHeads(lines: readonly SourceLine[]): Set<SourceLine> {
  const seen = new Map<string, SourceLine[]>();
  for (const line of lines) {
    const { text } = line;
    if (text === '' || text.length > 45 || endsSentence(text) || startsWithLabel(text) || readMarker(text))
      continue;
    seen.set(text, [...(seen.get(text) ?? []), line]);
  }
  const repeated = [...seen.values()].filter((same) => same.length >= 3);
  // The first may be the document's own title.
  return new Set(repeated.flatMap((same) => same.slice(lines.indexOf(same[0] as SourceLine) < 15 ? 1 : 0)));
}

/** Decides for this document whether a line without a marker goes on with the paragraph before it. */
function joiner(lines: readonly SourceLine[]): (last: Paragraph, line: string) => boolean {
  const items = lines.filter((line) =>
    ['arabic', 'arabicBracket', 'circled'].includes(readMarker(line.text)?.kind ?? ''),
  );
  // Where items are whole sentences, one without its end was cut; where they are headings, it was not.
  const itemsEnd = items.filter((line) => endsSentence(line.text)).length >= items.length / 2;
  const full = fullWidth(lines);
  return (last, line) => {
    if (last.cells || last.text.length > LONGEST) return false;
    // 【牵头单位：甲；配合单位： — cut inside its bracket.
    if (endsSentence(last.text)) return /[：:；;]$/.test(last.text) && opensBracket(last.text);
    if (last.text === '') return last.marker !== undefined;
    if (opensBracket(last.text) || /[、，,]$/.test(last.text)) return true;
    const wide = width(last.tail) >= full - 3;
    if (endsWithUnits(last.text)) return continuesUnits(line);
    switch (last.marker?.kind) {
      case 'outline':
      case 'part':
        return false;
      case 'chinese':
      case 'chineseBracket':
      case 'named':
        return last.text.includes('。') || (wide && last.text.length > 30);
      case 'arabic':
      case 'arabicBracket':
      case 'circled':
      case 'decimal':
        // A heading has no comma in it.
        return itemsEnd || /[，。,]/.test(last.text) || wide;
      case 'dash':
        return true;
      default:
        return wide || (last.text.length >= 30 && /[，。]/.test(last.text));
    }
  };
}

/** 牵头单位：甲；配合单位：乙, also behind a heading: 创新专项。牵头单位：甲 */
function endsWithUnits(text: string): boolean {
  if (startsWithLabel(text)) return true;
  const label = labelsIn(text).at(-1);
  return label !== undefined && !text.slice(label.index).includes('。');
}

/** 省市场监管局, or 息化厅；完成时限：… after “牵头单位：省工信厅、省” … */
function continuesUnits(line: string): boolean {
  const [units = ''] = line.split(/[；;]/);
  return !units.includes('。') && units.length <= 80 && /[厅局委办部院府司会心行区市县司团校]$/.test(units);
}

function opensBracket(text: string): boolean {
  return Object.entries(CLOSERS).some(([open, close]) => text.lastIndexOf(open) > text.lastIndexOf(close));
}

/** Chinese characters count 1, others ½. */
function width(text: string): number {
  return [...text].reduce((sum, c) => sum + (c > '\u2000' ? 1 : 0.5), 0);
}

/** The width at which lines were broken by hand or by a converter; without bound when they were not. */
function fullWidth(lines: readonly SourceLine[]): number {
  const open = lines
    .filter((l) => !l.cells && l.text !== '' && !endsSentence(l.text))
    .map((l) => width(l.text));
  open.sort((a, b) => a - b);
  const typical = open[Math.floor(open.length * 0.75)] ?? 0;
  const near = open.filter((w) => Math.abs(w - typical) <= 3).length;
  const broken = open.length >= 8 && open.length > lines.length / 3 && near > open.length / 2;
  return broken && typical >= 18 && typical <= 70 ? typical : Number.POSITIVE_INFINITY;
}
