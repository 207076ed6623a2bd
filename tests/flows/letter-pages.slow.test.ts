/** Letters in 信函格式 as they are printed, in both formats: measured on the page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Document } from '../../src/model/document/document.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile } from '../support/document-files.ts';
import { part, partNames } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { hasLibreOffice, libreOfficePdf } from '../support/libreoffice.ts';
import { hasPoppler, inkBox, inspect, pageTexts, strokes } from '../support/poppler.ts';
import { named, remindersOf } from '../support/reminders.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

let browser: Outcome<PrintBrowser>;
let letter: Document;
let pdf: Uint8Array;
let docx: Uint8Array;

beforeAll(async () => {
  browser = await testBrowser();
  // Of the first quarter nothing came from 省发改委: a letter of two pages.
  const silent = { 'data/2022/submissions/2022Q1/省发改委.yaml': undefined };
  letter = named((await remindersOf('2022Q1', silent)).documents, '催报函/省发改委2022年一季度催报函');
  pdf = (await pdfFile(letter, browser)).bytes;
  const written = await renderDocx(letter, { theme, fonts: testFonts(), effects: testEffects() });
  expect(written.diagnostics).toEqual([]);
  docx = written.value?.bytes as Uint8Array;
});
afterAll(() => (browser?.value as PrintBrowser | undefined)?.close());

/** GB/T 9704-2012, 10.1, to the millimetre. */
function expectLetterForm(bytes: Uint8Array, markWithinMm = 1): void {
  const mark = inkBox(bytes, 1, 27, 41.5);
  expect(Math.abs(mark.topMm - 30)).toBeLessThan(markWithinMm);
  expect(Math.abs((mark.leftMm + mark.rightMm) / 2 - 105)).toBeLessThan(1);
  // Outside of the text there is nothing but the rules.
  const lines = strokes(bytes, 1, 23);
  expect(lines).toHaveLength(4);
  const [thick, thin, thinBelow, thickBelow] = lines.map((s) => ({ ...s, mm: s.bottomMm - s.topMm }));
  if (!thick || !thin || !thinBelow || !thickBelow) throw new Error('no rules');
  expect(thick.mm).toBeGreaterThan(2 * thin.mm);
  expect(thickBelow.mm).toBeGreaterThan(2 * thinBelow.mm);
  expect(Math.abs(thick.topMm - mark.bottomMm - 4)).toBeLessThan(1);
  expect(Math.abs(297 - thickBelow.bottomMm - 20)).toBeLessThan(1);
  for (const [from, to] of [
    [thick.topMm - 0.2, thin.bottomMm + 0.2],
    [thinBelow.topMm - 0.2, thickBelow.bottomMm + 0.2],
  ] as const) {
    const rule = inkBox(bytes, 1, from, to);
    expect(Math.abs(rule.leftMm - 20)).toBeLessThan(1);
    expect(Math.abs(rule.rightMm - 190)).toBeLessThan(1);
  }
  expect(strokes(bytes, 2, 23)).toEqual([]);
  const [first, second] = pageTexts(bytes);
  expect(first).not.toMatch(/—\s*1\s*—/);
  expect(second?.replaceAll(/\s/g, '')).toContain('—2—');
  expect(second).toMatch(/特此函告。[\s\S]*江西省发展数字经济领导小组办公室[\s\S]*年/);
}

it.skipIf(!hasPoppler)('of the PDF have mark, rules and number where the standard puts them', () => {
  expectLetterForm(pdf);
  // 发文字号 ends at the right edge of the 版心, 7/8 of a character below the rule.
  const number = inkBox(pdf, 1, 48, 56);
  expect(Math.abs(number.rightMm - (210 - 26))).toBeLessThan(1);
  const rule = strokes(pdf, 1, 23)[1]?.bottomMm ?? 0;
  expect(Math.abs(number.topMm - rule - 4.94)).toBeLessThan(1);
});

it.skipIf(!hasPoppler)(
  'of the PDF keep the pitch of 22 lines a page: nothing makes the browser shrink them',
  () => {
    const boxes = inspect(pdf, 'pdftotext', '-f', '1', '-l', '1', '-bbox-layout', '@', '-').toString('utf8');
    const tops = [...boxes.matchAll(/<line xMin="[\d.]+" yMin="([\d.]+)"/g)].map(([, y]) => Number(y));
    // The browser sets lines on whole pixels; their mean is the pitch. Shrunk to fit, it would be under 28.7 pt.
    const gaps = tops.slice(1).map((y, i) => y - (tops[i] ?? 0));
    const body = gaps.filter((gap) => gap > 27 && gap < 32);
    expect(body.length).toBeGreaterThanOrEqual(3);
    const mean = body.reduce((sum, gap) => sum + gap, 0) / body.length;
    expect(Math.abs(mean - theme.text.body.line)).toBeLessThan(0.6);
  },
);

it.skipIf(!hasValidator)('of the Word file are valid Open XML', async () => {
  expect(await validate(docx)).toEqual([]);
  const summary = named((await remindersOf('2022Q3')).documents, '催报函/2022年三季度报送情况汇总');
  const written = await renderDocx(summary, { theme, fonts: testFonts(), effects: testEffects() });
  expect(await validate(written.value?.bytes as Uint8Array)).toEqual([]);
});

it('of the Word file hold the mark in a red line of the first page’s header', () => {
  const headers = partNames(docx).filter((name) => name.startsWith('word/header'));
  expect(headers).toHaveLength(1);
  const xml = part(docx, headers[0] as string);
  expect(xml).toContain('江西省发展数字经济领导小组办公室');
  expect(xml.match(/<w:(top|bottom) [^>]*w:color="FF0000"/g)).toHaveLength(2);
  expect(part(docx, 'word/document.xml')).toContain('<w:titlePg/>');
});

it.skipIf(!hasLibreOffice || !hasPoppler)('of the Word file stand the same in LibreOffice', () => {
  // Where a glyph lies in an exact line depends on the face; this is a stand-in.
  expectLetterForm(libreOfficePdf(docx, theme), 1.5);
});
