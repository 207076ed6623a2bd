/** An independent reader of the printed plan, knowing nothing of src/: what the data are proved against. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const SEED = readFileSync(resolve(import.meta.dirname, '../../seeds/2022年工作计划.txt'), 'utf8');

export interface SeedTrack {
  name: string;
  leads: string[];
  cooperating: string[];
  tasks: { no: number; text: string }[];
}

/** A number that a sentence states, with the unit that follows it. */
export interface SeedNumber {
  value: number;
  upper: number | undefined;
  unit: string;
  operator: string;
}

const OPENER = /^(?:\d+\. |——|[（(][一二三四五六七八九十]+[）)]|牵头单位|配合单位|[一二三]、)/;

/** Paragraphs; a line break inside a sentence (a page ended there) is joined. */
export function paragraphs(text: string): string[] {
  const out: string[] = [];
  for (const line of text.split('\n').map((l) => l.trim())) {
    if (!line) continue;
    const last = out.at(-1);
    const goesOn =
      last !== undefined && OPENER.test(last) && /[^。]$/.test(last) && !/专项$|位[：:]/.test(last);
    if (goesOn && !OPENER.test(line) && !/^[一二三]、/.test(last)) out[out.length - 1] = last + line;
    else out.push(line);
  }
  return out;
}

const HAN = '[\\u3400-\\u9fff“”（）《》、，。：；]';
const WIDE: Record<string, string> = { ',': '，', ':': '：', '(': '（', ')': '）', ';': '；' };

/** Full-width punctuation in Chinese text, no spaces around digits and letters, 2—3 instead of 2-3. */
export function normalise(text: string): string {
  return text
    .replace(new RegExp(`(?<=${HAN})\\s*[,:();]|[,:();](?=\\s*${HAN})`, 'g'), (m) => WIDE[m.trim()] as string)
    .replace(/(?<=[（），：；])\s+|\s+(?=[（），：；])/g, '')
    .replace(/(?<=\d)-(?=\d)/g, '—')
    .replace(/(?<=[0-9A-Za-z%]) +(?=\S)|(?<=\S) +(?=[0-9A-Za-z])/g, '');
}

/** The 15 tracks as printed; `mend` is applied to a task's raw text before normalising. */
export function seedTracks(mend: (no: number, text: string) => string): SeedTrack[] {
  const tracks: SeedTrack[] = [];
  const all = paragraphs(SEED);
  const from = all.indexOf('二、重点专项工作');
  const to = all.indexOf('三、工作要求');
  for (const line of all.slice(from + 1, to)) {
    const current = tracks.at(-1);
    const [, no, text] = /^(\d+)\. (.+)$/.exec(line) ?? [];
    const [, role, units] = /^(牵头|配合)单位[：:] ?(.+)$/.exec(line) ?? [];
    if (no && text) current?.tasks.push({ no: Number(no), text: normalise(mend(Number(no), text)) });
    else if (role && units) current?.[role === '牵头' ? 'leads' : 'cooperating'].push(...units.split('、'));
    else
      tracks.push({ name: normalise(line).replace(/^（.+?）/, ''), leads: [], cooperating: [], tasks: [] });
  }
  return tracks;
}

/** Section 一 and section 三, normalised. */
export function seedGoals(): string[] {
  const all = paragraphs(SEED);
  return all.slice(all.indexOf('一、年度工作目标') + 1, all.indexOf('二、重点专项工作')).map(normalise);
}
export function seedRequirements(): string[] {
  const all = paragraphs(SEED);
  return all.slice(all.indexOf('三、工作要求') + 1).map(normalise);
}

const UNIT = '万亿元|亿元|亿次|亿条|万家|万个|万户|万|%|个|场|次|条|批|家|名|年|项|';
const WORD: Record<string, number> = { 一: 1, 两: 2 };

/** Every number in digits, and every counted 一批/两场…, in order. */
export function numbersIn(text: string): SeedNumber[] {
  const pattern = new RegExp(`(\\d+(?:\\.\\d+)?)(?:—(\\d+))?(${UNIT})|(一|两)(批|个|场|次|项|家|名|条)`, 'g');
  return [...text.matchAll(pattern)].map((m) => {
    const before = text.slice(0, m.index);
    const after = text.slice(m.index + m[0].length);
    const unit = m[3] ?? m[5] ?? '';
    return {
      value: m[1] ? Number(m[1]) : (WORD[m[4] ?? ''] as number),
      upper: m[2] ? Number(m[2]) : undefined,
      unit,
      operator: operatorOf(before, after, unit, m[2] !== undefined),
    };
  });
}

function operatorOf(before: string, after: string, unit: string, range: boolean): string {
  if (range) return 'range';
  if (unit === '批') return 'batches';
  if (after.startsWith('左右')) return 'about';
  if (/(?:突破|超过)$/.test(before)) return 'exceed';
  return 'atLeast';
}
