/** A last page of a few lines that only the browser's layout has is drawn in for the print alone. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Document, Section } from '../../src/model/document/document.ts';
import type { Fill, MeasureFill } from '../../src/render/layout/last-page.ts';
import { chooseInPrint, drawnInPrint } from '../../src/render/layout/print-ends.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { draftEnds, fillsOf } from '../../src/render/pdf/fills.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile, wordFile } from '../support/document-files.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { body, heading, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

/** A page of contents, then as many lines of running text; a page holds 22. */
const report = (count: number, more: Partial<Section> = {}): Document =>
  documentOf('report', [
    sectionOf('report', [{ kind: 'contents', title: '目录', depth: 1, scope: '', lists: 'headings' }]),
    sectionOf(
      'report',
      [
        heading(1, 'h1', '一、', '总体情况'),
        ...Array.from({ length: count - 1 }, (_, i) => body(text(`第${i + 1}段。`))),
      ],
      more,
    ),
  ]);

const effects = testEffects();
const measure: MeasureFill = async (document) => {
  const context = { theme, fonts: testFonts(), effects, charts: new Map(), browser: async () => browser };
  const { value } = await draftEnds(document, context);
  if (!value) throw new Error('nothing measured');
  return fillsOf(document, theme, value);
};

describe('the browser’s layout', () => {
  it.each([
    [22, { pages: 1, spare: 0 }],
    [46, { pages: 3, spare: 20 }],
    [65, { pages: 3, spare: 1 }],
  ] satisfies [number, Fill][])('is known by its last page: %i lines', async (count, fill) => {
    expect((await measure(report(count)))[1]).toEqual(fill);
  });

  it('leaves no mark of being asked in the file', async () => {
    const { bytes } = await pdfFile(report(46), browser, effects);
    const { catalog } = await PDFDocument.load(bytes);
    const named = catalog.lookup(PDFName.of('Dests'), PDFDict).keys();
    expect(named.map((name) => name.decodeText())).toEqual(['d-h1']);
  });
});

describe('a print that ends with a few lines', () => {
  it('is drawn in, and its Word file stays as it is', async () => {
    const document = report(46);
    const closer = await chooseInPrint(document, theme, measure);
    const drawn = drawnInPrint(document, closer);
    expect(closer[1]).toBeGreaterThan(0);
    expect([(await pdfFile(document, browser)).pages, (await pdfFile(drawn, browser)).pages]).toEqual([4, 3]);
    expect((await wordFile(drawn)).bytes).toEqual((await wordFile(document)).bytes);
  });

  it('is asked about together with others, in one layout, and each stops where it has enough', async () => {
    const [contents, first] = report(46).sections as [Section, Section];
    const document = documentOf('report', [contents, first, first]);
    const asked: number[][] = [];
    // A page goes from the second section with the first step, from the third with none.
    const closer = await chooseInPrint(document, theme, async ({ sections }) => {
      const steps = sections.map(({ closerInPrintPt = 0 }) => closerInPrintPt);
      asked.push(steps.slice(1));
      return steps.map((step, i) => ({ pages: i === 1 && step > 0 ? 2 : 3, spare: i === 0 ? 10 : 20 }));
    });
    const [step = 0, second = 0] = closer.slice(1);
    expect([step > 0, second]).toEqual([true, 0]);
    expect(asked.slice(0, 2)).toEqual([
      [0, 0],
      [step, step],
    ]);
    // What is settled stays so while the other is asked about again.
    expect(asked.slice(2).every(([settled, other = 0]) => settled === step && other > step)).toBe(true);
    expect(asked.length).toBeGreaterThan(2);
  });

  it('is drawn in further where Word’s layout has drawn it in and that was not enough', async () => {
    const document = report(46, { closerPt: 1 });
    const asked: (number | undefined)[] = [];
    const closer = await chooseInPrint(document, theme, async ({ sections }) => {
      const points = sections[1]?.closerInPrintPt;
      asked.push(points);
      return [
        { pages: 1, spare: 10 },
        { pages: (points ?? 0) > 2 ? 2 : 3, spare: 20 },
      ];
    });
    expect(closer).toEqual([0, 3.2]);
    expect(asked).toEqual([undefined, 3.2]);
  });

  it.each([
    ['ends well', report(40)],
    ['cannot be helped', report(26)],
    ['is across the page', report(46, { orientation: 'landscape' })],
    [
      'is of a book, whose pages the browser has filled',
      report(46, { leaf: { matter: 'body', full: false, head: '' } }),
    ],
    ['has no contents, being short', documentOf('report', report(46).sections.slice(1))],
  ])('stays as it is where it %s', async (_, document) => {
    const closer = await chooseInPrint(document, theme, measure);
    expect(drawnInPrint(document, closer)).toBe(document);
  });
});
