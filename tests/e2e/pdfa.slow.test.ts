/** Documents of every form of the meeting pack are PDF/A-2a and PDF/UA-1, as far as docs/pdf.md goes, and small. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { type BuildResult, build } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';
import { checkPdf } from '../support/pdfa/check.ts';
import { hasQpdf, inspect } from '../support/poppler.ts';

/** One or more of each form: official, minutes, bulletin, letter, report, sheet, and a cover with dividers. */
const ONLY = [
  'meeting-notice',
  'agenda',
  'name-cards',
  'seating-plan',
  'track-pages',
  'city-bulletin',
  'lights',
  'brief',
  'minutes-draft',
  'supervision',
];
/** Bytes a page, on average over the pack. */
const SIZE = 60 * 1024;

let effects: TestEffects;
let result: BuildResult;

beforeAll(async () => {
  effects = folderEffects(REPOSITORY);
  result = await build(
    { ...machine(), period: parsePeriod('2022Q3') as Period, only: ONLY, formats: ['pdf'], out: 'out' },
    effects,
  );
}, 300_000);

describe('the pack', () => {
  it('is built', () => {
    expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(result.files.length).toBeGreaterThanOrEqual(ONLY.length);
  });

  it('keeps every clause that is checked', async () => {
    const breaches: string[] = [];
    for (const { path } of result.files)
      for (const breach of await checkPdf(effects.written.get(path) ?? new Uint8Array()))
        breaches.push(`${path}: ${breach}`);
    expect(breaches).toEqual([]);
  }, 60_000);

  it.runIf(hasQpdf)('is sound to qpdf', () => {
    for (const { path } of result.files)
      expect(
        inspect(effects.written.get(path) ?? new Uint8Array(), 'qpdf', '--check', '@').toString(),
        path,
      ).toContain('No syntax or stream encoding errors');
  });

  it('takes less than 60 KB a page on average', () => {
    const pages = result.files.reduce((sum, file) => sum + (file.pages ?? 0), 0);
    const bytes = result.files.reduce((sum, file) => sum + file.bytes, 0);
    expect(bytes / pages).toBeLessThan(SIZE);
  });
});
