/** A document as a Word file, in the official style. */
import { expect } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
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
