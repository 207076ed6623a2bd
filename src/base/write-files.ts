import type { Effects } from './effects.ts';

/** Several files, all whole before the first is put in place, where the world can do so; otherwise one after another. */
export async function writeFiles(
  effects: Pick<Effects, 'write' | 'writeTogether'>,
  files: readonly { path: string; bytes: Uint8Array }[],
): Promise<void> {
  if (effects.writeTogether) return effects.writeTogether(files);
  for (const { path, bytes } of files) await effects.write(path, bytes);
}

/** The same for texts. */
export const writeTexts = (
  effects: Pick<Effects, 'write' | 'writeTogether'>,
  files: readonly { path: string; text: string }[],
): Promise<void> =>
  writeFiles(
    effects,
    files.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })),
  );
