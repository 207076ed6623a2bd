/** Automatic numbers of Word: what is printed before a paragraph (一、 （一） 1. …) though the text does not hold it. */
import { toChineseNumeral } from '../../../../base/chinese/numerals.ts';
import { CIRCLED } from '../../text/marker.ts';
import type { NumberRef } from './styles.ts';
import { elements, first, val, type XmlElement } from './xml.ts';

interface Level {
  format: string;
  /** “%1、”, “（%2）”. */
  text: string;
  start: number;
}

/** Hands out the printed number of the next paragraph of a list; call once per paragraph, in order. */
export type NextLabel = (reference: NumberRef) => string;

/** ECMA-376 17.18.59, the formats that Chinese documents use; any other is written in Arabic digits. */
function write(value: number, format: string): string {
  if (/^(?:chinese|taiwanese|japanese)Counting|^chineseLegalSimplified|^ideograph/.test(format))
    return toChineseNumeral(value);
  if (format.startsWith('decimalEnclosedCircle')) return CIRCLED[value - 1] ?? String(value);
  if (format === 'lowerLetter' && value <= 26) return String.fromCharCode(96 + value);
  if (format === 'upperLetter' && value <= 26) return String.fromCharCode(64 + value);
  return String(value);
}

export function numbering(root: XmlElement | undefined): NextLabel {
  const abstracts = new Map(
    elements(root, 'w:abstractNum').map((a) => [a.attributes['w:abstractNumId'] ?? '', readLevels(a)]),
  );
  const nums = new Map(
    elements(root, 'w:num').map((num) => {
      const abstract = val(num, 'w:abstractNumId') ?? '';
      const levels = new Map(abstracts.get(abstract));
      const restarts: number[] = [];
      for (const override of elements(num, 'w:lvlOverride')) {
        const index = Number(override.attributes['w:ilvl']) || 0;
        const replaced = first(override, 'w:lvl');
        const level = replaced ? readLevel(replaced) : levels.get(index);
        const start = val(override, 'w:startOverride');
        if (start !== undefined) restarts.push(index);
        if (level) levels.set(index, { ...level, start: start === undefined ? level.start : Number(start) });
      }
      const id = num.attributes['w:numId'] ?? '';
      return [id, { levels, counter: abstract, restarts }] as const;
    }),
  );
  const counters = new Map<string, number[]>();
  /** Restarts that have been made: a list begins anew where it is first used, then all of its kind go on from there. */
  const restarted = new Set<string>();
  return ({ num, level }) => {
    const list = nums.get(num);
    const shape = list?.levels.get(level);
    if (!list || !shape) return '';
    const counts = counters.get(list.counter) ?? [];
    counters.set(list.counter, counts);
    const restart = `${num} ${level}`;
    if (list.restarts.includes(level) && !restarted.has(restart)) {
      restarted.add(restart);
      counts.length = Math.min(counts.length, level);
    }
    counts[level] = (counts[level] ?? shape.start - 1) + 1;
    counts.length = level + 1;
    if (shape.format === 'bullet') return '●';
    if (shape.format === 'none') return '';
    return shape.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const at = list.levels.get(index);
      return write(counts[index] ?? at?.start ?? 1, at?.format ?? 'decimal');
    });
  };
}

function readLevels(abstract: XmlElement): Map<number, Level> {
  return new Map(elements(abstract, 'w:lvl').map((l) => [Number(l.attributes['w:ilvl']) || 0, readLevel(l)]));
}

function readLevel(level: XmlElement): Level {
  return {
    format: val(level, 'w:numFmt') ?? 'decimal',
    text: val(level, 'w:lvlText') ?? '',
    start: Number(val(level, 'w:start') ?? 1) || 0,
  };
}
