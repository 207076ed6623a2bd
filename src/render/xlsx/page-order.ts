/** The two pages of a wide table come out of the printer one after the other, which the writer has no option for. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** Sheets that are broken across columns are printed row by row of pages, not column by column. */
export function pagesSideBySide(xlsx: Uint8Array, dated: Date): Uint8Array {
  const parts: Zippable = {};
  for (const [path, data] of Object.entries(unzipSync(xlsx))) {
    const sheet = /^xl\/worksheets\/[^/]+\.xml$/.test(path) ? strFromU8(data) : '';
    const ordered = sheet.includes('<colBreaks')
      ? strToU8(sheet.replace('<pageSetup ', '<pageSetup pageOrder="overThenDown" '))
      : data;
    parts[path] = [ordered, { mtime: dated }];
  }
  return zipSync(parts, { level: 6 });
}
