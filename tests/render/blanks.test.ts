/**
 * Where lines end: blanks to be filled in by hand are in one piece with their labels, marks of notes with what they are set to,
 * in both formats, and no line is spread that has room for more.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/base/diagnostic.ts';
import type { Document } from '../../src/model/document/document.ts';
import type { Inline } from '../../src/model/document/inline.ts';
import type { PrintBrowser } from '../../src/render/pdf/browser.ts';
import { testBrowser } from '../support/browser.ts';
import { pdfFile, wordFile } from '../support/document-files.ts';
import { all, paragraphTexts, parseXml, part } from '../support/docx.ts';
import { documentOf, sectionOf } from '../support/forms-documents.ts';
import { hasPoppler, inspect } from '../support/poppler.ts';
import { body, denseTable, text } from '../support/sample-document.ts';

const BLANK = '＿＿＿＿＿＿';
/** One paragraph for each place of a line of 28 characters that the blank may come to. */
const SENTENCES = Array.from(
  { length: 28 },
  (_, n) => `${'文'.repeat(n)}（联系人：${BLANK}，联系电话：${BLANK}），办结后申请销号。`,
);
const paper = (...texts: string[]) =>
  documentOf('report', [
    sectionOf(
      'report',
      texts.map((one) => body(text(one))),
    ),
  ]);

let browser: Outcome<PrintBrowser>;
beforeAll(async () => {
  browser = await testBrowser();
});
afterAll(() => browser?.value?.close());

describe.skipIf(!hasPoppler)('in the PDF', () => {
  it('stays on one line with its label, and is copied as it is read', async () => {
    const { bytes } = await pdfFile(paper(...SENTENCES), browser);
    const lines = inspect(bytes, 'pdftotext', '@', '-').toString('utf8').split(/\n|\f/);
    const whole = new RegExp(`(?:联系人|联系电话)：${BLANK}`, 'g');
    expect(lines.join('\n').match(whole)).toHaveLength(2 * SENTENCES.length);
  });

  it('goes over lines where it is room for a clause', async () => {
    const { bytes } = await pdfFile(paper(`会议认为，${'＿'.repeat(28)}。`), browser);
    expect(inspect(bytes, 'pdftotext', '@', '-').toString('utf8')).toMatch(/会议认为，＿{10}/);
  });
});

describe('in the Word file', () => {
  it('is kept by a rule for lines: its text is as it was', async () => {
    const { bytes } = await wordFile(paper(...SENTENCES));
    expect(paragraphTexts(bytes)).toEqual(expect.arrayContaining(SENTENCES));
    const rule = /<w:noLineBreaksBefore w:lang="(.*?)" w:val="(.*?)"\/>.*<w:compat>/.exec(
      part(bytes, 'word/settings.xml'),
    );
    const kept = all(parseXml(part(bytes, 'word/document.xml')), 'w:r').filter((run) =>
      all(run, 'w:lang').some((lang) => lang.attributes['w:eastAsia'] === rule?.[1]),
    );
    const texts = kept.flatMap((run) => all(run, 'w:t')).map((node) => node.text);
    expect(new Set(texts)).toEqual(new Set([`系人：${BLANK}`, `系电话：${BLANK}`]));
    expect([...texts.join('')].filter((one) => !rule?.[2]?.includes(one))).toEqual([]);
  });

  it('is laid out so: what would fill its lines to the end takes one more', async () => {
    const above = Array.from({ length: 20 }, () => '文');
    const rest = '文'.repeat(22);
    expect(
      (await wordFile(paper(...above, `${'文'.repeat(23)}电话文${BLANK.replaceAll('＿', '文')}${rest}`)))
        .pages,
    ).toBe(1);
    expect((await wordFile(paper(...above, `${'文'.repeat(23)}电话：${BLANK}${rest}`))).pages).toBe(2);
  });
});

