/**
 * Numbers of several levels, 1 / 1.1 / 1.1.1. Whether “1.4” heads a line or is a broken line's 1.4万个 is told by what
 * stands before it: 1.3, or 1 for a first one.
 */
import { LEVELS, type Marker, readMarker } from './marker.ts';

export interface DecimalNumbers {
  /** By index of the line. */
  markers: Map<number, Marker>;
  /** Lines that begin like such a number, and were left as text. */
  refused: { index: number; printed: string }[];
}

interface Candidate {
  index: number;
  parts: number[];
  printed: string;
  rest: string;
  /** A space or 、 stands between the number and the text. */
  apart: boolean;
}

const DECIMAL =
  /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?![\d.．]*\d)(?:([.．、]\s*|\s+)(?=\S)|(?=[\u4e00-\u9fff“《（(A-Za-z]))/;
const CHAPTER = /^(\d{1,2})\s+(?=[^\d\s.．、)）:：])/;
/** What makes a number of it: 1.4万个, 3.0版, 2.5G用户, 1.5个百分点, 5.10月底. */
const NUMBER_GOES_ON = /^(?:[万亿%‰版代倍米元吨月年日GgKkMm]|个)/;

const halfWidth = (line: string): string =>
  line.slice(0, 12).replace(/[０-９．]/g, (c) => c.normalize('NFKC')) + line.slice(12);

/** In: all lines of the plan. */
export function decimalNumbers(lines: readonly string[]): DecimalNumbers {
  const candidates = lines.flatMap((line, index) => candidateOf(halfWidth(line), index) ?? []);
  const mostlyApart = candidates.filter((c) => c.apart).length * 2 >= candidates.length;
  const markers = new Map<number, Marker>();
  const refused: DecimalNumbers['refused'] = [];
  const seen = new Set<string>();
  const chapters = new Map<number, Candidate>();
  let next = 0;
  lines.forEach((line, index) => {
    const candidate = candidates[next]?.index === index ? candidates[next++] : undefined;
    if (!candidate) {
      const own = readMarker(line);
      if (own?.number !== undefined) seen.add(String(own.number));
      const chapter = own ? undefined : chapterOf(halfWidth(line), index);
      if (chapter) chapters.set(chapter.parts[0] as number, chapter);
      return;
    }
    const written = candidate.apart || (!mostlyApart && !NUMBER_GOES_ON.test(candidate.rest));
    if (!written || !follows(candidate.parts, seen, chapters)) {
      refused.push({ index, printed: candidate.printed });
      return;
    }
    seen.add(candidate.parts.join('.'));
    // 1 数字基建 is a heading because 1.1 follows it.
    const chapter = chapters.get(candidate.parts[0] as number);
    if (chapter) markers.set(chapter.index, markerOf(chapter));
    markers.set(index, markerOf(candidate));
  });
  return markers.size === 0 ? { markers, refused: [] } : { markers, refused };
}

/** 1.2 behind 1.1, 1.1.1 behind 1.1, 1.1 behind 1 or 一. */
function follows(
  parts: number[],
  seen: ReadonlySet<string>,
  chapters: ReadonlyMap<number, unknown>,
): boolean {
  const outer = parts.slice(0, -1);
  const last = parts.at(-1) as number;
  if (last > 1) return seen.has([...outer, last - 1].join('.'));
  return (
    last === 1 && (seen.has(outer.join('.')) || (outer.length === 1 && chapters.has(outer[0] as number)))
  );
}

function candidateOf(line: string, index: number): Candidate | undefined {
  const found = DECIMAL.exec(line);
  return found?.[1] ? candidate(line, index, found[0], found[1], found[2] !== undefined) : undefined;
}

/** A short line without a stop: a heading, not a number at the end of a broken sentence. */
function chapterOf(line: string, index: number): Candidate | undefined {
  const found = CHAPTER.exec(line);
  if (!found?.[1] || line.length > 40 || /[。；，]/.test(line)) return undefined;
  return candidate(line, index, found[0], found[1], true);
}

const candidate = (
  line: string,
  index: number,
  whole: string,
  digits: string,
  apart: boolean,
): Candidate => ({
  index,
  parts: digits.split('.').map(Number),
  printed: whole.trim(),
  rest: line.slice(whole.length),
  apart,
});

const markerOf = ({ parts, printed, rest }: Candidate): Marker => ({
  kind: 'decimal',
  level: LEVELS.decimal + (parts.length - 1) * 2,
  number: parts.at(-1) as number,
  printed,
  rest,
});
