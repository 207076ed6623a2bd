/** Pages of text with charts: how they are filled, in books and in papers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Chart } from '../../src/model/document/chart.ts';
import {
  type Block,
  type ChartBlock,
  type Document,
  PLAIN_SECTION,
} from '../../src/model/document/document.ts';
import { staysWhole } from '../../src/render/layout/table-grid.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { measureHeights } from '../../src/render/pdf/heights.ts';
import { fullPages, type MeasuredBlock, type PageText } from '../../src/render/settle/full-pages.ts';
import { testBrowser } from '../support/browser.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { body, denseTable, sampleDocument, text as words } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

const PAGE: PageText = { form: 'book', heightMm: 200, lineMm: 6, charactersPerLine: 36 };

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
    const out = fullPages(measured([text('a'), 110], [chart('x', 80), 96]), PAGE);
    expect(heightOf(out, 'x')).toBeLessThan(80);
    expect(heightOf(out, 'x')).toBeGreaterThan(58);
  });

  it('take the paragraphs after a chart before it where it would leave white paper', () => {
    const out = fullPages(
      measured([text('a'), 120], [chart('x', 100), 116], [text('b'), 40], [chart('y', 60), 76]),
      PAGE,
    );
    expect(order(out)).toEqual(['paragraph', 'paragraph', 'x', 'y']);
  });

  it('give what is left of a page to the charts on it, but not to those whose shape would suffer', () => {
    const out = fullPages(measured([chart('x', 100), 120], [chart('y', 100, 'tileMap'), 120]), PAGE);
    expect(heightOf(out, 'x')).toBeGreaterThan(125);
    const rigid = fullPages(measured([chart('x', 100, 'tileMap'), 120], [chart('y', 100), 120]), PAGE);
    expect(heightOf(rigid, 'x')).toBe(100);
  });

  it('do so too where the author ends a page, and where the section ends', () => {
    const out = fullPages(
      measured([chart('x', 100), 120], [text('a'), 70], [{ kind: 'pageBreak' }, 0], [chart('y', 100), 120]),
      PAGE,
    );
    // 198 millimetres, of which 190 are taken.
    expect(heightOf(out, 'x')).toBe(108);
    expect(heightOf(out, 'y')).toBe(134);
  });

  it('take all charts of a page lower where the last one alone could not give so much', () => {
    const out = fullPages(measured([text('a'), 34], [chart('x', 80), 96], [chart('y', 80), 96]), PAGE);
    expect(heightOf(out, 'x')).toBe(heightOf(out, 'y'));
    expect(heightOf(out, 'x')).toBeCloseTo(66, 0);
  });

  it('take two scales lower by a tenth at most: the line would be flat', () => {
    const line = chart('x', 80);
    const combo = { ...line, chart: { ...line.chart, kind: 'combo' } as Chart };
    const lowered = (block: ChartBlock, above: number): number =>
      heightOf(fullPages(measured([text('a'), above], [block, 96], [text('b'), 30]), PAGE), 'x');
    expect([lowered(line, 108), lowered(combo, 108)]).toEqual([74, 74]);
    expect(lowered(line, 116)).toBe(66);
    expect(lowered(combo, 116)).toBeGreaterThanOrEqual(80);
  });

  it('never ask for more height than their author, and need no room below their last block', () => {
    const bars = chart('x', 60);
    const rows = { ...bars.chart, kind: 'bar', categories: Array(12).fill('a') } as Chart;
    const out = fullPages(measured([text('a'), 124], [{ ...bars, chart: rows }, 76]), PAGE);
    expect(heightOf(out, 'x')).toBeGreaterThan(60);
    const below = measured([text('a'), 124], [chart('y', 60, 'tileMap'), 80], [text('b'), 40]);
    const kept = fullPages(
      below.map((one, i) => (i === 1 ? { ...one, below: 8 } : one)),
      PAGE,
    );
    expect(order(kept)).toEqual(['paragraph', 'y', 'paragraph']);
  });

  it('break a table that is short where its page would be left half empty, but not for a little white', () => {
    const table = denseTable(Array(12).fill(['']));
    const broken = (above: number): boolean =>
      fullPages(measured([text('a'), above], [table, 120]), PAGE).some(
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
    const out = fullPages(input, PAGE);
    expect(order(out)).toEqual(['paragraph', 'x', 'heading', 'paragraph']);
  });
});

describe('pages of a paper', () => {
  const PAPER: PageText = { form: 'paper', heightMm: 220, lineMm: 10, charactersPerLine: 28 };
  const chartAfter = (above: string, ...below: MeasuredBlock[]): string[] =>
    order(
      fullPages([{ block: text(above), height: 150 }, ...measured([chart('x', 80), 96]), ...below], PAPER),
    );

  it('take the paragraphs after a chart before it, but none over words that announce it', () => {
    const [below] = measured([text('b'), 60]) as [MeasuredBlock];
    expect(chartAfter('完成情况见图1。', below)).toEqual(['paragraph', 'paragraph', 'x']);
    expect(chartAfter('完成情况如下：', below)).toEqual(['paragraph', 'x', 'paragraph']);
    // Nor one that itself announces what comes below it.
    expect(chartAfter('见图1。', { block: text('各地情况如下：'), height: 10 })).toEqual([
      'paragraph',
      'x',
      'paragraph',
    ]);
  });

  it('let the last of them go on overleaf above the chart, unless it is kept whole', () => {
    const longer = (whole: boolean): MeasuredBlock => ({ block: text('b'), height: 90, whole });
    expect(chartAfter('见图1。', longer(false))).toEqual(['paragraph', 'paragraph', 'x']);
    expect(chartAfter('见图1。', longer(true))).toEqual(['paragraph', 'x', 'paragraph']);
  });

  it('leave a small table, whose white paper is little, where it is', () => {
    const table = denseTable([['甲'], ['乙']]);
    const out = fullPages(measured([text('a'), 190], [table, 40], [text('b'), 20]), PAPER);
    expect(order(out)).toEqual(['paragraph', 'table', 'paragraph']);
  });

  it('take a chart a little lower, make none higher, and keep some room below it', () => {
    const lowered = fullPages(measured([text('a'), 128], [chart('x', 80), 96]), PAPER);
    expect(heightOf(lowered, 'x')).toBeCloseTo(72, 0);
    const [alone] = fullPages(measured([chart('x', 80), 96]), PAPER);
    expect(alone).toMatchObject({ chart: { heightMm: 80 } });
  });

  it('take the charts of the last page but one lower where that saves a last page of a few lines', () => {
    const laidOut = (form: PageText['form'], below: number): Block[] =>
      fullPages(measured([text('a'), 60], [chart('x', 80), 96], [text('b'), below]), { ...PAPER, form });
    expect(heightOf(laidOut('paper', 58), 'x')).toBe(80);
    expect(heightOf(laidOut('paper', 68), 'x')).toBeCloseTo(72, 0);
    // As many as no chart can make room for go on overleaf.
    expect(heightOf(laidOut('paper', 90), 'x')).toBe(80);
    expect(heightOf(laidOut('book', 68), 'x')).toBe(80);
  });

  it('begin a chart on the first page though the last then has few lines, if the next chart gives way to them', () => {
    const line = chart('x', 89);
    const bars = { ...line, chart: { ...line.chart, kind: 'bar', categories: Array(15).fill('a') } as Chart };
    const laidOut = fullPages(
      measured([text('a'), 114], [bars, 104], [text('b'), 50], [chart('y', 64), 85], [text('c'), 90]),
      PAPER,
    );
    expect(order(laidOut)).toEqual(['paragraph', 'x', 'paragraph', 'y', 'paragraph']);
    expect(heightOf(laidOut, 'y')).toBeLessThan(57);
  });

  it('take a chart of many rows a little lower than a row usually is, and in a book no lower', () => {
    const line = chart('x', 89);
    const bars = { ...line, chart: { ...line.chart, kind: 'bar', categories: Array(15).fill('a') } as Chart };
    const laidOut = (form: PageText['form'], above: number): Block[] =>
      fullPages(measured([text('a'), above], [bars, 106], [text('b'), 30]), { ...PAPER, form });
    expect(order(laidOut('paper', 114))).toEqual(['paragraph', 'x', 'paragraph']);
    expect(heightOf(laidOut('paper', 114), 'x')).toBeCloseTo(85, 0);
    expect(order(laidOut('paper', 118))).toEqual(['paragraph', 'paragraph', 'x']);
    expect(order(laidOut('book', 114))).toEqual(['paragraph', 'paragraph', 'x']);
  });

  it('know that enough rows of a table come overleaf, below its head', () => {
    const table = denseTable(Array(20).fill(['任务']));
    const orderWith = (height: number): string[] =>
      order(
        fullPages(
          measured([text('a'), 100], [table, 130], [chart('x', 80, 'tileMap'), height], [text('b'), 30]),
          PAPER,
        ),
      );
    // Ten millimetres of it find no room; six rows and the head again go over, which is about fifty.
    expect(orderWith(150)).toEqual(['paragraph', 'table', 'x', 'paragraph']);
    expect(orderWith(180)).toEqual(['paragraph', 'table', 'paragraph', 'x']);
  });
});

describe('heights of blocks', () => {
  let browser: Outcome<PrintBrowser>;
  beforeAll(async () => {
    browser = await testBrowser();
  });
  afterAll(() => browser?.value?.close());

  it('are the browser’s, of each block of a section alone, a signature and what it stands with too', async () => {
    const line = (theme.text.body.line / 72) * 25.4;
    const blocks: Block[] = [
      body(words('一行')),
      body(words('国'.repeat(28 * 4))),
      chart('x', 50),
      { kind: 'annexList', items: ['会议议程'] },
      { kind: 'signature', issuer: '领导小组办公室', date: '2022年10月12日', sealed: true },
    ];
    const document: Document = {
      ...sampleDocument,
      sections: [
        { ...PLAIN_SECTION, blocks },
        { ...PLAIN_SECTION, blocks: [body(words('附件'))] },
      ],
    };
    const { value } = await measureHeights(document, {
      theme,
      fonts: testFonts(),
      effects: testEffects(),
      browser: async () => browser,
    });
    expect(value?.map((section) => section.length)).toEqual([5, 1]);
    const [one, five, drawing] = value?.[0] ?? [];
    expect(one?.[0]).toBeCloseTo(line, 1);
    expect([one?.[2], five?.[2]]).toEqual([true, false]);
    // Indented by two characters it takes a line more; above the chart there is its own room.
    expect(five?.[0]).toBeCloseTo(5 * line + (8 / 72) * 25.4, 1);
    expect(drawing?.[0]).toBeGreaterThan(50);
  });
});
