/** The output formats. Adding one: a folder and a line here. */
import type { Outcome } from '../base/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { RenderContext } from './context.ts';

export interface Rendered {
  bytes: Uint8Array;
  /** null where the format cannot tell. */
  pages: number | null;
}

export interface Format {
  extension: string;
  /** What it needs besides the document; made once and shared. */
  needs: { charts: boolean; browser: boolean };
  /** Loads the renderer only when it is used: its libraries are large. */
  render(document: Document, context: RenderContext): Promise<Outcome<Rendered>>;
}

export const FORMATS = {
  pdf: {
    extension: 'pdf',
    needs: { charts: true, browser: true },
    render: async (document, context) => (await import('./pdf/render.ts')).renderPdf(document, context),
  },
  docx: {
    extension: 'docx',
    needs: { charts: false, browser: false },
    render: async (document, context) => (await import('./docx/render.ts')).renderDocx(document, context),
  },
} satisfies Record<string, Format>;
export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];
