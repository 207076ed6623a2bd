/**
 * Whether what is printed can be read: no text smaller than 小五 (9 pt), no line thinner than 0.25 pt. Both styles set even
 * their notes (图表注、资料来源、章末注) in 小五, so there is no exception for them; Word's raised note marks have the size of
 * the text around them and are shrunk by Word.
 */
import { strFromU8, unzipSync } from 'fflate';
import { openPdf } from '../../src/render/pdf/destinations.ts';
import { paintedBy } from './paint.ts';

const LEAST = { text: 9, line: 0.25 };
/** The browser lays pages out in 1/96 inch and scales them to the sheet: nine points come out as 8.99. */
const TOLERANCE = 0.02;

export interface Legibility {
  /** “页2 8.50pt”, “页3 线0.10pt”; the same for parts of a Word file. */
  faults: string[];
  /** How many texts and lines were looked at. */
  texts: number;
  lines: number;
}

export async function legibilityOfPdf(bytes: Uint8Array): Promise<Legibility> {
  const pages = paintedBy(await openPdf(bytes));
  const faults = pages.flatMap(({ page, texts, lines }) => [
    ...texts
      .filter(({ size }) => size < LEAST.text - TOLERANCE)
      .map(({ size, font }) => `页${page} ${size.toFixed(2)}pt ${font}`),
    ...lines
      .filter(({ width }) => width < LEAST.line)
      .map(({ width, kind }) => `页${page} 线${width.toFixed(3)}pt ${kind}`),
  ]);
  const sum = (of: 'texts' | 'lines'): number => pages.reduce((total, page) => total + page[of].length, 0);
  return { faults: [...new Set(faults)], texts: sum('texts'), lines: sum('lines') };
}

/** `least` in the attribute's own unit. */
const SIZES = [
  // Half points (ISO 29500-1, 17.3.2.38), hundredths of a point (21.1.2.3.9).
  { pattern: /<w:sz w:val="(\d+)"/g, least: 2 * LEAST.text },
  { pattern: /<a:(?:rPr|defRPr|endParaRPr)\b[^>]*? sz="(\d+)"/g, least: 100 * LEAST.text },
];
const LINES = [
  // Eighths of a point (17.3.4), EMU (20.1.2.2.24), points (VML).
  {
    pattern:
      /<w:(?:top|left|bottom|right|insideH|insideV|start|end|bdr|between) (?![^>]*w:val="(?:nil|none)")[^>]*w:sz="(\d+)"/g,
    least: 8 * LEAST.line,
  },
  { pattern: /<a:ln\b[^>]*? w="(\d+)"/g, least: 12700 * LEAST.line },
  { pattern: /strokeweight="([\d.]+)pt"/g, least: LEAST.line },
];

export function legibilityOfWord(bytes: Uint8Array): Legibility {
  const out: Legibility = { faults: [], texts: 0, lines: 0 };
  for (const [part, content] of Object.entries(unzipSync(bytes))) {
    if (!part.endsWith('.xml')) continue;
    const xml = strFromU8(content);
    for (const [kind, rules] of [
      ['texts', SIZES],
      ['lines', LINES],
    ] as const)
      for (const { pattern, least } of rules)
        for (const [tag, value] of xml.matchAll(pattern)) {
          out[kind] += 1;
          if (Number(value) < least) out.faults.push(`${part} ${tag}`);
        }
  }
  return out;
}
