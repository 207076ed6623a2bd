/** The white paper from the repository's data to finished files, looked at by other programs. */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import { build, compose } from '../../src/pipeline.ts';
import { captionsOf, contentsOf } from '../../src/render/html/document.ts';
import { bookmarks, openPdf } from '../../src/render/pdf/destinations.ts';
import { all, documentXml, first, paragraphText, paragraphTexts, val } from '../support/docx.ts';
import { folderEffects, type TestEffects } from '../support/effects.ts';
import { legibilityOfPdf, legibilityOfWord } from '../support/legible.ts';
import { machine } from '../support/machine.ts';
import { squeeze } from '../support/pieces.ts';
import { hasPoppler, hasQpdf, inspect } from '../support/poppler.ts';
import { hasValidator, validate } from '../support/validator.ts';

const YEAR = parseYear('2022') as Year;
const file = (effects: TestEffects, ending: string): Uint8Array => {
  const found = [...effects.written].find(([path]) => path.endsWith(ending))?.[1];
  if (!found) throw new Error(ending);
  return found;
};

describe('the white paper', () => {
  const effects = folderEffects();
  let document: Document;
  let pages: string[];
  /** Sheet on which the text begins, by the bookmark of its first chapter. */
  let start: number;

  beforeAll(async () => {
    const request = { ...machine(), period: YEAR, only: [], out: 'out' };
    const result = await build({ ...request, formats: ['pdf', 'docx'] }, effects);
    expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    document = (await compose({ period: YEAR, only: [] }, folderEffects())).pack?.documents[0]
      ?.document as Document;
    const marks = bookmarks(await openPdf(file(effects, '.pdf')));
    start = marks.find(({ title }) => title.startsWith('第一章'))?.page ?? 0;
    if (hasPoppler)
      pages = inspect(file(effects, '.pdf'), 'pdftotext', '-raw', '@', '-').toString('utf8').split('\f');
  }, 240_000);

  it.skipIf(!hasPoppler)('stands where its contents and its lists of figures and tables say', () => {
    const entries = [
      ...contentsOf(document).filter(({ level }) => level <= 2),
      ...captionsOf(document).charts,
      ...captionsOf(document).tables,
    ];
    expect(entries.length).toBeGreaterThan(150);
    const body = start - 1;
    const contents = squeeze(pages.slice(0, body).join('\n'));
    for (const { text } of entries) {
      const at = contents.indexOf(squeeze(text));
      expect([text, at >= 0]).toEqual([text, true]);
      const label = /^(\d+|[ivx]+)/.exec(contents.slice(at + squeeze(text).length))?.[1] ?? '';
      if (!/^\d/.test(label)) continue;
      // Digits of the next entry may follow: one of the beginnings is the page.
      const numbers = [...label].map((_, i) => Number(label.slice(0, i + 1)));
      const found = numbers.some((n) => squeeze(pages[body + n - 1] ?? '').includes(squeeze(text)));
      expect([text, label, found]).toEqual([text, label, true]);
    }
  });

  it('has no text under 小五 and no line under 0.25 pt, in either format', async () => {
    const pdf = await legibilityOfPdf(file(effects, '.pdf'));
    const word = legibilityOfWord(file(effects, '.docx'));
    expect([...pdf.faults, ...word.faults]).toEqual([]);
    for (const { texts, lines } of [pdf, word]) expect(Math.min(texts, lines)).toBeGreaterThan(500);
  });

  it('names its pages as they are numbered: cover, i, ii … 1, 2 …', async () => {
    const { catalog } = await openPdf(file(effects, '.pdf'));
    const labels = catalog.lookup(PDFName.of('PageLabels'), PDFDict).toString().replace(/\s+/g, ' ');
    expect(labels).toMatch(new RegExp(`/S /r.* ${start - 1} << /S /D`));
  });

  it.skipIf(!hasPoppler)('has between 80 and 120 pages, its front matter in roman numerals', () => {
    expect(pages.length - 1).toBeGreaterThanOrEqual(80);
    expect(pages.length - 1).toBeLessThanOrEqual(120);
    expect(pages[2]).toMatch(/^i$/m);
    expect(pages[3]).toMatch(/^ii$/m);
  });

  it.skipIf(!hasPoppler)(
    'is printed at its true size: the browser shrinks all of a book when anything is too wide',
    () => {
      const page = String(start + 1);
      const boxes = inspect(
        file(effects, '.pdf'),
        'pdftotext',
        '-bbox-layout',
        '-f',
        page,
        '-l',
        page,
        '@',
        '-',
      );
      const tops = [...boxes.toString('utf8').matchAll(/<line[^>]* yMin="([\d.]+)"/g)].map((m) =>
        Number(m[1]),
      );
      const pitches = tops.slice(1).map((y, i) => y - (tops[i] ?? 0));
      // 小四 on a pitch of 21 points, in a paragraph of three lines.
      expect(pitches.filter((pitch) => Math.abs(pitch - 21) < 0.1).length).toBeGreaterThanOrEqual(2);
    },
  );

  it.skipIf(!hasQpdf)('is a sound PDF', () => {
    expect(inspect(file(effects, '.pdf'), 'qpdf', '--check', '@').toString()).toContain('No syntax');
  });

  it.skipIf(!hasValidator)('is a clean Word file and a clean workbook', async () => {
    expect(await validate(file(effects, '.docx'))).toEqual([]);
    expect(await validate(file(effects, '.xlsx'), 'xlsx')).toEqual([]);
  });

  it('says the same in Word, with heads, page numbers and bookmarks of its own', () => {
    const texts = squeeze(paragraphTexts(file(effects, '.docx')).join('\n'));
    // Word's own numbers are no text.
    for (const { text } of contentsOf(document))
      expect(texts).toContain(squeeze(text.replace(/^[一二三四五六七八九十]+、/, '')));
    const xml = strFromU8(unzipSync(file(effects, '.docx'))['word/document.xml'] as Uint8Array);
    expect(xml).toMatch(/<w:pgNumType[^>]*w:fmt="lowerRoman"/);
    expect(xml).toMatch(/<w:pgNumType[^>]*w:start="1"/);
  });

  it('lists chapters, figures and tables in Word by fields that hold the pages as they are counted there', () => {
    const paragraphs = all(documentXml(file(effects, '.docx')), 'w:p');
    const entries = paragraphs
      .filter((p) => /^(?:TOC\d|TableofFigures)$/.test(val(first(p, 'w:pStyle'))))
      .map((p) => paragraphText(p).split('\t'));
    const { charts, tables } = captionsOf(document);
    const listed = contentsOf(document).filter(({ level }) => level <= 2);
    expect(entries).toHaveLength(listed.length + charts.length + tables.length);
    expect(entries.filter(([, page = '']) => !/^(?:[ivx]+|[1-9]\d*)$/.test(page))).toEqual([]);
    const page = (start: string) => entries.find(([title]) => title?.startsWith(start))?.[1];
    expect([page('前言'), page('第一章')]).toEqual(['i', '1']);
    const codes = paragraphs.flatMap((p) => all(p, 'w:instrText').map(({ text }) => text.trim()));
    for (const list of ['TOC \\h \\z \\c "图"', 'TOC \\h \\z \\c "表"']) expect(codes).toContain(list);
    const counted = (name: string) =>
      codes.filter((code) => code.startsWith(`SEQ ${name} \\* ARABIC `) && /\\(?:s|r) 1$/.test(code)).length;
    expect([counted('图'), counted('表')]).toEqual([charts.length, tables.length]);
  });

  it('has a sheet for every figure in the workbook', () => {
    const workbook = strFromU8(unzipSync(file(effects, '.xlsx'))['xl/workbook.xml'] as Uint8Array);
    for (const { text } of captionsOf(document).charts)
      expect(workbook).toContain(`name="${text.split('　')[0]}"`);
  });
});
