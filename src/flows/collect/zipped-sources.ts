/** Zips among what is collected, opened: each file in them as if it lay in the folder. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Effects } from '../../base/effects.ts';
import { severalInZip, truncatedFile } from '../../base/messages/sent-files.ts';
import { submissionFormat } from '../../intake/formats/index.ts';
import { MOST_BYTES } from '../../intake/formats/workbook.ts';
import { MOST_ZIP_BYTES, unzipped } from '../../intake/zipped.ts';
import { type SentSource, sentFile } from './sent-file.ts';
import { nameOf } from './versions.ts';

/**
 * A zip that can't be opened stays what it is, and is told of like any other file that is no return.
 * @param option what was said of a single file: then a zip may hold no more
 */
export async function withZipsOpened<S extends SentSource>(
  sources: readonly S[],
  option: '--unit' | '--again' | undefined,
  effects: Effects,
): Promise<{ sources: S[]; diagnostics: Diagnostic[] }> {
  const opened: S[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const { shown } = source;
    const files = await filesIn(source, effects);
    if (!files) opened.push(source);
    else if (option && files.length > 1) diagnostics.push(severalInZip(shown, files.length, option));
    else
      for (const { name, size, bytes } of files) {
        const file = {
          ...source,
          shown: `${shown}/${name}`,
          bytes: size,
          original: `${nameOf(shown)}/${name}`,
        };
        if (bytes) opened.push({ ...file, content: bytes });
        else if (size > MOST_BYTES) opened.push(file);
        else opened.push({ ...file, why: truncatedFile(file.shown) });
      }
  }
  return { sources: opened, diagnostics };
}

/** Whatever is called a workbook is read as one. */
async function filesIn(source: SentSource, effects: Effects) {
  if (submissionFormat(source.shown)) return undefined;
  const { bytes } = await sentFile(source, effects, MOST_ZIP_BYTES);
  return bytes && unzipped(bytes);
}
