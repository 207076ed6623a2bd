import { beforeAll, describe, expect, it } from 'vitest';
import { docxMeasuredByGuess } from '../../src/base/messages/render-docx.ts';
import { type Block, type Document, PLAIN_SECTION } from '../../src/model/document/document.ts';
import { type DocxFile, renderDocx } from '../../src/render/docx/render.ts';
import { figureApart } from '../../src/render/docx/text/figure-apart.ts';
import { documentHtml } from '../../src/render/html/document.ts';
import {
  all,
  documentXml,
  first,
  outline,
  paragraphText,
  paragraphTexts,
  parseXml,
  part,
  partNames,
  val,
  type XmlNode,
} from '../support/docx.ts';
import { memoryEffects, testEffects } from '../support/effects.ts';
import { testFonts } from '../support/fonts.ts';
import {
  body,
  cell,
  denseTable,
  figure,
  HOSTILE,
  heading,
  sampleDocument,
  text,
} from '../support/sample-document.ts';
import { officialTheme as theme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

let sample: DocxFile;

async function word(document: Document, effects = testEffects()): Promise<DocxFile> {
  const { value } = await renderDocx(document, { theme, fonts: testFonts(), effects });
  if (!value) throw new Error('nothing written');
  return value;
}

const withBlocks = (...blocks: Block[]): Document => ({
  ...sampleDocument,
  sections: [{ ...PLAIN_SECTION, blocks }],
});

beforeAll(async () => {
  const outcome = await renderDocx(sampleDocument, { theme, fonts: testFonts(), effects: testEffects() });
  expect(outcome.diagnostics).toEqual([]);
  if (!outcome.value) throw new Error('nothing written');
  sample = outcome.value;
});

describe('lines that stand closer', () => {
  const LINE = /<w:spacing w:after="0" w:before="0" w:line="(\d+)" w:lineRule="exact"\/>/g;
  const drawn = (...closer: (number | undefined)[]): Document => ({
    ...sampleDocument,
    sections: closer.map((closerPt, i) => ({
      ...PLAIN_SECTION,
      ...(closerPt !== undefined && { closerPt }),
      blocks: [body(text('正文。')), heading(1, `h${i}`, '一、', '标题'), body(text('又一段。'))],
    })),
  });
  const linesOf = async (document: Document) => {
    const { bytes } = await word(document);
    const style = new RegExp(`w:styleId="GwBody".*?${LINE.source}`, 's').exec(part(bytes, 'word/styles.xml'));
    const written = [...part(bytes, 'word/document.xml').matchAll(LINE)].map((found) => Number(found[1]));
    return { style: Number(style?.[1]), written };
  };
  const usual = Math.round(theme.text.body.line * 20);

  it('are the style’s where all of a style do so, and the paragraphs’ where sections differ', async () => {
    expect(await linesOf(drawn(undefined))).toEqual({ style: usual, written: [] });
    expect(await linesOf(drawn(2, 2))).toEqual({ style: usual - 40, written: [] });
    const mixed = await linesOf(drawn(2, undefined));
    expect(mixed.style).toBe(usual);
    expect(mixed.written).toEqual([usual - 40, usual - 40, usual - 40]);
  });
});

describe('the file', () => {
  it.runIf(hasValidator)('is valid Open XML for Office 2019 and Microsoft 365', async () => {
    expect(await validate(sample.bytes)).toEqual([]);
  });

  it('is the same, byte for byte, when written again', async () => {
    const again = await word(sampleDocument);
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(sample.bytes))).toBe(0);
  });

  it('names title, issuer, subject and keywords, and is dated by the document', () => {
    const core = parseXml(part(sample.bytes, 'docProps/core.xml'));
    const texts = [
      'dc:title',
      'dc:creator',
      'dc:subject',
      'cp:keywords',
      'dcterms:created',
      'dcterms:modified',
    ].map((name) => first(core, name)?.text);
    const { title, author, subject } = sampleDocument.meta;
    expect(texts).toEqual([
      title,
      author,
      subject,
      '数字经济；调度',
      '2022-09-30T00:00:00Z',
      '2022-09-30T00:00:00Z',
    ]);
  });

  it('makes Word ask nothing: no field is left to update', () => {
    expect(part(sample.bytes, 'word/settings.xml')).not.toContain('updateFields');
    expect(part(sample.bytes, 'word/document.xml')).not.toContain('w:dirty');
  });

  it('reads as expected', async () => {
    await expect(outline(sample.bytes)).toMatchFileSnapshot('golden/docx/sample.txt');
  });
});

