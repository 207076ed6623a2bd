/** Sentences and clauses of a plan's text, verbatim. */
export interface Clause {
  text: string;
  /** Offset in the text. */
  start: number;
  /** Counts sentences (。；) from 0: 力争 governs the rest of its sentence. */
  sentence: number;
}

/** What is looked at behind a 、. */
const LONGEST = 60;
const OPEN = '（“‘《〈【(';
const CLOSE = '）”’》〉】)';

const DEED =
  '(?:完成|建成|竣工|投入|投产|投用|启用|上线|启动|开工|验收|交付|印发|出台|试运行|全面|正式|基本建成)';
/** 二季度完成主体工程、年底前投入运行: behind something done, another day by which another is. */
const ANOTHER_DAY = new RegExp(
  `^、(?:力争|争取|确保)?(?:年[底末]|\\d{1,2}月[底末份]?|[一二三四]季度[末底]?|[上下]半年)(?:之?前)?${DEED}[^\\d，。；、]*(?=[，。；、（]|$)`,
);
const DONE = new RegExp(DEED);

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
    } else if (c === '、' && depth === 0 && ANOTHER_DAY.test(text.slice(i, i + LONGEST))) {
      if (!DONE.test(text.slice(start, i))) continue;
      push(i);
      start = i + 1;
    }
  }
  push(text.length);
  return out;
}
