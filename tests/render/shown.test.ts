/** What a finished PDF is read to show: its words, and whether a page of another edition prints the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesChanged } from '../../src/archive/issued/page-changes.ts';
import { wordsChanged } from '../../src/archive/issued/word-changes.ts';
import type { Shown } from '../../src/model/archive/shown.ts';
import type { Block, Document } from '../../src/model/document/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { leavesOf } from '../../src/render/pdf/leaves.ts';
import { readShown } from '../../src/render/pdf/shown/shown.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile } from '../support/document-files.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { hasPoppler, inspect, pageTexts } from '../support/poppler.ts';
import { body, cell, text } from '../support/sample-document.ts';

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
}

/** Page 1: text and a table with a head over two columns; page 2: text alone; page 3: text. */
function paper({
  invested = '212.9',
  paragraph = '前三季度累计完成投资816.4亿元',
  closer = 0,
  order = NAMES,
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
      [head('累计完成'), head('完成率')],
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

  it('that is none is told from one', async () => {
    expect(await readShown(new TextEncoder().encode('%PDF-1.7 half a file'))).toBeUndefined();
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
      kind: 'other',
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
