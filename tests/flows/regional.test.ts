/** Forms to the cities and back: written, filled in, collected, read again. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { read as readBook, utils, type WorkBook, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { collectedLines } from '../../src/cli/collected.ts';
import { regionalStatusLines } from '../../src/cli/regional-status.ts';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { projectFormContent } from '../../src/compose/forms/project-form.ts';
import { checkMonth } from '../../src/flows/check/regional-check.ts';
import {
  collectCities,
  collectProjects,
  type RegionalReturn,
} from '../../src/flows/collect/regional-collect.ts';
import { makeCityForms, projectForms } from '../../src/flows/forms/regional-forms.ts';
import { cityStatus } from '../../src/flows/status/regional-status.ts';
import { status } from '../../src/flows/status/status.ts';
import { readCityReturn } from '../../src/intake/cities/return.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { monthOf, type Period } from '../../src/model/period.ts';
import type { CityInputs, CityReturn } from '../../src/model/region/city.ts';
import type { ProjectInputs, ProjectReturn } from '../../src/model/region/project.ts';
import { CITY_COLUMNS } from '../../src/model/returns/city-form.ts';
import { PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';
import type { RegionalStates } from '../../src/model/returns/regional-state.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeProjectForm } from '../../src/render/xlsx/project-form.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';
import { filledCityForm, filledProjectForm } from '../support/filled-forms.ts';
import { hasValidator, validate } from '../support/validator.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const projects = inputs.projects as ProjectInputs;
const cities = inputs.cities as CityInputs;
const { contact } = inputs.office;
const AUGUST = monthOf(2022, 8);
const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const monthly = projects.returns.find((r) => r.city === '赣州市' && r.month === '2022-08') as ProjectReturn;
const quarterly = cities.returns.find((r) => r.city === '鹰潭市' && r.period === '2022Q3') as CityReturn;

const names = unitNames(cities.cities);
const projectIndex = indexProjects(projects.projects, cities.cities);
const cityIndex = {
  cities: names,
  indicators: cities.indicators,
  duties: cities.duties,
  stages: cities.stages.map((node) => node.stage),
};

/** The words and numbers of a return, without the places in which they stood. */
const substance = (value: object | undefined): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      ['at', 'file', 'provenance', 'decimals'].includes(key) ? undefined : part,
    ) ?? 'null',
  );

const place = (columns: readonly { key: string }[], key: string): string =>
  utils.encode_col(columns.findIndex((column) => column.key === key));

