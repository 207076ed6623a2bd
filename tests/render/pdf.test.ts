import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import { digestOf } from '../../src/base/digest.ts';
import { type Block, type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import { contentsOf } from '../../src/render/html/document.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import type { Pdf } from '../../src/render/pdf/render.ts';
import { testBrowser } from '../support/browser.ts';
import { printOf, wordFile } from '../support/document-files.ts';
import { testEffects } from '../support/effects.ts';
import { testFonts, wholeFonts } from '../support/fonts.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { hasPoppler, hasQpdf, inkBox, inspect, pageTexts, strengthsAcross } from '../support/poppler.ts';
import {
  body,
  cell,
  denseTable,
  figure,
  heading,
  RARE,
  sampleCharts,
  sampleDocument,
  text,
} from '../support/sample-document.ts';

let browser: Outcome<PrintBrowser>;
let sample: Pdf;
/** One for all: a page that has loaded its fonts is used again. */
const effects = testEffects();

function print(
  document: Document,
  fonts: FontSet = testFonts(),
  charts = sampleCharts,
): Promise<Outcome<Pdf>> {
  return printOf(document, browser, { fonts, charts, effects });
}

async function printed(document: Document): Promise<Pdf> {
  const { value, diagnostics } = await print(document);
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('nothing printed');
  return value;
}

beforeAll(async () => {
  browser = await testBrowser();
  sample = await printed(sampleDocument);
});
afterAll(() => browser?.value?.close());

/** A page of the densest text: 22 lines of 28 characters. */
const fullPage: Document = {
  ...sampleDocument,
  sections: [
    {
      ...PLAIN_SECTION,
      blocks: [{ kind: 'paragraph', style: 'flush', children: [text('国'.repeat(28 * 22 * 2 + 29))] }],
    },
  ],
};

/** Kinds and names of the fonts of a file, each once. */
async function fontsOf({ bytes }: Pdf): Promise<{ kinds: unknown[]; names: unknown[] }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((object) => object.get(PDFName.of('Type'))?.toString() === '/Font');
  const each = (key: string) => [
    ...new Set(
      fonts.map((font) =>
        font
          .get(PDFName.of(key))
          ?.toString()
          .replace(/^\/[A-Z]+\+/, ''),
      ),
    ),
  ];
  return { kinds: each('Subtype').sort(), names: each('BaseFont').sort() };
}

describe('the file', () => {
  it('is the same with whole fonts as with those that were got ready', async () => {
    const { value } = await print(sampleDocument, wholeFonts());
    expect(value && digestOf(value.bytes)).toBe(digestOf(sample.bytes));
  });

  it('is the same, byte for byte, when printed again', async () => {
    const again = await printed(sampleDocument);
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(sample.bytes))).toBe(0);
  });

  it('carries the document’s metadata and no time of printing', async () => {
    const pdf = await PDFDocument.load(sample.bytes, { updateMetadata: false });
    const { meta } = sampleDocument;
    expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject()]).toEqual([
      meta.title,
      meta.author,
      meta.subject,
    ]);
    expect(pdf.getKeywords()).toBe(meta.keywords.join(' '));
    expect(pdf.getCreationDate()?.toISOString()).toBe('2022-09-30T00:00:00.000Z');
    expect(pdf.getModificationDate()?.toISOString()).toBe('2022-09-30T00:00:00.000Z');
    expect(pdf.getLanguage()).toBe('zh-CN');
    expect(pdf.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
    expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe(
      'true',
    );
    expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
  });

  it('embeds TrueType subsets under their real names, none as Type 3', async () => {
    const { kinds, names } = await fontsOf(sample);
    expect(kinds).toEqual(['/CIDFontType2', '/Type0']);
    expect(names).toEqual([
      'LXGWWenKai-Regular',
      'NotoSansSC-Medium',
      'NotoSerifSC-Bold',
      'NotoSerifSC-Regular',
    ]);
  });

  it('has page numbers in their own face where no other text is set in it', async () => {
    const onlyHeadings = {
      ...sampleDocument,
      sections: [{ ...PLAIN_SECTION, blocks: [heading(1, 'only', '一、', '总体')] }],
    };
    const { names } = await fontsOf(await printed(onlyHeadings));
    expect(names).toEqual(['NotoSansSC-Medium', 'NotoSerifSC-Regular']);
  });

  it('has sheets of both orientations and a bookmark for every heading', () => {
    const headings = sampleDocument.sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'heading');
    expect(sample.bookmarks).toHaveLength(headings.length);
    expect(sample.bookmarks[0]).toEqual({ title: '一、总体进展', level: 1, page: 2 });
    expect(sample.bookmarks.at(-1)).toEqual({ title: '（1）规则', level: 2, page: sample.pages });
  });

  it.skipIf(!hasQpdf)('is sound to qpdf', () => {
    expect(inspect(sample.bytes, 'qpdf', '--check', '@').toString()).toContain(
      'No syntax or stream encoding errors',
    );
  });
});

