/** What a finished PDF is read to show: its words, and whether a page of another edition prints the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesChanged } from '../../src/archive/issued/page-changes.ts';
import { wordsChanged } from '../../src/archive/issued/word-changes.ts';
import { readTheme } from '../../src/intake/templates.ts';
import type { Shown } from '../../src/model/archive/shown.ts';
import type { Block, Document, Section } from '../../src/model/document/document.ts';
import type { Theme } from '../../src/model/document/theme.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { leavesOf } from '../../src/render/pdf/leaves.ts';
import { renderPdf } from '../../src/render/pdf/render.ts';
import { pageNames } from '../../src/render/pdf/shown/page-names.ts';
import { readShown } from '../../src/render/pdf/shown/shown.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile } from '../support/document-files.ts';
import { folderEffects, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { hasPoppler, inspect, pageTexts } from '../support/poppler.ts';
import { body, cell, heading, text } from '../support/sample-document.ts';

let browser: PrintBrowser | undefined;
const opening = testBrowser();
beforeAll(async () => {
  browser = (await opening).value;
});
afterAll(() => browser?.close());

const NAMES = ['南昌市', '九江市', '赣州市'];

interface Wanted {
  invested: string;
  paragraph: string;
  /** Points. */
  closer: number;
  order: readonly string[];
  head: string;
}

/** Page 1: text and a table with a head over two columns; page 2: text alone; page 3: text. */
function paper({
  invested = '212.9',
  paragraph = '前三季度累计完成投资816.4亿元',
  closer = 0,
  order = NAMES,
  head: column = '累计完成',
}: Partial<Wanted> = {}): Document {
  const head = (content: string, spans: { colSpan?: number; rowSpan?: number } = {}) => ({
    ...cell([text(content)]),
    header: true,
    ...spans,
  });
  const table: Block = {
    kind: 'table',
    id: 't',
    number: '表1',
    caption: [text('各地投资')],
    unitNote: '',
    columns: [1, 2, 3, 4].map(() => ({ width: 1, align: 'left' as const })),
    head: [
      [head('名次', { rowSpan: 2 }), head('地区', { rowSpan: 2 }), head('投资', { colSpan: 2 })],
      [head(column), head('完成率')],
    ],
    body: order.map((name, i) => [
      cell([text(String(i + 1))]),
      cell([text(name)]),
      cell([text(name === '南昌市' ? invested : '100.0')]),
      cell([text('72.0')]),
    ]),
    notes: [],
    density: 'normal',
  };
  const blocks = [
    body(text(`各地抓紧推进项目建设，${paragraph}，快于序时进度（75.0%，下同）。`)),
    table,
    { kind: 'pageBreak' } as Block,
    ...Array.from({ length: 5 }, () =>
      body(text('各地各部门继续抓好落实，按期报送进展情况，及时反映问题。')),
    ),
    { kind: 'pageBreak' } as Block,
    body(text('特此通报。')),
  ];
  return documentOf('report', [sectionOf('report', blocks, closer ? { closerPt: closer } : {})]);
}

/** A row of one name and a tick in one of two columns. */
function ticked(column: number): Document {
  const row = [cell([text('南昌市')]), ...[0, 1].map((i) => cell(i === column ? [text('√')] : []))];
  const table: Block = {
    kind: 'table',
    id: 't',
    number: '表1',
    caption: [text('达到的阶段')],
    unitNote: '',
    columns: [1, 1, 1].map(() => ({ width: 1, align: 'left' as const })),
    head: [['地区', '已开工', '已竣工'].map((name) => ({ ...cell([text(name)]), header: true }))],
    body: [row],
    notes: [],
    density: 'normal',
  };
  return documentOf('report', [sectionOf('report', [table])]);
}

