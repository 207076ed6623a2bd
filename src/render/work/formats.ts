/** The output formats. Adding one: a folder and a line here; the compiler names where it is put to work. */
import type { Outcome } from '../../base/diagnostic.ts';
import type { Document } from '../../model/document/document.ts';
import type { RenderContext } from '../context.ts';
import type { PrintContext } from '../pdf/print-context.ts';

export interface Rendered {
  bytes: Uint8Array;
  /** null where the format cannot tell. */
  pages: number | null;
}

interface Format<Context> {
  extension: string;
  /** Whether the browser prints it. */
  printed: boolean;
  /** Loads the renderer only when it is used: its libraries are large. */
  render(document: Document, context: Context): Promise<Outcome<Rendered>>;
}

const pdf: Format<PrintContext> = {
  extension: 'pdf',
  printed: true,
  render: async (document, context) => (await import('../pdf/render.ts')).renderPdf(document, context),
};
const docx: Format<RenderContext> = {
  extension: 'docx',
  printed: false,
  render: async (document, context) => (await import('../docx/render.ts')).renderDocx(document, context),
};

export const FORMATS = { pdf, docx };
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
