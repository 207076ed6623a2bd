/** All files below a folder. */
import type { Effects } from '../base/effects.ts';

/**
 * Paths below the folder, in order. A name that lists nothing counts as a file when it can be read.
 * @param empty takes the folders that hold nothing
 */
export async function filesBelow(
  folder: string,
  effects: Effects,
  empty: string[] = [],
): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const visit = async (below: string): Promise<void> => {
    const names = await effects.list(below === '' ? folder : `${folder}/${below}`);
    if (names.length === 0) empty.push(below);
    for (const name of names) {
      const path = below === '' ? name : `${below}/${name}`;
      const bytes = await effects.read(`${folder}/${path}`);
      if (bytes) found.set(path, bytes);
      else await visit(path);
    }
  };
  await visit('');
  return found;
}
