/** Names cut to a length without leaving half of a pair of brackets or quotation marks. */
const PAIRS: Readonly<Record<string, string>> = {
  '（': '）',
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '【': '】',
};
/** What a name may be longer for a closing mark. */
const SLACK = 10;

/** At most about `longest` characters: a pair that is open at the cut is finished where it soon ends, or left out. */
export function cutName(text: string, longest: number): string {
  const characters = [...text];
  const open: { mark: string; at: number }[] = [];
  for (const [at, c] of characters.entries()) {
    if (at >= longest && (open.length === 0 || at >= longest + SLACK)) break;
    if (PAIRS[c]) open.push({ mark: PAIRS[c], at });
    else if (c === open.at(-1)?.mark) open.pop();
    if (at + 1 >= longest && open.length === 0) return characters.slice(0, at + 1).join('');
  }
  return characters.slice(0, open[0]?.at || longest).join('');
}

/** Without marks whose other half is missing, as in a part of a sentence that was taken out of a bracket. */
export function withoutHalves(text: string): string {
  const open: { mark: string; at: number }[] = [];
  const halves = new Set<number>();
  const closing = new Set(Object.values(PAIRS));
  const characters = [...text];
  for (const [at, c] of characters.entries()) {
    if (PAIRS[c]) open.push({ mark: PAIRS[c], at });
    else if (c === open.at(-1)?.mark) open.pop();
    else if (closing.has(c)) halves.add(at);
  }
  for (const { at } of open) halves.add(at);
  return characters.filter((_, at) => !halves.has(at)).join('');
}
