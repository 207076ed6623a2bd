/** Small rules of how tables of cities and projects are opened and read, each with what stands just beside it. */
import { read as readBook, utils, type WorkBook, write as writeBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { readCityReturn } from '../../src/intake/cities/return.ts';
import { MOST_ROWS } from '../../src/intake/formats/sheet.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { readMaster } from '../../src/intake/projects/master.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { openTables } from '../../src/intake/tables/open.ts';
import { monthOf } from '../../src/model/period.ts';
import type { Indicator } from '../../src/model/region/city.ts';
import { CITY_COLUMNS } from '../../src/model/returns/city-form.ts';
import { PROJECT_COLUMNS, PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const LISTED = ['赣州市', '九江市'].map((name) => ({
  name,
  fullName: `江西省${name}`,
  aliases: [],
  clusters: [],
}));
const line = <Key extends string>(
  columns: readonly { key: Key; heading: string }[],
  said: Partial<Record<Key, string>>,
) => columns.map(({ key }) => said[key] ?? '').join(',');
const headings = (columns: readonly { heading: string }[]): string =>
  columns.map(({ heading }) => heading).join(',');
type Told = { diagnostics: readonly { code: string; message: string }[] };
const codes = ({ diagnostics }: Told): string[] => diagnostics.map(({ code }) => code);

describe('a file of tables', () => {
  const table = (rows: readonly string[][], kind: 'xlsx' | 'biff8'): Uint8Array => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([...rows]), '表');
    return new Uint8Array(writeBook(book, { type: 'array', bookType: kind }) as ArrayBuffer);
  };
  const ROWS = [
    ['甲', '乙', '丙', '丁'],
    ['1', '2', '3', '4'],
  ];
  const text = encode(ROWS.map((row) => row.join(',')).join('\n'));

  it.each(['xlsx', 'xlsm', 'xls', 'et', 'ods', 'csv'])('.%s that is empty is told as empty', (extension) => {
    expect(codes(openTables(`表.${extension}`, new Uint8Array()))).toEqual(['emptyFile']);
  });

  it('is opened by what it is, whatever it is called', () => {
    const opened = [
      ['表.csv', table(ROWS, 'xlsx')],
      ['表.csv', table(ROWS, 'biff8')],
      ['表.xls', text],
      ['表.xlsx', text],
      ['表.txt', text],
      ['表.dat', table(ROWS, 'xlsx')],
    ] as const;
    for (const [file, bytes] of opened)
      expect([file, openTables(file, bytes).value?.[0]?.rows[1]?.[3]?.cell.v]).toEqual([file, '4']);
  });

  it('as text says where a quote stays open, and that there are too many rows', () => {
    expect(codes(openTables('表.csv', encode('甲,乙\n"一,2\n三,4\n')))).toEqual(['quoteOpen']);
    const rows = (many: number): string => 'a,b\n'.repeat(many);
    expect(codes(openTables('表.csv', encode(rows(MOST_ROWS))))).toEqual([]);
    expect(codes(openTables('表.csv', encode(rows(MOST_ROWS + 1))))).toEqual(['tooManyRows']);
  });
});

