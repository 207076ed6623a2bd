/** Forms of official documents: what GB/T 9704-2012 measures, measured in the PDF, and seen again in the Word file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { luminance } from '../../src/base/colour.ts';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Document, Section } from '../../src/model/document/document.ts';
import { STATUSES } from '../../src/model/status.ts';
import { measureWord } from '../../src/render/docx/pages/pages.ts';
import { documentHtml } from '../../src/render/html/document.ts';
import { recipientsPlaced } from '../../src/render/layout/first-page.ts';
import { imprintPlace } from '../../src/render/layout/imprint.ts';
import { mastheadMark } from '../../src/render/layout/letter.ts';
import { cardType } from '../../src/render/layout/name-card.ts';
import { cellColours } from '../../src/render/layout/status-grid.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import type { Pdf } from '../../src/render/pdf/render.ts';
import { chooseWritings, inWritings } from '../../src/render/settle/fit.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile, wordFile } from '../support/document-files.ts';
import { part } from '../support/docx.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import {
  cardsDocument,
  formDocument,
  gridDocument,
  imprintAfter,
  prose,
  sheetDocument,
  volumeDocument,
} from '../support/forms-documents.ts';
import { hasLibreOffice, libreOfficePdf } from '../support/libreoffice.ts';
import { hasPoppler, inkBox, inspect, pageTexts, strengthsDown, strokes } from '../support/poppler.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

const print = (document: Document): Promise<Pdf> => pdfFile(document, browser);

const within = (actual: number, wanted: number, mm = 1): void => {
  expect(Math.abs(actual - wanted), `${actual} for ${wanted}`).toBeLessThan(mm);
};

/** Text of a page without white space. */
const page = (texts: readonly string[], n: number): string => (texts[n - 1] ?? '').replaceAll(/\s/g, '');

describe.skipIf(!hasPoppler)('版头', () => {
  /** Mark at 72 mm, number and rule below it; out: the rule's place. */
  function expectMasthead(bytes: Uint8Array, markWithin = 1): number {
    const mark = inkBox(bytes, 1, 60, 90);
    within(mark.topMm, 72, markWithin);
    within((mark.leftMm + mark.rightMm) / 2, 28 + 78);
    // The only stroke over the whole width: lines of text leave their last character's edge free.
    const rule = strokes(bytes, 1, 105).find(({ topMm, bottomMm }) => {
      const { leftMm, rightMm } = inkBox(bytes, 1, topMm, bottomMm);
      return topMm > 85 && bottomMm - topMm < 1 && rightMm - leftMm > 155.5;
    });
    if (!rule) throw new Error('no rule');
    const box = inkBox(bytes, 1, rule.topMm - 0.1, rule.bottomMm + 0.1);
    within(box.rightMm - box.leftMm, 156);
    within(box.leftMm, 28);
    const line = inkBox(bytes, 1, rule.topMm - 9, rule.topMm - 1);
    within(rule.topMm - line.bottomMm, 4, markWithin);
    return rule.bottomMm;
  }

  it('of a 文件 stands where 7.2 has it, two lines above the title', async () => {
    const { bytes } = await print(formDocument('official'));
    const rule = expectMasthead(bytes);
    const title = inkBox(bytes, 1, rule + 5, rule + 32);
    const line = (theme.text.body.line * 25.4) / 72;
    within(title.topMm - rule, 2 * line + ((35 - 22) / 2) * (25.4 / 72), 1.5);
    const [first] = pageTexts(bytes);
    expect(first?.replaceAll(/\s/g, '')).toMatch(/文件.*号.*各成员单位.*一、总体要求/s);
  });

  it('of 纪要 and 简报 has the same place, with marks above it', async () => {
    expectMasthead((await print(formDocument('minutes'))).bytes);
    const marked = (await print(formDocument('bulletin', { marks: ['会议材料之三'] }))).bytes;
    expectMasthead(marked);
    within(inkBox(marked, 1, 30, 50).topMm, 37, 1.2);
  });

  it.skipIf(!hasLibreOffice)('of the Word file has them too', async () => {
    // Where a glyph lies in an exact line depends on the face; this is a stand-in.
    for (const form of ['official', 'minutes'] as const)
      expectMasthead(libreOfficePdf((await wordFile(formDocument(form))).bytes, theme), 1.6);
  });

  it('leaves room for text on the first page under a long 主送, and says when there is none', async () => {
    const to = (count: number): string => `${Array.from({ length: count }, () => '某某厅').join('、')}：`;
    const long = formDocument('official', { addressee: to(41) });
    const files = [(await print(long)).bytes];
    if (hasLibreOffice) files.push(libreOfficePdf((await wordFile(long)).bytes, theme));
    for (const bytes of files) expect(page(pageTexts(bytes), 1)).toMatch(/一、总体要求各地各有关单位/);
    const endless = formDocument('official', { addressee: to(70) });
    const inputs = { theme, fonts: testFonts(), charts: new Map() };
    expect(documentHtml(endless, inputs).diagnostics.map((d) => d.code)).toEqual(['addresseesTooMany']);
  });

  it('takes two lines where one would be too small', () => {
    expect(mastheadMark('某某省发展数字经济领导小组文件', theme)).toMatchObject({
      lines: [expect.any(String)],
    });
    const long = mastheadMark(
      '某某省发展数字经济领导小组办公室某某省工业和信息化厅某某省发展和改革委员会文件',
      theme,
    );
    expect(long.lines).toHaveLength(2);
    expect(long.sizePt).toBeGreaterThanOrEqual(20);
    expect(mastheadMark('某某办公室\n某某委员会文件', theme).lines).toEqual(['某某办公室', '某某委员会文件']);
  });
});

