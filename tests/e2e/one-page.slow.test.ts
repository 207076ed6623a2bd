/** What must be one page is one page in both formats, whatever the data: by shortening, by smaller type, or with an error. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePack } from '../../src/compose/compose.ts';
import { readPack, readTheme } from '../../src/intake/templates.ts';
import type { TemplateFolder } from '../../src/model/document/template.ts';
import type { Theme } from '../../src/model/document/theme.ts';
import { isQuarter, type Ledger, type TaskRecord } from '../../src/model/ledger/ledger.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import type { FontSet } from '../../src/render/fonts/face.ts';
import { resolveFonts } from '../../src/render/fonts/resolve.ts';
import { openRenderer, type Renderer } from '../../src/render/render.ts';
import { folderEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';

let folders: TemplateFolder[];
let ledger: Ledger;
let theme: Theme;
let fonts: FontSet;
let renderer: Renderer;

beforeAll(async () => {
  const effects = folderEffects();
  folders = (await readPack(effects, 'meeting-pack')).value;
  const composed = await compose({ period: parsePeriod('2022Q3') as Period, only: ['brief'] }, effects);
  if (!composed.subject || !isQuarter(composed.subject)) throw new Error('no ledger');
  ledger = composed.subject;
  const style = await readTheme(effects, 'official');
  const found = await resolveFonts(effects, machine().fontPlaces);
  if (!style.value || !found.value) throw new Error('no style');
  theme = style.value;
  fonts = found.value.set;
  renderer = openRenderer(['pdf', 'docx'], machine().host, effects);
}, 60_000);

afterAll(() => renderer.close());

/** Pages of each sheet of the documents in PDF and Word. */
async function pagesOf(subject: Ledger, only: string[]) {
  const made = composePack(folders, subject, { only });
  expect(made.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  const counted: Record<string, number[]> = {};
  for (const { id, document } of made.documents) {
    const fitted = await renderer.fit(document, theme, fonts);
    expect(fitted.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    if (!fitted.value) throw new Error('not fitted');
    const files = await renderer.render(fitted.value, theme, fonts);
    counted[id] = [document.sections.length, ...(files.value?.map((file) => file.pages ?? 0) ?? [])];
  }
  return counted;
}

const ONE_PAGE = ['brief', 'lights', 'track-pages'];

/** The texts of every task, changed. */
function withTexts(change: (text: string) => string): Ledger {
  const tasks = ledger.tasks.map((record): TaskRecord => {
    const changed = (['progress', 'problems', 'next'] as const).map((field) => {
      const text = record[field];
      return [field, text && { ...text, value: change(text.value) }];
    });
    return { ...record, ...Object.fromEntries(changed) };
  });
  const of = (record: TaskRecord): TaskRecord =>
    tasks.find((one) => one.task.no === record.task.no) ?? record;
  return {
    ...ledger,
    tasks,
    tracks: ledger.tracks.map((track) => ({ ...track, tasks: track.tasks.map(of) })),
    byUnit: ledger.byUnit.map((unit) => ({ ...unit, tasks: unit.tasks.map(of) })),
  };
}

describe('sheets of one page', () => {
  it('hold with texts three times as long', async () => {
    const counted = await pagesOf(
      withTexts((text) => text.repeat(3)),
      ONE_PAGE,
    );
    expect(counted).toEqual({ brief: [1, 1, 1], lights: [1, 1, 1], 'track-pages': [15, 15, 15] });
  }, 120_000);

  it('hold with a track of thirty tasks and a unit of forty characters', async () => {
    const long = `省${'数字经济发展和工业互联网产业'.repeat(3)}`.slice(0, 39).concat('厅');
    const renamed = JSON.parse(JSON.stringify(ledger).replaceAll('省工信厅', long)) as Ledger;
    const [first, ...others] = renamed.tracks;
    if (!first) throw new Error('no track');
    const more = Array.from({ length: 30 }, (_, i) => {
      const model = first.tasks[i % first.tasks.length] as TaskRecord;
      return { ...model, task: { ...model.task, no: 200 + i } };
    });
    const grown = { ...renamed, tracks: [{ ...first, tasks: more }, ...others] };
    expect(await pagesOf(grown, ONE_PAGE)).toEqual({
      brief: [1, 1, 1],
      lights: [1, 1, 1],
      'track-pages': [15, 15, 15],
    });
  }, 120_000);

  it('are an error that names the longest texts where nothing helps', async () => {
    const track = ledger.tracks[0];
    if (!track) throw new Error('no track');
    const endless = '数字经济和实体经济深度融合发展示范'.repeat(200);
    const names = { ...track, track: { ...track.track, leads: [endless] } };
    const made = composePack(folders, { ...ledger, tracks: [names] }, { only: ['track-pages'] });
    const document = made.documents[0]?.document;
    if (!document) throw new Error('nothing composed');
    const fitted = await renderer.fit(document, theme, fonts);
    const [error] = fitted.diagnostics.filter((d) => d.severity === 'error');
    expect(error?.code).toBe('sheetTooFull');
    expect(error?.message).toContain('数字技术创新专项');
    expect(error?.hints.join('')).toContain('数字经济和实体经济');
  }, 120_000);
});

describe('the plan of seats', () => {
  const invited = (count: number, name: string): Ledger => {
    const observers = Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
    const leaders = Array.from({ length: 8 }, (_, i) => ({ post: `领导小组第${i + 1}副组长`, name: '' }));
    return { ...ledger, meeting: { ...ledger.meeting, leaders, observers } };
  };

  it('is one page for a hundred and ten', async () => {
    const counted = await pagesOf(invited(77, '省科学技术协会'), ['seating-plan']);
    expect(counted).toEqual({ 'seating-plan': [1, 1, 1] });
  }, 120_000);

  it('goes on overleaf, and is no error, where there are more, with long names', async () => {
    const counted = await pagesOf(invited(200, '某某产业技术创新战略联合会第'), ['seating-plan']);
    const [sections, pdf, word] = counted['seating-plan'] ?? [];
    expect(sections).toBe(1);
    expect(pdf).toBeGreaterThan(1);
    expect(word).toBe(pdf);
  }, 120_000);
});
