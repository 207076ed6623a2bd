/** The whole way: from the repository's data to finished files, looked at by other programs. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { build, compose } from '../../src/pipeline.ts';
import { paragraphTexts } from '../support/docx.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';
import { checkPdf } from '../support/pdfa/check.ts';
import { missing, squeeze } from '../support/pieces.ts';
import { hasPoppler, hasQpdf, inspect } from '../support/poppler.ts';
import { hasValidator, validate } from '../support/validator.ts';

const Q3 = parsePeriod('2022Q3') as Period;
const HOSTILE = [
  '**x**',
  '| a | b |',
  '<script>alert(1)</script>',
  '{{secret}}',
  '::chart{}',
  '# 标题',
  '&amp;',
];

async function run(effects: TestEffects, period: Period = Q3) {
  const request = {
    ...machine(),
    period,
    only: ['progress-report'],
    formats: ['pdf', 'docx'] as const,
    out: 'out',
  };
  const result = await build({ ...request, formats: ['pdf', 'docx'] }, effects);
  const file = (ending: string) => [...effects.written].find(([path]) => path.endsWith(ending))?.[1];
  return { result, pdf: file('.pdf'), docx: file('.docx') };
}

/** Text of a PDF without the running foot, white space squeezed. */
function pdfText(bytes: Uint8Array): string {
  const text = inspect(bytes, 'pdftotext', '-raw', '@', '-').toString('utf8').normalize('NFC');
  return squeeze(text.replaceAll('\f', '\n').replace(/^(?:— ?\d+ ?—|演示数据)$/gmu, ''));
}

describe('the third quarter’s report', () => {
  let pdf: Uint8Array;
  let docx: Uint8Array;
  let document: Document;

  beforeAll(async () => {
    const built = await run(folderEffects());
    expect(built.result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(built.result.files.map((file) => file.format)).toEqual(['pdf', 'docx']);
    if (!built.pdf || !built.docx) throw new Error('nothing built');
    pdf = built.pdf;
    docx = built.docx;
    const composed = await compose({ period: Q3, only: [] }, folderEffects());
    document = composed.pack?.documents.find(({ id }) => id === 'progress-report')?.document as Document;
  });

  it('says the same in Word as in the tree', () => {
    expect(missing(document, squeeze(paragraphTexts(docx).join('\n')))).toEqual([]);
  });

  it.runIf(hasPoppler)('says the same in PDF as in the tree', () => {
    const text = pdfText(pdf);
    expect(missing(document, text)).toEqual([]);
  });

  it.runIf(hasPoppler)('embeds TrueType subsets with real names, and is tagged', () => {
    const fonts = inspect(pdf, 'pdffonts', '@').toString().trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+\S+\s+(CID )?TrueType\s.*\byes yes yes\b/);
    const info = inspect(pdf, 'pdfinfo', '@').toString();
    expect(info).toMatch(/Title:\s+全省数字经济“一号发展工程”2022年三季度工作进展情况报告/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).not.toMatch(/JavaScript:\s+yes/);
  });

  it('is PDF/A-2a and PDF/UA-1 as far as docs/pdf.md goes, and small', async () => {
    expect(await checkPdf(pdf)).toEqual([]);
    const { length } = await PDFDocument.load(pdf).then((loaded) => loaded.getPages());
    expect(pdf.length / length).toBeLessThan(60 * 1024);
  });

  it.runIf(hasQpdf)('is a sound PDF', () => {
    expect(inspect(pdf, 'qpdf', '--check', '@').toString()).toContain('No syntax or stream encoding errors');
  });

  it.runIf(hasValidator)('is valid Open XML for Office 2019 and Microsoft 365', async () => {
    expect(await validate(docx)).toEqual([]);
  });

  it('comes out byte for byte the same again', async () => {
    const again = await run(folderEffects());
    expect(Buffer.compare(Buffer.from(again.docx ?? []), Buffer.from(docx))).toBe(0);
    expect(Buffer.compare(Buffer.from(again.pdf ?? []), Buffer.from(pdf))).toBe(0);
  });
});

describe('bad input', () => {
  it('hostile text in a return prints exactly as typed, in both formats', async () => {
    const file = 'data/2022/submissions/2022Q1/省科技厅.yaml';
    const source = new TextDecoder().decode(await folderEffects().read(file));
    const hostile = source
      .replace(/^( {4}problems: ).*$/m, `$1'${HOSTILE.join(' ')}'`)
      .replace(/^( {4}progress: ).*$/m, `$1'${HOSTILE.join(' ')}'`);
    expect(hostile).not.toBe(source);
    const built = await run(folderEffects(REPOSITORY, { [file]: hostile }), parsePeriod('2022Q1') as Period);
    expect(built.result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    const wanted = squeeze(HOSTILE.join(' '));
    expect(squeeze(paragraphTexts(built.docx as Uint8Array).join(''))).toContain(wanted);
    if (hasPoppler) expect(pdfText(built.pdf as Uint8Array)).toContain(wanted);
  });

  it('a template with a typo stops the build with file, line and the right name; nothing is written', async () => {
    const path = 'templates/meeting-pack/04-工作进展情况报告/05-下步工作.md';
    const effects = folderEffects(REPOSITORY, {
      [path]: '# 下步工作\n\n共{{任务.总书}}任务。\n\n::tabel{name=goals}\n',
    });
    const { result } = await run(effects);
    expect(result.files).toEqual([]);
    expect(effects.written.size).toBe(0);
    const errors = result.diagnostics.filter((d) => d.severity === 'error');
    expect(errors.map((d) => [d.code, d.at?.file, d.at?.line, d.hints[0]])).toEqual([
      ['unknownName', path, 3, '是不是想写“总数”？'],
      ['unknownDirective', path, 5, '是不是想写“table”？'],
    ]);
  });

  it('a broken return is named with its place, and the others are still read', async () => {
    const path = 'data/2022/submissions/2022Q1/省科技厅.yaml';
    const source = new TextDecoder().decode(await folderEffects().read(path));
    const effects = folderEffects(REPOSITORY, {
      [path]: source.replace(/T001-1: .*?( |,|})/, 'T001-1: 若干个$1'),
    });
    const { result } = await run(effects, parsePeriod('2022Q1') as Period);
    const errors = result.diagnostics.filter((d) => d.severity === 'error');
    // What is wrong, and how to go on while it is.
    expect(errors.map(({ code }) => code)).toEqual(['unreadableValue', 'returnsFaulty']);
    expect(errors[0]?.at?.file).toBe(path);
    expect(errors[0]?.message).toContain('若干个');
    expect(effects.written.size).toBe(0);
  });
});
