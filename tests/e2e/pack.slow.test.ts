/** The meeting pack of a quarter: every document in both formats says the same, and what must be one page is. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document/document.ts';
import { isQuarter, type Ledger } from '../../src/model/ledger/ledger.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { type BuildResult, build, compose } from '../../src/pipeline.ts';
import { bookmarks, openPdf } from '../../src/render/pdf/destinations.ts';
import { all, countedFields, documentXml, first, paragraphTexts, part } from '../support/docx.ts';
import { folderEffects, type TestEffects } from '../support/effects.ts';
import { legibilityOfPdf, legibilityOfWord } from '../support/legible.ts';
import { hasLibreOffice, libreOfficePdfs } from '../support/libreoffice.ts';
import { machine } from '../support/machine.ts';
import { missing, squeeze } from '../support/pieces.ts';
import { hasPoppler, hasQpdf, inspect, pageTexts } from '../support/poppler.ts';
import { officialTheme } from '../support/theme.ts';
import { hasValidator, validate } from '../support/validator.ts';

const Q3 = parsePeriod('2022Q3') as Period;
const ONE_PAGE = /^(?:11|14)/;

describe('the pack of the third quarter', () => {
  let effects: TestEffects;
  let result: BuildResult;
  /** What lay in place when the volume was still to come, and what was told of it. */
  let early: { written: string[]; told: string[] };
  let documents: Document[];
  /** Names of what is bound of the documents. */
  let volumes: string[];
  /** Of everything in the pack. */
  let names: string[];
  let ledger: Ledger;

  beforeAll(async () => {
    effects = folderEffects();
    result = await build(
      {
        ...machine(),
        period: Q3,
        only: [],
        formats: ['pdf', 'docx'],
        out: 'out',
        early: (files) => {
          early = { written: [...effects.written.keys()], told: files.map(({ path }) => path) };
        },
      },
      effects,
    );
    const composed = await compose({ period: Q3, only: [] }, folderEffects());
    documents = composed.pack?.documents.map(({ document }) => document) ?? [];
    volumes = composed.pack?.volumes.map(({ frame }) => frame.name) ?? [];
    names = [...documents.map(({ name }) => name), ...volumes];
    if (!composed.subject || !isQuarter(composed.subject)) throw new Error('no ledger');
    ledger = composed.subject;
  }, 240_000);

  const bytes = (name: string, extension: string): Uint8Array => {
    const found = effects.written.get(`out/${name}.${extension}`);
    if (!found) throw new Error(`${name}.${extension} was not written`);
    return found;
  };
  const pages = (name: string, format: string): number =>
    result.files.find((file) => file.path === `out/${name}.${format}`)?.pages ?? 0;

  it('is built without an error, each document in both formats', () => {
    expect(result.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(documents.length).toBeGreaterThan(20);
    expect(volumes).toHaveLength(1);
    expect(result.files.map(({ path }) => path).sort()).toEqual(
      names.flatMap((name) => [`out/${name}.docx`, `out/${name}.pdf`]).sort(),
    );
  });

  it('puts all but the volume in place first where somebody waits for it', () => {
    const single = documents.flatMap(({ name }) => [`out/${name}.docx`, `out/${name}.pdf`]).sort();
    expect(early.told.toSorted()).toEqual(single);
    // The manifest has said before what is being put there.
    expect(early.written.sort()).toEqual(['out/manifest.json', ...single].sort());
  });

  it('says the same in Word as in the tree', () => {
    for (const document of documents.filter(notFitted))
      expect([
        document.name,
        missing(document, squeeze(paragraphTexts(bytes(document.name, 'docx')).join('\n'))),
      ]).toEqual([document.name, []]);
  });

  it('shows the numbers of captions that Word will count, in a volume anew for each material', () => {
    for (const name of names) {
      const counts = new Map<string, number>();
      const fields = countedFields(bytes(name, 'docx'));
      for (const { label, restart, shown } of fields) {
        const count = restart ?? (counts.get(label) ?? 0) + 1;
        counts.set(label, count);
        expect([name, label, shown]).toEqual([name, label, count]);
      }
      const restarts = fields.filter(({ restart }) => restart === 1).length;
      expect(restarts > 0, name).toBe(volumes.includes(name));
    }
  });

  it('has no text under 小五 and no line under 0.25 pt, in either format', async () => {
    for (const name of names) {
      const pdf = await legibilityOfPdf(bytes(name, 'pdf'));
      const word = legibilityOfWord(bytes(name, 'docx'));
      expect([name, ...pdf.faults, ...word.faults]).toEqual([name]);
      expect(Math.min(pdf.texts, word.texts), name).toBeGreaterThan(0);
    }
  });

  it.runIf(hasPoppler)('says the same in PDF as in Word', () => {
    for (const name of names) {
      const words = sorted(paragraphTexts(bytes(name, 'docx')).join(''));
      const text = sorted(rawText(bytes(name, 'pdf')));
      // Page numbers and heads of tables that go on come more often in print.
      expect([name, lacking(words, text)]).toEqual([name, '']);
    }
  });

  it('takes as many pages in Word as in PDF but for one in twenty, to 15 % there, and one where it must', () => {
    const others = documents.filter(({ name }) => pages(name, 'pdf') !== pages(name, 'docx'));
    expect(others.length, others.map(({ name }) => name).join()).toBeLessThanOrEqual(documents.length / 20);
    for (const { name, sections } of documents) {
      const [pdf, docx] = [pages(name, 'pdf'), pages(name, 'docx')];
      // A 版记 stands on an even page: one line more or less makes a whole sheet.
      const least = sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'imprint')) ? 2 : 1;
      expect([name, Math.abs(pdf - docx) <= Math.max(least, 0.15 * pdf)]).toEqual([name, true]);
      if (ONE_PAGE.test(name)) expect([name, pdf, docx]).toEqual([name, 1, 1]);
    }
    for (const name of volumes)
      expect(Math.abs(pages(name, 'pdf') - pages(name, 'docx'))).toBeLessThanOrEqual(
        0.02 * pages(name, 'pdf'),
      );
    const tracks = documents.find(({ name }) => name.startsWith('06'))?.name ?? '';
    expect([pages(tracks, 'pdf'), pages(tracks, 'docx')]).toEqual([15, 15]);
  });

  it.runIf(hasLibreOffice && hasPoppler)(
    'is the same in LibreOffice: its headings, every character, and as many pages, to 15 %, and one where it must',
    { timeout: 240_000 },
    async () => {
      const seen = libreOfficePdfs(
        names.map((name) => bytes(name, 'docx')),
        officialTheme,
      );
      for (const [i, name] of names.entries()) {
        const office = seen[i] as Uint8Array;
        const counted = pageTexts(office).length;
        const allowed = Math.max(1, 0.15 * pages(name, 'pdf'));
        expect([name, Math.abs(counted - pages(name, 'pdf')) <= allowed]).toEqual([name, true]);
        expect([name, await headings(office)]).toEqual([name, await headings(bytes(name, 'pdf'))]);
        const words = sorted(paragraphTexts(bytes(name, 'docx')).join(''));
        expect([name, lacking(words, sorted(rawText(office)))]).toEqual([name, '']);
      }
    },
  );

  it.runIf(hasQpdf)('is sound PDF', () => {
    for (const name of names)
      expect(inspect(bytes(name, 'pdf'), 'qpdf', '--check', '@').toString()).toContain(
        'No syntax or stream encoding errors',
      );
  });

  it.runIf(hasValidator)('is valid Open XML', { timeout: 180_000 }, async () => {
    const [extract, ...alike] = documents.filter(({ name }) => name.startsWith('分册/'));
    expect(extract).toBeDefined();
    for (const name of names.filter((one) => !alike.some((other) => other.name === one)))
      expect([name, await validate(bytes(name, 'docx'))]).toEqual([name, []]);
  });

  it('keeps tables in Word as wide as their text and rows whole, describes every drawing, and lets Word ask nothing', () => {
    for (const name of names) {
      const file = bytes(name, 'docx');
      const xml = documentXml(file);
      const tables = all(xml, 'w:tbl');
      const widths = tables.map((table) => [
        Number(first(table, 'w:tblW')?.attributes['w:w']),
        all(table, 'w:gridCol').reduce((sum, column) => sum + Number(column.attributes['w:w']), 0),
      ]);
      expect([name, widths.filter(([whole, columns]) => whole !== columns)]).toEqual([name, []]);
      const rows = tables.flatMap((table) => all(table, 'w:tr'));
      expect([name, rows.filter((row) => !first(row, 'w:cantSplit')).length]).toEqual([name, 0]);
      const mute = all(xml, 'wp:docPr').filter(({ attributes }) => !attributes['descr']);
      expect([name, mute]).toEqual([name, []]);
      expect([name, part(file, 'word/settings.xml').includes('updateFields')]).toEqual([name, false]);
    }
  });

  it('prints one task’s number alike wherever it stands', () => {
    const values = new Map<string, Set<number>>();
    for (const figure of documents.flatMap(figuresOf)) {
      // What a sheet leaves out depends on its room.
      if (figure.provenance.kind !== 'count' || /名单中|未列/.test(figure.provenance.what)) continue;
      const key = `${figure.provenance.what}｜${figure.unit}`;
      values.set(key, (values.get(key) ?? new Set()).add(figure.value));
    }
    const lagging = [...values].find(([what]) => what.startsWith('滞后、严重滞后和未启动的任务'));
    const { behind, farBehind, notStarted } = ledger.counts;
    expect([...(lagging?.[1] ?? [])]).toEqual([behind + farBehind + notStarted]);
    expect([...values].filter(([, seen]) => seen.size > 1).map(([what, seen]) => [what, [...seen]])).toEqual(
      [],
    );
  });
});

const headings = async (pdf: Uint8Array): Promise<string[]> =>
  bookmarks(await openPdf(pdf)).map(({ level, title }) => `${level} ${squeeze(title)}`);

const rawText = (pdf: Uint8Array): string =>
  inspect(pdf, 'pdftotext', '-raw', '@', '-').toString('utf8').normalize('NFC');

/** A document whose sheets may have been shortened is compared through its two files instead. */
const notFitted = (document: Document): boolean => document.sections.every((section) => !section.fit);

interface Counted {
  value: number;
  unit: string;
  provenance: { kind: string; what: string };
}

/** Every figure of the tree, wherever it hangs. */
function figuresOf(document: Document): Counted[] {
  const found: Counted[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('provenance' in node) found.push(node as Counted);
    else for (const inner of Object.values(node)) walk(inner);
  };
  walk(document.sections);
  return found;
}

const sorted = (text: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const character of squeeze(text)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
};

/** Characters of the one that come less often in the other. */
const lacking = (wanted: ReadonlyMap<string, number>, text: ReadonlyMap<string, number>): string =>
  [...wanted].flatMap(([character, n]) => ((text.get(character) ?? 0) < n ? [character] : [])).join('');
