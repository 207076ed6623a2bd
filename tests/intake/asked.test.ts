/** Sloppy fillings of the cities' forms, as data: what is understood, and what is pointed at in the right cell. */
import { type CellObject, read as readBook, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { projectFormContent } from '../../src/compose/forms/project-form.ts';
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
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeProjectForm } from '../../src/render/xlsx/project-form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledCityForm, filledProjectForm } from '../support/filled-forms.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const cities = inputs.cities as CityInputs;
const projects = inputs.projects as ProjectInputs;
const { contact } = inputs.office;
const names = unitNames(cities.cities);
const [RECEIVED, FILE] = ['2022-10-08', '新建/表格.xlsx'];

const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const CITY = '赣州市';
const quarterly = (id: string): CityReturn =>
  cities.returns.find((r) => r.city === CITY && r.period === id) as CityReturn;
const cityForm = await writeCityForm(
  filledCityForm(cityFormContent(cities, CITY, Q3, ''), quarterly('2022Q3')),
  contact,
);
const cityIndex = {
  cities: names,
  indicators: cities.indicators,
  duties: cities.duties,
  stages: cities.stages.map((node) => node.stage),
};

const SEPTEMBER = monthOf(2022, 9);
const PROJECT_CITY = '新余市';
const monthly = (month: string): ProjectReturn =>
  projects.returns.find((r) => r.city === PROJECT_CITY && r.month === month) as ProjectReturn;
const projectForm = await writeProjectForm(
  filledProjectForm(projectFormContent(projects, PROJECT_CITY, SEPTEMBER), monthly('2022-09')),
  contact,
);
const projectIndex = indexProjects(projects.projects, cities.cities);

type Read = { values: Record<string, number | undefined>; told: string[] };
const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.filter((d) => d.severity !== 'info').map((d) => `${d.code} ${d.at?.cell ?? ''}`.trim());

function readCity(bytes: Uint8Array, file = FILE): Read {
  const last = (_: string, id: string) =>
    quarterly('2022Q2').entries.find((entry) => entry.id === id)?.value ?? undefined;
  const expected = { period: Q3.id, receivedAt: RECEIVED, last };
  const { value, diagnostics } = readCityReturn(file, bytes, cityIndex, expected);
  const values = Object.fromEntries((value?.entries ?? []).map((e) => [e.id, e.value?.value]));
  return { values, told: told(diagnostics) };
}

function readProjects(bytes: Uint8Array, file = FILE): Read {
  const last = (code: string) =>
    monthly('2022-08').entries.find((entry) => entry.code === code)?.cumulative ?? undefined;
  const expected = { month: SEPTEMBER, receivedAt: RECEIVED, last };
  const { value, diagnostics } = readProjectReturn(file, bytes, projectIndex, expected);
  const values = Object.fromEntries(
    (value?.entries ?? []).flatMap((e) => [
      [`${e.code}.month`, e.month?.value],
      [`${e.code}.cumulative`, e.cumulative?.value],
    ]),
  );
  return { values, told: told(diagnostics) };
}

type Written = string | number | CellObject;
type Change = (sheet: WorkSheet, book: WorkBook) => void;
const cell = (written: Written): CellObject =>
  typeof written === 'object' ? written : { t: typeof written === 'string' ? 's' : 'n', v: written };
const number = (v: number, z: string): CellObject => ({ t: 'n', v, z });

function edited(form: Uint8Array, change: Change): Uint8Array {
  const book = readBook(form, { type: 'array', cellNF: true, cellStyles: true });
  change(book.Sheets[book.SheetNames[0] as string] as WorkSheet, book);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Addresses in a form: the cell of a row (by its id in the first column) below a heading. */
function places(form: Uint8Array, columns: readonly { key: string }[]) {
  const book = readBook(form, { type: 'array' });
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] as string] as WorkSheet, {
    header: 1,
    blankrows: true,
  });
  return (id: string, key: string): string =>
    utils.encode_cell({
      c: columns.findIndex((column) => column.key === key),
      r: rows.findIndex((row) => row[0] === id),
    });
}
const cityCell = places(cityForm, CITY_COLUMNS);
const projectCell = places(projectForm, PROJECT_RETURN_COLUMNS);
const HEADINGS = 3;

const move =
  (from: string, to: string): Change =>
  (sheet) => {
    sheet[to] = sheet[from];
    delete sheet[from];
  };
