/** What was once read wrongly without a word: heads written another way, sheets taken for each other, rows left out or moved. */
import { read as readBook, utils, type WorkBook, type WorkSheet, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { cityFormContent } from '../../src/compose/forms/city-form.ts';
import { projectFormContent } from '../../src/compose/forms/project-form.ts';
import { readCityReturn } from '../../src/intake/cities/return.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { readMaster } from '../../src/intake/projects/master.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import { monthOf, type Period } from '../../src/model/period.ts';
import type { CityInputs, CityReturn } from '../../src/model/region/city.ts';
import type { ProjectInputs, ProjectReturn } from '../../src/model/region/project.ts';
import { CITY_COLUMNS } from '../../src/model/returns/city-form.ts';
import { PROJECT_COLUMNS, PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';
import { writeCityForm } from '../../src/render/xlsx/city-form.ts';
import { writeProjectForm } from '../../src/render/xlsx/project-form.ts';
import { folderEffects } from '../support/effects.ts';
import { filledCityForm, filledProjectForm } from '../support/filled-forms.ts';
import { collected, columnIndex, rewritten } from './sloppy.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const cities = inputs.cities as CityInputs;
const projects = inputs.projects as ProjectInputs;
const CITY = '赣州市';
const Q3: Period = { id: '2022Q3', year: 2022, quarter: 3 };
const SEPTEMBER = monthOf(2022, 9);
const { contact } = inputs.office;

const emptyCityForm = cityFormContent(cities, CITY, Q3, '');
const cityReturn = cities.returns.find((r) => r.city === CITY && r.period === Q3.id) as CityReturn;
const cityForm = await writeCityForm(filledCityForm(emptyCityForm, cityReturn), contact);
const emptyProjectForm = projectFormContent(projects, CITY, SEPTEMBER);
const monthly = projects.returns.find((r) => r.city === CITY && r.month === SEPTEMBER.id) as ProjectReturn;
const projectForm = await writeProjectForm(filledProjectForm(emptyProjectForm, monthly), contact);

function edited(form: Uint8Array, change: (sheet: WorkSheet, book: WorkBook) => void): Uint8Array {
  const book = readBook(form, { type: 'array', cellStyles: true });
  change(book.Sheets[book.SheetNames[0] as string] as WorkSheet, book);
  return new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
const cityIndex = {
  cities: unitNames(cities.cities),
  indicators: cities.indicators,
  duties: cities.duties,
  stages: cities.stages.map((node) => node.stage),
};
const readCity = (bytes: Uint8Array) =>
  readCityReturn('表.xlsx', bytes, cityIndex, { period: Q3.id, receivedAt: '2022-10-08' });
const readProjects = (bytes: Uint8Array) =>
  readProjectReturn('表.xlsx', bytes, indexProjects(projects.projects, cities.cities), {
    month: SEPTEMBER,
    receivedAt: '2022-10-04',
  });
type Told = { diagnostics: readonly { severity: string; code: string; at?: unknown }[] };
const told = ({ diagnostics }: Told): string[] =>
  diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, at }) => `${code} ${(at as { cell?: string } | undefined)?.cell ?? ''}`.trim());
const put = (sheet: WorkSheet, at: string, written: string | number): void => {
  utils.sheet_add_aoa(sheet, [[written]], { origin: at });
};
const letter = (columns: readonly { key: string }[], key: string): string =>
  utils.encode_col(columns.findIndex((column) => column.key === key));

describe('who reports, written above the table in another way than the form does,', () => {
  it.each([
    ['with a place for the seal', ['填报单位（盖章）：南昌市　报送期次：2022年三季度']],
    ['with blanks in the label', ['填 报 单 位：南昌市']],
    ['in two cells', ['填报单位：', '南昌市']],
    ['in two cells, the first without a colon', ['填报单位', '', '南昌市']],
  ])('%s, is held against the hidden sheet', (_, cells) => {
    const bytes = edited(cityForm, (sheet) => {
      utils.sheet_add_aoa(sheet, [cells], { origin: 'A2' });
    });
    const { value, diagnostics } = readCity(bytes);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.message.includes('南昌市'), d.about])).toEqual([
      ['headConflict', true, ['南昌市', CITY]],
    ]);
  });

  it.each([
    ['the label of the next thing', ['填报单位：　　　　报送期次：2022年三季度']],
    ['the next cell', ['填报单位：', '报送期次：2022年三季度']],
    ['the place for the seal', ['填报单位：', '（盖章）']],
  ])('left blank, is not %s', (_, cells) => {
    const read = readCity(
      edited(cityForm, (sheet) => {
        utils.sheet_add_aoa(sheet, [cells], { origin: 'A2' });
      }),
    );
    expect([read.value?.city, told(read)]).toEqual([CITY, []]);
  });
});

