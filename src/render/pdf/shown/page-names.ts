/** What people call the pages of a file: a page that bears no number is counted all the same. */
import { roman } from '../../book/leaf.ts';

/**
 * In: the numbers as they are printed, '' where there is none. A page without one goes with what follows it, as the first
 * page of a chapter does, or else with what it follows; before the first number only its place is left: 前1.
 */
export function pageNames(printed: readonly string[]): string[] {
  const known = printed.map(readNumber);
  if (known.every((number) => number === undefined)) return printed.map((_, i) => String(i + 1));
  return printed.map((text, i) => {
    if (text !== '') return text;
    const next = known.findIndex((number, at) => at > i && number !== undefined);
    const last = known.findLastIndex((number, at) => at < i && number !== undefined);
    return counted(known[next], i - next) ?? counted(known[last], i - last) ?? `前${i + 1}`;
  });
}

interface PageNumber {
  value: number;
  write: (value: number) => string;
}

function readNumber(text: string): PageNumber | undefined {
  if (/^\d+$/.test(text)) return { value: Number(text), write: String };
  const value = ROMANS.indexOf(text) + 1;
  return value === 0 ? undefined : { value, write: roman };
}
/** Longer than any front matter. */
const ROMANS = Array.from({ length: 200 }, (_, i) => roman(i + 1));

function counted(from: PageNumber | undefined, steps: number): string | undefined {
  return from && from.value + steps > 0 ? from.write(from.value + steps) : undefined;
}
