/** Commands that take a quarter or a month: who is concerned, and which flow a file goes to. */
import { read as readBook, utils, type WorkBook, write as writeBook } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { otherForm } from '../../src/base/messages/regional.ts';
import { checkPeriod, isClear } from '../../src/flows/check/check.ts';
import { checkMonth } from '../../src/flows/check/regional-check.ts';
import { type Collection, collectMonth, collectQuarter } from '../../src/flows/collect/period-collect.ts';
import { quarterForms } from '../../src/flows/forms/period-forms.ts';
import { projectForms } from '../../src/flows/forms/regional-forms.ts';
import { projectStatus } from '../../src/flows/status/regional-status.ts';
import { status } from '../../src/flows/status/status.ts';
import { returnKind } from '../../src/intake/return-kind.ts';
import { monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import { build } from '../../src/pipeline.ts';
import { folderEffects, REPOSITORY, type TestEffects } from '../support/effects.ts';
import { machine } from '../support/machine.ts';

const quarter = (id: string): Period => parsePeriod(id) as Period;
const AUGUST = monthOf(2022, 8);
const Q2 = quarter('2022Q2');
const UNIT_FORM = 'out/填报表/省工信厅2022年二季度填报表.xlsx';
const COOPERATION_FORM = 'out/填报表/省财政厅2022年二季度填报表.xlsx';
const CITY_FORM = 'out/填报表/设区市/萍乡市2022年二季度季报表.xlsx';
const PROJECT_FORM = 'out/填报表/景德镇市2022年8月重点项目月报表.xlsx';

let sent: TestEffects;
beforeAll(async () => {
  sent = folderEffects();
  await quarterForms({ period: Q2, only: ['省工信厅', '省财政厅', '萍乡市'], out: 'out' }, sent);
  await projectForms({ when: AUGUST, only: ['景德镇市'], out: 'out' }, sent);
});
const formOf = (path: string): Uint8Array => sent.written.get(path) as Uint8Array;

/** The first sheet after `change`, in any format. */
function edited(
  bytes: Uint8Array,
  change: (rows: unknown[][]) => unknown[][],
  bookType: 'xlsx' | 'biff8' | 'csv' = 'xlsx',
): Uint8Array {
  const book = readBook(bytes, { type: 'array' });
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] as string] as never, {
    header: 1,
    defval: null,
  });
  const plain: WorkBook = utils.book_new();
  utils.book_append_sheet(plain, utils.aoa_to_sheet(change(rows)), 'Sheet1');
  return new Uint8Array(writeBook(plain, { type: 'array', bookType }) as ArrayBuffer);
}

describe('forms', () => {
  it('of a quarter go to units and, in a folder of their own, to cities', async () => {
    const effects = folderEffects();
    const { files, cities, diagnostics } = await quarterForms(
      { period: quarter('2022Q4'), only: [], out: 'out' },
      effects,
    );
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect([files.length, cities.length]).toEqual([21, 12]);
    // And the manifest, which knows what was put there.
    expect(effects.written.size).toBe(34);
    expect(cities.every(({ path }) => path.startsWith('out/填报表/设区市/'))).toBe(true);
    expect(files.some(({ path }) => path.includes('设区市'))).toBe(false);
  });

  it('are written for those named, units and cities alike', async () => {
    const only = (...names: string[]) =>
      quarterForms({ period: Q2, only: names, out: 'out' }, folderEffects());
    const city = await only('赣州市');
    expect([city.files.length, city.cities.map((file) => file.city)]).toEqual([0, ['赣州市']]);
    const both = await only('省科技厅', '赣州市');
    expect([both.files.length, both.cities.length]).toEqual([1, 1]);
    const wrong = await only('省科技局', '赣州市');
    expect([wrong.files, wrong.cities]).toEqual([[], []]);
    expect(wrong.diagnostics.map((d) => d.code)).toEqual(['unitNotConcerned']);
  });

  it('go to the units alone in a workspace without cities', async () => {
    const real = folderEffects();
    const list = async (folder: string) => (folder.startsWith('data/2022/cities') ? [] : real.list(folder));
    const { files, cities, diagnostics } = await quarterForms(
      { period: quarter('2022Q4'), only: [], out: 'out' },
      { ...real, list },
    );
    expect([files.length, cities.length]).toEqual([21, 0]);
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  });
});

