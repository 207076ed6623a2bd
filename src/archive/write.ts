/** Writing what is not yet there: a file that already holds these bytes keeps its time of change. Out: whether it was written. */
import type { Effects } from '../base/effects.ts';
import { sameBytes } from '../base/lay-aside.ts';

/** Out: whether it was written; a file that is the same already keeps its date. */
export async function writeChanged(path: string, bytes: Uint8Array, effects: Effects): Promise<boolean> {
  const there = await effects.read(path);
  if (there && sameBytes(there, bytes)) return false;
  await effects.write(path, bytes);
  return true;
}
