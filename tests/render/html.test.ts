import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { chartNotDrawn, glyphFromFallback, glyphMissing } from '../../src/base/messages/render.ts';
import {
  type Block,
  type BlockKind,
  type Document,
  PLAIN_SECTION,
  type TableCell,
} from '../../src/model/document/document.ts';
import type { Inline } from '../../src/model/document/inline.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import { documentHtml } from '../../src/render/html/document.ts';
import { anchor } from '../../src/render/html/escape.ts';
import { geometry } from '../../src/render/html/stylesheet/geometry.ts';
import { boxesPerRow } from '../../src/render/layout/key-figures.ts';
import { keptRows, placeCells } from '../../src/render/layout/table-grid.ts';
import { testFonts, withGaps } from '../support/fonts.ts';
import {
  body,
  cell,
  denseTable,
  figure,
  HOSTILE,
  sampleCharts,
  sampleDocument,
  text,
} from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

const KINDS: BlockKind[] = [
  'heading',
  'paragraph',
  'list',
  'table',
  'chart',
  'title',
  'contents',
  'keyFigures',
  'callout',
  'pageBreak',
];

function htmlOf(
  document: Document,
  fonts: FontSet = testFonts(),
): { html: string; diagnostics: Diagnostic[] } {
  return documentHtml(document, { theme, fonts, charts: sampleCharts });
}

function withBlocks(...blocks: Block[]): Document {
  return { ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] };
}