describe('styles', () => {
  const styles = () => all(parseXml(part(sample.bytes, 'word/styles.xml')), 'w:style');
  const named = (name: string) => styles().find((style) => val(first(style, 'w:name')) === name);

  it('have the names by which Word knows headings and contents, and Chinese ones of our own', () => {
    const names = styles().map((style) => val(first(style, 'w:name')));
    expect(names).toEqual(
      expect.arrayContaining(['heading 1', 'heading 4', 'toc 1', 'toc 3', 'caption', '公文正文', '表文']),
    );
    expect(
      [1, 2, 3, 4].map((level) =>
        val(named(`heading ${level}`) && first(named(`heading ${level}`) as never, 'w:outlineLvl')),
      ),
    ).toEqual(['0', '1', '2', '3']);
  });

  it('are all that Word shows: its own stay out of the gallery until they are used', () => {
    const shown = (style: XmlNode): string => val(first(style, 'w:name'));
    const xml = part(sample.bytes, 'word/styles.xml');
    expect(xml).toMatch(/<\/w:docDefaults><w:latentStyles [^>]*w:defSemiHidden="1" w:defUnhideWhenUsed="1"/);
    const custom = styles().filter((style) => style.attributes['w:customStyle'] === '1');
    const chinese = styles().filter((style) => /^\p{Script=Han}/u.test(shown(style)));
    expect(custom.map(shown)).toEqual(chinese.map(shown));
    expect(custom.length).toBeGreaterThan(20);
  });

  it('set the body on a grid of 28 by 22 with office fonts and no theme fonts', () => {
    const style = named('公文正文');
    const fonts = style && first(style, 'w:rFonts')?.attributes;
    expect(fonts).toMatchObject({ 'w:eastAsia': '仿宋_GB2312', 'w:ascii': 'Times New Roman' });
    const spacings = style ? all(style, 'w:spacing').map((node) => node.attributes) : [];
    expect(spacings).toEqual([
      expect.objectContaining({ 'w:line': '592', 'w:lineRule': 'exact' }),
      { 'w:val': '-5' },
    ]);
    expect(part(sample.bytes, 'word/styles.xml')).not.toMatch(/Theme="/);
  });

  it('keep that spacing from text of other sizes', () => {
    const style = named('表文');
    expect(style && all(style, 'w:spacing').map((node) => node.attributes['w:val'])).toEqual([undefined]);
    expect(val(first(named('Normal') as never, 'w:basedOn'))).toBe('');
    expect(all(named('Normal') as never, 'w:spacing').some((node) => 'w:val' in node.attributes)).toBe(false);
  });

  it('leave no paragraph without one that exists', () => {
    const ids = new Set(styles().map((style) => style.attributes['w:styleId']));
    const used = all(documentXml(sample.bytes), 'w:pStyle').map(val);
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
    expect(all(documentXml(sample.bytes), 'w:p').filter((p) => !first(p, 'w:pStyle'))).toEqual([]);
  });
});

describe('contents', () => {
  it('list every heading with a page number', () => {
    const entries = all(documentXml(sample.bytes), 'w:p').filter(
      (p) => val(first(p, 'w:pStyle')).startsWith('TOC') && first(p, 'w:hyperlink'),
    );
    const lines = entries.map((entry) => paragraphText(entry).split('\t'));
    expect(lines.map(([title]) => title)).toEqual([
      '一、总体进展',
      '二、专项进展',
      '（一）数字技术创新专项',
      '（二）数字产业集聚专项',
      '（三）园区数字化专项',
      '三、下一步安排',
      '附件1　重点任务台账',
      '附件2　方法说明',
    ]);
    for (const [, page] of lines) expect(page).toMatch(/^[1-9]\d*$/);
  });

  it('says so when it has no font to measure with', async () => {
    const outcome = await renderDocx(sampleDocument, {
      theme,
      fonts: testFonts(),
      effects: memoryEffects({}),
    });
    expect(outcome.diagnostics.map((d) => d.code)).toContain(docxMeasuredByGuess().code);
    expect(outcome.value).toBeDefined();
  });
});

describe('tables', () => {
  it('repeat their head rows, split no row, and give every column a width', () => {
    for (const table of all(documentXml(sample.bytes), 'w:tbl').slice(1)) {
      const rows = all(table, 'w:tr');
      const heads = rows.filter((row) => first(row, 'w:tblHeader'));
      expect(rows.slice(0, heads.length)).toEqual(heads);
      const widths = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']));
      expect(widths.every((width) => width > 0)).toBe(true);
      if (rows.length > 1) expect(rows.every((row) => first(row, 'w:cantSplit'))).toBe(true);
    }
  });

  it('keep their first and their last rows together', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => [`任务${i + 1}`]);
    const [table] = all(documentXml((await word(withBlocks(denseTable(rows)))).bytes), 'w:tbl');
    const kept = all(table as XmlNode, 'w:tr').filter((row) => first(row, 'w:keepNext'));
    expect(kept.map((row) => all(row, 'w:p').map(paragraphText).join(''))).toEqual(
      ['', 1, 2, 7, 8, 9, 10, 11].map((number) => `任务${number}`),
    );
  });

  it('have heads that are broken between words, where the PDF breaks them', async () => {
    const block: Block = {
      ...denseTable([['1.00']]),
      columns: [
        { width: 17, align: 'right' },
        { width: 139, align: 'left' },
      ],
      head: [['年度计划投资', '项目'].map((words) => ({ ...cell([text(words)]), header: true }))],
      body: [[cell([text('1.00')]), cell([text('甲')])]],
    };
    const document = withBlocks(block);
    const [table] = all(documentXml((await word(document)).bytes), 'w:tbl');
    const [head] = all(table as XmlNode, 'w:tc');
    expect(all(head as XmlNode, 'w:r').map((run) => (first(run, 'w:br') ? '/' : paragraphText(run)))).toEqual(
      ['年度计划', '/', '投资'],
    );
    const html = documentHtml(document, { theme, fonts: testFonts(), charts: new Map() }).html;
    expect(html).toContain('年度计划<br>投资</th>');
  });

  it('have the mark of a status on the first line where its word takes two, in both formats', async () => {
    const narrow = (width: number): Block => ({
      ...denseTable([['']]),
      columns: [width, 225 - width].map((mm) => ({ width: mm, align: 'left' })),
      head: [],
      body: [[cell([{ kind: 'status', status: 'farBehind', form: 'short' }]), cell([text('甲')])]],
    });
    const page = (width: number): Document => ({
      ...sampleDocument,
      sections: [{ ...PLAIN_SECTION, orientation: 'landscape', blocks: [narrow(width)] }],
    });
    const said = async (width: number): Promise<string[]> => {
      const [table] = all(documentXml((await word(page(width))).bytes), 'w:tbl');
      const [own] = all(table as XmlNode, 'w:tc');
      return all(own as XmlNode, 'w:r').map((run) => (first(run, 'w:br') ? '/' : paragraphText(run)));
    };
    expect(await said(15.2)).toEqual(['■严重', '/', '滞后']);
    expect((await said(19)).join('')).toBe('■严重滞后');
    const { html } = documentHtml(page(15.2), { theme, fonts: testFonts(), charts: new Map() });
    expect(html).toContain('>■严重<br>滞后</td>');
  });

  it('keep all that is said below them on their page', async () => {
    const below = ['注：甲。', '数据来源：乙。'];
    const paragraphs = all(
      documentXml((await word(withBlocks(denseTable([['任务1']], below)))).bytes),
      'w:p',
    );
    const keeps = (start: string) =>
      paragraphs
        .filter((p) => paragraphText(p).startsWith(start))
        .map((p) => first(p, 'w:keepNext') !== undefined && val(first(p, 'w:keepNext')) !== 'false');
    expect([keeps('注'), keeps('数据来源')]).toEqual([[true], [false]]);
  });

  it('are followed by room where something follows, and by a paragraph of no height where their section ends', async () => {
    const twice = withBlocks(denseTable([['任务1']]), denseTable([['任务2']]));
    const gaps = all(documentXml((await word(twice)).bytes), 'w:p').filter(
      (p) => val(first(p, 'w:pStyle')) === 'GwGap' && !first(p, 'w:keepNext'),
    );
    expect(gaps.map((p) => first(p, 'w:spacing')?.attributes['w:line'])).toEqual([undefined, '20']);
  });

  it('are as wide as the text of their section', () => {
    const [, goals, , ledger] = all(documentXml(sample.bytes), 'w:tbl');
    const width = (table: typeof goals) =>
      table && all(table, 'w:gridCol').reduce((sum, c) => sum + Number(c.attributes['w:w']), 0);
    expect(Math.abs((width(goals) ?? 0) - (156 / 25.4) * 1440)).toBeLessThan(3);
    expect(Math.abs((width(ledger) ?? 0) - (225 / 25.4) * 1440)).toBeLessThan(3);
  });
});

