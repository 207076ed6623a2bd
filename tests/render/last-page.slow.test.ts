/** 收页: a last page of a few lines is drawn in, alike in both formats; what ends well or can't be helped stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Document, Section } from '../../src/model/document/document.ts';
import { measureWord } from '../../src/render/docx/pages/pages.ts';
import { chooseCloser, drawnIn, type MeasureFill } from '../../src/render/layout/last-page.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile, wordFile } from '../support/document-files.ts';
import { part } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { hasPoppler, pageTexts } from '../support/poppler.ts';
import { body, denseTable, heading, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

/** As many lines of running text, the first of them a heading; a page holds 22. */
const lines = (count: number, more: Partial<Section> = {}): Document =>
  documentOf('report', [
    sectionOf(
      'report',
      [
        heading(1, 'h1', '一、', '总体情况'),
        ...Array.from({ length: count - 1 }, (_, i) => body(text(`第${i + 1}段。`))),
      ],
      more,
    ),
  ]);

/** A dense table of as many rows of one line, across the page or upright. */
const rows = (
  count: number,
  form: Section['form'] = 'sheet',
  orientation: Section['orientation'] = 'landscape',
): Document =>
  documentOf('report', [
    sectionOf(form, [denseTable(Array.from({ length: count }, (_, i) => [`任务${i + 1}`]))], { orientation }),
  ]);

const measure: MeasureFill = (document) =>
  measureWord(document, { theme, fonts: testFonts(), effects: testEffects() });

/** The document as it comes out, by how many points its lines stand closer, and its pages: Word's, then the PDF's. */
async function settled(document: Document) {
  const closer = await chooseCloser(document, theme, measure);
  const out = drawnIn(document, closer);
  const [word, pdf] = [await wordFile(out), await pdfFile(out, browser)];
  return { closer: closer[0], pages: [word.pages, pdf.pages], out };
}

describe('running text', () => {
  it.each([
    ['two lines on a third page', 46, 3, 2],
    ['six on a fourth', 72, 4, 3],
    ['a page that is full to its last line', 44, 2, 2],
  ])('is drawn in: %s', async (_, count, before, after) => {
    const plain = lines(count);
    expect((await wordFile(plain)).pages).toBe(before);
    const { closer, pages, out } = await settled(plain);
    expect(closer).toBeGreaterThan(0);
    expect(pages).toEqual([after, after]);
    const [fill] = await measure(out);
    expect(fill?.spare).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['ends well', 40, 2],
    ['would have to stand too close', 26, 2],
    ['is long, and full', 22 * 7, 7],
  ])('stays as it is where it %s', async (_, count, expected) => {
    const { closer, pages } = await settled(lines(count));
    expect(closer).toBe(0);
    expect(pages).toEqual([expected, expected]);
  });

  it('is drawn in by no more than it takes where it is long: no page has room for a line of each', async () => {
    const asked: number[] = [];
    const ends: MeasureFill = async ({ sections: [section] }) => {
      const closerPt = section?.closerPt ?? 0;
      asked.push(closerPt);
      return [closerPt < 2 ? { pages: 30, spare: 20 } : { pages: closerPt < 3 ? 29 : 28, spare: 4 }];
    };
    expect(await chooseCloser(lines(642), theme, ends)).toEqual([2]);
    // By one point no page of text gains a line.
    expect(asked).toEqual([0, 2]);
  });

  it('is asked for its own lines only: 公文 and sheets have theirs', async () => {
    for (const more of [{ form: 'official' }, { form: 'sheet' }] satisfies Partial<Section>[]) {
      const document = lines(46, more);
      expect(await chooseCloser(document, theme, measure)).toEqual([0]);
    }
  });
});

describe('an annex of notes', () => {
  /** As many notes of one line after the head of the annex. */
  const notes = (count: number): Document =>
    documentOf('report', [
      sectionOf('report', [
        heading(1, 'a1', '附件', '编制说明'),
        ...Array.from({ length: count }, (_, i) => ({
          ...body(text(`第${i + 1}条。`)),
          style: 'fine' as const,
        })),
      ]),
    ]);

  it('is drawn in from a third page of two lines, alike in both formats', async () => {
    let count = 60;
    while ((await measure(notes(count)))[0]?.pages === 2) count += 1;
    const plain = notes(count + 1);
    expect([(await wordFile(plain)).pages, (await pdfFile(plain, browser)).pages]).toEqual([3, 3]);
    const { closer, pages } = await settled(plain);
    expect(closer).toBeGreaterThan(0);
    expect(pages).toEqual([2, 2]);
  });

  it('is not one where its text is running text: notes under that keep their lines', async () => {
    const document = drawnIn(
      documentOf('report', [
        sectionOf('report', [body(text('正文。')), { ...body(text('说明。')), style: 'fine' }]),
      ]),
      [2],
    );
    const { bytes } = await wordFile(document);
    expect(part(bytes, 'word/document.xml')).not.toMatch(/"GwFine"\/><w:spacing/);
    const style = /w:styleId="GwFine".*?w:line="(\d+)"/s.exec(part(bytes, 'word/styles.xml'));
    expect(Number(style?.[1])).toBe(20 * theme.text.fine.line);
  });
});