/** The form with a word in its first row: an empty one is no return. */
const saying = (path: string, progress: string): Uint8Array =>
  edited(formOf(path), (rows) => {
    const said = (cell: unknown): boolean => /^(?:进展情况|形象进度)/.test(String(cell));
    const head = rows.findIndex((row) => row.some(said));
    const column = (rows[head] ?? []).findIndex(said);
    return rows.map((row, i) => (i === head + 1 ? Object.assign([...row], { [column]: progress }) : row));
  });
const filled = (path: string): Uint8Array => saying(path, '按计划推进。');

describe('a return is known by its content', () => {
  it.each([
    ['unit', UNIT_FORM],
    ['unit', COOPERATION_FORM],
    ['city', CITY_FORM],
    ['project', PROJECT_FORM],
  ])('%s: as it went out, without its name', (kind, path) => {
    expect(returnKind('表格.xlsx', formOf(path))).toBe(kind);
  });

  it.each([
    ['unit', UNIT_FORM],
    ['city', CITY_FORM],
    ['project', PROJECT_FORM],
  ])('%s: saved in other formats, columns moved, title gone, under a wrong name', (kind, path) => {
    const moved = (rows: unknown[][]): unknown[][] => rows.slice(2).map((row) => [...row].reverse());
    const names = { xlsx: '2022年8月.dat', biff8: '设区市季报.xls', csv: '省工信厅.xlsx' } as const;
    for (const [type, name] of Object.entries(names))
      expect(returnKind(name, edited(formOf(path), moved, type as 'xlsx'))).toBe(kind);
  });

  it('or not at all', () => {
    expect(returnKind('a.xlsx', new Uint8Array())).toBeUndefined();
    expect(returnKind('a.xlsx', formOf(UNIT_FORM).subarray(0, 3000))).toBeUndefined();
    expect(returnKind('a.pdf', new TextEncoder().encode('%PDF-1.7'))).toBeUndefined();
    expect(returnKind('a.csv', new TextEncoder().encode('姓名,电话\n张三,1\n'))).toBeUndefined();
    expect(returnKind('省工信厅.yaml', new TextEncoder().encode('unit: 省工信厅\n'))).toBe('unit');
  });
});

