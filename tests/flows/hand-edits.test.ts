/** Workbooks made for people: what somebody wrote into one is kept when it is made again; one that is open stays as it is. */
import { describe, expect, it } from 'vitest';
import { collect } from '../../src/flows/collect/collect.ts';
import { exportPeriod } from '../../src/flows/export.ts';
import { quarterForms } from '../../src/flows/forms/period-forms.ts';
import { projectForms } from '../../src/flows/forms/regional-forms.ts';
import { status } from '../../src/flows/status/status.ts';
import { column, edited, Q4, UNIT } from '../intake/sloppy.ts';
import { folderEffects, type TestEffects } from '../support/effects.ts';

const OUT = 'output/2022Q4';
const HAND = new TextEncoder().encode('手改');
const open = (effects: TestEffects, path: string): TestEffects => ({
  ...effects,
  replaceable: async (one) => one !== path,
});
const codes = ({ diagnostics }: { diagnostics: { code: string }[] }): string[] =>
  diagnostics.map(({ code }) => code);

/** What stands in every form. */
const OTHER_OFFICE = { 'data/2022/office.yaml': 'contact: { person: 张三 }\n' };

describe('a form that somebody has written into', () => {
  const form = `${OUT}/填报表/${UNIT}2022年四季度填报表.xlsx`;
  const make = (effects: TestEffects) => quarterForms({ period: Q4, only: [UNIT], out: OUT }, effects);

  it('stays while nothing has changed, and is put aside when another takes its place', async () => {
    const effects = folderEffects();
    await make(effects);
    await effects.write(form, HAND);
    expect(codes(await make(effects))).toEqual(['handEditsLeft']);
    expect(effects.written.get(form)).toEqual(HAND);

    const later = folderEffects(undefined, { ...Object.fromEntries(effects.written), ...OTHER_OFFICE });
    for (const [path, bytes] of effects.written) later.written.set(path, bytes);
    expect(codes(await make(later))).toEqual(['handEditsSaved']);
    expect(later.written.get(form)).not.toEqual(HAND);
    expect(later.written.get(form.replace('.xlsx', '（手改稿）.xlsx'))).toEqual(HAND);
    expect(codes(await make(later))).toEqual([]);
  });

  it('is not replaced while it is open, nor is any other', async () => {
    const effects = folderEffects();
    await effects.write(form, HAND);
    const city = '赣州市';
    const result = await quarterForms({ period: Q4, only: [UNIT, city], out: OUT }, open(effects, form));
    expect(codes(result)).toEqual(['outputsRefused']);
    expect([result.files, result.cities]).toEqual([[], []]);
    expect([...effects.written.keys()]).toEqual([form]);
  });

  it('goes out whatever is wrong with the papers of a meeting', async () => {
    const effects = folderEffects(undefined, { 'data/2022/meetings/2022Q4.yaml': 'date: 改期\n' });
    const result = await quarterForms({ period: Q4, only: [UNIT, '赣州市'], out: OUT }, effects);
    expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([result.files.length, result.cities.length]).toEqual([1, 1]);
  });

  it('is kept when nobody knows how it came there: a month’s', async () => {
    const effects = folderEffects();
    const path = 'output/2022-08/填报表/赣州市2022年8月重点项目月报表.xlsx';
    await effects.write(path, HAND);
    const when = { id: '2022-08', year: 2022, month: 8 };
    const result = await projectForms({ when, only: ['赣州市'], out: 'output/2022-08' }, effects);
    expect(codes(result)).toEqual(['handEditsSaved']);
    expect(effects.written.get(path.replace('.xlsx', '（手改稿）.xlsx'))).toEqual(HAND);
  });
});

