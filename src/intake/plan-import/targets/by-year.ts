/** 到2023、2024、2025年，…分别达到60%、63%、66%: of the numbers in turn only the one for the plan's year is left. */
import { blank } from './blank.ts';
import type { Clause } from './clauses.ts';

const YEARS = /(?:到|在)?(20\d{2})年?(?:[、和](20\d{2})年?){1,5}/;
const ONLY_YEARS = new RegExp(`^${YEARS.source}(?:年?底)?$`);
const NUMBER = '\\d[\\d,.]*[^\\d、，；和\\u0001]{1,6}';
const IN_TURN = new RegExp(`分别([^\\d，；]{0,12})((?:${NUMBER}[、和]){1,5}${NUMBER})$`);

/** The clauses with everything of other years hidden, by their index; offsets stay. */
export function onlyOfYear(all: readonly Clause[], year: number): Map<number, string> {
  const out = new Map<number, string>();
  all.forEach(({ text, sentence }, i) => {
    const turn = IN_TURN.exec(text);
    if (!turn) return;
    const ahead = all[i - 1];
    const apart =
      ahead && ahead.sentence === sentence && ONLY_YEARS.test(ahead.text) ? ahead.text : undefined;
    const words = apart ?? YEARS.exec(text.slice(0, turn.index))?.[0];
    const years: string[] = [...(words?.match(/20\d{2}/g) ?? [])];
    const numbers = (turn[2] as string).split(/[、和]/);
    const own = years.indexOf(String(year));
    if (years.length !== numbers.length || own < 0) return;
    const kept = numbers.map((number, k) => (k === own ? number : blank(number))).join('\u0001');
    let rest = text.slice(0, turn.index) + blank('分别') + turn[1] + kept;
    if (apart !== undefined) out.set(i - 1, blank(apart));
    else if (words !== undefined) rest = rest.replace(words, blank);
    out.set(i, rest);
  });
  return out;
}