describe('collect', () => {
  const taking = (effects: TestEffects, files: Record<string, Uint8Array>, unit?: string) => {
    for (const [name, bytes] of Object.entries(files)) effects.written.set(`in/${name}`, bytes);
    return {
      sources: Object.entries(files).map(([name, { length }]) => ({
        shown: name,
        path: `in/${name}`,
        bytes: length,
      })),
      received: { date: '2023-02-01' },
      out: 'out',
      ...(unit ? { unit } : {}),
    };
  };
  const outcomes = ({ returns, cities }: Collection) => [
    ...returns.map((r) => [r.unit, r.outcome]),
    ...cities.map((r) => [r.city, r.outcome]),
  ];

  it('of a quarter sends each file where it belongs', async () => {
    const effects = folderEffects(undefined, { 'data/2022/submissions/2022Q2/省工信厅.yaml': undefined });
    const files = {
      '1.xlsx': filled(CITY_FORM),
      '2.xlsx': filled(UNIT_FORM),
      '3.xlsx': filled(PROJECT_FORM),
      '坏.xlsx': filled(CITY_FORM).subarray(0, 3000),
    };
    const result = await collectQuarter({ period: Q2, ...taking(effects, files) }, effects);
    expect(result.diagnostics).toEqual([]);
    expect(outcomes(result)).toEqual([
      ['省工信厅', 'kept'],
      [null, 'refused'],
      ['萍乡市', 'kept'],
      [null, 'refused'],
    ]);
    expect(result.cities.at(-1)?.diagnostics).toEqual([otherForm('3.xlsx', 'project')]);
    const kept = [...effects.written.keys()].filter((path) => path.startsWith('data/'));
    expect(kept).toEqual([
      'data/2022/submissions/2022Q2/省工信厅.v1.xlsx',
      'data/2022/submissions/2022Q2/receipts.yaml',
      'data/2022/cities/returns/2022Q2/萍乡市.v1.xlsx',
      'data/2022/cities/returns/2022Q2/receipts.yaml',
    ]);
  });

  it('gives a date to the new ones of several files; one file alone is dated anew', async () => {
    const effects = folderEffects(undefined, { 'data/2022/submissions/2022Q2/省工信厅.yaml': undefined });
    const take = (date: string, files: Parameters<typeof taking>[1]) => {
      const request = { period: Q2, ...taking(effects, files), received: { date, given: true } };
      return collectQuarter(request, effects);
    };
    const [unit, city] = [filled(UNIT_FORM), filled(CITY_FORM)];
    await take('2023-02-01', { '1.xlsx': unit });
    const both = await take('2023-02-03', { '1.xlsx': unit, '2.xlsx': city });
    expect([...both.returns, ...both.cities].map((r) => [r.outcome, r.receivedAt])).toEqual([
      ['same', '2023-02-01'],
      ['kept', '2023-02-03'],
    ]);
    expect(both.diagnostics.map((d) => d.message)).toEqual([
      '有1份以前已经收过，收到日期仍按原来登记的，没有改为2023-02-03；2023-02-03只登记给新收的。',
    ]);
    const alone = await take('2023-02-02', { '1.xlsx': unit });
    expect([alone.returns[0]?.receivedAt, alone.diagnostics]).toEqual(['2023-02-02', []]);
  });

  it('of a quarter works for one kind alone, and for a unit that is named', async () => {
    const effects = folderEffects();
    const one = await collectQuarter(
      { period: Q2, ...taking(effects, { 'a.xlsx': filled(CITY_FORM) }) },
      effects,
    );
    expect(outcomes(one)).toEqual([['萍乡市', 'kept']]);
    const again = await collectQuarter(
      { period: Q2, ...taking(effects, { 'b.xlsx': filled(CITY_FORM) }) },
      effects,
    );
    expect(again.cities[0]).toMatchObject({ outcome: 'same', version: 1, receivedAt: '2023-02-01' });
    const named = await collectQuarter(
      { period: Q2, ...taking(folderEffects(), { 'a.xlsx': filled(UNIT_FORM) }, '省某厅') },
      effects,
    );
    expect(named.diagnostics.map((d) => d.code)).toEqual(['unitNotConcerned']);
  });

  it('of a month takes projects, and says what else came', async () => {
    const effects = folderEffects();
    const files = {
      'a.xlsx': filled(PROJECT_FORM),
      'b.xlsx': filled(CITY_FORM),
      'c.xlsx': filled(UNIT_FORM),
    };
    const result = await collectMonth({ when: AUGUST, ...taking(effects, files) }, effects);
    expect(outcomes(result)).toEqual([
      ['景德镇市', 'kept'],
      [null, 'refused'],
      [null, 'refused'],
    ]);
    expect(result.cities.slice(1).map((r) => r.diagnostics)).toEqual([
      [otherForm('b.xlsx', 'city')],
      [otherForm('c.xlsx', 'unit')],
    ]);
  });

  it('takes the new return of a city beside the one that came before, and the old one again when asked', async () => {
    const effects = folderEffects();
    const [old, other] = [saying(PROJECT_FORM, '主体完工。'), saying(PROJECT_FORM, '主体封顶。')];
    const run = (files: Record<string, Uint8Array>, again = false) =>
      collectMonth({ when: AUGUST, ...taking(effects, files), again }, effects);
    await run({ 'a.xlsx': old });
    const both = await run({ 'a.xlsx': old, 'b.xlsx': other });
    expect(both.cities.map((r) => r.outcome)).toEqual(['same', 'kept']);
    const sent = await run({ 'a.xlsx': old });
    expect(sent.cities.map((r) => [r.outcome, r.diagnostics.at(-1)?.code])).toEqual([
      ['same', 'supersededAgain'],
    ]);
    const asked = await run({ 'a.xlsx': old }, true);
    const versions = [both, asked].map(({ cities }) => cities.at(-1)?.version ?? 0);
    expect(asked.cities.map((r) => r.outcome)).toEqual(['kept']);
    expect((versions[1] ?? 0) - (versions[0] ?? 0)).toBe(1);
  });

  it('does not choose between two returns of a city', async () => {
    const effects = folderEffects();
    const other = saying(PROJECT_FORM, '另一份。');
    const files = { 'a.xlsx': filled(PROJECT_FORM), 'b.xlsx': other };
    const result = await collectMonth({ when: AUGUST, ...taking(effects, files) }, effects);
    expect(result.cities.map((r) => [r.city, r.outcome, r.diagnostics.at(-1)?.code])).toEqual([
      ['景德镇市', 'refused', 'twoAtOnce'],
      ['景德镇市', 'refused', 'twoAtOnce'],
    ]);
  });
});

