/** What somebody has sent, read from where it was put down: one file that is held does no harm to the others. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Effects } from '../base/effects.ts';
import { isHeld } from '../base/held.ts';
import { fileHeld } from '../base/messages/sent-files.ts';

/** Out: the bytes, or why there are none; neither for what is no file. @param shown as the user named it */
export async function sentFile(
  { shown, path, content }: { shown: string; path: string; content?: Uint8Array },
  effects: Effects,
): Promise<{ bytes?: Uint8Array | undefined; held?: Diagnostic }> {
  if (content) return { bytes: content };
  try {
    return { bytes: await effects.read(path) };
  } catch (error) {
    if (!isHeld(error)) throw error;
    return { held: fileHeld(shown) };
  }
}
