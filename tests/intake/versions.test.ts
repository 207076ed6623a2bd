/** Which of a unit's versions counts: collect and the ledger say the same, also of what somebody put into the folder. */
import { describe, expect, it } from 'vitest';
import { type CollectedReturn, collect } from '../../src/flows/collect/collect.ts';
import { collectProjects } from '../../src/flows/collect/regional-collect.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { monthOf } from '../../src/model/period.ts';
import { writeForm } from '../../src/render/xlsx/form.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { cellOf, content, edited, form, Q4, UNIT } from './sloppy.ts';

const FOLDER = 'data/2022/submissions/2022Q4';
const named = (name: string) => `${FOLDER}/${name}`;
/** As the office puts it there itself, with the day on which it came; `value` tells one from another. */
const dated = async (receivedAt: string, value: number): Promise<Uint8Array> =>
  edited(
    (sheet) => {
      sheet[cellOf('T013-1')] = { t: 'n', v: value };
    },
    'xlsx',
    await writeForm({ ...content, receivedAt }),
  );

/** @param given whether somebody says that it came on this day */
async function take(
  effects: TestEffects,
  bytes: Uint8Array,
  date: string,
  given = false,
): Promise<CollectedReturn> {
  effects.written.set('inbox/a.xlsx', bytes);
  const sources = [{ shown: 'a.xlsx', path: 'inbox/a.xlsx', bytes: bytes.length }];
  const { returns } = await collect({ period: Q4, sources, received: { date, given }, out: 'out' }, effects);
  return returns[0] as CollectedReturn;
}

/** A workspace with these returns of the unit put there by hand (undefined: taken away), and the form collected on 2023-01-08 as its first version. */
async function workspace(files: Record<string, Uint8Array | undefined>): Promise<TestEffects> {
  const before = folderEffects(REPOSITORY, { [named(`${UNIT}.xlsx`)]: undefined });
  await take(before, form, '2023-01-08');
  const collected = [...before.written].filter(([path]) => path.startsWith(FOLDER));
  const byHand = Object.entries(files).map(([name, bytes]) => [named(name), bytes] as const);
  return folderEffects(REPOSITORY, {
    [named(`${UNIT}.xlsx`)]: undefined,
    ...Object.fromEntries([...collected, ...byHand]),
  });
}

/** File of the version that counts in the ledger. */
async function counting(effects: TestEffects): Promise<string | null | undefined> {
  const { value } = await readWorkspace(effects, 2022);
  return buildLedger(value as Inputs, Q4).value?.returns.find(({ unit }) => unit.name === UNIT)?.file;
}

describe('a return put there by hand', () => {
  it('counts when it came after the registered one; then nothing older may take its place', async () => {
    const byHand = await dated('2023-01-12', 130);
    const effects = await workspace({ '补报.xlsx': byHand });
    expect(await counting(effects)).toBe(named('补报.xlsx'));
    const again = await take(effects, form, '2023-01-13');
    expect(again.diagnostics.map((d) => d.code)).toContain('supersededAgain');
    expect(await take(effects, byHand, '2023-01-13')).toMatchObject({
      outcome: 'same',
      original: named('补报.xlsx'),
    });
    const between = await take(effects, await dated('', 140), '2023-01-10');
    expect(between.diagnostics.map((d) => d.code)).toContain('receivedTooEarly');
    expect(await take(effects, await dated('', 140), '2023-01-14')).toMatchObject({
      outcome: 'kept',
      version: 3,
    });
    expect(await counting(effects)).toBe(named(`${UNIT}.v3.xlsx`));
  });

  it('does not count when it came before the registered one, or on the same day, however it is called and many there are', async () => {
    const [early, same] = [await dated('2023-01-05', 130), await dated('2023-01-08', 140)];
    const effects = await workspace({ [`${UNIT}.v2.xlsx`]: early, [`${UNIT}.v3.xlsx`]: same });
    expect(await counting(effects)).toBe(named(`${UNIT}.v1.xlsx`));
    expect((await take(effects, form, '2023-01-09')).diagnostics.map((d) => d.code)).toContain('sameAgain');
    // What lies there is not overwritten, though it has the name of the next one.
    const next = await take(effects, await dated('', 150), '2023-01-09');
    expect(next).toMatchObject({ outcome: 'kept', version: 4 });
    expect(await effects.read(named(`${UNIT}.v2.xlsx`))).toEqual(early);
    expect(await effects.read(named(`${UNIT}.v3.xlsx`))).toEqual(same);
    expect(await counting(effects)).toBe(named(`${UNIT}.v4.xlsx`));
  });

  it('is not overwritten when nobody can read what it is', async () => {
    const broken = new TextEncoder().encode('PK');
    const effects = await workspace({ [`${UNIT}.v2.xlsx`]: broken });
    expect(await take(effects, await dated('', 150), '2023-01-09')).toMatchObject({ version: 3 });
    expect(await effects.read(named(`${UNIT}.v2.xlsx`))).toEqual(broken);
  });

  it('that another one by hand took the place of says nothing any more, and need not be mended', async () => {
    const faulty = edited(
      (sheet) => {
        sheet[cellOf('T013-1')] = { t: 's', v: '见附件' };
      },
      'xlsx',
      await writeForm({ ...content, receivedAt: '2023-01-10' }),
    );
    const effects = await workspace({ '一.xlsx': await dated('2023-01-12', 130), '二.xlsx': faulty });
    const { value, diagnostics } = await readWorkspace(effects, 2022);
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    const own = value?.submissions.filter((s) => s.unit === UNIT && s.period === Q4.id) ?? [];
    expect(own.map(({ receivedAt, tasks }) => [receivedAt, tasks.length > 0])).toEqual([
      ['2023-01-08', false],
      ['2023-01-10', false],
      ['2023-01-12', true],
    ]);
  });
});

