/** Forms of official documents as HTML and as Word files, against golden files; forms.slow.test.ts measures them on paper. */
import { describe, expect, it } from 'vitest';
import { type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import { documentHtml } from '../../src/render/html/document.ts';
import { recipientsPlaced } from '../../src/render/layout/first-page.ts';
import { wordFile } from '../support/document-files.ts';
import { outline, part } from '../support/docx.ts';
import { testFonts } from '../support/fonts.ts';
import {
  cardsDocument,
  formDocument,
  gridDocument,
  seatsDocument,
  sheetDocument,
  volumeDocument,
} from '../support/forms-documents.ts';
import { officialTheme as theme } from '../support/theme.ts';

/** One document for each new kind of block. */
const SAMPLES = {
  letterhead: formDocument('bulletin', { marks: ['会议材料之三'] }),
  annexList: formDocument('official'),
  attendance: formDocument('minutes'),
  imprint: formDocument('bulletin'),
  statusGrid: gridDocument('track'),
  cover: volumeDocument,
  divider: volumeDocument,
  nameCard: cardsDocument,
  seatingPlan: seatsDocument,
} as const;

describe('as in the golden files', () => {
  it.each(Object.entries(SAMPLES))('is the HTML of %s', async (kind, document) => {
    const blocks = document.sections.flatMap((section) => section.blocks.filter((b) => b.kind === kind));
    const one = {
      ...document,
      sections: [{ ...PLAIN_SECTION, form: document.form, blocks: blocks.slice(0, 3) }],
    };
    const { html } = documentHtml(one, { theme, fonts: testFonts(), charts: new Map() });
    const inner = html.slice(html.indexOf('<body>') + 7, html.indexOf('</body>'));
    const lines = inner.replace(/(<(?:p|h\d|tr|th|td|table|tbody|div|footer|header)[ >])/g, '\n$1');
    await expect(lines).toMatchFileSnapshot(`golden/html/${kind}.html`);
  });

  it.each([
    ['official', formDocument('official', { characters: 80 })],
    ['minutes', formDocument('minutes', { characters: 80, marks: ['会议材料之二'] })],
    ['sheet', sheetDocument],
    ['volume', volumeDocument],
  ])('is the Word file of the form %s', async (form, document) => {
    await expect(outline((await wordFile(document)).bytes)).toMatchFileSnapshot(`golden/docx/${form}.txt`);
  });
});

it('the date of a 版记 is not broken: where a long name leaves no room, it has the next line, at the right', async () => {
  const broken = async (issuer: string): Promise<boolean> => {
    const document = formDocument('official', { characters: 80 });
    for (const section of document.sections)
      for (const block of section.blocks) if (block.kind === 'imprint') block.issuer = issuer;
    const xml = part((await wordFile(document)).bytes, 'word/document.xml');
    const from = xml.lastIndexOf(issuer);
    return /^(?:(?!印发).)*<w:br\/>/s.test(xml.slice(from));
  };
  expect(await broken('甲县发展办公室')).toBe(false);
  expect(await broken('甲县推进数字经济高质量发展工作领导小组办公室')).toBe(true);
});

it('a 主送 that leaves no room on the first page is told with the paper it stands in, and where to shorten it', () => {
  const addressee = `${Array.from({ length: 70 }, () => '某某厅').join('、')}：`;
  const paper = formDocument('official', { addressee });
  const { diagnostics } = documentHtml(paper, { theme, fonts: testFonts(), charts: new Map() });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    `《${paper.meta.title}》的主送机关过多，首页排不下正文。`,
  ]);
  expect(diagnostics[0]?.hints.join('')).toContain('addressee');
});

describe('主送 that leave the first page no room for text', () => {
  const to = (count: number): string => `${Array.from({ length: count }, () => '某某厅').join('、')}：`;
  const inputs = { theme, fonts: testFonts(), charts: new Map() };
  const kinds = (document: Document): string[] =>
    document.sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind));

  it('stand in the 版记, where none is lost, and above 抄送 with no rule between them', async () => {
    const placed = recipientsPlaced(formDocument('official', { addressee: to(41) }), theme);
    expect(kinds(placed)).not.toContain('addressee');
    const { html, diagnostics } = documentHtml(placed, inputs);
    expect(diagnostics).toEqual([]);
    const listed = to(41).replace('：', '。');
    expect(html).toMatch(
      new RegExp(`class="t-imprint copies recipients">主送：${listed}</p><p class="t-imprint copies">抄送：`),
    );
    const xml = part((await wordFile(placed)).bytes, 'word/document.xml');
    const cell = xml.split('<w:tc>').find((one) => one.includes('主送：'));
    expect(cell).toContain('抄送：');
  });

  it('stay below the title while it has room for it, and in a paper without 版记', () => {
    const papers = [
      formDocument('official', { addressee: to(20) }),
      formDocument('official', { addressee: to(41), imprint: false }),
    ];
    for (const paper of papers) expect(recipientsPlaced(paper, theme)).toBe(paper);
  });
});
