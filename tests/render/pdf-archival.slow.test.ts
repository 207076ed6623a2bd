/** PDF/A-2a and PDF/UA-1: the finished file keeps the clauses, and the checker sees when one is broken. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import { type Document, PLAIN_SECTION, type TableBlock } from '../../src/model/document/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { srgbProfile } from '../../src/render/pdf/finish/icc.ts';
import { readOperators } from '../../src/render/pdf/finish/operators.ts';
import { renderPdf } from '../../src/render/pdf/render.ts';
import { testBrowser } from '../support/browser.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import { checkPdf } from '../support/pdfa/check.ts';
import { key, textOf } from '../support/pdfa/objects.ts';
import { readStructure, type StructNode } from '../support/pdfa/structure.ts';
import { hasPoppler, hasQpdf, inspect, pageTexts } from '../support/poppler.ts';
import { body, cell, heading, sampleCharts, sampleDocument, text } from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';

let browser: Outcome<PrintBrowser>;
let sample: Uint8Array;
let pdf: PDFDocument;
let nodes: StructNode[];

async function print(document: Document): Promise<Uint8Array> {
  const context = { theme, fonts: testFonts(), charts: sampleCharts, effects: testEffects() };
  const { value, diagnostics } = await renderPdf(document, { ...context, browser: async () => browser });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('nothing printed');
  return value.bytes;
}

const load = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false });
const ofType = (type: string): StructNode[] => nodes.filter((node) => node.type === type);

beforeAll(async () => {
  browser = await testBrowser();
  sample = await print(sampleDocument);
  pdf = await load(sample);
  nodes = readStructure(pdf);
});
afterAll(() => browser?.value?.close());

describe('a report', () => {
  it('keeps every clause that is checked', async () => {
    expect(await checkPdf(sample)).toEqual([]);
  });

  it.skipIf(!hasQpdf)('is sound to qpdf', () => {
    expect(inspect(sample, 'qpdf', '--check', '@').toString()).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it('has one figure for each chart, with the chart’s description and its place on the page', () => {
    const charts = sampleDocument.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'chart');
    const figures = ofType('Figure').filter((node) => node.parent?.type === 'Div');
    expect(figures.map((node) => textOf(node.dict.get(key('Alt'))))).toEqual(
      charts.map((chart) => chart.alt),
    );
    for (const { dict } of figures) {
      const box = dict.lookup(key('A'), PDFDict).lookup(key('BBox'), PDFArray).asRectangle();
      expect(box.width).toBeGreaterThan(200);
      expect(box.x + box.width).toBeLessThan(596);
      expect(box.y).toBeGreaterThan(50);
    }
  });

  it('has its contents as a table of contents whose links say where they lead', () => {
    const [toc] = ofType('TOC');
    const listed = sampleDocument.sections
      .flatMap((s) => s.blocks)
      .filter((b) => b.kind === 'heading' && b.inContents);
    expect(toc?.kids.map((kid) => kid.type)).toEqual(listed.map(() => 'TOCI'));
    const links = pdf
      .getPages()
      .flatMap((page) => page.node.lookupMaybe(key('Annots'), PDFArray)?.asArray() ?? []);
    const described = links.map((ref) => textOf(pdf.context.lookup(ref, PDFDict).get(key('Contents'))));
    expect(described).toContain('转到“一、总体进展”');
    expect(described.every((words) => words.startsWith('转到“'))).toBe(true);
  });

  it('has every heading as a heading', () => {
    const headings = sampleDocument.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'heading');
    expect(nodes.filter((node) => /^H\d$/.test(node.type)).map((node) => Number(node.type.slice(1)))).toEqual(
      // 附件1 goes straight to （1）: no level is left out.
      headings.map((heading) => (heading.level === 4 ? 2 : heading.level)),
    );
  });

  it('has heads of tables once, though they are printed on every page', async () => {
    const table = sampleDocument.sections
      .flatMap((s) => s.blocks)
      .find((b): b is TableBlock => b.kind === 'table' && b.body.length > 20);
    if (!table) throw new Error('no long table in the sample');
    const head = table.head.flat().map((th) =>
      th.content
        .flat()
        .map((node) => ('text' in node ? node.text : ''))
        .join(''),
    );
    const bytes = await print({
      ...sampleDocument,
      sections: [{ ...PLAIN_SECTION, blocks: [heading(1, 'h', '一、', '标题'), table] }],
    });
    expect(await checkPdf(bytes)).toEqual([]);
    if (!hasPoppler) return;
    expect(pageTexts(bytes).filter((page) => page.includes(head[0] ?? '')).length).toBeGreaterThan(1);
    const spoken = inspect(bytes, 'pdfinfo', '-struct-text', '@').toString();
    expect(spoken.split(`"${head[0]}"`)).toHaveLength(2);
    expect(spoken).not.toContain('— 1 —');
    expect(spoken).not.toContain('演示数据');
  });

  it.skipIf(!hasPoppler)('speaks the text of the pages without page numbers and running marks', () => {
    const spoken = inspect(sample, 'pdfinfo', '-struct-text', '@').toString();
    expect(spoken).toContain('<script>alert(1)</script> **粗** | a | {{secret}}');
    expect(spoken).not.toMatch(/"— \d+ —"/);
  });
});

it('a letter with red rules, a signature and an irregular table keeps the clauses too', async () => {
  const wide = { ...cell([text('合计')]), colSpan: 2 };
  const tall = { ...cell([text('二')]), rowSpan: 2 };
  const table: TableBlock = {
    kind: 'table',
    id: 't',
    number: '表1',
    caption: [text('各项')],
    unitNote: '单位：个',
    columns: [1, 1, 1].map((width) => ({ width, align: 'left' as const })),
    head: [
      [
        { ...cell([text('项目')]), rowSpan: 2 },
        { ...cell([text('其中')]), colSpan: 2 },
      ],
      [cell([text('甲')]), cell([text('乙')])],
    ],
    body: [
      [tall, cell([text('1')]), cell([])],
      [cell([text('3')]), cell([text('4')])],
      [wide, cell([text('8')])],
    ],
    notes: [],
    density: 'normal',
  };
  const bytes = await print({
    ...sampleDocument,
    form: 'letter',
    sections: [
      {
        ...PLAIN_SECTION,
        form: 'letter',
        blocks: [
          {
            kind: 'letterhead',
            form: 'letter',
            mark: '某某领导小组办公室',
            number: '示例函〔2022〕1号',
            issuer: '',
            date: '',
          },
          { kind: 'addressee', children: [text('省某厅：')] },
          body(text('请于三日内补报。')),
          { kind: 'list', ordered: true, items: [[text('甲')], [text('乙')]] },
          table,
          { kind: 'signature', issuer: '某某领导小组办公室', date: '2022年10月12日', sealed: true },
        ],
      },
    ],
  });
  expect(await checkPdf(bytes)).toEqual([]);
  expect(Buffer.from(bytes).toString('utf8')).toContain('<dc:identifier>示例函〔2022〕1号</dc:identifier>');
});

/** What is broken → the clause that must be named. */
const BREACHES: [string, string, (broken: PDFDocument) => void][] = [
  ['no metadata', 'A 6.6.2.1', (broken) => broken.catalog.delete(key('Metadata'))],
  ['another title in Info', 'A 6.6.3', (broken) => broken.setTitle('另一个题名')],
  ['no output intent', 'A 6.2.3', (broken) => broken.catalog.delete(key('OutputIntents'))],
  ['no language', 'UA 7.2', (broken) => broken.catalog.delete(key('Lang'))],
  ['a script', 'A 6.5', (broken) => broken.addJavaScript('main', 'app.alert(1)')],
  ['an attached file', 'A 6.5/6.8', (broken) => void broken.attach('AA==', 'a.bin')],
  ['an unmarked page', 'UA 7.1', (broken) => void broken.getPage(0).drawRectangle({ width: 9, height: 9 })],
  [
    'a link without words',
    'UA 7.18.5',
    (broken) => eachDict(broken, 'Link', (link) => link.delete(key('Contents'))),
  ],
  [
    'a figure without words',
    'UA 7.3',
    (broken) => eachDict(broken, 'Figure', (figure) => figure.delete(key('Alt'))),
  ],
  ['headers without scope', 'UA 7.5', (broken) => eachDict(broken, 'TH', (th) => th.delete(key('A')))],
  [
    'a row outside a table',
    'UA 7.2',
    (broken) => eachDict(broken, 'TBody', (part) => part.set(key('S'), key('Sect'))),
  ],
  ['a level left out', 'UA 7.4.2', (broken) => eachDict(broken, 'H1', (h) => h.set(key('S'), key('H3')))],
  [
    'a type of HTML',
    'A 6.7.3.4',
    (broken) => eachDict(broken, 'Span', (span) => span.set(key('S'), key('Strong'))),
  ],
  [
    'a font without widths',
    'A 6.2.11.5',
    (broken) => eachDict(broken, 'CIDFontType2', (font) => font.delete(key('W'))),
  ],
];

