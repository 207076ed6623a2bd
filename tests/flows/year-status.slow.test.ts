/** diaodu status of a year, on the demonstration data: every period is looked at, and what is wrong stops only its own papers. */
import { expect, it } from 'vitest';
import { recordBuild } from '../../src/archive/manifest.ts';
import { yearStatusLines } from '../../src/cli/year-status.ts';
import { yearStatus } from '../../src/flows/status/year-status.ts';
import { readPack } from '../../src/intake/templates.ts';
import type { ManifestFile } from '../../src/model/archive/manifest.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';

const request = { year: { id: '2022', year: 2022 }, today: '2023-02-01', outputs: 'output' };
const RETURN = 'data/2022/submissions/2022Q2/省工信厅.yaml';

it('tells of each period who is missing, what waits and what comes next', async () => {
  const { periods, place, diagnostics } = await yearStatus(request, folderEffects());
  expect(diagnostics).toEqual([]);
  expect(place).toBe('设区市');
  expect(periods.map(({ period }) => period)).toEqual(
    [1, 2, 3, 4]
      .flatMap((q) => [...[2, 1, 0].map((n) => `2022-${String(q * 3 - n).padStart(2, '0')}`), `2022Q${q}`])
      .concat('2022'),
  );
  const of = (id: string) => periods.find(({ period }) => period === id);
  expect(of('2022Q3')).toMatchObject({
    units: { asked: 15, received: 14, missing: ['省卫健委'] },
    places: { asked: 12, received: 12, missing: [] },
    waiting: 0,
    next: [
      { step: 'remind', why: 'missing' },
      { step: 'build', why: 'none' },
    ],
  });
  expect(of('2022-08')).toMatchObject({ units: null, places: { missing: ['景德镇市'] } });
  expect(of('2022')).toMatchObject({ units: null, waiting: null, next: [{ step: 'build', why: 'none' }] });
});

it('asks for no book before the year is told of', async () => {
  const effects = folderEffects();
  const silent = {
    ...effects,
    list: async (folder: string) =>
      folder === 'data/2022/projects/returns/2022-12' ? [] : effects.list(folder),
  };
  const { periods } = await yearStatus(request, silent);
  expect(periods.find(({ period }) => period === '2022-12')?.places?.received).toBe(0);
  expect(periods.at(-1)).toMatchObject({ period: '2022', next: [] });
});

it('lets what cannot be read in a return hold up its quarter, and none before it', async () => {
  const sent = new TextDecoder().decode(await folderEffects().read(RETURN));
  const wrong = sent.replace("T013-2: '18.2%'", "T013-2: '一成八多'");
  expect(wrong).not.toBe(sent);
  const effects = folderEffects(REPOSITORY, { [RETURN]: wrong });
  const { periods } = await yearStatus(request, effects);
  const waiting = Object.fromEntries(periods.map(({ period, waiting }) => [period, waiting]));
  expect(waiting).toMatchObject({ '2022Q1': 0, '2022-06': 0 });
  expect(waiting['2022Q2']).toBeGreaterThan(0);
});

it('tells what is wrong with a plan, and nothing else', async () => {
  const effects = folderEffects(REPOSITORY, { 'data/2022/units.yaml': '甲：乙' });
  const { periods, diagnostics } = await yearStatus(request, effects);
  expect(periods).toEqual([]);
  expect(diagnostics.map(({ at }) => at?.file)).toContain('data/2022/units.yaml');
});

it('says that there is no such year', async () => {
  const year = { id: '2019', year: 2019 };
  const { diagnostics } = await yearStatus({ ...request, year }, folderEffects());
  expect(diagnostics.map(({ code }) => code)).toEqual(['yearMissing']);
});

it('lists no month to come', async () => {
  const early = await yearStatus({ ...request, today: '2022-02-20' }, folderEffects());
  const none = early.periods.map((one) => ({ ...one, places: null, units: null, next: [] }));
  expect(yearStatusLines({ ...early, periods: none }, []).join('\n')).not.toContain('2022年1月');
});

it('asks for the next year when the last papers of this one are made and nobody has begun it', async () => {
  const pack = (await readPack(folderEffects(), 'meeting-pack')).value;
  const files = pack.map(({ settings: { id } }): ManifestFile => {
    const document = `meeting-pack/${id}`;
    const facts = { title: id, author: '', subject: '', keywords: [], elements: {}, marks: [] };
    return {
      path: `${id}.pdf`,
      document,
      sha256: 'a'.repeat(64),
      bytes: 1,
      pages: 1,
      ...facts,
      draft: false,
    };
  });
  const rollOver = async (overlay: Parameters<typeof folderEffects>[1], ...made: ManifestFile[]) => {
    const effects = folderEffects(REPOSITORY, overlay);
    const run = { period: '2022Q4', date: '2022-12-31', inputs: [], files: made };
    await recordBuild('output/2022Q4', run, effects);
    return (await yearStatus(request, effects)).rollOver;
  };
  expect(await rollOver({})).toBe(false);
  expect(await rollOver({}, ...files.slice(0, 3))).toBe(false);
  expect(await rollOver({}, ...files)).toBe(true);
  expect(await rollOver({ 'data/2023/units.yaml': '[]' }, ...files)).toBe(false);
});