/** Front matter of two pages and a chapter of three. */
async function shownBook(head = '第一章　总体情况'): Promise<Shown> {
  const matter = (matter: 'front' | 'body', pages: number): Section =>
    sectionOf(
      'book',
      [
        heading(2, matter, '', '概况'),
        ...Array.from({ length: pages }, (_, i): Block[] => [
          ...(i > 0 ? [{ kind: 'pageBreak' } as Block] : []),
          body(text(`数字经济发展情况。`)),
        ]).flat(),
      ],
      { opens: 'odd', leaf: { matter, full: false, head: matter === 'body' ? head : '前言' } },
    );
  const book: Document = { ...documentOf('book', [matter('front', 2), matter('body', 3)]), style: 'book' };
  book.meta.title = '数字经济发展白皮书（2022年）';
  const theme = (await readTheme(folderEffects(), 'book')).value as Theme;
  const { value } = await renderPdf(book, {
    theme,
    fonts: testFonts(),
    effects: testEffects(),
    charts: new Map(),
    browser: async () => opening,
  });
  const read = value && (await readShown(value.bytes));
  if (!read) throw new Error('can not be read');
  return read;
}

const printed = async (document: Document): Promise<Uint8Array> =>
  (await pdfFile(document, await opening)).bytes;

async function shown(document: Document): Promise<Shown> {
  const read = await readShown(await printed(document));
  if (!read) throw new Error('can not be read');
  return read;
}

describe('a finished PDF', () => {
  it('is read passage by passage, rows of tables with the heads of their columns', async () => {
    const { passages, pages } = await shown(paper());
    expect(pages.map(({ number }) => number)).toEqual(['1', '2', '3']);
    const row = passages.find(({ name }) => name === '南昌市');
    expect(row).toMatchObject({ kind: 'row' });
    expect(row?.cells).toEqual([
      { text: '1', sheet: 1, head: '名次' },
      { text: '南昌市', sheet: 1, head: '地区' },
      { text: '212.9', sheet: 1, head: '累计完成' },
      { text: '72.0', sheet: 1, head: '完成率' },
    ]);
    expect(passages.find(({ cells }) => cells[0]?.text === '特此通报。')?.cells[0]?.sheet).toBe(3);
  });

  it.skipIf(!hasPoppler)('says the same words as another program reads', async () => {
    const bytes = await printed(paper());
    const read = await readShown(bytes);
    const all = pageTexts(bytes).join('').replace(/\s/g, '');
    expect(read?.passages.length).toBeGreaterThan(10);
    for (const passage of read?.passages ?? [])
      for (const { text: said } of passage.cells) expect(all).toContain(said.replace(/\s/g, ''));
  });

  it('of a book has its numbers at the foot, whatever figures stand in its running heads', async () => {
    const { pages } = await shownBook();
    expect(pages.map(({ number }) => number)).toEqual(['i', 'ii', '1', '2', '3']);
  });

  it('that is none is told from one', async () => {
    expect(await readShown(new TextEncoder().encode('%PDF-1.7 half a file'))).toBeUndefined();
  });
});

