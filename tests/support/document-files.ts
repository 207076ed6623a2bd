/** A document as the files that are made of it, in the official style. */
import { expect } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Effects } from '../../src/base/effects.ts';
import type { Document } from '../../src/model/document/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
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

export async function pdfFile(
  document: Document,
  browser: Outcome<PrintBrowser>,
  effects: Effects = testEffects(),
): Promise<Pdf> {
  const { value, diagnostics } = await renderPdf(document, {
    theme,
    fonts: testFonts(),
    effects,
    charts: new Map(),
    browser: async () => browser,
  });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('nothing printed');
  return value;
}
