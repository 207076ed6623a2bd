/** How long the steps of a command take, for whoever waits. */
import type { Effects } from './effects.ts';

/** Prints each step with the time it took. */
export function stopwatch(effects: Effects): (what: string) => void {
  let last = effects.now();
  return (what) => {
    const now = effects.now();
    effects.print(`  ${what}  ${((now - last) / 1000).toFixed(1)}秒`);
    last = now;
  };
}