describe('check', () => {
  const idsOf = (units: { findings: { id: string }[] }[]) =>
    units.flatMap((u) => u.findings.map((f) => f.id));

  it('of a month lists projects by city, what must be verified first', async () => {
    const { groups, diagnostics } = await checkMonth(monthOf(2022, 9), folderEffects());
    expect(diagnostics).toEqual([]);
    expect(groups.map((group) => group.name)).toEqual(['重点项目（2022年9月）']);
    const [projects] = groups;
    expect(projects?.units.map((u) => u.unit).slice(0, 3)).toEqual(['南昌市', '萍乡市', '九江市']);
    const nanchang = projects?.units[0]?.findings.map((f) => [f.severity, f.check]);
    expect(nanchang?.[0]).toEqual(['warning', 'project-before-approval']);
    expect(nanchang?.at(-1)).toEqual(['info', 'project-late-start']);
    const august = await checkMonth(AUGUST, folderEffects());
    expect(idsOf(august.groups[0]?.units ?? [])).toContain('project-missing-return/景德镇市/景德镇市');
    expect(august.groups[0]?.diagnostics.filter((d) => d.severity !== 'info')).toEqual([]);
  });

  it('of a quarter has projects and cities in groups of their own', async () => {
    const result = await checkPeriod(Q2, folderEffects());
    expect(result.groups.map((group) => group.name)).toEqual([
      '重点项目（2022年6月）',
      '设区市（2022年二季度）',
    ]);
    const cities = result.groups[1];
    expect(cities?.diagnostics.filter((d) => d.severity !== 'info')).toEqual([]);
    expect(cities?.units.flatMap((u) => u.findings.map((f) => [f.severity, f.id]))).toEqual([
      ['warning', 'city-missing-return/萍乡市/萍乡市'],
    ]);
    expect(idsOf(result.units).some((id) => id.startsWith('project-'))).toBe(false);
    expect(isClear(result)).toBe(true);
  });

  it('tells in its group what can’t be read; what prints it waits for that, the paper on goals does not', async () => {
    const overlay = {
      'data/2022/cities/returns/2022Q2/坏.xlsx': 'PK',
      'data/2022/cities/returns/2022Q3/坏.xlsx': 'PK',
      'data/2022/projects/projects.csv': '坏',
    };
    const result = await checkPeriod(Q2, folderEffects(REPOSITORY, overlay));
    expect(isClear(result)).toBe(false);
    const [projects, cities] = result.groups;
    expect(projects?.diagnostics.map((d) => d.at?.file)).toContain('data/2022/projects/projects.csv');
    expect(cities?.diagnostics.map((d) => [d.code, d.at?.file])).toEqual([
      [expect.any(String), 'data/2022/cities/returns/2022Q2/坏.xlsx'],
      // One of them is worked out of the projects.
      ['indicatorsWithoutProjects', 'data/2022/cities/indicators.yaml'],
    ]);
    const month = await checkMonth(AUGUST, folderEffects(REPOSITORY, overlay));
    expect(month.diagnostics.some((d) => d.severity === 'error')).toBe(true);
    const filesOf = async (only: string): Promise<number> =>
      (
        await build(
          { period: Q2, only: [only], formats: ['docx'], out: 'out', ...machine() },
          folderEffects(REPOSITORY, overlay),
        )
      ).files.length;
    expect([await filesOf('progress-report'), await filesOf('targets')]).toEqual([0, 1]);
  });

  it('sets the units’ sums against the projects', async () => {
    const file = 'data/2022/submissions/2022Q2/省发改委.yaml';
    const text = new TextDecoder().decode(await folderEffects().read(file));
    const changed = text.replace(/T017-2: [\d.]+/, 'T017-2: 223.4');
    expect(changed).not.toBe(text);
    const result = await checkPeriod(Q2, folderEffects(REPOSITORY, { [file]: changed }));
    const [projects] = result.groups;
    expect(projects?.diagnostics.map((d) => d.code)).toContain('projectsDisagree');
    expect(result.diagnostics.map((d) => d.code)).not.toContain('projectsDisagree');
  });
});