describe('the pages', () => {
  it.skipIf(!hasPoppler)('list every heading with its true page in the contents', () => {
    const pages = pageTexts(sample.bytes);
    const lines = (pages[0] ?? '').split('\n').map((line) => line.replaceAll(/[\s　]/g, ''));
    for (const entry of contentsOf(sampleDocument)) {
      const title = entry.text.replaceAll('　', '');
      const page = sample.bookmarks.find((b) => b.title.replaceAll(/[\s　]/g, '') === title)?.page;
      expect(page).toBeGreaterThan(1);
      expect(lines).toContain(`${title}${page}`);
      const found = pages[(page ?? 0) - 1]?.replaceAll(/[\s　]/g, '');
      expect(found).toContain(title.replace(/^附件\d/, ''));
    }
  });

  it.skipIf(!hasPoppler)('are numbered, marked, and show hostile text and rare characters', () => {
    const pages = pageTexts(sample.bytes);
    expect(pages).toHaveLength(sample.pages);
    for (const [index, page] of pages.entries()) {
      const turned = page.replaceAll(/\s/g, '');
      expect(turned).toContain(`—${index + 1}—`);
      expect(turned).toContain('演示数据');
    }
    const all = pages.join('\n');
    expect(all).toContain('<script>alert(1)</script> **粗** | a | {{secret}}');
    expect(all).toContain(RARE);
    expect(all.match(/序号\s+任务\s+进展\s+状态/g)?.length).toBe(4);
  });

  it.skipIf(!hasPoppler)(
    'hold 22 lines of 28 characters whose ink fills the 版心, with mirrored margins',
    async () => {
      const { bytes, pages } = await printed(fullPage);
      expect(pages).toBe(3);
      const [first, second] = pageTexts(bytes).map((page) =>
        page.split('\n').filter((line) => line.includes('国')),
      );
      expect(first).toHaveLength(22);
      expect(second).toHaveLength(22);
      expect(first?.every((line) => line.trim().length === 28)).toBe(true);
      for (const [page, left] of [
        [1, 28],
        [2, 26],
      ] as const) {
        const box = inkBox(bytes, page, 0, 264);
        expect(Math.abs(box.bottomMm - box.topMm - 225)).toBeLessThan(1);
        expect(Math.abs(box.rightMm - box.leftMm - 156)).toBeLessThan(1);
        expect(Math.abs(box.topMm - 37)).toBeLessThan(1);
        expect(Math.abs(box.leftMm - left)).toBeLessThan(1);
      }
    },
  );

  it.skipIf(!hasPoppler)(
    'put the dash of the page number 7 mm under the 版心, one character from its edge',
    async () => {
      const { bytes } = await printed({ ...fullPage, meta: { ...fullPage.meta, pageMark: '' } });
      const odd = inkBox(bytes, 1, 264, 297);
      const even = inkBox(bytes, 2, 264, 297);
      const character = (14 * 25.4) / 72;
      const middle = (odd.topMm + odd.bottomMm) / 2;
      expect(Math.abs(middle - (262 + 7))).toBeLessThan(1);
      expect(Math.abs(odd.rightMm - (210 - 26 - character))).toBeLessThan(1);
      expect(Math.abs(even.leftMm - (26 + character))).toBeLessThan(1);
    },
  );

  it.each(['normal', 'dense'] as const)('hold as many rows of a %s table as in Word', async (density) => {
    const rows = Array.from({ length: density === 'dense' ? 125 : 93 }, (_, i) => [`任务${i + 1}`]);
    const document = documentOf('report', [sectionOf('report', [{ ...denseTable(rows), density }])]);
    expect([(await printed(document)).pages, (await wordFile(document)).pages]).toEqual([3, 3]);
  });

  it.runIf(hasPoppler)('break a head evenly, and a figure that is wider than its cell', async () => {
    const table: Block = {
      ...denseTable([]),
      columns: [13, 143].map((width) => ({ width, align: 'right' })),
      head: [['年度计划', '项目'].map((words) => ({ ...cell([text(words)]), header: true }))],
      body: [[cell([figure('约0.52万亿元', 0.52, '万亿元')]), cell([text('甲')])]],
    };
    const { bytes } = await printed({ ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks: [table] }] });
    const [page = ''] = pageTexts(bytes);
    expect(page).toMatch(/年度\s+计划|年度[^计]+项目\s+计划/);
    expect(page).not.toContain('约0.52万亿元');
  });

  it.runIf(hasPoppler)(
    'draw boxes with the same rule on all sides, on the right page and on the left',
    async () => {
      const boxes: Block = {
        kind: 'keyFigures',
        items: ['任务', '滞后', '未报送'].map((label) => ({
          label: [text(label)],
          value: [figure('97项', 97, '项')],
          detail: [],
        })),
      };
      const page = sectionOf('report', [boxes]);
      const { bytes } = await printed(documentOf('report', [page, page]));
      for (const number of [1, 2]) {
        const { topMm } = inkBox(bytes, number, 0, 264);
        const rules = strengthsAcross(bytes, number, topMm + 1);
        expect(rules).toHaveLength(6);
        expect(Math.max(...rules) - Math.min(...rules), `${rules}`).toBeLessThan(0.1);
      }
    },
  );

  it('do not print mixed faces off the grid', async () => {
    const mixed = body(
      text('宋'),
      { kind: 'emphasis', children: [text('楷')] },
      { kind: 'strong', children: [text('黑')] },
    );
    const blocks = Array.from({ length: 22 }, () => mixed);
    const { pages } = await printed({ ...sampleDocument, sections: [{ ...PLAIN_SECTION, blocks }] });
    expect(pages).toBe(1);
  });
});

