/** build --print: what the office printer gets of the pack, against the ordinary files of the same build. */
import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { type BuildResult, build } from '../../src/pipeline.ts';
import { openPdf } from '../../src/render/pdf/destinations.ts';
import { folderEffects, type TestEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';
import { streamsOf } from '../support/paint.ts';
import { checkPdf } from '../support/pdfa/check.ts';
import { squeeze } from '../support/pieces.ts';
import { hasPoppler, hasQpdf, inkBox, inspect } from '../support/poppler.ts';

/** A red head, a landscape sheet, a letter, a portrait report with landscape pages, charts, and cards. */
const ONLY = ['meeting-notice', 'lights', 'supervision', 'targets', 'track-pages', 'name-cards'];
const CARDS = /席卡/;

interface Run {
  result: BuildResult;
  effects: TestEffects;
}

async function run(print: boolean): Promise<Run> {
  const effects = folderEffects();
  const result = await build(
    {
      ...machine(),
      period: parsePeriod('2022Q3') as Period,
      only: ONLY,
      formats: ['pdf', 'docx'],
      print,
      out: 'out',
    },
    effects,
  );
  return { result, effects };
}

const bytesOf = ({ effects }: Run, path: string): Uint8Array => effects.written.get(path) ?? new Uint8Array();

describe('the print variant', () => {
  let ordinary: Run;
  let office: Run;
  /** Path, ordinary file, file for the printer. */
  let pairs: [string, Uint8Array, Uint8Array][];

  beforeAll(async () => {
    [ordinary, office] = [await run(false), await run(true)];
    pairs = office.result.files.map(({ path }) => [path, bytesOf(ordinary, path), bytesOf(office, path)]);
  }, 300_000);

  const opened = async (print: 1 | 2): Promise<[string, PDFDocument][]> =>
    Promise.all(pairs.map(async (pair) => [pair[0], await openPdf(pair[print])] as [string, PDFDocument]));

  it('is PDF only, one for each ordinary file', () => {
    expect(office.result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(office.result.files.length).toBeGreaterThanOrEqual(ONLY.length);
    const written = [...office.effects.written.keys()].filter((path) => !path.endsWith('manifest.json'));
    expect(written.every((path) => path.endsWith('.pdf'))).toBe(true);
    for (const [path, plain] of pairs) expect(plain.length, path).toBeGreaterThan(0);
  });

  it('has an even number of pages, all upright, but cards', async () => {
    const before = new Map(await opened(1));
    for (const [path, pdf] of await opened(2)) {
      const printed = before.get(path)?.getPageCount() ?? 0;
      const count = CARDS.test(path) ? printed : printed + (printed % 2);
      expect([path, pdf.getPageCount()]).toEqual([path, count]);
      expect(office.result.files.find((file) => file.path === path)?.pages).toBe(count);
      if (CARDS.test(path)) continue;
      for (const page of pdf.getPages()) {
        const { width, height } = page.getSize();
        expect(page.getRotation().angle, path).toBe(width > height ? 270 : 0);
      }
    }
    expect([...before.values()].some((pdf) => pdf.getPageCount() % 2 === 1)).toBe(true);
  });

  it('asks the printer for both sides and no scaling; cards for one side', async () => {
    for (const variant of [1, 2] as const)
      for (const [path, { catalog }] of await opened(variant)) {
        const preferences = catalog.getViewerPreferences();
        expect(preferences?.getPrintScaling(), path).toBe('None');
        expect(preferences?.getDuplex(), path).toBe(CARDS.test(path) ? 'Simplex' : 'DuplexFlipLongEdge');
        expect(catalog.has(PDFName.of('OpenAction'))).toBe(false);
      }
  });

  it('paints nothing but greys, and text and red rules black', async () => {
    for (const [path, pdf] of await opened(2)) {
      if (CARDS.test(path)) continue;
      for (const operators of streamsOf(pdf)) {
        const levels = [''];
        for (const { name, text } of operators) {
          expect(['rg', 'RG', 'k', 'K', 'sc', 'scn', 'SC', 'SCN', 'sh'], path).not.toContain(name);
          if (name === 'q') levels.push(levels.at(-1) ?? '');
          if (name === 'Q') levels.pop();
          if (name === 'g') levels.splice(-1, 1, text);
          if (name === 'Tj' || name === 'TJ') expect(['0 g', '1 g'], path).toContain(levels.at(-1));
        }
      }
    }
  });

  it.runIf(hasPoppler)('says what the ordinary file says', () => {
    const text = (bytes: Uint8Array): string =>
      [...squeeze(inspect(bytes, 'pdftotext', '-raw', '@', '-').toString('utf8'))].sort().join('');
    for (const [path, plain, grey] of pairs) expect(text(grey) === text(plain), path).toBe(true);
  });

  it.runIf(hasPoppler)('turns heads of landscape pages to the left, where odd pages are bound', () => {
    const [, plain, grey] = pairs.find(([path]) => path.includes('一览图')) as (typeof pairs)[number];
    const [before, after] = [inkBox(plain, 1, 0, 300), inkBox(grey, 1, 0, 300)];
    const [width, near] = [297, 0];
    expect(after.leftMm).toBeCloseTo(before.topMm, near);
    expect(after.rightMm).toBeCloseTo(before.bottomMm, near);
    expect(after.topMm).toBeCloseTo(width - before.rightMm, near);
    expect(after.bottomMm).toBeCloseTo(width - before.leftMm, near);
  });

  it('is PDF/A-2a and PDF/UA-1 like the ordinary file', async () => {
    const breaches: string[] = [];
    for (const [path, , grey] of pairs)
      for (const breach of await checkPdf(grey)) breaches.push(`${path}: ${breach}`);
    expect(breaches).toEqual([]);
  }, 60_000);

  it.runIf(hasQpdf)('is sound to qpdf', () => {
    for (const [path, , grey] of pairs)
      expect(inspect(grey, 'qpdf', '--check', '@').toString(), path).toContain('No syntax');
  });
});