describe('status', () => {
  it('of a month: which cities returned, and which months are still owed', async () => {
    const { states, diagnostics } = await projectStatus(monthOf(2022, 9), folderEffects());
    expect(diagnostics).toEqual([]);
    expect(states).toMatchObject({ period: '2022-09', periodName: '2022年9月', due: '2022-10-05' });
    expect(states?.cities.reduce((sum, city) => sum + city.owed, 0)).toBe(396);
    expect(states?.cities.find((city) => city.city === '景德镇市')).toMatchObject({
      timeliness: 'onTime',
      version: 1,
      owedEarlier: ['2022年8月'],
    });
    expect(states?.cities.filter((city) => city.timeliness === 'late').map((c) => c.city)).toEqual([
      '抚州市',
    ]);
    const august = await projectStatus(AUGUST, folderEffects());
    expect(august.states?.cities.filter((city) => !city.receivedAt)).toMatchObject([
      { city: '景德镇市', timeliness: 'missing', version: 0, filled: 0, owed: 20 },
    ]);
  });

  it('of a quarter: the cities’ returns, faulty ones counted', async () => {
    const period = quarter('2022Q3');
    const { cities } = await status({ period, out: null }, folderEffects());
    expect(cities?.cities.find((city) => city.city === '萍乡市')).toMatchObject({
      timeliness: 'onTime',
      owedEarlier: ['2022年二季度'],
      owed: 11,
      filled: 11,
    });
    const effects = folderEffects(undefined, { 'data/2022/cities/returns/2022Q3/坏.xlsx': 'PK' });
    const faulty = await status({ period, out: null }, effects);
    expect(faulty.diagnostics).toEqual([]);
    expect(faulty.cities?.cities).toHaveLength(12);
  });

  it('of the units does not fail because the list of cities is broken', async () => {
    const effects = folderEffects(undefined, { 'data/2022/cities/cities.yaml': '- name: [南昌市' });
    const result = await status({ period: Q2, out: 'out' }, effects);
    expect(result).toMatchObject({ cities: undefined, citiesPath: null, diagnostics: [] });
    expect([...effects.written.keys()]).toEqual(['out/manifest.json', 'out/报送情况.xlsx']);
  });

  it('of a year without projects or cities says so, or nothing', async () => {
    const real = folderEffects();
    const list = async (folder: string) => (/\/(?:projects|cities)/.test(folder) ? [] : real.list(folder));
    const month = await projectStatus(AUGUST, { ...real, list });
    expect(month.diagnostics.map((d) => d.code)).toEqual(['noRegionalData']);
    expect(month.diagnostics[0]?.hints?.join()).toContain('projects.csv（每年另建');
    const units = await status({ period: Q2, out: null }, { ...real, list });
    expect(units).toMatchObject({ cities: undefined, diagnostics: [] });
    expect(units.states?.units.length).toBeGreaterThan(0);
  });
});
