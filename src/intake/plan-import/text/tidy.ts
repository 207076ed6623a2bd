/** Typographic mending of one line or paragraph; words are never changed, and what was changed is named. */
import { halfWidthAlnum } from '../../../base/chinese/text.ts';
import { brokenOff, phraseSpan } from './span.ts';

/** One kind of mend with a sample of it. */
export interface Mend {
  kind: 'spaces' | 'punctuation' | 'range' | 'width' | 'and';
  found: string;
  mended: string;
}

const INVISIBLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const RADICALS = /[\u2e80-\u2fdf]/g;
const HAN = '[\\u3400-\\u9fff“”‘’（）《》〈〉【】、，。：；！？]';
const WIDE: Record<string, string> = {
  ',': '，',
  ':': '：',
  '(': '（',
  ')': '）',
  ';': '；',
  '?': '？',
  '!': '！',
};
const HALF = new RegExp(
  `(?<=${HAN}|[%\\dA-Za-z](?=[,;:)]\\s*${HAN}))\\s*[,:();?!]|[,:();?!](?=\\s*${HAN})`,
  'g',
);

/** Blanks and look-alikes only: what may be done to a line before its place in the document is known. */
export function tidyLine(line: string): string {
  const text = line
    .replace(INVISIBLE, '')
    // Bold type of Markdown.
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(RADICALS, (c) => c.normalize('NFKC'))
    .replace(/[\u00a0\u2000-\u200a\u3000\t]/g, ' ')
    .trim();
  // Copies from PDF sometimes put a blank behind every character.
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  const spaced = text.match(/[\u4e00-\u9fff] (?=[\u4e00-\u9fff])/g)?.length ?? 0;
  return han >= 6 && spaced > han / 2 ? text.replaceAll(' ', '') : text;
}

/**
 * Full-width punctuation in Chinese text, half-width letters and digits, no blanks around them, 2—3 for 2-3. A blank
 * between two Chinese characters stays: it may belong to a name.
 */
export function tidyText(source: string): { text: string; mends: Mend[] } {
  const mends: Mend[] = [];
  let text = source;
  const step = (kind: Mend['kind'], pattern: RegExp, replace: (found: string) => string): void => {
    const before = text;
    const changes: { at: number; end: number; growth: number }[] = [];
    text = before.replace(pattern, (found: string, ...rest: unknown[]) => {
      const at = rest.find((value) => typeof value === 'number') as number;
      const replaced = replace(found);
      if (replaced !== found)
        changes.push({ at, end: at + found.length, growth: replaced.length - found.length });
      return replaced;
    });
    const [first] = changes;
    if (!first) return;
    const span = phraseSpan(before, first.at, first.end);
    const quoted = (words: string): string =>
      `${brokenOff(before, span[0])}${words}${brokenOff(before, span[1])}`;
    // Where the same words stand now.
    const [from, to] = span.map((place) =>
      changes.reduce((now, { end, growth }) => (end <= place ? now + growth : now), place),
    );
    mends.push({ kind, found: quoted(before.slice(...span)), mended: quoted(text.slice(from, to)) });
  };
  step('width', /[０-９Ａ-Ｚａ-ｚ％＋－．／]/g, (c) =>
    /[％＋－．／]/.test(c) ? c.normalize('NFKC') : halfWidthAlnum(c),
  );
  step('width', /(?<=(?<![\d.])\d{1,3})，(?=\d{3}(?!\d))/g, () => ',');
  step('and', /(?<=[\u4e00-\u9fff”）]) ?and ?(?=[\u4e00-\u9fff“])/g, () => '和');
  // Before the marks beside them, which are known by the Chinese text that they stand in; pair by pair.
  step('punctuation', /"[^"]{1,60}"/g, (found) =>
    /[\u4e00-\u9fff]/.test(found) ? `“${found.slice(1, -1)}”` : found,
  );
  step('punctuation', HALF, (found) => WIDE[found.trim()] ?? found);
  step('punctuation', /(?<=[\u4e00-\u9fff”）%])\.(?=\s*(?:$|[\u4e00-\u9fff“（—]))/g, () => '。');
  step('range', /(?<=\d[%万亿]?)(?<!-\d{1,4})\s*(?:[-–~～－]|—{2})\s*(?=\d)(?![\d-]*-\d)/g, () => '—');
  step('spaces', / *(?<=[，。；：、（）“”《》？！]) +| +(?=[，。；：、（）“”《》？！])/g, () => '');
  step('spaces', /(?<=[0-9A-Za-z%]) +(?=[^\sA-Za-z])|(?<=[^\sA-Za-z]) +(?=[0-9A-Za-z])/g, () => '');
  return { text: text.trim(), mends };
}
