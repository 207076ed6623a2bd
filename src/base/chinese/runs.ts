/** Numbers in a list, as a reader has patience for them. */

/** From this many on, those that follow each other are written as a range. */
const RUN = 3;

/** @param numbers whole, rising. 1、2、4—8 of [1, 2, 4, 5, 6, 7, 8] */
export function inRuns(numbers: readonly number[]): string {
  const runs: [number, ...number[]][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  return runs.flatMap((run) => (run.length < RUN ? run.map(String) : [`${run[0]}—${run.at(-1)}`])).join('、');
}