describe('failures', () => {
  it('of a font file stop the print', async () => {
    const fonts = wholeFonts();
    const body = { ...fonts.faces.body, family: '没有', path: `${fonts.faces.body.path}.gone` };
    const { value, diagnostics } = await print(sampleDocument, { ...fonts, faces: { ...fonts.faces, body } });
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['resourceNotLoaded']);
  });

  it.each([
    ['an attribute', '<image href="https://example.com/a.png" width="9" height="9"/>'],
    ['a style', '<rect style="fill:url(\'file:///etc/a.svg#b\')" width="9" height="9"/>'],
    ['a style sheet', '<style>@import "https://example.com/a.css";</style>'],
  ])('of a drawing that asks for outside content by %s stop the print', async (_, inside) => {
    const charts = new Map([['pace', `<svg>${inside}</svg>`]]);
    const { value, diagnostics } = await print(sampleDocument, testFonts(), charts);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['resourceRefused']);
  });

  it('are none where a drawing refers to itself, holds its data, or says such a thing in words', async () => {
    const inside =
      '<style>a::before{content:"url(https://example.com)"}</style><rect fill="url(#a)" width="9" height="9"/>' +
      '<image href="data:image/png;base64,AA==" width="9" height="9" aria-label="url(https://example.com)"/>';
    const { value, diagnostics } = await print(
      sampleDocument,
      testFonts(),
      new Map([['pace', `<svg>${inside}</svg>`]]),
    );
    expect(diagnostics).toEqual([]);
    expect(value).toBeDefined();
  });
});