describe('the original of the version that counts', () => {
  const ORIGINAL = named(`${UNIT}.v1.xlsx`);

  it.each<[string, Uint8Array | undefined, string]>([
    ['altered', new TextEncoder().encode('改过'), 'originalChanged'],
    ['gone', undefined, 'originalMissing'],
  ])('%s, is put back when it is handed in once more', async (_, found, problem) => {
    const effects = await workspace({ [`${UNIT}.v1.xlsx`]: found });
    const problems = async () =>
      (await readWorkspace(effects, 2022)).diagnostics.filter(({ at }) => at?.file === ORIGINAL);
    expect((await problems()).map(({ code }) => code)).toContain(problem);
    const again = await take(effects, form, '2023-01-20');
    expect(again).toMatchObject({
      outcome: 'same',
      version: 1,
      receivedAt: '2023-01-08',
      original: ORIGINAL,
    });
    expect(again.diagnostics.map((d) => d.code)).toContain('originalRestored');
    expect(await effects.read(ORIGINAL)).toEqual(form);
    expect((await problems()).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await take(effects, form, '2023-01-21')).diagnostics.map((d) => d.code)).toContain('sameAgain');
  });

  it('is not dated before the one whose place it took', async () => {
    const effects = await workspace({});
    const second = await dated('', 140);
    await take(effects, second, '2023-01-12');
    const early = await take(effects, second, '2023-01-07', true);
    expect(early).toMatchObject({ outcome: 'same', receivedAt: '2023-01-12' });
    expect(early.diagnostics.map((d) => d.code)).toContain('receivedTooEarly');
    const same = await take(effects, second, '2023-01-08', true);
    expect([same.receivedAt, same.diagnostics.map((d) => d.code)]).toEqual([
      '2023-01-08',
      expect.arrayContaining(['dateCorrected']),
    ]);
    expect(await counting(effects)).toBe(named(`${UNIT}.v2.xlsx`));
  });
});

it('a register whose dates contradict the order of its versions is told, before anybody builds on one of them', async () => {
  const effects = await workspace({});
  await take(effects, await dated('', 150), '2023-01-12');
  const path = named('receipts.yaml');
  const text = new TextDecoder().decode(await effects.read(path));
  effects.written.set(path, new TextEncoder().encode(text.replace('2023-01-12', '2023-01-02')));
  const { diagnostics } = await readWorkspace(effects, 2022);
  const told = diagnostics.filter((d) => d.severity === 'error');
  expect(told.map((d) => [d.code, d.at?.file])).toEqual([['registerTurned', path]]);
  const result = await collect(
    { period: Q4, sources: [], received: { date: '2023-01-20' }, out: 'out' },
    effects,
  );
  expect(result.diagnostics.map((d) => d.code)).toEqual(['registerTurned']);
});

it('what a project had come to last month is taken from the return that counts, not from one that it replaced', async () => {
  const july = 'data/2022/projects/returns/2022-07';
  const path = 'data/2022/projects/returns/2022-08/赣州市.csv';
  const text = async (file: string) => new TextDecoder().decode(await folderEffects().read(file));
  const right = await text(`${july}/赣州市.csv`);
  const wrong = right.replace(/2022-08-\d\d/, '2022-08-01').replace(/^(Z051,[^,]*,)\d+,\d+/m, '$11,3');
  const sent = await text(path);
  expect(wrong).toContain(',1,3,');
  const effects = folderEffects(REPOSITORY, {
    [`${july}/旧.csv`]: wrong,
    [path]: undefined,
    'inbox/a.csv': sent,
  });
  const { returns } = await collectProjects(
    {
      when: monthOf(2022, 8),
      sources: [{ shown: 'a.csv', path: 'inbox/a.csv' }],
      received: { date: '2022-09-05' },
      out: 'out',
    },
    effects,
  );
  expect(returns[0]).toMatchObject({ outcome: 'kept' });
  expect(returns[0]?.diagnostics.map((d) => d.code)).not.toContain('suspectMagnitude');
});