const swap =
  (a: string, b: string): Change =>
  (sheet) => {
    [sheet[a], sheet[b]] = [sheet[b], sheet[a]];
  };
const merge =
  (from: string, to: string): Change =>
  (sheet) => {
    sheet['!merges'] = [...(sheet['!merges'] ?? []), utils.decode_range(`${from}:${to}`)];
  };
/** Texts of every cell of a sheet. */
const replace =
  (name: string, found: string | RegExp, put: string): Change =>
  (_, book) => {
    const sheet = book.Sheets[name] as WorkSheet;
    for (const [at, one] of Object.entries(sheet))
      if (typeof one?.v === 'string') sheet[at] = { t: 's', v: one.v.replace(found, put) };
  };
const copied =
  (at: string): Change =>
  (sheet, book) => {
    const copy = structuredClone(sheet);
    copy[at] = { t: 'n', v: 1 };
    utils.book_append_sheet(book, copy, '副本');
  };

const truth = { city: readCity(cityForm), project: readProjects(projectForm) };
const [COUNT, NEXT, AMOUNT, GROWTH, RATIO] = ['C03', 'C04', 'C01', 'C02', 'C09'];
const count = truth.city.values[COUNT] as number;
const [CODE, CODE2] = monthly('2022-09').entries.map((entry) => entry.code) as [string, string];
const cumulative = truth.project.values[`${CODE}.cumulative`] as number;

it('the forms as they were handed in are read without a word', () => {
  expect([truth.city.told, truth.project.told]).toEqual([[], []]);
});

describe('a city’s values', () => {
  const put = (id: string, written: Written): Read =>
    readCity(edited(cityForm, (sheet) => (sheet[cityCell(id, 'value')] = cell(written))));

  it.each<[string, Written, number]>([
    [COUNT, `${count}个`, count],
    [COUNT, `${count}座`, count],
    [COUNT, `约${count}`, count],
    [COUNT, number(count / 10000, '0.0000"万个"'), count],
    [AMOUNT, '10405000万元', 1040.5],
    [AMOUNT, '1040.5亿', 1040.5],
    [GROWTH, '15.8%', 15.8],
    [GROWTH, number(0.158, '0.0%'), 15.8],
  ])('%s: %o is understood', (id, written, meant) => {
    const { values } = put(id, written);
    expect(values).toEqual({ ...truth.city.values, [id]: meant });
  });

  it.each<[string, Written, string]>([
    [GROWTH, 0.158, 'percentAmbiguous'],
    [GROWTH, '1', 'percentAmbiguous'],
    [RATIO, '0.981', 'percentAmbiguous'],
    [RATIO, '101%', 'aboveWhole'],
    [GROWTH, '15.8‰', 'wrongUnit'],
    [GROWTH, '下降15.8%', 'unreadableValue'],
    [AMOUNT, '1040.5万', 'wrongUnit'],
    [COUNT, '+562', 'increment'],
    [COUNT, '11190.5', 'notWhole'],
    [COUNT, '1.1', 'notWhole'],
    [COUNT, '1.1', 'suspectMagnitude'],
    [COUNT, '-11190', 'negativeValue'],
    [COUNT, '1119000000', 'suspectMagnitude'],
    [COUNT, number(44926, 'yyyy-mm-dd'), 'dateForValue'],
    [COUNT, number(11190, ';;;'), 'displayDiffers'],
    [COUNT, number(15.8, '"已核"'), 'displayDiffers'],
    [COUNT, { t: 'e', v: 23, w: '#REF!' }, 'cellError'],
  ])('%s: %o is pointed at', (id, written, code) => {
    expect(put(id, written).told).toContain(`${code} ${cityCell(id, 'value')}`);
  });
});