function eachDict(broken: PDFDocument, kind: string, change: (dict: PDFDict) => void): void {
  for (const [, object] of broken.context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict && [dict.get(key('S')), dict.get(key('Subtype'))].includes(PDFName.of(kind)))
      change(dict);
  }
}

describe('the checker', () => {
  it.each(BREACHES)('sees %s', async (_what, clause, breakIt) => {
    const broken = await load(sample);
    breakIt(broken);
    const breaches = await checkPdf(await broken.save({ updateFieldAppearances: false }));
    expect(
      breaches.some((breach) => breach.startsWith(clause)),
      breaches.join('\n'),
    ).toBe(true);
  });
});

describe('the parts', () => {
  it('the colour profile is sRGB: a display profile whose white is the sum of its primaries', () => {
    const icc = Buffer.from(srgbProfile());
    expect(icc.readUInt32BE(0)).toBe(icc.length);
    const at = (tag: string): number => icc.readUInt32BE(icc.indexOf(tag, 132) + 4);
    const xyz = (tag: string): number[] => [0, 4, 8].map((n) => icc.readInt32BE(at(tag) + 8 + n) / 65536);
    const sum = [0, 1, 2].map((n) =>
      ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, tag) => total + (xyz(tag)[n] ?? 0), 0),
    );
    for (const [n, value] of xyz('wtpt').entries()) expect(sum[n]).toBeCloseTo(value, 3);
    // The curve is that of the standard: 0.5 → 0.2140.
    expect(icc.readUInt16BE(at('rTRC') + 12 + 2 * 512) / 65535).toBeCloseTo(0.2146, 3);
  });

  it('operators are read with strings, names, dictionaries, comments and inline images whole', () => {
    const stream =
      '/P <</MCID 1 /A [(a) <41>]>> BDC % Tj\n(a\\) (b) Tj) Tj [(x) -3 <4142>] TJ BI /W 1 ID \x00Q EI q';
    expect(readOperators(stream).map((operator) => operator.name)).toEqual(['BDC', 'Tj', 'TJ', 'BI', 'q']);
  });
});