describe('版记', () => {
  it('goes to the last even page; after a blank one neither has a number; a letter has no parity', () => {
    expect(imprintPlace(2, true, 'official')).toBe('here');
    expect(imprintPlace(3, true, 'official')).toBe('overleaf');
    expect(imprintPlace(2, false, 'official')).toBe('afterBlank');
    expect(imprintPlace(1, true, 'letter')).toBe('here');
    expect(imprintPlace(1, false, 'letter')).toBe('overleaf');
  });

  /** Rules of 0.35, 0.25 and 0.35 mm over the 版心's width, the last on its lower edge. */
  function expectImprint(bytes: Uint8Array, n: number, last = 1): void {
    const left = n % 2 === 0 ? 26 : 28;
    const rules = strokes(bytes, n, left + 2).filter(({ topMm }) => topMm > 150);
    expect(rules).toHaveLength(3);
    const lowest = rules[2];
    if (!lowest) throw new Error('no rules');
    within(lowest.bottomMm, 297 - 35, last);
    const [first, middle, third] = strengthsDown(bytes, n, left + 2, 150).map((pt) => (pt / 72) * 25.4);
    for (const [strength, wanted] of [
      [first, 0.35],
      [middle, 0.25],
      [third, 0.35],
    ] as const)
      within(strength ?? 0, wanted, 0.04);
    const box = inkBox(bytes, n, lowest.topMm, lowest.bottomMm);
    within(box.leftMm, left);
    within(box.rightMm - box.leftMm, 156);
  }

  // Lines of text, pages, and whether the last page shows its number.
  it.skipIf(!hasPoppler).each([
    [20, 2, true],
    [30, 2, true],
    [43, 4, false],
  ])('after %i lines stands at the foot of page %i', async (lines, pages, numbered) => {
    const pdf = await print(imprintAfter(lines));
    expect(pdf.pages).toBe(pages);
    expectImprint(pdf.bytes, pages);
    const texts = pageTexts(pdf.bytes);
    expect(page(texts, pages)).toContain('2022年10月__日印发'.replaceAll('_', '＿'));
    expect(page(texts, pages).includes(`—${pages}—`)).toBe(numbered);
    if (!numbered) expect(page(texts, pages - 1)).toBe('');
  });

  it.skipIf(!hasPoppler || !hasLibreOffice).each([
    [20, 2, true],
    [30, 2, true],
    [43, 4, false],
  ])('of a Word file after %i lines stands there too', async (lines, pages, numbered) => {
    const { bytes } = await wordFile(imprintAfter(lines));
    const pdf = libreOfficePdf(bytes, theme);
    const texts = pageTexts(pdf);
    expect(texts).toHaveLength(pages);
    expectImprint(pdf, pages, 1.5);
    expect(page(texts, pages).includes(`—${pages}—`)).toBe(numbered);
  });

  it.skipIf(!hasPoppler)(
    'takes 主送 that the first page has no room for, with no more rules than before',
    async () => {
      const to = `${Array.from({ length: 41 }, () => '某某厅').join('、')}：`;
      const placed = recipientsPlaced(formDocument('official', { addressee: to }), theme);
      const pdfs = [(await print(placed)).bytes];
      if (hasLibreOffice) pdfs.push(libreOfficePdf((await wordFile(placed)).bytes, theme));
      for (const pdf of pdfs) {
        const texts = pageTexts(pdf);
        expect(page(texts, 1)).toMatch(/通知一、总体要求/);
        expect(page(texts, texts.length)).toMatch(/主送：(?:某某厅、){40}某某厅。抄送：/);
        expectImprint(pdf, texts.length, 1.5);
      }
    },
  );

  it.skipIf(!hasPoppler)('of a letter has neither rules nor the line of issue', async () => {
    const { bytes } = await print(imprintAfter(20, 'letter'));
    const texts = pageTexts(bytes);
    expect(page(texts, 2)).toContain('抄送');
    expect(page(texts, 2)).not.toContain('印发');
    expect(strokes(bytes, 2, 28).filter(({ topMm }) => topMm > 150)).toEqual([]);
  });
});

