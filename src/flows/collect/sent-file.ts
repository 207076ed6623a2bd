/** What somebody has sent, read from where it was put down: one file that is held does no harm to the others. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { isHeld } from '../../base/held.ts';
import { unreadableFile } from '../../base/messages/regional.ts';
import { fileHeld, fileTooLarge } from '../../base/messages/sent-files.ts';
import { MOST_BYTES } from '../../intake/formats/workbook.ts';

export interface SentSource {
  /** As the user named it, for messages. */
  shown: string;
  /** For Effects.read. */
  path: string;
  /** Size on disk, where known: what is too large is not even read. */
  bytes?: number;
  /** Of what lay in a zip: its bytes, and what it is called with the zip's name in front. */
  content?: Uint8Array;
  original?: string;
  /** Why it can't be read, where that is known already. */
  why?: Diagnostic;
}

/** The bytes, or why there are none. */
export type SentFile = { bytes: Uint8Array; why?: never } | { bytes?: never; why: Diagnostic };

/** @param most of bytes that are read */
export async function sentFile(
  { shown, path, content, bytes: size = 0, why }: SentSource,
  effects: Effects,
  most = MOST_BYTES,
): Promise<SentFile> {
  if (why) return { why };
  if (size > most) return { why: fileTooLarge(shown, size, most) };
  if (content) return { bytes: content };
  try {
    const bytes = await effects.read(path);
    return bytes ? { bytes } : { why: unreadableFile(shown) };
  } catch (error) {
    if (!isHeld(error)) throw error;
    return { why: fileHeld(shown) };
  }
}
