/** Documents of one shape are laid out alike, by the browser and by Word's rules: what was measured of one holds for the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { pagesOf } from '../../src/render/docx/pages/pages.ts';
import { shapeText } from '../../src/render/layout/shape.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { measureHeights } from '../../src/render/pdf/heights.ts';
import { testBrowser } from '../support/browser.ts';
import { chartSamples } from '../support/chart-samples.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, sectionOf, sheetDocument, volumeDocument } from '../support/forms-documents.ts';
import { heading, sampleDocument } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

const NAMES = ['id', 'target', 'scope', 'name', 'kind'];

/** Each digit of a text becomes another. */
const turned = (document: Document, by: number): Document =>
  JSON.parse(JSON.stringify(document), (key, value) =>
    typeof value === 'string' && !NAMES.includes(key)
      ? value.replaceAll(/\d/g, (digit) => String((Number(digit) + by) % 10))
      : value,
  );

const fonts = testFonts();
// A layout that is kept under the shape would be the same whatever is laid out.
const { cache: _, ...effects } = testEffects();
let browser: PrintBrowser | undefined;
beforeAll(async () => {
  browser = (await testBrowser()).value;
});
afterAll(() => browser?.close());

const laidOut = async (one: Document) => {
  // What has been laid out before in the same fonts is not laid out again.
  const context = { theme, fonts: { ...fonts }, effects };
  const { pages, ofSections, numbers } = await pagesOf(one, context);
  return { pages, ofSections, numbers: [...numbers] };
};

describe('a chart of other values', () => {
  const other = (block: (typeof chartSamples)[number]): typeof block => {
    const shorter = ['categories', 'points', 'series'];
    return JSON.parse(JSON.stringify(block), (key, value) =>
      shorter.includes(key) ? value.slice(1) : value,
    );
  };
  /** One above the other, so that a few millimetres show in where the headings between them lie. */
  const many = (block: (typeof chartSamples)[number]): Document => {
    const blocks = Array.from({ length: 12 }, (_, i) => [
      { ...block, id: `c${i}`, half: false },
      heading(1, `h${i}`, '一、', '总体情况'),
    ]).flat();
    return documentOf('report', [sectionOf('report', blocks)]);
  };
  const pairs = chartSamples.map((block) => [many(block), many(other(block))] as const);

  it('of one shape takes the same room in Word', async () => {
    const alike = pairs.filter(([one, two]) => shapeText(one, fonts) === shapeText(two, fonts));
    expect(alike.length).toBeGreaterThanOrEqual(12);
    for (const [one, two] of alike) expect(await laidOut(two)).toEqual(await laidOut(one));
  });
});

describe.each([
  ['one of everything', sampleDocument],
  ['sheets', sheetDocument],
  ['a volume', volumeDocument],
])('%s with other digits', (_, document) => {
  const others = [1, 4, 7].map((by) => turned(document, by));

  it('is another document of the same shape', () => {
    for (const other of others) {
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(document));
      expect(shapeText(other, fonts)).toBe(shapeText(document, fonts));
    }
  });

  it('has the same pages in Word', async () => {
    const before = await laidOut(document);
    for (const other of others) expect(await laidOut(other)).toEqual(before);
  });

  it('has blocks of the same height in the browser', async () => {
    const measured = (one: Document) =>
      measureHeights(one, {
        theme,
        fonts,
        effects,
        browser: async () => ({ value: browser, diagnostics: [] }),
      });
    const before = await measured(document);
    expect(before.value?.flat().length).toBeGreaterThan(0);
    for (const other of others) expect(await measured(other)).toEqual(before);
  });
});
