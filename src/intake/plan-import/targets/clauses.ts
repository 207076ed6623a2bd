/** Sentences and clauses of a plan's text, verbatim. */
export interface Clause {
  text: string;
  /** Offset in the text. */
  start: number;
  /** Counts sentences (。；) from 0: 力争 governs the rest of its sentence. */
  sentence: number;
}

const OPEN = '（“‘《〈【(';
const CLOSE = '）”’》〉】)';

/** Splits at ，。；！ outside brackets and quotation marks; ends without punctuation. */
export function clauses(text: string): Clause[] {
  const out: Clause[] = [];
  let depth = 0;
  let start = 0;
  let sentence = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== '') out.push({ text: raw.trim(), start: start + lead, sentence });
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (OPEN.includes(c)) depth += 1;
    else if (CLOSE.includes(c)) depth = Math.max(0, depth - 1);
    else if ('，。；！？;'.includes(c) && (depth === 0 || c === '。')) {
      push(i);
      start = i + 1;
      if (c !== '，') {
        sentence += 1;
        depth = 0;
      }
    }
  }
  push(text.length);
  return out;
}