describe('a city’s return', () => {
  const indicator = (id: string, name: string, unit: string, kind: Indicator['kind']): Indicator => ({
    id,
    name,
    unit,
    kind,
    basis: 'level',
    weight: 50,
    targets: {},
  });
  const INDEX = {
    cities: unitNames(LISTED),
    indicators: [indicator('C01', '增加值', '亿元', 'cumulative'), indicator('C02', '基站数', '个', 'stock')],
    duties: [],
    stages: [],
  };
  const HEAD = '填报单位：赣州市　报送期次：2022Q3　收到日期：2022-10-07';
  type Row = Partial<Record<(typeof CITY_COLUMNS)[number]['key'], string>>;
  const FIRST: Row = { id: 'C01', value: '1400' };
  const SECOND: Row = { id: 'C02', value: '9000' };
  const written = (head: readonly string[], rows: readonly Row[]): Uint8Array =>
    encode([...head, headings(CITY_COLUMNS), ...rows.map((row) => line(CITY_COLUMNS, row))].join('\n'));
  const read = (
    rows: readonly Row[] = [FIRST, SECOND],
    head: readonly string[] = [HEAD],
    file = '表.csv',
    receivedAt?: string,
  ) => readCityReturn(file, written(head, rows), INDEX, { period: '2022Q3', receivedAt });

  it('may write thousands and ten thousands where pieces are counted', () => {
    const values = (value: string) => read([FIRST, { ...SECOND, value }]).value?.entries[1]?.value?.value;
    expect([values('9千'), values('1.1万'), values('1.1万个')]).toEqual([9000, 11000, 11000]);
  });

  it('takes a share alone in a text for a text, and a number alone for one in the wrong column', () => {
    const found = (progress: string) => codes(read([{ ...FIRST, progress }, SECOND]));
    expect([found('已完成60%'), found('60%'), found('60')]).toEqual([[], [], ['numberForText']]);
  });

  it('has no problem where it says that there is none', () => {
    const problem = (text: string) =>
      read([{ ...FIRST, problem: text }, SECOND]).value?.entries[0]?.problem?.value;
    expect([problem('无突出问题。'), problem('无用地指标')]).toEqual([undefined, '无用地指标']);
  });

  it('is that of the place it names, though its file be called by two', () => {
    expect(read(undefined, undefined, '九江市转赣州市.csv').value?.city).toBe('赣州市');
    expect(codes(read(undefined, undefined, '九江市.csv'))).toEqual(['headConflict']);
  });

  it('came when the office says it came; otherwise when it says so itself, in a day that can be read', () => {
    expect(read(undefined, undefined, undefined, '2022-10-09').value?.receivedAt).toBe('2022-10-09');
    expect(read().value?.receivedAt).toBe('2022-10-07');
    const unread = read(undefined, [HEAD.replace('2022-10-07', '国庆节后')]);
    expect([unread.value, codes(unread)]).toEqual([undefined, ['unreadableDate']]);
  });

  it('is demonstration data where it says just that', () => {
    const demo = (word: string) => read(undefined, [`${HEAD}　数据性质：${word}`]).value?.demo;
    expect([demo('演示数据'), demo('正式数据')]).toEqual([true, false]);
  });

  it('may have its headings below as many lines as stand above a form, and no more', () => {
    const above = (lines: number) => [HEAD, ...Array<string>(lines - 1).fill('说明事项')];
    expect(read(undefined, above(11)).value?.entries).toHaveLength(2);
    expect(read(undefined, above(12)).value).toBeUndefined();
  });

  it('with a second column under a heading is told of it where something stands there', () => {
    const twin = (cell: string) =>
      readCityReturn(
        '表.csv',
        encode(
          [
            HEAD,
            `${headings(CITY_COLUMNS)},本季度`,
            ...[FIRST, SECOND].map((row) => `${line(CITY_COLUMNS, row)},${cell}`),
          ].join('\n'),
        ),
        INDEX,
        { period: '2022Q3' },
      );
    expect([codes(twin('')), codes(twin('7'))]).toEqual([[], ['columnTwice']]);
  });

  it('on two sheets, both filled in, is read from the first, and the other is told', () => {
    const book = utils.book_new();
    for (const [name, value] of [
      ['一', '1400'],
      ['二', '1500'],
    ] as const)
      utils.book_append_sheet(
        book,
        (
          readBook(new TextDecoder().decode(written([HEAD], [{ ...FIRST, value }, SECOND])), {
            type: 'string',
          }).Sheets as WorkBook['Sheets']
        )['Sheet1'] as WorkBook['Sheets'][string],
        name,
      );
    const bytes = new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const both = readCityReturn('表.xlsx', bytes, INDEX, { period: '2022Q3' });
    expect(both.value?.entries[0]?.value?.value).toBe(1400);
    expect(both.diagnostics.map((d) => [d.code, d.at?.sheet])).toEqual([['sheetTwice', '二']]);
  });
});

describe('projects', () => {
  const ROW = {
    code: 'Z001',
    kind: '重点产业',
    name: '线路板项目',
    city: '赣州市',
    track: '2',
    category: '电子信息',
    owner: '甲公司',
    total: '9000',
    yearPlan: '5000',
    plannedStart: '2022-03',
    plannedCompletion: '2022-11',
  };
  const list = (more: Partial<typeof ROW> = {}) =>
    readMaster(
      'projects.csv',
      encode([headings(PROJECT_COLUMNS), line(PROJECT_COLUMNS, { ...ROW, ...more })].join('\n')),
      unitNames(LISTED),
      15,
      [],
    );

  it('of the list have months that are months: one that is open is told as none', () => {
    expect(codes(list())).toEqual([]);
    const open = list({ plannedCompletion: '待定' });
    expect([open.value?.projects, open.diagnostics[0]?.code]).toEqual([[], 'unreadableMonth']);
  });

  it('may begin and end in one month, and not end before', () => {
    expect(list({ plannedCompletion: '2022-03' }).value?.projects).toHaveLength(1);
    expect(codes(list({ plannedCompletion: '2022-02' }))).toEqual(['plannedBackwards']);
  });

  const month = (said: Partial<Record<(typeof PROJECT_RETURN_COLUMNS)[number]['key'], string>>) =>
    readProjectReturn(
      '表.csv',
      encode(
        [
          '填报单位：赣州市　报送月份：2022-08　收到日期：2022-09-03',
          headings(PROJECT_RETURN_COLUMNS),
          line(PROJECT_RETURN_COLUMNS, { code: 'Z001', name: '线路板项目', ...said }),
        ].join('\n'),
      ),
      indexProjects(list().value?.projects ?? [], LISTED),
      { month: monthOf(2022, 8) },
    );

  it('may be called a little otherwise, but not by a name that no project has', () => {
    const called = (name: string) => {
      const read = month({ name, cumulative: '4500' });
      return [codes(read), read.value?.entries.length];
    };
    expect(called('线路板建设项目')).toEqual([['projectNameDiffers'], 1]);
    expect(called('污水处理厂项目')).toEqual([['projectNameElsewhere'], 0]);
  });

  it('may write a month’s sum with its sign, for it may be negative; the sum since January may not', () => {
    const signed = month({ month: '+500', cumulative: '4500' });
    expect([codes(signed), signed.value?.entries[0]?.month?.value]).toEqual([[], 500]);
    expect(codes(month({ month: '-500', cumulative: '4500' }))).toEqual([]);
    expect(codes(month({ month: '500', cumulative: '+4500' }))).toEqual(['increment']);
    expect(codes(month({ month: '500', cumulative: '0' }))).toEqual([]);
  });
});
