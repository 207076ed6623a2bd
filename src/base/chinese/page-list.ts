/** Pages in a row as people write them. */

/** [1, 2, 3, 6, 8, 9] → 1—3、6、8—9 (GB/T 15834, 4.13: — for a range of numbers). */
export function pageList(pages: readonly { sheet: number; number: string }[]): string {
  const runs: { sheet: number; number: string }[][] = [];
  for (const page of pages) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.sheet === page.sheet - 1) run.push(page);
    else runs.push([page]);
  }
  return runs
    .map((run) => [...new Set([run[0], run.at(-1)])].map((page) => page && nameOf(page)).join('—'))
    .join('、');
}

const nameOf = ({ sheet, number }: { sheet: number; number: string }): string => number || `第${sheet}张`;