function edited(
  bytes: Uint8Array,
  change: (sheet: Record<string, unknown>, book: WorkBook) => void,
): Uint8Array {
  const book = readBook(bytes, { type: 'array', cellStyles: true });
  change(book.Sheets[book.SheetNames[0] as string] as Record<string, unknown>, book);
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('the monthly project form', () => {
  const content = filledProjectForm(projectFormContent(projects, '赣州市', AUGUST), monthly);

  it('comes back as it went out', async () => {
    const bytes = await writeProjectForm(content, contact);
    expect(Buffer.from(await writeProjectForm(content, contact)).equals(Buffer.from(bytes))).toBe(true);
    const back = readProjectReturn('赣州市.xlsx', bytes, projectIndex, { month: AUGUST });
    expect(back.diagnostics).toEqual([]);
    expect(substance(back.value)).toEqual(substance(monthly));
    expect(back.value?.entries[0]?.month?.provenance).toMatchObject({
      at: { sheet: '项目进展', cell: `${place(PROJECT_RETURN_COLUMNS, 'month')}4` },
      demo: true,
    });
  });

  it('prefills last month and dates once reported, across a missing month', () => {
    const empty = projectFormContent(projects, '景德镇市', monthOf(2022, 9));
    const july = projects.returns.find(
      (r) => r.city === '景德镇市' && r.month === '2022-07',
    ) as ProjectReturn;
    expect(empty.rows[0]).toMatchObject({
      previous: String(july.entries[0]?.cumulative?.value),
      month: '',
      cumulative: '',
      startedOn: july.entries[0]?.startedOn?.value,
    });
    expect(empty).toMatchObject({ due: '2022-10-05', receivedAt: '', demo: false });
    expect(projectFormContent(projects, '赣州市', monthOf(2022, 12)).due).toBe('2023-01-05');
  });

  it('locks all but entry cells and asks for numbers in Chinese', async () => {
    const bytes = await writeProjectForm(content, contact);
    const book = readBook(bytes, { type: 'array', bookFiles: true }) as WorkBook & {
      files: Record<string, { content: Uint8Array }>;
    };
    const xml = new TextDecoder().decode(book.files['xl/worksheets/sheet1.xml']?.content);
    expect(book.SheetNames).toEqual(['项目进展', '填报说明', '_meta']);
    expect(book.Workbook?.Sheets?.map((s) => s.Hidden)).toEqual([0, 0, 1]);
    expect(xml).toMatch(/<sheetProtection[^>]*sheet="1"/);
    expect(xml).toContain('以“万元”计，只填数字');
    expect(xml).toMatch(/<pageSetup [^>]*orientation="landscape"/);
  });

  it('points at the cell that is wrong, and reads dates of all styles', async () => {
    const c = (key: string, row: number) => `${place(PROJECT_RETURN_COLUMNS, key)}${row}`;
    const bytes = edited(await writeProjectForm(content, contact), (sheet) => {
      sheet[c('month', 4)] = { t: 's', v: '约5千万' };
      sheet[c('cumulative', 5)] = { t: 'e', v: 23, w: '#REF!' };
      sheet[c('startedOn', 6)] = { t: 'n', v: 44635, z: 'yyyy/m/d' };
      sheet[c('startedOn', 7)] = { t: 's', v: '去年底' };
    });
    const { value, diagnostics } = readProjectReturn('赣州市.xlsx', bytes, projectIndex, { month: AUGUST });
    expect(diagnostics.map((d) => d.at && formatOrigin(d.at)).sort()).toEqual(
      [c('month', 4), c('cumulative', 5), c('startedOn', 7)]
        .map((cell) => `赣州市.xlsx · 项目进展!${cell}`)
        .sort(),
    );
    expect(value?.entries[2]?.startedOn?.value).toBe('2022-03-15');
  });
});

describe('the quarterly city form', () => {
  const content = filledCityForm(cityFormContent(cities, '鹰潭市', Q3, '2022-10-10'), quarterly);

  it('comes back as it went out', async () => {
    const bytes = await writeCityForm(content, contact);
    const back = readCityReturn('鹰潭市.xlsx', bytes, cityIndex, { period: '2022Q3' });
    expect(back.diagnostics).toEqual([]);
    expect(substance(back.value)).toEqual(substance(quarterly));
  });

  it('shows targets and last quarter, and asks for nothing that is worked out', () => {
    expect(content.rows.map((row) => row.cells.id)).toEqual([
      'C01',
      'C02',
      'C03',
      'C04',
      'C05',
      'C06',
      'C08',
      'C09',
      'C10',
      'R06',
      'R12',
      'R13',
      'Z00',
    ]);
    expect(content.rows[0]?.cells).toMatchObject({
      goal: '450亿元',
      previous: expect.stringMatching(/^\d+\.\d亿元$/),
    });
  });

  it('shows what was sent in last of last quarter', () => {
    const returns = cities.returns.flatMap((one) => [{ ...one, entries: [] }, one]);
    const again = filledCityForm(
      cityFormContent({ ...cities, returns }, '鹰潭市', Q3, '2022-10-10'),
      quarterly,
    );
    expect(again.rows).toEqual(content.rows);
  });

  it('takes no value for another row where only some columns were sorted', async () => {
    const c = (key: string, row: number) => `${place(CITY_COLUMNS, key)}${row}`;
    const bytes = edited(await writeCityForm(content, contact), (sheet) => {
      const [first, second] = [sheet[c('name', 4)], sheet[c('name', 5)]];
      sheet[c('name', 4)] = second;
      sheet[c('name', 5)] = first;
    });
    const { diagnostics } = readCityReturn('鹰潭市.xlsx', bytes, cityIndex, { period: '2022Q3' });
    expect(diagnostics.map((d) => d.code)).toEqual([
      'cityNameElsewhere',
      'cityNameElsewhere',
      'cityValueMissing',
    ]);
  });

  it('tells of stages, rows and values that it does not know', async () => {
    const c = (key: string, row: number) => `${place(CITY_COLUMNS, key)}${row}`;
    const bytes = edited(await writeCityForm(content, contact), (sheet) => {
      sheet[c('stage', 13)] = { t: 's', v: '已发文' };
      sheet[c('id', 14)] = { t: 's', v: 'R07' };
      sheet[c('value', 4)] = { t: 's', v: '120家' };
      sheet[c('value', 5)] = { t: 'n', v: 0.152, z: '0.0%' };
    });
    const { value, diagnostics } = readCityReturn('鹰潭市.xlsx', bytes, cityIndex, { period: '2022Q3' });
    expect(diagnostics.map((d) => d.code)).toEqual([
      'wrongUnit',
      'cityStageUnknown',
      'cityRowUnknown',
      'cityValueMissing',
    ]);
    expect(value?.entries.find((entry) => entry.id === 'C02')?.value).toMatchObject({
      value: 15.2,
      unit: '%',
    });
  });
});

describe('flows', () => {
  it('write a form for every city, or for those asked for', async () => {
    const effects = folderEffects();
    const all = await projectForms({ when: AUGUST, only: [], out: 'output/2022-08' }, effects);
    expect(all.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(all.files).toHaveLength(12);
    expect(all.files.reduce((sum, file) => sum + file.rows, 0)).toBe(396);
    expect([...effects.written.keys()]).toContain('output/2022-08/填报表/赣州市2022年8月重点项目月报表.xlsx');
    const short = await projectForms({ when: AUGUST, only: ['赣州'], out: 'out' }, folderEffects());
    expect(short.files.map((file) => file.city)).toEqual(['赣州市']);
    const one = await makeCityForms({ when: Q3, only: ['鹰潭市'], out: 'out' }, effects);
    expect(one.files.map((file) => file.path)).toEqual(['out/填报表/设区市/鹰潭市2022年三季度季报表.xlsx']);
    const none = await makeCityForms({ when: Q3, only: ['鹰谭市'], out: 'out' }, effects);
    expect(none.files).toEqual([]);
    expect(none.diagnostics.at(-1)?.hints[0]).toBe('是不是想写“鹰潭市”？');
  });

  it('on projects wait for no unit that a goal of the plan still lacks', async () => {
    const goals = readFileSync(resolve(REPOSITORY, 'data/2022/plan/goals.yaml'), 'utf8');
    const open = goals.replace(/unit: 省\S+?([ ,}\n])/, 'unit: 待定$1');
    expect(open).not.toBe(goals);
    const effects = folderEffects(REPOSITORY, { 'data/2022/plan/goals.yaml': open });
    const { files, diagnostics } = await projectForms(
      { when: AUGUST, only: ['赣州市'], out: 'output/2022-08' },
      effects,
    );
    expect([files.length, diagnostics]).toEqual([1, []]);
  });

  it('call the places as the region does', async () => {
    const office =
      'region: { whole: 全县, places: 乡镇, place: 乡镇, counted: 乡镇 }\nreminders: {}\nbulletins: {}\n';
    const form = await writeCityForm(
      filledCityForm(cityFormContent(cities, '鹰潭市', Q3, '2022-10-10'), quarterly),
      contact,
    );
    const effects = folderEffects(undefined, { 'data/2022/office.yaml': office, 'in/1.xlsx': form });
    const made = await makeCityForms({ when: Q3, only: ['鹰潭市'], out: 'out' }, effects);
    expect(made.files.map(({ path }) => path)).toEqual(['out/填报表/乡镇/鹰潭市2022年三季度季报表.xlsx']);
    const { cities: states, citiesPath } = await status({ period: Q3, out: 'out' }, effects);
    expect(citiesPath).toBe('out/乡镇报送情况.xlsx');
    const lines = regionalStatusLines(states as RegionalStates, '乡镇').join('\n');
    expect(lines).toContain('应报12个乡镇');
    const sources = [{ shown: '1.xlsx', path: 'in/1.xlsx' }];
    const asked = { when: Q3, sources, received: { date: '2022-10-12' }, out: 'out' };
    const { returns, place: word } = await collectCities(asked, effects);
    const told = [lines, ...collectedLines([], returns, word)].join('\n');
    expect(told).not.toContain('设区市');
    const sheets = readBook(effects.written.get('out/乡镇报送情况.xlsx') as Uint8Array).Sheets;
    expect(JSON.stringify(sheets)).not.toContain('设区市');
  });

  it('keep originals in versions, and the later one counts', async () => {
    const form = await writeProjectForm(projectFormContent(projects, '景德镇市', AUGUST), contact);
    const filled = (value: number) =>
      edited(form, (sheet) => {
        sheet[`${place(PROJECT_RETURN_COLUMNS, 'month')}4`] = { t: 'n', v: value };
        sheet[`${place(PROJECT_RETURN_COLUMNS, 'cumulative')}4`] = { t: 'n', v: 90000 + value };
      });
    const effects = folderEffects(undefined, {
      'in/1.xlsx': filled(10),
      'in/2.xlsx': filled(20),
      'in/3.xlsx': 'x',
    });
    const sources = (name: string) => [{ shown: `${name}.xlsx`, path: `in/${name}.xlsx` }];
    const take = (name: string, date: string) =>
      collectProjects({ when: AUGUST, sources: sources(name), received: { date }, out: 'out' }, effects);
    const [first] = (await take('1', '2022-09-07')).returns;
    expect(first).toMatchObject({
      outcome: 'kept',
      city: '景德镇市',
      version: 1,
      // What the form brought along is not filled in.
      filled: 1,
      owed: 20,
      errors: 0,
      original: 'data/2022/projects/returns/2022-08/景德镇市.v1.xlsx',
    });
    expect((await take('1', '2022-09-08')).returns[0]).toMatchObject({ outcome: 'same', version: 1 });
    expect((await take('2', '2022-09-06')).returns[0]).toMatchObject({ outcome: 'refused' });
    expect((await take('2', '2022-09-08')).returns[0]).toMatchObject({ outcome: 'kept', version: 2 });
    expect((await take('3', '2022-09-09')).returns[0]).toMatchObject({
      outcome: 'refused',
      errors: 1,
      city: null,
    });
    const again = (await readWorkspace(effects, 2022, { projects: true })).value?.projects?.returns ?? [];
    const own = again.filter((r) => r.city === '景德镇市' && r.month === '2022-08');
    // Of the version that was superseded only the date counts: the city was in time.
    expect(own.map((r) => [r.receivedAt, r.entries[0]?.month?.value])).toEqual([
      ['2022-09-07', undefined],
      ['2022-09-08', 20],
    ]);
  });

  describe('a version that says less than the one before', () => {
    const quarter: Period = { id: '2022Q4', year: 2022, quarter: 4 };
    const FOLDERS = {
      city: 'data/2022/cities/returns/2022Q4/南昌市.csv',
      month: 'data/2022/projects/returns/2022-08/赣州市.csv',
    };
    const textOf = (path: string) => readFileSync(resolve(REPOSITORY, path), 'utf8');
    const [city, month] = [textOf(FOLDERS.city), textOf(FOLDERS.month)];
    const lines = (text: string, keep: (line: string, i: number) => boolean) =>
      text.split('\n').filter(keep).join('\n');
    /** What becomes of versions, one after another. */
    async function versions(kind: 'city' | 'month', texts: readonly string[], again = false) {
      const files = texts.map((text, i) => [`in/${i}.csv`, text] as const);
      const effects = folderEffects(undefined, {
        [FOLDERS[kind]]: undefined,
        ...Object.fromEntries(files),
      });
      const taken: RegionalReturn[] = [];
      for (const [i, [path]] of files.entries()) {
        const asked = {
          sources: [{ shown: path, path }],
          received: { date: `2023-01-1${i}` },
          out: 'out',
          again,
        };
        const { returns } =
          kind === 'city'
            ? await collectCities({ ...asked, when: quarter }, effects)
            : await collectProjects({ ...asked, when: AUGUST }, effects);
        taken.push(...returns);
      }
      return taken;
    }
    const told = (one: RegionalReturn | undefined, code: string) =>
      one?.diagnostics.find((d) => d.code === code);

    it('by whole rows is not taken, told with what is missing and how to withdraw it', async () => {
      const [first, second, third] = await versions('city', [
        city,
        lines(city, (line) => !/^C0[3-6]/.test(line)),
        city.replace(/^(C03,[^,]*,[^,]*),.*$/m, '$1,,,,,报数有误，先行撤回,,'),
      ]);
      expect(first).toMatchObject({ outcome: 'kept', filled: 14, owed: 14 });
      expect(second).toMatchObject({ outcome: 'refused', version: null, filled: 10 });
      const lost = told(second, 'contentLost');
      expect(lost?.severity).toBe('error');
      expect(lost?.message).toContain('C03“5G基站数”（14067个）、C04“新增上云企业”（2394家）');
      expect(lost?.hints.join()).toContain('“进展情况”写明');
      expect(third).toMatchObject({ outcome: 'kept', version: 2 });
      expect(told(third, 'valuesWithdrawn')?.message).toContain('C03“5G基站数”原报14067个');
    });

    it('by thirty projects is not taken, also with an error in another row', async () => {
      const less = lines(month, (_, i) => i < 2 || i > 31);
      const [first, second, third] = await versions('month', [
        month,
        less,
        less.replace(/^([XZ]\d+,[^,]*),\d+/m, '$1,若干'),
      ]);
      expect(first).toMatchObject({ outcome: 'kept', filled: 56 });
      expect([second?.outcome, third?.outcome]).toEqual(['refused', 'refused']);
      expect(told(second, 'contentLost')?.message).toMatch(
        /Z051“[^”]+”（本年累计16549万元）、.*等30行。未收/,
      );
      expect(told(second, 'contentLost')?.hints.join()).toContain('“形象进度”写明');
    });

    it('in one cell that can not be read is taken: that goes back to the city', async () => {
      const [, second] = await versions('city', [city, city.replace(/^(C03,.*?),14067,/m, '$1,若干,')]);
      expect(second).toMatchObject({ outcome: 'kept', version: 2, errors: 1 });
      expect(told(second, 'valuesWithdrawn')).toBeUndefined();
    });

    it('is taken when the office brings it back', async () => {
      const less = lines(city, (line) => !line.startsWith('C03'));
      const outcomes = (await versions('city', [less, city, less], true)).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(['kept', 'kept', 'kept']);
    });

    it('otherwise tells what is changed', async () => {
      const changed = city
        .replace(',14067,', ',14070,')
        .replace('做优做强实施方案已印发', '做优做强实施方案早已印发');
      const [, second] = await versions('city', [city, changed]);
      expect(told(second, 'changedSince')?.message).toBe(
        '与上一版相比：C03“5G基站数”由14067个改为14070个；R06“制定具体实施方案，明确目标任务和工作进度”进展情况有改动。',
      );
    });
  });

  it('collect tells what the checks will say of a number, once', async () => {
    const path = 'data/2022/cities/returns/2022Q4/南昌市.csv';
    const text = readFileSync(resolve(REPOSITORY, path), 'utf8');
    const slips = text
      .replace(',642.3,', ',6000000,')
      .replace(',14067,', ',-5,')
      .replace(',2394,', ',26000,');
    const effects = folderEffects(undefined, { [path]: undefined, 'in/1.csv': slips });
    const sources = [{ shown: '1.csv', path: 'in/1.csv' }];
    const when: Period = { id: '2022Q4', year: 2022, quarter: 4 };
    const asked = { when, sources, received: { date: '2023-01-10' }, out: 'out' };
    const { returns } = await collectCities(asked, effects);
    const codes = returns[0]?.diagnostics.map(({ code, at }) => `${at?.line} ${code}`);
    expect(codes).toEqual(['5 negativeValue', '6 cityTenfold', '7 cityJump']);
  });

  describe('a column of investments in 亿元', () => {
    const path = 'data/2022/projects/returns/2022-08/赣州市.csv';
    /** The return with some amounts of its fourth column a ten-thousandth. */
    const smaller = (which: (row: number) => boolean) =>
      readFileSync(resolve(REPOSITORY, path), 'utf8')
        .split('\n')
        .map((line, row) => {
          const cells = line.split(',');
          const amount = Number(cells[3]);
          if (row > 1 && amount > 0 && which(row)) cells[3] = String(amount / 10_000);
          return cells.join(',');
        })
        .join('\n');
    async function told(text: string) {
      const taken = folderEffects(undefined, { [path]: undefined, 'in/1.csv': text });
      const sources = [{ shown: '1.csv', path: 'in/1.csv' }];
      const asked = { when: AUGUST, sources, received: { date: '2022-09-05' }, out: 'out' };
      const { returns } = await collectProjects(asked, taken);
      const { groups } = await checkMonth(AUGUST, folderEffects(undefined, { [path]: text }), '赣州市');
      const findings = groups.flatMap(({ units }) => units.flatMap((unit) => unit.findings));
      return {
        collected: returns[0]?.diagnostics.map(({ code }) => code) ?? [],
        errors: findings.filter(({ severity }) => severity === 'error'),
      };
    }

    it('is told once, by collect and by check', async () => {
      const { collected, errors } = await told(smaller(() => true));
      expect(collected).toEqual(['columnInOtherUnit']);
      expect(errors.map(({ id }) => id)).toEqual(['project-column-unit/赣州市/赣州市']);
      expect(errors[0]?.message).toMatch(/“本年累计完成投资（万元）”一栏.*疑整栏以亿元填报。$/);
    });

    it('is none where some rows are', async () => {
      const { collected, errors } = await told(smaller((row) => row < 6));
      expect(collected).not.toContain('columnInOtherUnit');
      expect(collected.filter((code) => code === 'suspectMagnitude').length).toBeGreaterThan(1);
      expect(errors.length).toBeGreaterThan(1);
    });
  });

  it('count as filled in what says something, not the rows that the form brought along', async () => {
    const quarter: Period = { id: '2022Q4', year: 2022, quarter: 4 };
    const blank = edited(
      await writeCityForm(cityFormContent(cities, '赣州市', quarter, ''), contact),
      (sheet) => {
        sheet[`${place(CITY_COLUMNS, 'progress')}4`] = { t: 's', v: '数据正在核实。' };
      },
    );
    const folder = 'data/2022/cities/returns/2022Q4';
    const effects = folderEffects(undefined, {
      [`${folder}/赣州市.csv`]: undefined,
      // Without an extension, named with a folder.
      './in/赣州市': blank,
    });
    const { returns } = await collectCities(
      {
        when: quarter,
        sources: [{ shown: './in/赣州市', path: './in/赣州市' }],
        received: { date: '2023-01-08' },
        out: 'out',
      },
      effects,
    );
    expect(returns[0]).toMatchObject({ filled: 1, original: `${folder}/赣州市.v1` });
    const { states } = cityStatus(await readWorkspace(effects, 2022, { cities: true }), quarter);
    expect(states?.cities.find(({ city }) => city === '赣州市')).toMatchObject({ filled: 1, version: 1 });
    expect(states?.cities.find(({ city }) => city === '南昌市')?.filled).toBeGreaterThan(5);
  });

  it('put in place by hand and unreadable are named: nobody would know that they had come', async () => {
    const file = 'data/2022/cities/returns/2022Q3/九江市.xlsx';
    const effects = folderEffects(undefined, {
      [file.replace('xlsx', 'csv')]: undefined,
      [file]: new Uint8Array([1, 2, 3]),
    });
    const { states } = cityStatus(await readWorkspace(effects, 2022, { cities: true }), Q3);
    expect(states?.unreadable).toEqual([file]);
    expect(regionalStatusLines(states as RegionalStates, '设区市').at(-1)).toBe(
      `读不出的文件，未计入任何地方：${file}`,
    );
  });

  it('send back what has errors, and take city returns likewise', async () => {
    const content = cityFormContent(cities, '萍乡市', { id: '2022Q2', year: 2022, quarter: 2 }, '');
    const blank = await writeCityForm(content, contact);
    const filled = (value: string): Uint8Array =>
      edited(blank, (sheet) => {
        sheet[`${place(CITY_COLUMNS, 'value')}4`] = { t: 's', v: value };
      });
    const effects = folderEffects(undefined, { 'in/a.xlsx': filled('若干'), 'in/b.xlsx': filled('12.5') });
    const take = async (name: string): Promise<RegionalReturn | undefined> => {
      const { returns } = await collectCities(
        {
          when: { id: '2022Q2', year: 2022, quarter: 2 },
          sources: [{ shown: name, path: `in/${name}` }],
          received: { date: '2022-07-12' },
          out: 'out',
        },
        effects,
      );
      return returns[0];
    };
    const correction = 'out/退回/萍乡市-退回稿.xlsx';
    expect(await take('a.xlsx')).toMatchObject({
      outcome: 'kept',
      city: '萍乡市',
      correction,
      answered: null,
    });
    const answered = 'out/退回/已改回/萍乡市-退回稿.xlsx';
    expect(await take('b.xlsx')).toMatchObject({ outcome: 'kept', correction: null, answered });
    expect([effects.written.has(correction), effects.written.has(answered)]).toEqual([false, true]);
    expect(effects.written.has('data/2022/cities/returns/2022Q2/萍乡市.v1.xlsx')).toBe(true);

    // The first version's error was mended by the second, and concerns nobody any more.
    const folder = 'data/2022/cities/returns/2022Q2';
    const told = async (): Promise<string[]> => {
      const { diagnostics } = await readWorkspace(effects, 2022, { cities: true });
      const own = diagnostics.filter((d) => d.at?.file.includes('萍乡市.v') && d.code !== 'cityValueMissing');
      return own.map((d) => `${d.code} ${d.at?.file}`);
    };
    expect(await told()).toEqual([]);
    const second = effects.written.get(`${folder}/萍乡市.v2.xlsx`) as Uint8Array;
    effects.written.set(`${folder}/萍乡市.v2.xlsx`, filled('13'));
    expect(await told()).toEqual([`originalChanged ${folder}/萍乡市.v2.xlsx`]);
    effects.written.delete(`${folder}/萍乡市.v2.xlsx`);
    expect(await told()).toEqual([`originalMissing ${folder}/萍乡市.v2.xlsx`]);
    effects.written.set(`${folder}/萍乡市.v2.xlsx`, second);
    expect(await told()).toEqual([]);
  });
});

it.runIf(hasValidator)(
  'both forms are valid for Office',
  async () => {
    const project = await writeProjectForm(projectFormContent(projects, '鹰潭市', AUGUST), contact);
    const city = await writeCityForm(cityFormContent(cities, '南昌市', Q3, '2022-10-10'), contact);
    expect(await validate(project, 'xlsx')).toEqual([]);
    expect(await validate(city, 'xlsx')).toEqual([]);
  },
  60_000,
);