describe('the sign of 互联网+', () => {
  const words = Array.from({ length: 28 }, (_, n) => `${'文'.repeat(n)}互联网+教育试点和互联网+货运。`);

  it.skipIf(!hasPoppler)('begins no line in the PDF', async () => {
    const { bytes } = await pdfFile(paper(...words), browser);
    const copied = inspect(bytes, 'pdftotext', '-raw', '@', '-').toString('utf8');
    expect(copied.match(/网\+/g)).toHaveLength(2 * words.length);
  });

  it('is under the rule for lines in the Word file, which reads as it did', async () => {
    const { bytes } = await wordFile(paper(...words));
    expect(paragraphTexts(bytes)).toEqual(expect.arrayContaining(words));
    expect(part(bytes, 'word/settings.xml')).toMatch(/w:noLineBreaksBefore [^>]*\+/);
    expect(part(bytes, 'word/document.xml')).toMatch(
      /<w:lang w:eastAsia="zh-TW"\/>(?:(?!<w:t).)*<w:t[^>]*>\+</,
    );
  });
});

describe.skipIf(!hasPoppler)('the last character of a text in the PDF', () => {
  const alone = async (paperOf: Document): Promise<string[]> => {
    const { bytes } = await pdfFile(paperOf, browser);
    return (
      inspect(bytes, 'pdftotext', '-raw', '@', '-')
        .toString('utf8')
        .match(/^尾。$/gmu) ?? []
    );
  };

  it('is not alone in its line at the end of a sentence, wherever its lines end', async () => {
    const sentences = Array.from({ length: 28 }, (_, n) => `${'文'.repeat(40 + n)}结尾。`);
    expect(await alone(paper(...sentences))).toEqual([]);
  });

  it('is not alone in a cell, wherever its lines end', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => [`${'文'.repeat(40 + n)}结尾。`]);
    expect(await alone(documentOf('report', [sectionOf('report', [denseTable(rows)])]))).toEqual([]);
  });
});

describe.skipIf(!hasPoppler)('a line of the PDF', () => {
  const widthOf = (line: string): number =>
    [...line.replaceAll(' ', '')].reduce((sum, sign) => sum + (/[!-~]/.test(sign) ? 0.5 : 1), 0);

  it.each<[string, Inline[]]>([
    ['“未报送”', [text('列示。')]],
    ['《台账》', [{ kind: 'strong', children: [text('列示')] }, text('并逐项通报。')]],
  ])('that may end behind %s is filled, wherever that comes to stand', async (closed, after) => {
    const sentences = Array.from({ length: 56 }, (_, n) =>
      body(text(`${'文'.repeat(10 + n / 2)}${n % 2 ? '—' : ''}2022年三季度的材料中都按${closed}`), ...after),
    );
    const { bytes } = await pdfFile(documentOf('report', [sectionOf('report', sentences)]), browser);
    const copied = inspect(bytes, 'pdftotext', '-raw', '@', '-').toString('utf8');
    const lines = copied.split(/[\n\f]/).filter((line) => /文|材/.test(line) && !line.endsWith('。'));
    expect(lines.length).toBeGreaterThanOrEqual(sentences.length);
    expect(lines.filter((line) => widthOf(line) < 23)).toEqual([]);
    expect(copied).not.toMatch(/\u200B/);
  });
});

describe('marks of notes', () => {
  const noted = documentOf('report', [
    sectionOf(
      'report',
      Array.from({ length: 28 }, (_, n) =>
        body(text(`${'文'.repeat(n)}。`), { kind: 'noteMark', n: 2, children: [] }, text('后文。')),
      ),
    ),
  ]);

  it.skipIf(!hasPoppler)('begin no line in the PDF, and nothing is copied with them', async () => {
    const { bytes } = await pdfFile(noted, browser);
    const copied = inspect(bytes, 'pdftotext', '-raw', '@', '-').toString('utf8');
    expect(copied.match(/。\s?②/g)).toHaveLength(28);
    expect(copied).not.toMatch(/^②|\u2060/m);
  });

  it('are under the rule for lines in the Word file', async () => {
    const { bytes } = await wordFile(noted);
    expect(part(bytes, 'word/settings.xml')).toMatch(/w:noLineBreaksBefore [^>]*②/);
    expect(part(bytes, 'word/document.xml')).toMatch(
      /<w:lang w:eastAsia="zh-TW"\/>(?:(?!<w:t).)*<w:t[^>]*>②/,
    );
  });
});
