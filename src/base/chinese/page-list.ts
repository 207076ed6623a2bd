/** Pages in a row as people write them. */

interface Page {
  sheet: number;
  /** What the page is called: 3, iv. */
  number: string;
  /** The page itself does not say so. */
  unprinted?: boolean;
}

/** [1, 2, 3, 6, 8, 9] → 1—3、6、8—9 (GB/T 15834, 4.13: — for a range of numbers); a range ends where the numbers begin anew. */
export function pageList(pages: readonly Page[]): string {
  const runs: Page[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.sheet === page.sheet - 1 && inFigures(last) === inFigures(page)) run.push(page);
    else runs.push([page]);
  }
  return runs
    .map(([first, ...others]) => {
      const last = others.at(-1);
      // Its neighbours bear theirs.
      return first && (last ? `${first.number}—${last.number}` : nameOf(first));
    })
    .join('、');
}

const inFigures = ({ number }: Page): boolean => /^\d/.test(number);
const nameOf = ({ number, unprinted }: Page): string => (unprinted ? `${number}（未印页码）` : number);
