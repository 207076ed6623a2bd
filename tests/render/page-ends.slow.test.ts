/** Where a printed page ends, and the next begins. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import {
  type Block,
  type Document,
  PLAIN_SECTION,
  type TableBlock,
} from '../../src/model/document/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import type { Pdf } from '../../src/render/pdf/render.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile, wordFile } from '../support/document-files.ts';
import { testEffects } from '../support/effects.ts';
import { hasPoppler, pageTexts } from '../support/poppler.ts';
import { body, cell, denseTable, heading, sampleDocument, text } from '../support/sample-document.ts';
import { officialTheme } from '../support/theme.ts';

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

/** One for all: a page that has loaded its fonts is used again. */
const effects = testEffects();
const printed = (document: Document): Promise<Pdf> => pdfFile(document, browser, effects);

describe('the pages', () => {
  it('do not leave a heading at the foot of a page', async () => {
    const lines = Array.from({ length: 20 }, () => body(text('一行')));
    const blocks = [...lines, heading(1, 'low', '一、', '标题'), body(text('国'.repeat(28 * 3)))];
    const low = await printed({ ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] });
    expect(low.bookmarks).toEqual([{ title: '一、标题', level: 1, page: 2 }]);
  });

  it('do not leave words that announce a list at the foot of a page, in either format', async () => {
    const pagesOf = async (words: string): Promise<unknown[]> => {
      const lines = Array.from({ length: 21 }, () => body(text('一行')));
      const items = Array.from({ length: 22 }, (_, i) => [text(`第${i + 1}项`)]);
      const blocks: Block[] = [...lines, body(text(words)), { kind: 'list', ordered: true, items }];
      const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
      return [(await printed(document)).pages, (await wordFile(document)).pages];
    };
    // Two pages of 22 lines; one line more where the first goes over with the list.
    expect(await pagesOf('其中有关任务见下。')).toEqual([2, 2]);
    expect(await pagesOf('其中有关任务：')).toEqual([3, 3]);
  });

  it('take no long text over with what it announces: a notice begins on the page of its masthead', async () => {
    const units = text(`${'省有关单位、'.repeat(26)}省有关单位：`);
    const announces = body(text(`${'按照工作计划的安排，'.repeat(9)}现将有关事项通知如下：`));
    const blocks: Block[] = [
      {
        kind: 'letterhead',
        form: 'official',
        mark: '某某领导小组办公室文件',
        number: '某数办〔2022〕1号',
        issuer: '',
        date: '',
      },
      { kind: 'title', lines: ['关于召开调度会的通知'], subtitle: [], marks: [] },
      { kind: 'addressee', children: [units] },
      announces,
      heading(1, 'time', '一、', '会议时间'),
      ...Array.from({ length: 12 }, () => body(text('会期半天。'))),
    ];
    const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
    // With nothing but the masthead on the first page, the rest would need two.
    expect((await wordFile(document)).pages).toBe(2);
  });

  it.each([
    ['dense', 'denseBody', 40, 5.15, 5.45],
    ['normal', 'tableBody', 24, 7.05, 7.45],
  ] as const)(
    'break a text of a %s table in Word where they do in PDF',
    async (density, style, rows, less, enough) => {
      const { page, text: styles } = officialTheme;
      const { binding, fore } = page.marginsMm;
      const whole = ((page.widthMm - binding - fore) / 25.4) * 72;
      const words = '国'.repeat(8);
      const pagesOf = async (beside: number): Promise<unknown[]> => {
        const own = 8 * styles[style].size + beside;
        const row = [cell([text(words)]), cell([text('进展')])];
        const table: TableBlock = {
          ...denseTable([]),
          density,
          columns: [own, whole - own].map((width) => ({ width, align: 'left' as const })),
          head: [['任务', '进展'].map((name) => ({ ...cell([text(name)]), header: true }))],
          body: Array.from({ length: rows }, () => row),
        };
        const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks: [table] }] };
        return [(await printed(document)).pages, (await wordFile(document)).pages];
      };
      // What a cell has beside its text, points: enough for the words in one line, and not enough.
      expect(await pagesOf(enough)).toEqual([1, 1]);
      expect(await pagesOf(less)).toEqual([2, 2]);
    },
  );

  it('leave as much room above an annex’s table, or a title’s, in Word as in PDF', async () => {
    const annex = heading(1, 'annex', '附件1', '任务清单');
    const title: Block = { kind: 'title', lines: ['任务清单'], subtitle: [], marks: [] };
    const differing: string[] = [];
    // The line below finds room by less than what a table has above it elsewhere.
    for (const [head, lines] of [
      [annex, 33],
      [title, 37],
    ] as const)
      for (const tall of [2, 3, 4]) {
        const rows = Array.from({ length: lines - tall }, (_, i) => (i < tall ? ['任务', '进展'] : ['任务']));
        const blocks = [head, denseTable(rows), body(text('说明'))];
        const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
        const [pdf, word] = [(await printed(document)).pages, (await wordFile(document)).pages];
        if (pdf !== word) differing.push(`${head.kind}, ${tall} of ${rows.length}: ${pdf} and ${word}`);
      }
    expect(differing).toEqual([]);
  });

  it('go on in a row that is nearly as high as they are: its title stays with it, none is left half empty, all of it is told', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `第${i + 1}行`);
    const filled = Array.from({ length: 8 }, () => body(text('一行')));
    const blocks = [...filled, heading(1, 'long', '一、', '标题'), denseTable([lines, ['末项'], lines])];
    const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
    const print = await printed(document);
    expect(print.bookmarks).toEqual([{ title: '一、标题', level: 1, page: 1 }]);
    expect([print.pages, (await wordFile(document)).pages]).toEqual([3, 3]);
    if (!hasPoppler) return;
    const pages = pageTexts(print.bytes);
    expect(pages.map((page) => page.includes('任务'))).toEqual([true, true, true]);
    for (const line of lines) expect(pages.join('\n').match(new RegExp(`${line}$`, 'gm'))).toHaveLength(2);
  });

  it('give key figures as much room in Word as in PDF', async () => {
    const pagesOf = async (count: number, detail: string): Promise<(number | null)[]> => {
      const box = { label: [text('滞后')], value: [text('12项')], detail: [text(detail)] };
      const boxes: Block = { kind: 'keyFigures', items: [box, box, box, box] };
      const blocks = [boxes, ...Array.from({ length: count }, (_, i) => body(text(`第${i}段`)))];
      const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
      return [(await printed(document)).pages, (await wordFile(document)).pages];
    };
    const [ten, eleven] = ['国'.repeat(10), '国'.repeat(11)];
    // The eleventh character begins a line, which at one of these heights makes a page more.
    const seen: string[] = [];
    for (const count of [17, 18, 19]) {
      const [short, long] = [await pagesOf(count, ten), await pagesOf(count, eleven)];
      expect([count, short[1], long[1]]).toEqual([count, short[0], long[0]]);
      seen.push(`${short[0]} ${long[0]}`);
    }
    expect(seen).toContain('1 2');
  });

  it.skipIf(!hasPoppler)('keep a table’s caption, head and first row together', async () => {
    const table = sampleDocument.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'table');
    if (!table) throw new Error('no table in the sample');
    const lines = Array.from({ length: 20 }, () => body(text('一行')));
    const { bytes } = await printed({
      ...sampleDocument,
      sections: [{ ...PLAIN_SECTION, blocks: [...lines, table] }],
    });
    const [first, second] = pageTexts(bytes);
    expect(first).not.toMatch(/年度目标完成情况|序号/);
    expect(second).toMatch(/年度目标完成情况[\s\S]*序号[\s\S]*第1批/);
  });

  it.runIf(hasPoppler)('do not leave the notes of a table alone, or with less than three rows', async () => {
    const note = `注：${'口径见说明。'.repeat(20)}`;
    // Through all heights of the last page: on one of them it is full to its last row.
    const few: string[] = [];
    for (const notes of [[note], []])
      for (let count = 46; count < 51; count += 1) {
        const rows = Array.from({ length: count }, (_, i) => [`任务${i}`, '进展']);
        const blocks = [denseTable(rows, notes)];
        const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
        const last = pageTexts((await printed(document)).bytes).at(-1) ?? '';
        if (notes.length > 0) expect(last).toContain('口径见说明');
        if (!last.includes(`任务${count - 3}`)) few.push(`${count} ${notes.length}`);
      }
    expect(few).toEqual([]);
  });

  it.runIf(hasPoppler).each([
    ['paragraph', 'portrait', 28, 18],
    ['list item', 'portrait', 28, 18],
    ['paragraph', 'landscape', 39, 10],
  ] as const)('split no %s of three lines, %s', async (kind, orientation, perLine, fewest) => {
    const three = [text(`甲${'文'.repeat(2.5 * perLine)}乙`)];
    const last: Block =
      kind === 'paragraph' ? body(...three) : { kind: 'list', ordered: true, items: [three] };
    const split: number[] = [];
    // Through all places at the foot of a page, of 22 lines or 13.
    for (let count = fewest; count < fewest + 4; count += 1) {
      const lines = Array.from({ length: count }, (_, i) => body(text(`正文第${i}段`)));
      const blocks = [...lines, last];
      const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, orientation, blocks }] };
      const pages = pageTexts((await printed(document)).bytes);
      if (pages.some((page) => page.includes('甲') !== page.includes('乙'))) split.push(count);
    }
    expect(split).toEqual([]);
  });

  it.runIf(hasPoppler)(
    'hold no signature without text (此页无正文), annexes listed before it or not',
    async () => {
      const issuer = '某某领导小组办公室';
      const signature = { kind: 'signature' as const, issuer, date: '2022年10月12日', sealed: true };
      const annexes = { kind: 'annexList' as const, items: ['会议议程', '参会回执'] };
      const alone: string[] = [];
      // A page holds 22 lines: where the signature, or annexes and signature, no longer find room on it.
      for (const [closing, from, to] of [
        [[signature], 17, 20],
        [[annexes, signature], 14, 22],
      ] as const) {
        for (let count = from; count < to; count += 1) {
          const lines = Array.from({ length: count }, (_, i) => body(text(`正文第${i}段`)));
          const blocks = [...lines, ...closing];
          const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
          const signed = pageTexts((await printed(document)).bytes).filter((page) => page.includes(issuer));
          if (signed.length !== 1 || !signed[0]?.includes('正文第')) alone.push(`${count} ${closing.length}`);
        }
      }
      expect(alone).toEqual([]);
    },
  );

  it.runIf(hasPoppler)('hold no list of annexes without text', async () => {
    const annexes = { kind: 'annexList' as const, items: ['会议议程', '参会回执'] };
    const alone: number[] = [];
    // A page holds 22 lines, the list takes three of them.
    for (let count = 18; count < 24; count += 1) {
      const lines = Array.from({ length: count }, (_, i) => body(text(`正文第${i}段`)));
      const document = { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks: [...lines, annexes] }] };
      const listed = pageTexts((await printed(document)).bytes).filter((page) => page.includes('附件：'));
      if (listed.length !== 1 || !listed[0]?.includes('正文第')) alone.push(count);
    }
    expect(alone).toEqual([]);
  });
});