describe('the status grid', () => {
  it('has a text that contrasts with every fill', () => {
    for (const status of STATUSES) {
      const { fill, ink } = cellColours(status, theme);
      const [dark = 0, light = 0] = [luminance(fill), luminance(ink)].sort((a, b) => a - b);
      expect((light + 0.05) / (dark + 0.05), status).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.skipIf(!hasPoppler)('shows 97 tasks in 15 rows on one page, in both formats', async () => {
    const pdf = await print(gridDocument('whole'));
    expect(pdf.pages).toBe(1);
    const [text = ''] = pageTexts(pdf.bytes);
    expect(text).toContain('97');
    expect(text).toContain('未报送');
    expect((await wordFile(gridDocument('whole'))).pages).toBe(1);
    expect((await print(gridDocument('track'))).pages).toBe(1);
  });

  it('is a table with row heads', () => {
    const inputs = { theme, fonts: testFonts(), charts: new Map() };
    const { html } = documentHtml(gridDocument('whole'), inputs);
    expect(html.match(/<th scope="row"/g)).toHaveLength(15);
    expect(html.match(/<td class="t-gridCell"/g)).toHaveLength(97);
  });
});

describe('a volume', () => {
  it.skipIf(!hasPoppler)('opens its parts on the right, after blank pages that show nothing', async () => {
    const pdf = await print(volumeDocument);
    const texts = pageTexts(pdf.bytes);
    const at = (words: string): number => texts.findIndex((_, i) => page(texts, i + 1).includes(words)) + 1;
    expect(page(texts, 1)).toMatch(/材料汇编/);
    expect(page(texts, 1)).not.toContain('—1—');
    expect([page(texts, 2), page(texts, 4), page(texts, 6)]).toEqual(['', '', '']);
    expect(at('目录')).toBe(3);
    expect(page(texts, 3)).toMatch(/会议材料之一工作进展情况报告.*5.*会议材料之二工作纪要.*13/s);
    expect(page(texts, 5)).toContain('会议材料之一工作进展情况报告');
    expect(page(texts, 5)).not.toContain('—5—');
    expect(page(texts, 7)).toMatch(/目录.*总体进展.*8.*（一）数字技术创新专项.*8.*附件1重点任务一览.*10/s);
    expect(page(texts, 7)).not.toContain('总体要求');
    expect(pdf.bookmarks.map(({ title, level, page: n }) => [title, level, n])).toEqual([
      ['会议材料之一　工作进展情况报告', 1, 5],
      ['一、总体进展', 2, 8],
      ['（一）数字技术创新专项', 3, 8],
      ['附件1　重点任务一览', 2, 10],
      ['会议材料之二　工作纪要', 1, 13],
      ['一、总体要求', 2, 15],
    ]);
  });

  it('of a Word file has outline levels, odd-page sections and the same page numbers', async () => {
    const { bytes } = await wordFile(volumeDocument);
    const xml = part(bytes, 'word/document.xml');
    expect(xml.match(/<w:type w:val="oddPage"\/>/g)).toHaveLength(5);
    expect(xml).toContain('TOC \\h \\z \\t &quot;隔页标题,1&quot;');
    expect(
      [...xml.matchAll(/PAGEREF _Toc\d+ \\h<\/w:instrText>.*?<w:t[^>]*>(\d*)<\/w:t>/g)].map((m) => m[1]),
    ).toEqual(['5', '13', '8', '8', '10']);
    const styles = part(bytes, 'word/styles.xml');
    expect(styles).toMatch(/隔页标题[\s\S]*?<w:outlineLvl w:val="0"\/>/);
    expect(xml).toMatch(/<w:pStyle w:val="GwBoundHeading1"\/>[\s\S]*?<w:outlineLvl w:val="1"\/>/);
  });
});

describe('name cards', () => {
  it('are as large as the sheet allows, short names set wide', () => {
    expect(cardType('张三', theme)).toEqual({ sizePt: 160, gap: 1, ems: 3 });
    expect(cardType('省发展改革委', theme).sizePt).toBeLessThan(cardType('张三', theme).sizePt);
  });

  it.skipIf(!hasPoppler)('are one sheet each, the name once to be read, both halves filled', async () => {
    const { bytes, pages } = await print(cardsDocument);
    expect(pages).toBe(6);
    expect(page(pageTexts(bytes), 2).replaceAll('演示数据', '')).toContain('李四五');
    const [above, below] = [inkBox(bytes, 2, 15, 95), inkBox(bytes, 2, 115, 190)];
    // Upside down: what is above the fold mirrors what is below it.
    within(105 - above.bottomMm, below.topMm - 105, 1.5);
    within(above.leftMm, 297 - below.rightMm, 1.5);
    const size = inspect(bytes, 'pdfinfo', '@').toString();
    expect(size).toMatch(/Page size:\s+84[12][\d.]* x 59[45]/);
  });

  it.skipIf(!hasLibreOffice)('of a Word file are sheets lying on their side, filled alike', async () => {
    const pdf = libreOfficePdf((await wordFile(cardsDocument)).bytes, theme);
    expect(inspect(pdf, 'pdfinfo', '@').toString()).toMatch(/Page size:\s+84[12][\d.]* x 59[45]/);
    const [above, below] = [inkBox(pdf, 2, 15, 95), inkBox(pdf, 2, 115, 190)];
    within(105 - above.bottomMm, below.topMm - 105, 1.5);
    within(above.leftMm, 297 - below.rightMm, 3);
    within(below.leftMm, 297 - below.rightMm, 3);
  });
});

describe('a sheet', () => {
  it('is shortened until it is one page in Word too', async () => {
    const [section] = sheetDocument.sections;
    if (!section) throw new Error('no section');
    const long = [...section.blocks, ...prose(2500)];
    const context = { theme, fonts: testFonts(), effects: testEffects() };
    const measure = async (sections: readonly Section[]) => {
      const fills = await measureWord({ ...sheetDocument, sections: [...sections] }, context);
      return { value: fills.map(({ pages }) => pages), diagnostics: [] };
    };
    const printed = await print({ ...sheetDocument, sections: [{ ...section, blocks: long }] });
    expect((await measure([section, { ...section, blocks: long }])).value).toEqual([1, printed.pages]);
    const fit = { name: '专项一页', variants: [long, section.blocks] };
    const document = { ...sheetDocument, sections: [{ ...section, blocks: long, fit }] };
    const chosen = await chooseWritings(document, [measure]);
    expect(chosen.diagnostics).toEqual([]);
    expect(inWritings(document, chosen.value ?? []).sections[0]?.blocks).toEqual(section.blocks);
  });
});

describe.skipIf(!hasValidator)('Word files', () => {
  it.each([
    ['official', formDocument('official')],
    ['minutes', formDocument('minutes')],
    ['bulletin', formDocument('bulletin', { marks: ['会议材料之三'] })],
    ['imprint', imprintAfter(43)],
    ['sheet', sheetDocument],
    ['grid', gridDocument('whole')],
    ['volume', volumeDocument],
    ['cards', cardsDocument],
  ])('of the form %s are valid Open XML', async (_, document) => {
    expect(await validate((await wordFile(document)).bytes)).toEqual([]);
  });
});
