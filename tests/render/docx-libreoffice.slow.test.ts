/** A second reader of the Word file: what LibreOffice prints has the same text on the same pages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_SECTION } from '../../src/model/document/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { all, documentXml, first, paragraphText, paragraphTexts, val } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { hasLibreOffice, libreOfficePdf } from '../support/libreoffice.ts';
import { hasPoppler, inkBox, inspect } from '../support/poppler.ts';
import { body, sampleDocument, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

const bare = (value: string): string => value.replace(/\s/g, '');

async function print(
  document: typeof sampleDocument,
): Promise<{ docx: Uint8Array; pages: number | null; pdf: Uint8Array }> {
  const { value } = await renderDocx(document, { theme, fonts: testFonts(), effects: testEffects() });
  if (!value) throw new Error('nothing written');
  return { docx: value.bytes, pages: value.pages, pdf: libreOfficePdf(value.bytes, theme) };
}

describe.skipIf(!hasLibreOffice || !hasPoppler)('LibreOffice', () => {
  let sample: Awaited<ReturnType<typeof print>>;
  let pages: string[];
  beforeAll(async () => {
    sample = await print(sampleDocument);
    pages = inspect(sample.pdf, 'pdftotext', '@', '-').toString('utf8').split('\f').slice(0, -1).map(bare);
  });

  it('prints the text of every paragraph', () => {
    // poppler parts columns in one mode and words of two fonts in the other.
    const printed =
      pages.join('') + bare(inspect(sample.pdf, 'pdftotext', '-layout', '@', '-').toString('utf8'));
    // Lines of a paragraph may be parted by a footer, so its beginning stands for it.
    const starts = paragraphTexts(sample.docx).flatMap((line) =>
      line.split(/[\t\n]/).map((piece) => bare(piece).slice(0, 10)),
    );
    expect(starts.filter((start) => !printed.includes(start))).toEqual([]);
  });

  it('numbers headings as the document does', () => {
    const printed = pages.slice(1).join('');
    const headings = sampleDocument.sections
      .flatMap((section) => section.blocks)
      .filter((block) => block.kind === 'heading')
      .map((block) =>
        bare(block.number + block.children.map((node) => ('text' in node ? node.text : '')).join('')),
      );
    expect(headings.filter((line) => !printed.includes(line))).toEqual([]);
  });

  it('finds every heading on the page that the contents name, or the one beside it', () => {
    const entries = all(documentXml(sample.docx), 'w:p')
      .filter((p) => /^TOC\d/.test(val(first(p, 'w:pStyle'))))
      .map((p) => paragraphText(p).split('\t'));
    for (const [title = '', page] of entries) {
      const found = pages.findIndex((words, index) => index > 0 && words.includes(bare(title))) + 1;
      expect(Math.abs(found - Number(page)), `${title} ${page}`).toBeLessThanOrEqual(1);
    }
    expect(Math.abs(pages.length - (sample.pages ?? 0))).toBeLessThanOrEqual(1);
  });

  it('fills the 版心 with 22 lines of 28 characters', async () => {
    const full = '国'.repeat(28 * 22 * 2);
    const { pdf } = await print({
      ...sampleDocument,
      sections: [{ ...PLAIN_SECTION, blocks: [{ ...body(text(full)), style: 'flush' }] }],
    });
    const lines = inspect(pdf, 'pdftotext', '-layout', '@', '-')
      .toString('utf8')
      .split('\f')
      .slice(0, -1)
      .map((page) => page.match(/国+/g) ?? []);
    expect(lines.map((page) => page.map((line) => line.length))).toEqual([
      Array(22).fill(28),
      Array(22).fill(28),
    ]);
    const box = inkBox(pdf, 1, 30, 265);
    expect(box.topMm).toBeGreaterThan(36);
    expect(box.topMm).toBeLessThan(38.5);
    expect(box.bottomMm).toBeGreaterThan(260.5);
    expect(box.bottomMm).toBeLessThan(263);
  });
});