describe('a correction sheet', () => {
  const path = `${OUT}/退回/${UNIT}-退回稿.xlsx`;
  const wrong = (value: string): Uint8Array =>
    edited((sheet) => {
      sheet[`${column('value')}4`] = { t: 's', v: value };
    });
  const handIn = async (effects: TestEffects, bytes: Uint8Array) => {
    effects.written.set('收到/表.xlsx', bytes);
    const sources = [{ shown: '收到/表.xlsx', path: '收到/表.xlsx', bytes: bytes.length }];
    const request = { period: Q4, sources, received: { date: '2023-01-08' }, out: OUT };
    return (await collect(request, effects)).returns[0] as NonNullable<
      Awaited<ReturnType<typeof collect>>['returns'][number]
    >;
  };
  const desk = () => folderEffects(undefined, { [`data/2022/submissions/2022Q4/${UNIT}.xlsx`]: undefined });

  it('that the office has written into is put aside when another is made', async () => {
    const effects = desk();
    expect((await handIn(effects, wrong('若干'))).correction).toBe(path);
    await effects.write(path, HAND);
    const second = await handIn(effects, wrong('许多'));
    expect([second.version, second.correction]).toEqual([2, path]);
    expect(codes(second)).toContain('handEditsSaved');
    expect(effects.written.get(path.replace('.xlsx', '（手改稿）.xlsx'))).toEqual(HAND);
    // The same return once more finds everything as it is to be.
    await effects.write(path, HAND);
    const third = await handIn(effects, wrong('许多'));
    expect([third.outcome, third.correction]).toEqual(['same', path]);
    expect(codes(third)).not.toContain('handEditsLeft');
    expect(effects.written.get(path)).toEqual(HAND);
  });

  it('that the office has corrected in its place and handed in is not kept twice', async () => {
    const effects = desk();
    await handIn(effects, wrong('若干'));
    const still = wrong('许多');
    await effects.write(path, still);
    const second = await handIn(effects, still);
    expect([second.version, second.correction]).toEqual([2, path]);
    expect(codes(second)).not.toContain('handEditsSaved');
    expect([...effects.written.keys()].filter((name) => name.includes('手改稿'))).toEqual([]);
  });

  it('that is open is made when the return comes once more, as is one that was lost', async () => {
    const effects = desk();
    const first = await handIn(open(effects, path), wrong('若干'));
    expect([first.outcome, first.correction]).toEqual(['kept', null]);
    expect(codes(first)).toContain('correctionOpen');
    const again = await handIn(effects, wrong('若干'));
    expect([again.outcome, again.correction]).toEqual(['same', path]);
    expect(effects.written.has(path)).toBe(true);
  });

  it('that is open when it is answered is moved when the answer comes once more', async () => {
    const effects = desk();
    await handIn(effects, wrong('若干'));
    const right = edited(() => {});
    const first = await handIn(open(effects, path), right);
    expect([first.outcome, first.answered]).toEqual(['kept', null]);
    expect(codes(first)).toContain('answeredOpen');
    expect(effects.written.has(path)).toBe(true);
    const again = await handIn(effects, right);
    expect(again.answered).toBe(`${OUT}/退回/已改回/${UNIT}-退回稿.xlsx`);
    expect(effects.written.has(path)).toBe(false);
  });
});

describe('workbooks of the office', () => {
  it('that are open keep nobody from knowing how it stands', async () => {
    const path = `${OUT}/报送情况.xlsx`;
    const effects = folderEffects();
    await effects.write(path, HAND);
    const { states, path: at, ...rest } = await status({ period: Q4, out: OUT }, open(effects, path));
    expect(states?.units.length).toBeGreaterThan(10);
    expect(at).toBeNull();
    expect(codes(rest)).toEqual(['outputsRefused']);
    expect(effects.written.get(path)).toEqual(HAND);
  });

  it('keep what was written into them', async () => {
    const effects = folderEffects();
    const path = `${OUT}/导出/任务台账.csv`;
    await effects.write(path, HAND);
    const result = await exportPeriod({ period: Q4, only: ['csv'], out: OUT }, effects);
    expect(codes(result)).toContain('handEditsSaved');
    expect(effects.written.get(`${OUT}/导出/任务台账（手改稿）.csv`)).toEqual(HAND);
  });
});