describe('a letter with 署名 and 附注', () => {
  const letter = (count: number): Document =>
    documentOf('letter', [
      sectionOf('letter', [
        {
          kind: 'letterhead',
          form: 'letter',
          mark: '某某省发展数字经济领导小组办公室',
          number: '＿＿号',
          issuer: '',
          date: '',
        },
        { kind: 'title', lines: ['关于按期报送工作进展情况的函'], subtitle: [], marks: [] },
        { kind: 'addressee', children: [text('某某单位：')] },
        ...Array.from({ length: count }, (_, i) => body(text(`第${i + 1}段。`))),
        { kind: 'signature', issuer: '某某领导小组办公室', date: '2022年10月12日', sealed: true },
        { kind: 'paragraph', style: 'flush', children: [] },
        body(text('（联系人：某某，联系电话：00000000）')),
      ]),
    ]);
  let most = 4;
  beforeAll(async () => {
    while ((await measure(letter(most + 1)))[0]?.pages === 1) most += 1;
  });

  it('is drawn in to one page where its end has no room, alike in both formats', async () => {
    const { closer, pages } = await settled(letter(most + 1));
    expect(closer).toBeGreaterThan(0);
    expect(pages).toEqual([1, 1]);
  });

  it.skipIf(!hasPoppler)(
    'has its last line of text, 署名 and 附注 together overleaf where it can not be',
    async () => {
      const document = letter(most + 3);
      const { closer, pages, out } = await settled(document);
      expect({ closer, pages }).toEqual({ closer: 0, pages: [2, 2] });
      const overleaf = pageTexts((await pdfFile(out, browser)).bytes)[1];
      expect(overleaf).toContain(`第${most + 3}段。`);
      expect(overleaf).toContain('某某领导小组办公室');
      expect(overleaf).toContain('联系人');
    },
  );
});

describe('a 公文 whose 版记 has no room on its even page', () => {
  const official = (count: number): Document =>
    documentOf('official', [
      sectionOf('official', [
        ...Array.from({ length: count }, (_, i) => body(text(`第${i + 1}段。`))),
        { kind: 'imprint', copies: '', issuer: '领导小组办公室', date: '2022年10月12日' },
      ]),
    ]);

  it('is drawn in, alike in both formats: there would be a blank page and one with the 版记 alone', async () => {
    expect((await wordFile(official(44))).pages).toBe(4);
    const { closer, pages } = await settled(official(44));
    expect(closer).toBeGreaterThan(0);
    expect(pages).toEqual([2, 2]);
  });

  it.each([
    ['there is room', 38, 2],
    ['it comes overleaf as it should', 20, 2],
    ['far too much would have to be drawn in', 60, 4],
  ])('stays as it is where %s', async (_, count, expected) => {
    const { closer, pages } = await settled(official(count));
    expect(closer).toBe(0);
    expect(pages).toEqual([expected, expected]);
  });
});

describe('a dense table', () => {
  it('has its rows drawn in where it is full to the last, alike in both formats', async () => {
    let count = 20;
    const fillOf = async (n: number) => (await measure(rows(n)))[0];
    while ((await fillOf(count + 1))?.pages === 1) count += 1;
    expect(await fillOf(count)).toEqual({ pages: 1, spare: 0 });
    const { closer, pages } = await settled(rows(count));
    expect(closer).toBeGreaterThan(0);
    expect(pages).toEqual([1, 1]);
  });

  it.each(['sheet', 'official', 'bulletin'] as const)(
    'is drawn in where a row has no room, in a %s',
    async (form) => {
      let count = 50;
      while ((await measure(rows(count, form)))[0]?.pages === 2) count += 1;
      const { closer, pages } = await settled(rows(count, form));
      expect(closer).toBeGreaterThan(0);
      expect(pages).toEqual([2, 2]);
    },
  );

  it('is drawn in also where it fills the page to its last row then', async () => {
    let count = 24;
    const closest = async (n: number) => (await measure(drawnIn(rows(n), [3])))[0];
    while ((await closest(count + 1))?.pages === 1) count += 1;
    expect(await closest(count)).toEqual({ pages: 1, spare: 0 });
    expect((await wordFile(rows(count))).pages).toBe(2);
    const { closer, pages } = await settled(rows(count));
    expect(closer).toBe(3);
    expect(pages).toEqual([1, 1]);
  });

  it('is drawn in upright on the page as well, by as little', async () => {
    const upright = (count: number) => rows(count, 'official', 'portrait');
    let count = 60;
    while ((await measure(upright(count)))[0]?.pages === 2) count += 1;
    const { closer, pages } = await settled(upright(count + 3));
    expect([1.5, 3]).toContain(closer);
    expect(pages).toEqual([2, 2]);
  });
});

describe('text and tables of a book', () => {
  const leaf = { matter: 'body', full: false, head: '' } as const;

  it('are drawn in by less, where there is no chart', async () => {
    expect(await chooseCloser(lines(44, { leaf }), theme, measure)).toEqual([1.4]);
    expect(await chooseCloser(lines(46, { leaf }), theme, measure)).toEqual([0]);
    const front = { ...leaf, matter: 'front' } as const;
    expect(await chooseCloser(lines(44, { leaf: front }), theme, measure)).toEqual([0]);
  });
});
