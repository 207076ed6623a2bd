/** Rows of tables in the PDF and in Word. */
import { expect, it } from 'vitest';
import { type Block, type Document, PLAIN_SECTION } from '../../src/model/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { renderPdf } from '../../src/render/pdf/render.ts';
import { testBrowser } from '../support/browser.ts';
import { all, documentXml, first, part, val } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { hasPoppler, inspect } from '../support/poppler.ts';
import { denseTable, sampleDocument } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

const effects = testEffects();

/** Of a row of one line in Word, points: the line, the margins of the cell, and the rule below. */
async function wordRowPt(document: Document): Promise<number> {
  const { value } = await renderDocx(document, { theme, fonts: testFonts(), effects });
  if (!value) throw new Error('nothing written');
  const [table] = all(documentXml(value.bytes), 'w:tbl');
  if (!table) throw new Error('no table');
  const style = val(first(all(table, 'w:tc').at(-1) ?? table, 'w:pStyle'));
  const found = new RegExp(`w:styleId="${style}".*?w:line="(\\d+)"`).exec(
    part(value.bytes, 'word/styles.xml'),
  );
  const margins = first(table, 'w:tblCellMar')?.children ?? [];
  const twips = margins
    .filter(({ name }) => name === 'w:top' || name === 'w:bottom')
    .reduce((sum, { attributes }) => sum + Number(attributes['w:w']), Number(found?.[1]));
  return twips / 20 + Number(first(table, 'w:insideH')?.attributes['w:sz']) / 8;
}

/** Where the rows stand in the PDF, points from the first. */
async function pdfRowsPt(document: Document): Promise<number[]> {
  const browser = await testBrowser();
  try {
    const context = { theme, fonts: testFonts(), charts: new Map(), effects, browser: async () => browser };
    const { value } = await renderPdf(document, context);
    if (!value) throw new Error('nothing printed');
    const words = inspect(value.bytes, 'pdftotext', '-bbox', '@', '-').toString('utf8');
    const tops = [...words.matchAll(/yMin="([\d.]+)"[^>]*>[一二三四五六七八九]</g)].map(([, top]) =>
      Number(top),
    );
    return tops.map((top) => top - (tops[0] ?? 0));
  } finally {
    await browser.value?.close();
  }
}

it.runIf(hasPoppler).each(['normal', 'dense'] as const)(
  'rows of %s tables are as high as in Word, so that pages end where they do there',
  async (density) => {
    const table: Block = { ...denseTable([...'一二三四五六七八九'].map((one) => [one])), density };
    const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks: [table] }] };
    const rows = await pdfRowsPt(document);
    expect(rows).toHaveLength(9);
    // Each stands at a whole pixel.
    expect(Math.abs((rows.at(-1) ?? 0) / 8 - (await wordRowPt(document)))).toBeLessThan(0.25);
  },
);
