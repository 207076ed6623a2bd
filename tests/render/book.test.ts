/** Books: how their pages are called, what a print shop gets. */

import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/intake/templates.ts';
import type { Block, Document } from '../../src/model/document/document.ts';
import { PLAIN_SECTION } from '../../src/model/document/document.ts';
import type { Theme } from '../../src/model/document/theme.ts';
import { coverArt, openerArt, pathOf } from '../../src/render/book/art.ts';
import { roman } from '../../src/render/book/leaf.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { documentHtml } from '../../src/render/html/document.ts';
import { finishBook, pageLabels } from '../../src/render/pdf/book.ts';
import { pageStream } from '../../src/render/pdf/finish/page-content.ts';
import { all, documentXml, first, paragraphText, type XmlNode } from '../support/docx.ts';
import { folderEffects, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { body, sampleDocument, text as words } from '../support/sample-document.ts';

const bookTheme = async (): Promise<Theme> => (await readTheme(folderEffects(), 'book')).value as Theme;

const bookOf = (blocks: Block[]): Document => ({
  ...sampleDocument,
  form: 'book',
  style: 'book',
  sections: [{ ...PLAIN_SECTION, form: 'book', blocks }],
});

/** The room above the paragraphs of a book of these blocks that say something. */
async function roomsAbove(blocks: Block[]): Promise<(string | undefined)[]> {
  const theme = await bookTheme();
  const { value } = await renderDocx(bookOf(blocks), { theme, fonts: testFonts(), effects: testEffects() });
  return all(documentXml(value?.bytes ?? new Uint8Array()), 'w:p')
    .filter((one) => /^(一、)?[abc]$/.test(paragraphText(one)))
    .map((one) => first(one, 'w:spacing')?.attributes['w:before']);
}

describe('headings that begin a page', () => {
  it('stand at its head in Word, too, others have room above them', async () => {
    const heading = (id: string): Block => ({
      kind: 'heading',
      level: 2,
      id,
      number: '一、',
      children: [{ kind: 'text', text: id }],
      inContents: true,
      look: 'text',
    });
    const blocks = [heading('a'), heading('b'), { kind: 'pageBreak' } as Block, heading('c')];
    expect(await roomsAbove(blocks)).toEqual(['0', undefined, '0']);
  });

  it('so do lists of contents, and one below another is apart from it in both formats', async () => {
    const list = (title: string): Block => ({
      kind: 'contents',
      title,
      scope: '',
      lists: 'charts',
      depth: 1,
    });
    expect(await roomsAbove([list('a'), list('b'), { kind: 'pageBreak' }, list('c')])).toEqual([
      '0',
      undefined,
      '0',
    ]);
    const theme = await bookTheme();
    const { html } = documentHtml(bookOf([list('a')]), { theme, fonts: testFonts(), charts: new Map() });
    expect(html).toContain(`.contents+.contents{margin-top:${theme.text.body.line}pt}`);
  });
});

describe('chapters', () => {
  it('have their titles in Word where the PDF has them, and their text below the band', async () => {
    const theme = (await readTheme(folderEffects(), 'book')).value as Theme;
    const [short, long] = ['数字基础设施', '数字基础设施和数据要素市场'];
    const head = (id: string, title: string): Document['sections'][number] => ({
      ...PLAIN_SECTION,
      form: 'book',
      leaf: { matter: 'body', full: true, head: '' },
      blocks: [
        {
          kind: 'heading',
          level: 1,
          id,
          number: '第一章',
          children: [{ kind: 'text', text: title }],
          inContents: true,
          look: 'chapter',
        },
        body(words('下文')),
      ],
    });
    const book: Document = {
      ...sampleDocument,
      form: 'book',
      style: 'book',
      sections: [head('h1', short), head('h2', long)],
    };
    const { value } = await renderDocx(book, { theme, fonts: testFonts(), effects: testEffects() });
    const xml = documentXml(value?.bytes ?? new Uint8Array());
    const twips = (node: XmlNode | undefined, name: string): number => Number(node?.attributes[name] ?? 0);
    const mm = (of: number): number => (of / 1440) * 25.4;
    const top = twips(first(xml, 'w:pgMar'), 'w:top');
    const paragraphs = all(xml, 'w:p');
    for (const [title, lines] of [
      [short, 1],
      [long, 2],
    ] as const) {
      const at = paragraphs.findIndex((one) => paragraphText(one).endsWith(title));
      const [picture, own] = [at - 1, at].map((i) => first(paragraphs[i] as XmlNode, 'w:spacing'));
      const line = twips(own, 'w:line');
      const aboveTitle = top + twips(picture, 'w:line') + twips(picture, 'w:after') + line;
      expect(mm(aboveTitle)).toBeCloseTo(56, 0);
      expect(mm(aboveTitle + lines * line + twips(own, 'w:after'))).toBeCloseTo(108 + 15, 0);
    }
  });
});

describe('page labels', () => {
  const heading = (id: string): Block => ({
    kind: 'heading',
    level: 1,
    id,
    number: '',
    children: [],
    inContents: true,
    look: 'front',
  });
  const section = (matter: 'cover' | 'front' | 'body', blocks: Block[]): Document['sections'][number] => ({
    ...PLAIN_SECTION,
    form: 'book',
    leaf: { matter, full: false, head: '' },
    blocks,
  });
  const document: Document = {
    name: 'b',
    form: 'book',
    style: 'book',
    meta: {
      title: '',
      author: '',
      subject: '',
      keywords: [],
      date: '2022-12-31',
      language: 'zh-CN',
      pageMark: '',
    },
    sections: [section('cover', []), section('front', [heading('h1')]), section('body', [heading('h2')])],
  };
  const places = new Map([
    ['d-h1', { page: 3, y: 0 }],
    ['d-h2', { page: 9, y: 0 }],
  ]);

  it('count the front matter in roman and the text in arabic numerals', () => {
    expect([1, 3, 4, 8, 9, 10].map(pageLabels(document, places))).toEqual(['', 'i', 'ii', 'vi', '1', '2']);
    expect([1, 4, 9, 14, 29].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xxix']);
  });

  it('begin on the first page of the front matter, whatever blank one the page before it needs', async () => {
    const theme = await bookTheme();
    const sections = (['cover', 'front', 'front', 'body', 'body'] as const).map((matter) =>
      section(matter, [body(words('文'))]),
    );
    const { html } = documentHtml(
      { ...bookOf([]), sections },
      { theme, fonts: testFonts(), charts: new Map() },
    );
    const counted = [...html.matchAll(/\.blank-page:has\(\+([^)]*)\)\{page:blank-(\w+)\}/g)];
    expect(counted.map(([, before, count]) => [before, count])).toEqual([
      ['#d-section-2', 'front'],
      ['#d-section-4', 'body'],
    ]);
  });

  it('stand in the PDF, with trim and bleed for a print shop', async () => {
    const theme = (await readTheme(folderEffects(), 'book')).value as Theme;
    const pdf = await PDFDocument.create();
    pdf.addPage([663, 910]);
    const shop = { ...theme, book: { ...(theme.book as NonNullable<Theme['book']>), slugMm: 12 } };
    finishBook(pdf, document, shop, places);
    const labels = pdf.catalog.lookup(PDFName.of('PageLabels'), PDFDict).toString();
    expect(labels).toMatch(/\/Nums \[ 0 [\s\S]* 2 [\s\S]*\/S \/r[\s\S]* 8 [\s\S]*\/S \/D/);
    const [page] = pdf.getPages();
    expect(page?.getTrimBox().x).toBeCloseTo(12 * (72 / 25.4), 1);
    expect(page?.getBleedBox().x).toBeCloseTo(9 * (72 / 25.4), 1);
    // What is finished is the page with its eight crop marks.
    const drawn = page ? pageStream(pdf, page) : '';
    expect(drawn.match(/ l\n/g)).toHaveLength(8);
  });
});

describe('pictures', () => {
  it('are the same each time, differ by seed and stay on the sheet', async () => {
    const { book } = (await readTheme(folderEffects(), 'book')).value as Theme;
    if (!book) throw new Error('book.yaml');
    expect(coverArt(210, 297, book)).toEqual(coverArt(210, 297, book));
    expect(openerArt(210, 108, 1, book)).not.toEqual(openerArt(210, 108, 2, book));
    for (const { x, y, width, height } of coverArt(210, 297, book)) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(210.01);
      expect(y + height).toBeLessThanOrEqual(297.01);
    }
    expect(pathOf({ x: 0, y: 0, width: 2, height: 2, corner: null, fill: '#000000' })).toBe('M0 0H2V2H0Z');
  });
});