describe('a city’s form changed', () => {
  const value = cityCell(COUNT, 'value');
  it.each<[string, Change, string]>([
    [
      'a value beside: last quarter',
      move(value, cityCell(COUNT, 'previous')),
      `filledBeside ${cityCell(COUNT, 'previous')}`,
    ],
    [
      'a value beside: the goal',
      move(value, cityCell(COUNT, 'goal')),
      `filledBeside ${cityCell(COUNT, 'goal')}`,
    ],
    [
      'a value beside: words',
      move(value, cityCell(COUNT, 'progress')),
      `numberForText ${cityCell(COUNT, 'progress')}`,
    ],
    [
      'another unit',
      (sheet) => (sheet[cityCell(COUNT, 'unit')] = cell('亿元')),
      `unitColumnChanged ${cityCell(COUNT, 'unit')}`,
    ],
    ['rows merged', merge(value, cityCell(NEXT, 'value')), `mergedAcross ${value}`],
    [
      'names swapped',
      swap(cityCell(COUNT, 'name'), cityCell(NEXT, 'name')),
      `cityNameElsewhere ${cityCell(COUNT, 'name')}`,
    ],
    ['a remark that narrows', replace('工作进展', /^本季度$/, '本季度（新增）'), `headingUnit F${HEADINGS}`],
    [
      'a column added',
      (sheet) => {
        sheet.N5 = cell('不含赣州经开区');
        sheet['!ref'] = sheet['!ref']?.replace(/:[A-Z]+/, ':N');
      },
      'extraColumn N5',
    ],
    [
      'a sheet added',
      (_, book) => {
        utils.book_append_sheet(
          book,
          utils.aoa_to_sheet([
            ['指标编号', '更正数'],
            ['C01', 1500.2],
          ]),
          '更正',
        );
      },
      'sheetNotRead A1',
    ],
    [
      'a quarter alone instead of the year so far',
      (sheet) => (sheet[cityCell(NEXT, 'value')] = cell('374')),
      `valueFell ${cityCell(NEXT, 'value')}`,
    ],
    ['columns exchanged', swap(`E${HEADINGS}`, `F${HEADINGS}`), `oldForm F4`],
    ['a second sheet', copied(value), 'sheetTwice'],
    ['another city in the title', replace('工作进展', CITY, '九江市'), 'headConflict'],
    ['another city on the hidden sheet', replace('_meta', CITY, '九江市'), 'headConflict'],
    ['another quarter on the hidden sheet', replace('_meta', 'Q3', 'Q2'), 'headConflict'],
  ])('%s', (_, change, expected) => {
    const read = readCity(edited(cityForm, change));
    expect(read.told.join('；')).toContain(expected);
  });

  it('with its unit changed to one that converts is understood', () => {
    const bytes = edited(cityForm, (sheet) => {
      sheet[cityCell(COUNT, 'unit')] = cell('万个');
      sheet[value] = cell(count / 10000);
    });
    expect(readCity(bytes).values).toEqual(truth.city.values);
  });

  it.each<[string, Change]>([
    ['a seal and an office in the title', replace('工作进展', CITY, '江西省赣州市工信局（盖章）')],
    ['what is counted in', replace('工作进展', CITY, '赣州市（含赣州经济技术开发区）')],
    [
      'footers, totals and groups below',
      (sheet) => {
        const end = utils.decode_range(sheet['!ref'] ?? '').e.r + 2;
        ['合　计（12个）', '小计 5', '填 表 人：张三', '一、补充', '说明：略', '制表'].forEach((text, i) => {
          sheet[`A${end + i}`] = cell(text);
        });
        sheet['!ref'] = (sheet['!ref'] ?? '').replace(/\d+$/, String(end + 7));
      },
    ],
  ])('%s do no harm', (_, change) => {
    expect(readCity(edited(cityForm, change))).toEqual({ ...truth.city, told: readCity(cityForm).told });
  });

  it.each(['南昌县工信局', '赣州市某某经济开发区', '南昌市某某新区管委会'])(
    '%s does not report for the city',
    (unit) => {
      const bytes = edited(cityForm, replace('工作进展', CITY, unit));
      expect(readCity(bytes).told.join()).toContain('unknownCity');
    },
  );

  it('a county reports where counties are the places', () => {
    const counties = unitNames(['东湖区', '南昌县'].map((name) => ({ name, fullName: name, aliases: [] })));
    const read = (unit: string) =>
      readCityReturn(
        '三季度.xlsx',
        edited(cityForm, replace('工作进展', CITY, unit)),
        { ...cityIndex, cities: counties },
        { period: Q3.id, receivedAt: RECEIVED },
      );
    expect(read('东湖区教育局').value?.city).toBe('东湖区');
    expect(read('南昌市南昌县').value?.city).toBe('南昌县');
    expect(told(read('西湖区教育局').diagnostics).join()).toContain('unknownCity');
  });

  it.each(['赣州市20221008三季度.xlsx', '赣州市2022年10月8日.xlsx'])(
    'the day in %s is not the quarter',
    (file) => {
      expect(readCity(cityForm, file).told).toEqual(readCity(cityForm).told);
    },
  );

  it('says nothing with “无”, and proves nothing with “待补”', () => {
    const bytes = edited(cityForm, (sheet) => {
      sheet[cityCell('R06', 'evidence')] = cell('待补');
      sheet[cityCell('Z00', 'problem')] = cell('无');
    });
    const { value, diagnostics } = readCityReturn(FILE, bytes, cityIndex, {
      period: Q3.id,
      receivedAt: RECEIVED,
    });
    expect(value?.entries.find(({ id }) => id === 'R06')?.evidence).toBeNull();
    expect(value?.entries.find(({ id }) => id === 'Z00')?.problem).toBeNull();
    expect(told(diagnostics)).toContain(`noProof ${cityCell('R06', 'evidence')}`);
  });

  it.each(['九江市.xlsx', '赣州市2022年二季度.xlsx'])('under the name %s is asked about', (file) => {
    expect(readCity(cityForm, file).told).not.toEqual([]);
  });
});

