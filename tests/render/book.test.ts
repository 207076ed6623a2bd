/** Books: how pages are filled, how they are called, what a print shop gets. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readTheme } from '../../src/intake/templates.ts';
import type { Chart } from '../../src/model/chart.ts';
import type { Block, ChartBlock, Document } from '../../src/model/document.ts';
import { PLAIN_SECTION } from '../../src/model/document.ts';
import type { Theme } from '../../src/model/theme.ts';
import { coverArt, openerArt, pathOf } from '../../src/render/book/art.ts';
import { flow, type MeasuredBlock } from '../../src/render/book/flow.ts';
import { roman } from '../../src/render/book/leaf.ts';
import { renderDocx } from '../../src/render/docx/render.ts';
import { finishBook, pageLabels } from '../../src/render/pdf/book.ts';
import { staysWhole } from '../../src/render/table-grid.ts';
import { all, documentXml, first, paragraphText, type XmlNode } from '../support/docx.ts';
import { folderEffects, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { denseTable, sampleDocument } from '../support/sample-document.ts';

const PAGE = 200;

function chart(id: string, heightMm: number, kind: 'line' | 'tileMap' = 'line'): ChartBlock {
  const drawn = {
    kind,
    categories: ['a'],
    series: [],
    heightMm,
    valueAxis: { title: '', min: null, max: null },
  };
  return {
    kind: 'chart',
    id,
    number: '',
    caption: [],
    chart: (kind === 'tileMap' ? { ...drawn, tiles: [[0, 0]] } : drawn) as Chart,
    notes: [],
    alt: '',
  };
}
const text = (words: string): Block => ({
  kind: 'paragraph',
  style: 'body',
  children: [{ kind: 'text', text: words }],
});
const measured = (...pairs: [Block, number][]): MeasuredBlock[] =>
  pairs.map(([block, height]) => ({ block, height }));
const heightOf = (blocks: readonly Block[], id: string): number =>
  (blocks.find((block) => block.kind === 'chart' && block.id === id) as ChartBlock).chart.heightMm;
const order = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'chart' ? block.id : block.kind));

describe('pages of a book', () => {
  it('take a chart that lacks a little room lower', () => {
    const out = flow(measured([text('a'), 110], [chart('x', 80), 96]), PAGE);
    expect(heightOf(out, 'x')).toBeLessThan(80);
    expect(heightOf(out, 'x')).toBeGreaterThan(58);
  });

  it('take the paragraphs after a chart before it where it would leave white paper', () => {
    const out = flow(
      measured([text('a'), 120], [chart('x', 100), 116], [text('b'), 40], [chart('y', 60), 76]),
      PAGE,
    );
    expect(order(out)).toEqual(['paragraph', 'paragraph', 'x', 'y']);
  });

  it('give what is left of a page to the charts on it, but not to those whose shape would suffer', () => {
    const out = flow(measured([chart('x', 100), 120], [chart('y', 100, 'tileMap'), 120]), PAGE);
    expect(heightOf(out, 'x')).toBeGreaterThan(125);
    const rigid = flow(measured([chart('x', 100, 'tileMap'), 120], [chart('y', 100), 120]), PAGE);
    expect(heightOf(rigid, 'x')).toBe(100);
  });

  it('do so too where the author ends a page, and where the section ends', () => {
    const out = flow(
      measured([chart('x', 100), 120], [text('a'), 70], [{ kind: 'pageBreak' }, 0], [chart('y', 100), 120]),
      PAGE,
    );
    // 198 millimetres, of which 190 are taken.
    expect(heightOf(out, 'x')).toBe(108);
    expect(heightOf(out, 'y')).toBe(134);
  });

  it('take all charts of a page lower where the last one alone could not give so much', () => {
    const out = flow(measured([text('a'), 34], [chart('x', 80), 96], [chart('y', 80), 96]), PAGE);
    expect(heightOf(out, 'x')).toBe(heightOf(out, 'y'));
    expect(heightOf(out, 'x')).toBeCloseTo(66, 0);
  });

  it('never ask for more height than their author, and need no room below their last block', () => {
    const bars = chart('x', 60);
    const rows = { ...bars.chart, kind: 'bar', categories: Array(12).fill('a') } as Chart;
    const out = flow(measured([text('a'), 124], [{ ...bars, chart: rows }, 76]), PAGE);
    expect(heightOf(out, 'x')).toBeGreaterThan(60);
    const below = measured([text('a'), 124], [chart('y', 60, 'tileMap'), 80], [text('b'), 40]);
    const kept = flow(
      below.map((one, i) => (i === 1 ? { ...one, below: 8 } : one)),
      PAGE,
    );
    expect(order(kept)).toEqual(['paragraph', 'y', 'paragraph']);
  });

  it('break a table that is short where its page would be left half empty, but not for a little white', () => {
    const table = denseTable(Array(12).fill(['']));
    const broken = (above: number): boolean =>
      flow(measured([text('a'), above], [table, 120]), PAGE).some(
        (block) => block.kind === 'table' && !staysWhole(block, 'book'),
      );
    expect(staysWhole(table, 'book')).toBe(true);
    expect([60, 100, 160].map(broken)).toEqual([false, true, false]);
  });

  it('never move a paragraph over a heading, and lose nothing', () => {
    const heading: Block = {
      kind: 'heading',
      level: 2,
      id: 'h',
      number: '一、',
      children: [],
      inContents: true,
      look: 'text',
    };
    const input = measured([text('a'), 150], [chart('x', 100), 116], [heading, 12], [text('b'), 20]);
    const out = flow(input, PAGE);
    expect(order(out)).toEqual(['paragraph', 'x', 'heading', 'paragraph']);
  });
});

describe('headings that begin a page', () => {
  it('stand at its head in Word, too, others have room above them', async () => {
    const theme = (await readTheme(folderEffects(), 'book')).value as Theme;
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
    const book: Document = {
      ...sampleDocument,
      form: 'book',
      style: 'book',
      sections: [{ ...PLAIN_SECTION, form: 'book', blocks }],
    };
    const { value } = await renderDocx(book, { theme, fonts: testFonts(), effects: testEffects() });
    const rooms = all(documentXml(value?.bytes ?? new Uint8Array()), 'w:p')
      .filter((one) => /^(一、)?[abc]$/.test(paragraphText(one)))
      .map((one) => first(one, 'w:spacing')?.attributes['w:before']);
    expect(rooms).toEqual(['0', undefined, '0']);
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
        text('下文'),
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
