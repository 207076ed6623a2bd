/** A document as the files that are made of it, in the official style. */
import { expect } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Effects } from '../../src/base/effects.ts';
import type { Document } from '../../src/model/document/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { type Pdf, renderPdf } from '../../src/render/pdf/render.ts';
import { testEffects } from './effects.ts';
import { testFonts } from './fonts.ts';
import { officialTheme as theme } from './theme.ts';

export async function wordFile(document: Document): Promise<{ bytes: Uint8Array; pages: number | null }> {
  const { value, diagnostics } = await renderDocx(document, {
    theme,
    fonts: testFonts(),
    effects: testEffects(),
  });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('nothing written');
  return value;
}

/** What a print may be tried with besides. */
interface Printing {
  effects?: Effects;
  fonts?: FontSet;
  /** Drawn ones, by id. */
  charts?: ReadonlyMap<string, string>;
}

/** The print with what is said of it; a refused one has no value. */
export const printOf = (
  document: Document,
  browser: Outcome<PrintBrowser>,
  { effects = testEffects(), fonts = testFonts(), charts = new Map() }: Printing = {},
): Promise<Outcome<Pdf>> =>
  renderPdf(document, { theme, fonts, effects, charts, browser: async () => browser });

export async function pdfFile(
  document: Document,
  browser: Outcome<PrintBrowser>,
  effects: Effects = testEffects(),
): Promise<Pdf> {
  const { value, diagnostics } = await printOf(document, browser, { effects });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('nothing printed');
  return value;
}
