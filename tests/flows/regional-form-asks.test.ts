/** Forms for the cities on the demonstration data: which cells are open, what they take, and what is carried into them. */
import { utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { projectFormContent } from '../../src/compose/forms/project-form.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { monthOf, type Period } from '../../src/model/period.ts';
import type { CityInputs, CityReturn } from '../../src/model/region/city.ts';
import type { ProjectInputs, ProjectReturn } from '../../src/model/region/project.ts';
import { CITY_COLUMNS, CITY_SHEETS } from '../../src/model/returns/city-form.ts';
import { PROJECT_RETURN_COLUMNS, PROJECT_SHEETS } from '../../src/model/returns/project-form.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeProjectForm } from '../../src/render/xlsx/project-form.ts';
import { folderEffects } from '../support/effects.ts';
import { choicesOf, heightOf, numbersTaken, openCells, openForm } from '../support/form-cells.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const projects = inputs.projects as ProjectInputs;
const cities = inputs.cities as CityInputs;
const { contact } = inputs.office;
const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const SEPTEMBER = monthOf(2022, 9);

/** Address of a cell in the nth row of a table. */
const at = (columns: readonly { key: string }[], key: string, n: number): string =>
  utils.encode_cell({ r: 3 + n, c: columns.findIndex((column) => column.key === key) });
const all = (columns: readonly { key: string }[], keys: readonly string[], n: number): string[] =>
  keys.map((key) => at(columns, key, n));

describe('the form of a city for a quarter', () => {
  const content = cityFormContent(cities, '鹰潭市', Q3, '2022-10-10');
  const rows = content.rows.map(({ kind, cells }, n) => ({ kind, unit: cells.unit, n }));
  const form = writeCityForm(content, contact).then(openForm);

  it('leaves open what a row of its kind is to say, and nothing else', async () => {
    const texts = ['progress', 'problem', 'next'];
    const asked = {
      indicator: ['value', 'source', ...texts],
      duty: ['stage', 'evidence', ...texts],
      overall: texts,
    };
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(3);
    const wanted = rows.flatMap(({ kind, n }) => all(CITY_COLUMNS, asked[kind], n));
    expect(openCells(await form, CITY_SHEETS.progress).sort()).toEqual(wanted.sort());
  });

  it('offers the stages for duties alone, from the one before the first on', async () => {
    const words = ['未启动', ...cities.stages.map(({ stage }) => stage)];
    const duties = rows.filter(({ kind }) => kind === 'duty');
    expect(choicesOf(await form, CITY_SHEETS.progress)).toEqual(
      Object.fromEntries(duties.map(({ n }) => [at(CITY_COLUMNS, 'stage', n), words])),
    );
  });

  it('takes numbers alone for amounts; a percentage stays as it is written', async () => {
    const amounts = rows.filter(({ kind, unit }) => kind === 'indicator' && unit !== '%');
    expect(amounts.length).toBeGreaterThan(2);
    expect(Object.keys(numbersTaken(await form, CITY_SHEETS.progress)).sort()).toEqual(
      amounts.map(({ n }) => at(CITY_COLUMNS, 'value', n)).sort(),
    );
  });

  it('says whose it is, of when, and until when it is to be sent', async () => {
    const lines = utils.sheet_to_json<string[]>((await form).Sheets[CITY_SHEETS.progress] ?? {}, {
      header: 1,
    });
    expect(lines[1]?.join('')).toBe('填报单位：鹰潭市　　报送期次：2022年三季度　　请于2022年10月10日前报送');
  });

  it('has room for what the whole quarter’s progress may say', async () => {
    const sheet = CITY_SHEETS.progress;
    const last = heightOf(await form, sheet, 3 + rows.length);
    // 200 characters, 18 a line.
    expect(last).toBeGreaterThan(12 * 13);
    expect(heightOf(await form, sheet, 4)).toBeLessThan(50);
  });

  it('says what a number is, what is aimed at, and what is worked out from other returns', async () => {
    const cells = Object.fromEntries(content.rows.map((row) => [row.cells.id, row.cells]));
    for (const { id, name, unit, kind, targets, basis } of cities.indicators) {
      if (basis === 'projects') continue;
      const note = { cumulative: '年初累计', stock: '期末数', ratio: '期末比例', growth: '累计增速' }[kind];
      const target = targets['鹰潭市'];
      expect(cells[id]).toMatchObject({
        name: `${name}（${note}）`,
        goal: target ? `${target.value}${unit}` : '',
        unit,
      });
    }
    const finer = cities.indicators.map((one) => ({
      ...one,
      targets: { 鹰潭市: { value: 12.75, source: '', demo: false } },
    }));
    const { rows: fine } = cityFormContent({ ...cities, indicators: finer }, '鹰潭市', Q3, '');
    expect(fine[0]?.cells.goal).toBe('12.75亿元');
    expect(content.workedOut).toEqual(['重点项目投资完成率']);
  });

  it('carries the last value and the last stage of the same row; none where there was none', () => {
    const before = cities.returns.find((r) => r.city === '鹰潭市' && r.period === '2022Q2') as CityReturn;
    const duty = before.entries.find(({ stage }) => stage) as CityReturn['entries'][number];
    const entries = before.entries.filter(({ id }) => id !== 'C03');
    const told = cityFormContent(
      { ...cities, returns: [...cities.returns.filter((r) => r !== before), { ...before, entries }] },
      '鹰潭市',
      Q3,
      '',
    );
    const last = (id: string): string | undefined =>
      told.rows.find(({ cells }) => cells.id === id)?.cells.previous;
    expect([last('C03'), last(duty.id)]).toEqual(['', duty.stage?.value]);
    expect(last('C04')).toBe(content.rows.find(({ cells }) => cells.id === 'C04')?.cells.previous);
  });
});

describe('the form of a city for a month', () => {
  const month = (id: string, entries: object[]): ProjectReturn => {
    const any = projects.returns.find((r) => r.city === '赣州市') as ProjectReturn;
    const [entry] = any.entries;
    const blank = { month: null, cumulative: null, startedOn: null, completedOn: null };
    return {
      ...any,
      month: id,
      entries: entries.map((one) => ({ ...entry, ...blank, ...one })),
    } as ProjectReturn;
  };
  const [first, second] = projects.projects.filter(({ city }) => city === '赣州市').map(({ code }) => code);
  const at2022 = (day: string) => ({ value: `2022-${day}` });
  const amount = (value: number) => ({ value, decimals: 0 });
  const returns = [
    month('2022-07', [
      { code: first, cumulative: amount(700), startedOn: at2022('03-15'), completedOn: at2022('07-20') },
      { code: second, cumulative: amount(7), startedOn: at2022('01-01'), completedOn: at2022('02-02') },
    ]),
    month('2022-08', [{ code: first }, { code: second, cumulative: amount(8), startedOn: at2022('01-31') }]),
    month('2022-09', [{ code: first, cumulative: amount(900), startedOn: at2022('09-09') }]),
  ];
  const content = projectFormContent({ ...projects, returns }, '赣州市', SEPTEMBER);

  it('carries the last known sum and dates of each project, from the months before', () => {
    expect(content.rows.slice(0, 3)).toMatchObject([
      { code: first, previous: '700', startedOn: '2022-03-15', completedOn: '2022-07-20' },
      { code: second, previous: '8', startedOn: '2022-01-31', completedOn: '2022-02-02' },
      { previous: '', startedOn: '', completedOn: '' },
    ]);
    const project = projects.projects.find(({ code }) => code === first);
    expect(content.rows[0]).toMatchObject({
      total: String(project?.total.value),
      yearPlan: String(project?.yearPlan.value),
      month: '',
      cumulative: '',
    });
  });

  it('leaves open what is to be filled in; a month may be below zero, a sum of the year may not', async () => {
    const book = openForm(await writeProjectForm(content, contact));
    const entries = PROJECT_RETURN_COLUMNS.filter(({ entry }) => entry).map(({ key }) => key);
    const wanted = content.rows.flatMap((_, n) => all(PROJECT_RETURN_COLUMNS, entries, n));
    expect(openCells(book, PROJECT_SHEETS.projects).sort()).toEqual(wanted.sort());
    const numbers = numbersTaken(book, PROJECT_SHEETS.projects);
    expect(Object.keys(numbers)).toHaveLength(2 * content.rows.length);
    expect(numbers[at(PROJECT_RETURN_COLUMNS, 'month', 0)]?.[0]).toBeLessThan(-1_000_000);
    expect(numbers[at(PROJECT_RETURN_COLUMNS, 'cumulative', 0)]?.[0]).toBe(0);
  });
});