describe('a city’s projects', () => {
  const put = (written: Written, key = 'cumulative'): Read =>
    readProjects(edited(projectForm, (sheet) => (sheet[projectCell(CODE, key)] = cell(written))));

  it.each<[Written, number]>([
    [`${cumulative}万元`, cumulative],
    [`${cumulative / 10000}亿元`, cumulative],
    [`约${cumulative}`, cumulative],
    [number(cumulative / 10000, '0.0000"亿元"'), cumulative],
  ])('%o is understood', (written, meant) => {
    expect(put(written).values).toEqual({ ...truth.project.values, [`${CODE}.cumulative`]: meant });
  });

  it.each<[Written, string]>([
    [`${cumulative}元`, 'suspectMagnitude'],
    ['+100', 'increment'],
    [`-${cumulative}`, 'negativeValue'],
    [number(cumulative, ';;;'), 'displayDiffers'],
    [number(cumulative, '"竣工"'), 'displayDiffers'],
    [number(44926, 'yyyy-mm-dd'), 'dateForValue'],
    ['90%', 'wrongUnit'],
  ])('%o is pointed at', (written, code) => {
    expect(put(written).told).toContain(`${code} ${projectCell(CODE, 'cumulative')}`);
  });

  it('a fall is written with its sign, not by a format that hides it', () => {
    expect(put('-50', 'month').values[`${CODE}.month`]).toBe(-50);
    expect(put(number(-50, '#,##0;#,##0'), 'month').told).toContain(
      `displayDiffers ${projectCell(CODE, 'month')}`,
    );
    expect(put('（50）', 'month').values[`${CODE}.month`]).toBeUndefined();
  });

  const value = projectCell(CODE, 'cumulative');
  it.each<[string, Change, string]>([
    [
      'a value beside: last month',
      move(value, projectCell(CODE, 'previous')),
      `filledBeside ${projectCell(CODE, 'previous')}`,
    ],
    [
      'a value beside: words',
      move(projectCell(CODE, 'month'), projectCell(CODE, 'progress')),
      `numberForText ${projectCell(CODE, 'progress')}`,
    ],
    ['rows merged', merge(value, projectCell(CODE2, 'cumulative')), `mergedAcross ${value}`],
    [
      'another unit in the heading',
      replace('项目进展', '本年累计完成投资（万元）', '本年累计完成投资（亿元）'),
      'eading',
    ],
    [
      'columns exchanged',
      swap(
        projectCell(CODE, 'month').replace(/\d+/, '3'),
        projectCell(CODE, 'cumulative').replace(/\d+/, '3'),
      ),
      'monthOverCumulative',
    ],
    ['a second sheet', copied(projectCell(CODE, 'month')), 'sheetTwice'],
    ['another city in the title', replace('项目进展', PROJECT_CITY, '九江市'), 'headConflict'],
    ['another month on the hidden sheet', replace('_meta', '2022-09', '2022-08'), 'headConflict'],
  ])('%s', (_, change, expected) => {
    expect(readProjects(edited(projectForm, change)).told.join('；')).toContain(expected);
  });
});