/** The blocks only, one element a line, so that a golden reads like a page. */
function bodyOf(html: string): string {
  const inner = html.slice(html.indexOf('<body>') + 7, html.indexOf('</body>'));
  return inner.replace(
    /(<(?:p|h\d|tr|th|td|table|thead|tbody|li|ol|ul|div|svg|span class="leader)[ >])/g,
    '\n$1',
  );
}

describe('HTML', () => {
  it.each(KINDS)('of %s is as in the golden file', async (kind) => {
    const blocks = sampleDocument.sections.flatMap((s) => s.blocks).filter((b) => b.kind === kind);
    const one = kind === 'table' ? blocks.slice(0, 1) : blocks;
    expect(one.length).toBeGreaterThan(0);
    const headings = sampleDocument.sections[2];
    const document = withBlocks(...one, ...(kind === 'contents' && headings ? headings.blocks : []));
    await expect(bodyOf(htmlOf(document).html)).toMatchFileSnapshot(`golden/html/${kind}.html`);
  });

  it('keeps 附件说明 with the signature, and with nothing behind it', () => {
    const signature: Block = {
      kind: 'signature',
      issuer: '演示办公室',
      date: '2022年10月12日',
      sealed: false,
    };
    const after: Block = { kind: 'paragraph', style: 'body', children: [text('其后的一段。')] };
    const annexes: Block = { kind: 'annexList', items: ['会议议程'] };
    const { html } = htmlOf(withBlocks(annexes, signature, after));
    const closing = html.slice(html.indexOf('<div class="closing">'), html.indexOf('其后的一段。'));
    expect(closing).toContain('演示办公室');
    expect(closing.match(/<div\b/g)?.length).toBe(closing.match(/<\/div>/g)?.length);
  });

  it('keeps the words that call up a speaker with the hint below them', () => {
    const hint = body({ kind: 'emphasis', children: [text('提示：滞后3项。')] });
    const { html } = htmlOf(withBlocks(body(text('下面，请省科技厅汇报。')), hint, body(text('散会。'))));
    expect(html).toContain('<p class="t-body p-body grid whole lead-in">下面，请省科技厅汇报。');
    expect(html.match(/lead-in"/g)).toHaveLength(1);
  });

  it('prints hostile text as text, wherever it stands', () => {
    const nasty = [text(HOSTILE)];
    const { html } = htmlOf({
      ...withBlocks(
        {
          kind: 'heading',
          level: 1,
          id: '"><script>',
          number: '一、',
          children: nasty,
          inContents: true,
          look: 'text',
        },
        { kind: 'contents', title: HOSTILE, depth: 1, scope: '', lists: 'headings' },
        body(...nasty, figure(HOSTILE, 1, ''), { kind: 'reference', target: '"><script>', text: HOSTILE }),
        { kind: 'title', lines: [HOSTILE], subtitle: [nasty], marks: [HOSTILE] },
        { kind: 'callout', title: nasty, children: [body(...nasty)] },
      ),
      meta: { ...sampleDocument.meta, title: `</title>${HOSTILE}`, pageMark: `"}</style>${HOSTILE}` },
    });
    expect(html).not.toContain('<script');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; **粗** | a | {{secret}} ::chart{} &amp;amp;',
    );
  });

  it('drops control characters', () => {
    expect(htmlOf(withBlocks(body(text('甲\u0000乙\u0007丙')))).html).toContain('甲乙丙');
  });

  it('keeps numbers with their units and short figures in one piece', () => {
    const { html } = htmlOf(
      withBlocks(body(text('2022年新增1.2万个，10—12月完成，9月9日公布'), figure('约650亿元', 650, '亿元'))),
    );
    expect(html).toContain('<span class="together">2022年</span>新增<span class="together">1.2万个</span>');
    expect(html).toContain('<span class="together range">10—12月</span>完成');
    expect(html).toContain('<span class="together">9月9日</span>公布');
    expect(html).toContain('<span class="figure together">约650亿元</span>');
  });

  it('splits a paragraph of four lines and keeps one of three on its page, as its numbers leave the lines', () => {
    const classes = (words: string) =>
      /<p class="([^"]*)"/.exec(htmlOf(withBlocks(body(text(words)))).html)?.[1];
    // Each number goes over to the next line: the text is shorter than three lines and takes four.
    const over = [24, 21, 21].map((length) => `${'文'.repeat(length)}100.0亿元`).join('');
    expect(classes(over)).not.toContain('whole');
    expect(classes('文'.repeat(26 + 28 + 28))).toContain('whole');
    expect(classes('文'.repeat(26 + 28 + 28 + 1))).not.toContain('whole');
  });

  it('lets a line end behind a closing mark, whatever follows it in one piece', () => {
    const { html } = htmlOf(withBlocks(body(text('逾期的，在台账中按照规定列为“未报送”列示。'))));
    expect(html).toContain('“未报送”<wbr><span class="together">列示。</span>');
    const figures = withBlocks(body(text('截至三月底（第一季度）2022年'), figure('650亿元', 650, '亿元')));
    expect(htmlOf(figures).html).toContain('）<wbr><span class="together">2022年</span>');
  });

  it('leaves no character of a sentence alone in its last line, after a number, in brackets, or set off', () => {
    const last = (...nodes: Inline[]) => htmlOf(withBlocks(body(...nodes))).html;
    expect(last(text('省统计局负责报送年度目标。填报表于7月6日收到。'))).toContain(
      '<span class="together">收到。</span>',
    );
    expect(last(text('任务62（一站式出行信息服务，省交通运输厅）。'))).toContain(
      '<span class="together">输厅）。</span>',
    );
    expect(last(text('请省地方金融监管局办理，完成时限：2022年11月30日前。'))).toContain(
      '<span class="together">11月</span><span class="together">30日前。</span></p>',
    );
    const prompt = last({ kind: 'emphasis', children: [text('任务6滞后，请其说明原因和赶上进度的措施。')] });
    expect(prompt).toContain('<span class="together">措施。</span></em>');
  });

  it('lets a line end behind the mark of a note, but where punctuation follows', () => {
    const mark: Inline = { kind: 'noteMark', n: 1, children: [] };
    const { html } = htmlOf(
      withBlocks(body(text('提高。'), mark, text('2022年增长，'), mark, text('，上年'))),
    );
    expect(html).toContain('①</sup><wbr><span class="together">2022年</span>');
    expect(html).toContain('①</sup>，');
  });

  it('keeps a gap for a number with its unit', () => {
    const { html } = htmlOf(withBlocks(body(text('于＿＿＿＿年＿＿月前'))));
    expect(html).toContain(
      '于<span class="together">＿＿＿＿年</span><span class="together">＿＿月</span>前',
    );
  });

  it('keeps the sign of 互联网+ with its word, and no other sign with what is before it', () => {
    const { html } = htmlOf(withBlocks(body(text('完成“互联网+”工程，差距+3.3'))));
    expect(html).toContain('“互联<span class="together">网+</span>”工程，差距+3.3');
  });

  it('keeps 任务 with its number, and lets 个百分点 break after its 个', () => {
    const { html } = htmlOf(withBlocks(body(text('任务15慢于序时进度'), figure('8.0个百分点', 8, '百分点'))));
    expect(html).toContain('<span class="together">任务15</span>慢于');
    expect(html).toContain(
      '<span class="figure"><span class="together">8.0个</span><span class="together">百分点</span></span>',
    );
  });

  it('keeps the number of an item within a paragraph with the item, and no other number with what follows its point', () => {
    const { html } = htmlOf(
      withBlocks(body(text('1.请拨付经费。2.请会签意见（任务9）。10.请答复，增长2.5倍'))),
    );
    expect(html).toContain('1.请拨付经费。<span class="together">2.请</span>会签');
    expect(html).toContain('。<span class="together">10.请</span>答复，增长2.5倍');
  });

  it('lets the line end within a document number and within 万人次, which would leave wide gaps in it', () => {
    const { html } = htmlOf(
      withBlocks(body(text('赣数〔2022〕2号，问诊81.5万人次'), figure('9.2亿人次', 9.2, '亿人次'))),
    );
    expect(html).toContain('赣数〔2022〕<span class="together">2号</span>');
    expect(html).toContain('<span class="together">81.5万</span>人次');
    expect(html).toContain(
      '<span class="figure"><span class="together">9.2亿</span><span class="together">人次</span></span>',
    );
  });

  it('keeps a paragraph whole that is too short to be split', () => {
    expect(htmlOf(withBlocks(body(text('字'.repeat(3 * 28 - 2))))).html).toContain('p-body grid whole"');
    expect(htmlOf(withBlocks(body(text('字'.repeat(3 * 28 - 1))))).html).toContain('p-body grid"');
  });

  it('keeps the last two characters of a sentence with their mark; a short text is one line as it is', () => {
    const words = '国家数据基础制度文件尚未出台，草案第三章核心条款难以';
    const { html } = htmlOf(
      withBlocks(body(text(`${words}定稿。`)), body(text('尽快定稿。')), body(text(words))),
    );
    expect(html).toContain(`${words}<span class="together">定稿。</span></p>`);
    expect(html).toContain('>尽快定稿。</p>');
    expect(html).toContain(`${words}</p>`);
  });

  it('keeps them where no mark ends a list of units', () => {
    const { html } = htmlOf(withBlocks(body(text('牵头：省发改委　配合：省财政厅、省地方金融监管局'))));
    expect(html).toContain('<span class="together">管局</span></p>');
  });

  it('reports a character that comes from a fallback, once', () => {
    const fonts = withGaps('body', (codePoint) => codePoint !== '锽'.codePointAt(0));
    const { html, diagnostics } = htmlOf(withBlocks(body(text('万锽')), body(text('万锽'))), fonts);
    expect(diagnostics).toEqual([glyphFromFallback('锽', '缺字体', 'Noto Serif SC')]);
    expect(html).toContain('万锽');
    expect(html).toContain('.t-body{font-family:"缺字体","Noto Serif SC"');
  });

  it('prints 〓 for a character that no face has', () => {
    const { html, diagnostics } = htmlOf(withBlocks(body(text('笑😀话'))));
    expect(diagnostics).toEqual([glyphMissing(0x1f600, sampleDocument.name)]);
    expect(html).toContain('笑〓话');
  });

  it('refuses a chart that was not drawn', () => {
    const chart = sampleDocument.sections.flatMap((s) => s.blocks).find((b) => b.kind === 'chart');
    if (!chart) throw new Error('no chart in the sample');
    expect(htmlOf(withBlocks({ ...chart, id: 'other' })).diagnostics).toEqual([chartNotDrawn('other')]);
  });

  it('never emboldens 黑体, 楷体 and 小标宋', () => {
    const strong = { kind: 'strong' as const, children: [text('重')] };
    const { html } = htmlOf(
      withBlocks(
        {
          kind: 'heading',
          level: 1,
          id: 'a',
          number: '',
          children: [strong],
          look: 'text',
          inContents: false,
        },
        body(strong),
      ),
    );
    expect(html).toContain('id="d-a">重</h1>');
    expect(html).toContain('<strong class="strong-body">重</strong>');
  });
});

describe('helpers', () => {
  it('make distinct, harmless anchors', () => {
    expect(anchor('track-1')).toBe('d-track-1');
    expect(anchor('表 1')).toBe('d-_8868__20_1');
    expect(anchor('a_b')).not.toBe(anchor('a-b'));
  });

  it('find the column of each cell under spans', () => {
    const tall = { ...cell([]), rowSpan: 2 };
    const wide = { ...cell([]), colSpan: 2 };
    const placed = placeCells([
      [tall, wide, tall],
      [cell([]), cell([])],
    ]);
    expect(
      placed.map((row) => row.map(({ column, continued }) => (continued ? `(${column})` : column))),
    ).toEqual([
      [0, 1, 3],
      ['(0)', 1, 2, '(3)'],
    ]);
  });

  it('keep the first and the last rows of a table together: fewer that are tall, of these one at the foot of a page', () => {
    const long = '长'.repeat(200);
    const longer = '长'.repeat(700);
    const kept = (...rows: string[][]) => keptRows(denseTable(rows));
    const short = Array.from({ length: 12 }, (_, i) => [`${i}`, '']);
    expect(kept(...short)).toEqual({ lead: 3, tail: 6 });
    expect(kept([long], [long], ...short, [longer], [long], [long])).toEqual({ lead: 2, tail: 15 });
    const tall = '高'.repeat(300);
    expect(kept([tall], [tall], ...short, [tall], [tall])).toEqual({ lead: 1, tail: 12 });
    expect(kept([longer], [longer], ...short, [longer], [longer])).toEqual({ lead: 1, tail: 15 });
    expect(kept(...short.slice(0, 7))).toEqual({ lead: 3, tail: 3 });
    // What goes on over a page is kept with nothing.
    const highest = '最'.repeat(2000);
    expect(kept([highest], ...short, [highest])).toEqual({ lead: 0, tail: 14 });
    expect(kept(['甲'], [long], ['丙'])).toEqual({ lead: 0, tail: 0 });
    expect(kept()).toEqual({ lead: 0, tail: 0 });
  });

  it('turn over to the last parts of a table as a whole, unless they are long', () => {
    const head = [{ ...cell([text('三、研究协调事项')]), header: true, colSpan: 2 }];
    const columns = [1, 1].map((width) => ({ width, align: 'left' as const }));
    const item = [cell([text('研究事项')]), cell([text('省工信厅')])];
    const items = (count: number): TableCell[][] => Array.from({ length: count }, () => item);
    const start = (...body: TableCell[][]): number => keptRows({ ...denseTable([]), columns, body }).tail;
    expect(start(...items(8), head, ...items(5))).toBe(8);
    expect(start(...items(8), head, ...items(4), head, ...items(2))).toBe(8);
    expect(start(...items(8), head, ...items(20))).toBe(23);
    expect(start(head, ...items(8))).toBe(3);
  });

  it('break the names of key figures evenly, and leave their notes as they run', () => {
    const { html } = htmlOf(withBlocks(body(text('正文'))));
    expect(html).toContain('.key-figure .t-keyLabel{text-wrap:balance}');
    expect(html).not.toMatch(/\.key-figure\{[^}]*text-wrap/);
  });

  it('put key figures in even rows', () => {
    expect([1, 3, 4, 5, 6, 8, 9].map(boxesPerRow)).toEqual([1, 3, 4, 5, 3, 4, 3]);
  });

  it('derive the grid of 22 lines by 28 characters from the theme', () => {
    const grid = geometry(theme);
    expect(grid.cellMm).toBeCloseTo(156 / 28, 6);
    expect(grid.marginTopMm).toBeCloseTo(34.6, 1);
    // Less by up to two pixels: pages end at whole pixels, and one is room for rows.
    expect(32.6 - grid.marginBottomMm).toBeGreaterThan(-0.05);
    expect(32.6 - grid.marginBottomMm).toBeLessThan((2 * 25.4) / 96);
  });
});