describe('a page that bears no number', () => {
  it('is called by the one it has all the same', () => {
    expect(pageNames(['', '', 'i', 'ii', '', '2', '', '', '5', ''])).toEqual([
      '前1',
      '前2',
      'i',
      'ii',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(pageNames(['ix', '', '', '2'])).toEqual(['ix', 'x', '1', '2']);
  });

  it('is called by its place where no page bears one', () => {
    expect(pageNames(['', ''])).toEqual(['1', '2']);
  });
});

describe('two editions', () => {
  it('of the same words have no page to change', async () => {
    expect(pagesChanged('甲', await shown(paper()), await shown(paper()))).toBeUndefined();
  });

  it('whose lines only stand closer have none either, though every page looks otherwise', async () => {
    const [was, is] = [await shown(paper()), await shown(paper({ closer: 0.6 }))];
    expect(is.pages.filter(({ look }, i) => look !== was.pages[i]?.look).length).toBeGreaterThan(1);
    expect(pagesChanged('甲', was, is)).toBeUndefined();
  });

  it('with another number change its page, and tell row, column and both numbers', async () => {
    const [was, is] = [await shown(paper()), await shown(paper({ invested: '213.1' }))];
    expect(pagesChanged('甲', was, is)).toEqual({
      name: '甲',
      kind: 'changed',
      pages: [{ sheet: 1, number: '1' }],
      of: 3,
    });
    expect(wordsChanged('甲', was, is)).toEqual([
      { was: '212.9', is: '213.1', row: '南昌市，累计完成', places: [{ paper: '甲', page: '1' }] },
    ]);
  });

  it('with another sentence tell the clause, brackets whole', async () => {
    const is = await shown(paper({ paragraph: '前三季度累计完成投资816.6亿元' }));
    expect(wordsChanged('甲', await shown(paper()), is)).toEqual([
      {
        was: '前三季度累计完成投资816.4亿元',
        is: '前三季度累计完成投资816.6亿元',
        row: '',
        places: [{ paper: '甲', page: '1' }],
      },
    ]);
  });

  it('of a book with another running head change the pages that bear it', async () => {
    const [was, is] = [await shownBook(), await shownBook('第一章　数字产业')];
    expect(pagesChanged('甲', was, is)?.pages).toEqual([
      { sheet: 3, number: '1' },
      { sheet: 5, number: '3' },
    ]);
  });

  it('with another head of a table change every page that prints it', async () => {
    const long = Array.from({ length: 60 }, (_, i) => `第${i + 1}市`);
    const [was, is] = [
      await shown(paper({ order: long })),
      await shown(paper({ order: long, head: '已投' })),
    ];
    const rows = is.passages.filter(({ kind }) => kind === 'row').map(({ cells }) => cells[0]?.sheet);
    expect(new Set(rows).size).toBeGreaterThan(1);
    expect(pagesChanged('甲', was, is)?.pages.map(({ sheet }) => sheet)).toEqual([...new Set(rows)]);
  });

  it('whose cells have changed places in a row that has empty ones change its page', async () => {
    const [was, is] = [await shown(ticked(0)), await shown(ticked(1))];
    expect(pagesChanged('甲', was, is)?.pages).toEqual([{ sheet: 1, number: '1' }]);
  });

  it('in which a row has moved tell its new place, not that it went and came', async () => {
    const is = await shown(paper({ order: ['九江市', '南昌市', '赣州市'] }));
    const told = wordsChanged('甲', await shown(paper()), is);
    expect(told.map(({ row, was, is: now }) => [row, was, now])).toEqual([
      ['九江市，名次', '2', '1'],
      ['南昌市，名次', '1', '2'],
    ]);
  });
});

/** Each name stands on its card once upright and once turned, in a form of its own. */
const cards = (...names: string[]): Document =>
  documentOf('report', [
    sectionOf(
      'report',
      names.map((name): Block => ({ kind: 'nameCard', name })),
    ),
  ]);

it('a card with another name is changed, and no other', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `第${i}号单位`);
  const [was, is] = [await shown(cards(...names, '省科技厅')), await shown(cards(...names, '省财政厅'))];
  expect(pagesChanged('席卡', was, is)?.pages.map(({ sheet }) => sheet)).toEqual([31]);
  const [told, ...others] = wordsChanged('席卡', was, is);
  expect(others).toEqual([]);
  expect(told?.was).toMatch(/省科技厅$/);
  expect(told?.is).toMatch(/省财政厅$/);
  expect(told?.is.length).toBeLessThan(40);
  const leaves = await leavesOf(await printed(cards(...names, '省财政厅')), [31]);
  expect(leaves.leaves).toBe(1);
  if (hasPoppler) expect(pageTexts(leaves.bytes)).toHaveLength(1);
});

describe.skipIf(!hasPoppler)('the leaves to be printed anew', () => {
  it('have both their pages, and an even number of them', async () => {
    const bytes = await printed(paper());
    const first = await leavesOf(bytes, [2]);
    expect(first.leaves).toBe(1);
    expect(pageTexts(first.bytes).map((page) => page.includes('各地抓紧'))).toEqual([true, false]);
    // The last leaf has nothing on its back.
    const last = await leavesOf(bytes, [1, 3]);
    expect(last.leaves).toBe(2);
    const texts = pageTexts(last.bytes);
    expect(texts).toHaveLength(4);
    expect(texts[2]).toContain('特此通报');
    expect(texts[3]?.trim()).toBe('');
    expect(inspect(last.bytes, 'pdfinfo', '@').toString()).toMatch(/Page size: .*\(A4\)/);
  });
});