describe('of two sheets with the table', () => {
  const filled = (value: { entries: readonly { value?: unknown; cumulative?: unknown }[] } | undefined) =>
    value?.entries.filter((entry) => entry.value ?? entry.cumulative).length;
  /** The empty form before the filled-in one. */
  async function behindAnEmptyOne(form: Uint8Array, empty: Promise<Uint8Array>): Promise<Uint8Array> {
    const blank = readBook(await empty, { type: 'array' });
    return edited(form, (_, book) => {
      book.Sheets['下发'] = blank.Sheets[blank.SheetNames[0] as string] as WorkSheet;
      book.SheetNames.unshift('下发');
      book.Workbook?.Sheets?.unshift({ name: '下发', Hidden: 0 });
    });
  }

  it('the one that a city filled in is read, wherever it lies', async () => {
    const read = readCity(await behindAnEmptyOne(cityForm, writeCityForm(emptyCityForm, contact)));
    expect(filled(read.value)).toBe(filled(readCity(cityForm).value));
    expect(told(read)).toEqual([]);
  });

  it('days that the form brought along fill in no sheet', async () => {
    expect(emptyProjectForm.rows.some(({ startedOn }) => startedOn !== '')).toBe(true);
    const read = readProjects(
      await behindAnEmptyOne(projectForm, writeProjectForm(emptyProjectForm, contact)),
    );
    expect(filled(read.value)).toBe(filled(readProjects(projectForm).value));
  });
});

describe('a unit above a table', () => {
  const above = (words: string) => readProjects(edited(projectForm, (sheet) => put(sheet, 'H2', words)));

  it('that is another than that of its columns is told, and no number taken', () => {
    for (const words of ['单位：亿元', '（金额单位：亿元）', '2022年9月　单位：亿元']) {
      const read = above(words);
      expect([read.value, told(read)]).toEqual([undefined, ['headingUnit H2']]);
    }
  });

  it('that is the same, or of other things, does no harm', () => {
    for (const words of ['单位：万元', '计量单位：个', '单位：见各栏'])
      expect(told(above(words))).toEqual([]);
  });
});

it('a number in a cell merged over two rows is told, and is the value of neither', () => {
  const value = letter(CITY_COLUMNS, 'value');
  const read = readCity(
    edited(cityForm, (sheet) => {
      sheet['!merges'] = [...(sheet['!merges'] ?? []), utils.decode_range(`${value}4:${value}5`)];
      delete sheet[`${value}5`];
    }),
  );
  expect(told(read)).toEqual([`mergedAcross ${value}4`, 'cityValueMissing']);
  expect(read.value?.entries.slice(0, 3).map((entry) => entry.value === null)).toEqual([true, true, false]);
});

describe('a month written as a number', () => {
  const [OCTOBER, MARCH] = ['2022.1', '2022.3'];
  const day = letter(PROJECT_RETURN_COLUMNS, 'startedOn');

  it('of which a spreadsheet program has cut the last digit off is not taken for January', () => {
    const read = (written: string | number) =>
      readProjects(edited(projectForm, (sheet) => put(sheet, `${day}4`, written)));
    expect(told(read(Number(OCTOBER)))).toEqual([`monthUnclear ${day}4`]);
    expect(read(Number(OCTOBER)).value?.entries[0]?.startedOn).toBeNull();
    expect(read(Number(MARCH)).value?.entries[0]?.startedOn?.value).toBe('2022-03-31');
    // As text it is what was typed.
    expect(read(OCTOBER).value?.entries[0]?.startedOn?.value).toBe('2022-01-31');
  });

  it('is asked about in a list saved as text, which does not say what it was', () => {
    const row = (start: string, end: string) =>
      `Z001,重点产业,线路板项目,赣州市,2,电子信息,甲公司,9000,5000,${start},${end},`;
    const list = (start: string, end: string) =>
      readMaster(
        'projects.csv',
        new TextEncoder().encode(
          [PROJECT_COLUMNS.map((c) => c.heading).join(','), row(start, end)].join('\n'),
        ),
        unitNames(cities.cities),
        15,
        [],
      );
    expect(list('2022.3', '2022.11').value?.projects).toHaveLength(1);
    const { value, diagnostics } = list('2022.1', '2022.11');
    expect(value?.projects).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toContain('monthUnclear');
    expect(diagnostics[0]?.message).toContain('2022年1月还是10月');
  });
});

