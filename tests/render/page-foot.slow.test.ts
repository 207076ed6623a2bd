/** The foot of a page in print: the rows of a table on it end with their rule, and nothing of the next page shows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Section } from '../../src/model/document/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile } from '../support/document-files.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { hasPoppler, pageTexts, type Stroke, strokes } from '../support/poppler.ts';
import { body, denseTable, text } from '../support/sample-document.ts';

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

/** Half a rule; one that is cut off at the page's end is a third of it, or not there. */
const LEAST_RULE_MM = 0.13;

/** Lines of text and tall rows with which rows end in a page's last pixel, or just would not, across the page or upright. */
const FILLING = [
  [5, 0],
  [2, 11],
  [1, 5],
  [0, 2],
  [4, 3],
  [8, 4],
] as const;

/** A table after some lines of text, its first rows of two lines: each moves all others by a part of a row. */
const tableSection = (lines: number, tall: number, orientation: Section['orientation']): Section =>
  sectionOf(
    'sheet',
    [
      ...Array.from({ length: lines }, () => body(text('说明。'))),
      denseTable(Array.from({ length: 50 }, (_, i) => (i < tall ? [`第${i}行`, '续'] : [`第${i}行`]))),
    ],
    { orientation },
  );

describe.skipIf(!hasPoppler)('a page that a table fills', () => {
  it.each([
    ['landscape', 200],
    ['portrait', 140],
  ] as const)('ends with the rule under its last row: %s', async (orientation, emptyAtMm) => {
    const sections = FILLING.map(([lines, tall]) => tableSection(lines, tall, orientation));
    const { bytes } = await pdfFile(documentOf('report', sections, ''), browser);
    const texts = pageTexts(bytes);
    expect(texts.length).toBeGreaterThan(sections.length);
    const whole = ({ topMm, bottomMm }: Stroke): boolean => bottomMm - topMm > LEAST_RULE_MM;
    const rules = texts.map((_, i) => strokes(bytes, i + 1, emptyAtMm).filter(whole).length);
    // Above and below the head, and below each row.
    expect(rules).toEqual(texts.map((words) => 2 + (words.match(/第\d+行/g)?.length ?? 0)));
  });
});