describe('footers', () => {
  const footer = (n: number) => parseXml(part(sample.bytes, `word/footer${n}.xml`));
  const line = (n: number) => all(footer(n), 'w:p').map(paragraphText).join('');

  it('put the page number right on odd pages, left on even ones, the mark opposite', () => {
    expect(part(sample.bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
    expect([line(1), line(2)]).toEqual(['演示数据\t— 1 —', '— 1 —\t演示数据']);
    expect(all(footer(1), 'w:instrText').map((code) => code.text.trim())).toEqual(['PAGE \\* ARABIC']);
  });

  it('turn it on landscape pages, where it keeps its place on the sheet', () => {
    expect(line(3)).toBe('演示数据\t— 1 —');
    expect(val(first(footer(3), 'w:textDirection'))).toBe('tbRl');
    expect(first(footer(1), 'w:tbl')).toBeUndefined();
  });
});

describe('submitted text', () => {
  it('prints exactly as typed', async () => {
    expect(paragraphTexts(sample.bytes)).toContain(HOSTILE);
    expect(paragraphTexts(sample.bytes)).toContain(`${HOSTILE}\n断行之后。`);
    expect(
      partNames(sample.bytes).filter((name) => name.includes('macro') || name.includes('oleObject')),
    ).toEqual([]);
  });

  it('can not reach the placeholders of the Word library, and loses what no file can hold', async () => {
    const { bytes } = await word(
      withBlocks(
        heading(1, 'a', '一、', '标题'),
        body(text('{headings-0}{\uFDD0headings-0}甲\u0000\u0007乙\uD800丙')),
      ),
    );
    expect(paragraphTexts(bytes)).toContain('{headings-0}{headings-0}甲乙丙');
  });

  it('keeps Chinese punctuation in the Chinese font', async () => {
    const { bytes } = await word(withBlocks(body(text('“一号”……—·'))));
    const run = all(documentXml(bytes), 'w:r').find((one) => first(one, 'w:t')?.text.startsWith('“'));
    expect(run && first(run, 'w:rFonts')?.attributes['w:hint']).toBe('eastAsia');
  });
});

describe('words that call up a speaker', () => {
  it('stay with the hint below them, and nothing else does', async () => {
    const hint = body({ kind: 'emphasis', children: [text('提示：滞后3项。')] });
    const call = body(text('下面，请省科技厅汇报。'));
    const long = body(text(`${'文'.repeat(60)}。`));
    const file = await word(withBlocks(call, hint, call, long, hint, call));
    const kept = all(documentXml(file.bytes), 'w:p').map((p) => first(p, 'w:keepNext') !== undefined);
    expect(kept).toEqual([true, false, false, false, false, false]);
  });
});

describe('emphasis', () => {
  it('emboldens only faces that may be', async () => {
    const strong = { kind: 'strong' as const, children: [text('重点')] };
    const { bytes } = await word(
      withBlocks({ ...heading(1, 'a', '一、', ''), children: [strong] }, body(strong)),
    );
    const runs = all(documentXml(bytes), 'w:p')
      .filter((p) => paragraphText(p) === '重点')
      .map((p) => val(first(p, 'w:rStyle')));
    expect(runs).toEqual(['', 'Strong']);
  });
});

it('sets a key figure smaller that is wider than its box, so that it stays with its unit', async () => {
  const item = (value: string) => ({ label: [text('规模')], value: [text(value)], detail: [] });
  const items = ['1320PFLOPS', '97项', '15项', '1项'].map(item);
  const { bytes } = await word(withBlocks({ kind: 'keyFigures', items }));
  const sizeOf = (words: string): number => {
    const run = all(documentXml(bytes), 'w:r').find((one) => first(one, 'w:t')?.text === words);
    return Number(run && val(first(run, 'w:sz'))) / 2;
  };
  expect(sizeOf('1320PFLOPS')).toBeGreaterThan(10);
  expect(sizeOf('1320PFLOPS')).toBeLessThan(theme.text.keyFigure.size);
  // As the paragraph's style says.
  expect(sizeOf('97项')).toBe(0);
});

it('gives a figure that does not fit behind its word a line of its own', () => {
  const goal = [text('首次突破'), figure('1万亿元', 1, '万亿元')];
  expect(figureApart(goal, 8)).toEqual(goal);
  expect(figureApart(goal, 6).map(({ kind }) => kind)).toEqual(['text', 'break', 'figure']);
  expect(figureApart([text('未报送，按上季度计')], 3)).toHaveLength(1);
});
