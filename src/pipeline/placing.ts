/** What was made is put in place, and what lies there is noted for the manifest. */
import { manifestFile, recordOthers } from '../archive/manifest.ts';
import { type Output, putOutputs } from '../archive/outputs.ts';
import type { Placed } from '../archive/recall.ts';
import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import { digestOf } from '../base/digest.ts';
import type { Effects } from '../base/effects.ts';
import type { ManifestFile } from '../model/archive/manifest.ts';
import { CHART_DATA, packOf } from '../model/archive/outputs.ts';
import type { Document } from '../model/document/document.ts';
import type { Made } from '../render/production.ts';
import { FORMATS } from '../render/work/formats.ts';
import type { BuildRequest, BuiltFile } from './request.ts';

export interface Placing {
  /** What lies in place now, in the order in which it was put there. */
  readonly files: BuiltFile[];
  /** The same as the manifest has it. */
  readonly recorded: ManifestFile[];
  /** What lies there besides and belongs to no build. */
  readonly besides: Placed[];
  /**
   * All of it or, with an error of the disk, nothing.
   * @returns `placed`: whether it was put in place; `diagnostics`: what is to be said of what was made
   */
  put(made: readonly Made[]): Promise<{ placed: boolean; diagnostics: Diagnostic[] }>;
}

/** @param disk the outputs' own folder, which is no input */
export function openPlacing({ period, out, draft = false, print }: BuildRequest, disk: Effects): Placing {
  const files: BuiltFile[] = [];
  const recorded: ManifestFile[] = [];
  const besides: Placed[] = [];
  return {
    files,
    recorded,
    besides,
    put: async (made) => {
      const diagnostics = made.flatMap(({ rendered }) => rendered.diagnostics);
      const outputs = made.flatMap(({ id, document, rendered }) =>
        (hasErrors(rendered.diagnostics) ? [] : (rendered.value ?? [])).map((file) => {
          const path = `${out}/${document.name}.${FORMATS[file.format].extension}`;
          return { ...file, id, document, path };
        }),
      );
      const books = print ? [] : made.filter(({ document }) => document.form === 'book');
      const data: Output[] = [];
      for (const { document } of books) data.push(...(await chartData(document, out)));
      const put = await putOutputs(out, [...outputs, ...data], disk);
      diagnostics.push(...put.diagnostics);
      if (hasErrors(put.diagnostics)) return { placed: false, diagnostics };
      for (const { id, document, path, ...file } of outputs) {
        const { format, bytes, pages } = file;
        files.push({ path, format, bytes: bytes.length, pages, written: put.written.has(path) });
        const about = { template: `${packOf(period)}/${id}`, draft };
        recorded.push(manifestFile(path.slice(out.length + 1), file, document, about));
      }
      for (const { path, bytes } of data) {
        files.push({
          path,
          format: 'xlsx',
          bytes: bytes.length,
          pages: null,
          written: put.written.has(path),
        });
        besides.push([path, digestOf(bytes)]);
      }
      await recordOthers(out, data, disk);
      return { placed: true, diagnostics };
    },
  };
}

/** The data behind the charts of a book, for readers who want to calculate with them. */
async function chartData(book: Document, out: string): Promise<Output[]> {
  const { chartDataWorkbook } = await import('../render/xlsx/chart-data.ts');
  const bytes = await chartDataWorkbook(book);
  return bytes ? [{ path: `${out}/${CHART_DATA}`, bytes }] : [];
}