describe('a text that begins like a footer or a sum', () => {
  const TEXTS = [
    '审核认定省级平台12个。',
    '累计12家企业投产。',
    '负责人跨省办理登记不畅。',
    '一、完成主体工程',
  ];

  it.each(TEXTS)('in a row without its code is told: %s', (text) => {
    const at = `${letter(CITY_COLUMNS, 'progress')}${emptyCityForm.rows.length + 4}`;
    const read = readCity(edited(cityForm, (sheet) => put(sheet, at, text)));
    expect(told(read)).toEqual([`rowWithoutCode ${at}`]);
  });

  it.each(TEXTS)('goes on with the task above it: %s', (text) => {
    const { submission, diagnostics } = collected(
      rewritten((rows) => {
        const line = (rows[3] ?? []).map(() => null) as unknown[];
        line[columnIndex('progress')] = text;
        return [...rows.slice(0, 4), line, ...rows.slice(4)];
      }),
    );
    expect(submission?.tasks[0]?.progress?.value).toContain(`\n${text}`);
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  });

  it('is one where it is one, also below the columns that are filled in', () => {
    for (const text of [
      '审核人：李某',
      '填表日期：10月8日',
      '负责人（签字）：',
      '合计',
      '省数据中心（盖章）',
    ]) {
      const at = `${letter(CITY_COLUMNS, 'progress')}${emptyCityForm.rows.length + 4}`;
      expect(told(readCity(edited(cityForm, (sheet) => put(sheet, at, text))))).toEqual([]);
    }
  });
});

describe('a unit’s form filled in one row too low', () => {
  const ENTRIES = [
    'value',
    'source',
    'stage',
    'evidence',
    'selfAssessment',
    'progress',
    'problems',
    'next',
  ] as const;
  const FIRST = 3;
  /** What was filled in, one row below where it belongs. */
  const lowered = (rows: unknown[][]): unknown[][] => {
    const moved = [...rows.map((row) => [...row]), (rows[FIRST] ?? []).map(() => null)];
    for (const key of ENTRIES) {
      const column = columnIndex(key);
      moved.forEach((row, i) => {
        if (i >= FIRST) row[column] = i === FIRST ? null : rows[i - 1]?.[column];
      });
    }
    return moved;
  };
  const shifted = ({ diagnostics }: ReturnType<typeof collected>) =>
    diagnostics.filter((d) => d.code === 'rowsShifted').map((d) => [d.severity, d.at && formatOrigin(d.at)]);

  it('is told, as the texts stand beside other tasks', () => {
    let length = 0;
    const read = collected(
      rewritten((rows) => {
        length = rows.length;
        return lowered(rows);
      }),
    );
    expect(shifted(read)).toEqual([['error', expect.stringMatching(new RegExp(`![A-Z]+${length + 1}$`))]]);
  });

  it('is not suspected where the first task has its own, or nothing stands below the last', () => {
    const first = (rows: unknown[][]): unknown[][] => {
      const row = rows[FIRST] as unknown[];
      row[columnIndex('progress')] = '规划已经印发。';
      return rows;
    };
    expect(shifted(collected(rewritten((rows) => first(lowered(rows)))))).toEqual([]);
    expect(shifted(collected(rewritten((rows) => lowered(rows).slice(0, -1))))).toEqual([]);
  });
});

describe('a table below too much, or with a row that is none of it, is told once:', () => {
  const above = (sheet: WorkSheet): void => {
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: true });
    for (const at of Object.keys(sheet)) if (!at.startsWith('!')) delete sheet[at];
    delete sheet['!merges'];
    utils.sheet_add_aoa(sheet, [...Array.from({ length: 12 }, (_, i) => [`说明${i + 1}`]), ...rows]);
  };

  it.each([
    ['a city’s', () => readCity(edited(cityForm, above))],
    ['of projects', () => readProjects(edited(projectForm, above))],
  ])('%s, whose headings stand too low', (_, read) => {
    const { value, diagnostics } = read();
    expect(value?.entries ?? []).toEqual([]);
    const [low, ...more] = diagnostics.filter(({ severity }) => severity === 'error');
    expect(more).toEqual([]);
    expect(low?.code).toBe('headNotFound');
    expect(low?.message).toMatch(/^表头应在前12行之内，这份报表的表头在第1\d行，整表未读取。$/);
  });

  it('without any headings, with those that it ought to have', () => {
    const none = edited(cityForm, (sheet) => {
      for (const at of Object.keys(sheet)) if (!at.startsWith('!')) delete sheet[at];
      put(sheet, 'A1', '填报单位：赣州市');
    });
    const errors = readCity(none).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual(['headNotFound']);
    expect(errors[0]?.hints.join()).toContain('“编号”');
  });

  it('with a row of words and numbers, which may be deleted', () => {
    const end = (sheet: WorkSheet): number => utils.decode_range(sheet['!ref'] as string).e.r + 1;
    const stray = edited(projectForm, (sheet) => {
      utils.sheet_add_aoa(sheet, [['甲', '乙', 1, 2, 3]], { origin: `A${end(sheet) + 1}` });
    });
    const errors = readProjects(stray).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('“项目编号”的写法“甲”不对'),
    ]);
    expect(errors[0]?.hints.at(-1)).toBe('这一行是另加的说明、举例、小计的，删去整行。');
  });
});
