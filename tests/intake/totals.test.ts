/** Rows of sums that come with a table: they are none of its rows, and are held against them. */
import { read as readBook, utils, write as writeBook } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unitNames } from '../../src/intake/plan/units.ts';
import { readMaster } from '../../src/intake/projects/master.ts';
import { indexProjects, readProjectReturn } from '../../src/intake/projects/return.ts';
import { monthOf } from '../../src/model/period.ts';
import type { Project } from '../../src/model/region/project.ts';
import { PROJECT_COLUMNS, PROJECT_RETURN_COLUMNS } from '../../src/model/returns/project-form.ts';

const LISTED = [{ name: '赣州市', fullName: '江西省赣州市', aliases: [], clusters: [] }];
const NAMES = ['线路板项目', '数据中心项目', '智慧公路项目', '工业互联网平台'];
const PROJECTS: Project[] = NAMES.map((name, i) => ({
  code: `Z00${i + 1}`,
  name,
  city: '赣州市',
  kind: '重点产业',
  category: '电子信息',
  owner: '甲公司',
  total: amount(90000),
  yearPlan: amount(50000),
  plannedStart: '2022-03',
  approvedOn: null,
  at: { file: 'projects.csv' },
}));
function amount(value: number): Project['total'] {
  return {
    value,
    unit: '万元',
    decimals: 0,
    qualifier: '',
    provenance: { kind: 'derived', rule: '项目库', from: [] },
  };
}

const HEAD = ['填报单位：赣州市　报送月份：2022-08　收到日期：2022-09-03'];
const COLUMNS = PROJECT_RETURN_COLUMNS.map(({ heading }) => heading);
type Said = Partial<Record<(typeof PROJECT_RETURN_COLUMNS)[number]['key'], string | number>>;
const line = (said: Said) => PROJECT_RETURN_COLUMNS.map(({ key }) => said[key] ?? '');
/** Rows of the first projects with what was done since January. */
const rows = (...values: (string | number)[]) =>
  values.map((cumulative, i) => line({ code: `Z00${i + 1}`, name: NAMES[i] ?? '', cumulative }));
const total = (cumulative: string | number, label = '合计', more: Said = {}) =>
  line({ code: label, cumulative, ...more });

const read = (...lines: (string | number)[][]) =>
  readProjectReturn(
    '表.csv',
    new TextEncoder().encode([HEAD, COLUMNS, ...lines].map((cells) => cells.join(',')).join('\n')),
    indexProjects(PROJECTS, LISTED),
    { month: monthOf(2022, 8) },
  );
type Reading = ReturnType<typeof read>;
const told = ({ diagnostics }: Reading) => diagnostics.filter(({ code }) => code === 'totalDiffers');
const differing = (...lines: (string | number)[][]): string | undefined => told(read(...lines))[0]?.message;
const hint = (...lines: (string | number)[][]): string | undefined => told(read(...lines))[0]?.hints[0];

describe('a row of sums in a month’s return', () => {
  it('is no project, and is told to be left out', () => {
    const { value, diagnostics } = read(...rows(100, 200), total(300));
    expect(value?.entries.map(({ code }) => code)).toEqual(['Z001', 'Z002']);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['totalsRow', 'info'],
      ['projectsLeftOut', 'warning'],
    ]);
  });

  it('that is another than the rows add up to is told: its cell, what stands there, and by how much', () => {
    const [problem, ...others] = told(read(...rows(100, 200, 350), total(750)));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: 'warning', at: { file: '表.csv', line: 6 } });
    expect(problem?.message).toBe(
      '合计与各项之和不符：“本年累计完成投资（万元）”的“合计”为750，各行（3行）相加为650，合计多100。',
    );
    expect(differing(...rows(100, 200, 350), total(640))).toContain('相加为650，合计少10。');
  });

  it('is held against each column that adds up', () => {
    const both = [
      { month: 10, cumulative: 100 },
      { month: 20, cumulative: 200 },
    ].map((said, i) => line({ code: `Z00${i + 1}`, ...said }));
    const found = told(read(...both, total(300, '合计', { month: 40 })));
    expect(found.map(({ message }) => /“(.*?)”的“合计”为(\d+)/.exec(message)?.slice(1))).toEqual([
      ['本月完成投资（万元）', '40'],
    ]);
    // Prefilled by the office, and looked at by themselves.
    expect(differing(...both, total(300, '合计', { total: 7, yearPlan: 7, previous: 7 }))).toBeUndefined();
  });

  it.each([
    '合 计',
    '总计',
    '合计：',
    '合计（2个）',
    '合计2个项目',
    '赣州市合计',
    '续建项目小计',
    '全市总计',
    '本页小计',
  ])('may be called %s', (label) => {
    expect(differing(...rows(100, 200), total(300, label))).toBeUndefined();
    expect(differing(...rows(100, 200), total(301, label))).toContain(`“${label}”为301`);
    const { value, diagnostics } = read(...rows(100, 200), total(300, label));
    expect(value?.entries).toHaveLength(2);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    { label: '合计', code: '' },
    { label: '全市合计', code: '/' },
  ])('may have its name in the column of names: $label', ({ label, code }) => {
    const last = (cumulative: number) => line({ code, name: label, cumulative });
    expect(differing(...rows(100, 200), last(300))).toBeUndefined();
    expect(differing(...rows(100, 200), last(400))).toContain('合计多100');
  });

  it.each(['平均', '全市平均值', '累计'])(
    'that is no sum is left out without a word of sums: %s',
    (label) => {
      const { value, diagnostics } = read(...rows(100, 200), total(7, label));
      expect(value?.entries).toHaveLength(2);
      expect(diagnostics.map(({ code }) => code)).toEqual(['totalsRow', 'projectsLeftOut']);
    },
  );

  it('may sum up its group only, and stand before its rows', () => {
    const [first, second, third] = rows(100, 200, 350) as [string[], string[], string[]];
    const group = (name: string) => line({ code: name });
    const grouped = (one: number, two: number, all: number) => [
      group('一、续建项目'),
      first,
      second,
      total(one, '小计'),
      group('二、新建项目'),
      third,
      total(two, '小计'),
      total(all),
    ];
    expect(differing(...grouped(300, 350, 650))).toBeUndefined();
    expect(differing(...grouped(310, 350, 650))).toContain('“小计”为310，各行（2行）相加为300');
    expect(differing(...grouped(300, 360, 650))).toContain('“小计”为360，各行（1行）相加为350');
    expect(differing(...grouped(300, 350, 660))).toContain('“合计”为660，各行（3行）相加为650');
    expect(differing(total(650), ...rows(100, 200, 350))).toBeUndefined();
    expect(differing(total(660), ...rows(100, 200, 350))).toContain('相加为650');
    const ahead = [total(300, '续建小计'), first, second, total(350, '新建小计'), third];
    expect(differing(total(650), ...ahead)).toBeUndefined();
    expect(differing(total(650), total(310, '续建小计'), ...ahead.slice(1))).toContain('“续建小计”为310');
  });

  it('does not count twice what is a part of another row', () => {
    const part = line({ code: '其中：设备', cumulative: 40 });
    expect(differing(...rows(100), part, ...rows(100, 200).slice(1), total(300))).toBeUndefined();
  });

  it('may differ by what rounding takes away, and no more', () => {
    expect(differing(...rows(1.2, 2.3, 3.4), total(7))).toBeUndefined();
    expect(differing(...rows(1.2, 2.3, 3.4), total(7.1))).toContain('相加为6.9，合计多0.2');
    // Rounded itself, in its own last digit.
    expect(differing(...rows(12.26, 20.24), total(33))).toBeUndefined();
    expect(differing(...rows(12.26, 20.24), total(34))).toBeDefined();
    // Whole numbers are what they are.
    expect(differing(...rows(100, 200, 350), total(651))).toContain('合计多1。');
    // 0.1 and 0.2 are 0.3.
    expect(differing(...rows(0.1, 0.2, 0.3, 0.4), total(1))).toBeUndefined();
  });

  it('may be written in another unit', () => {
    expect(differing(...rows(10000, 2345), total('1.2345亿元'))).toBeUndefined();
    expect(differing(...rows(10000, 2345), total('1.23亿元'))).toBeUndefined();
    expect(differing(...rows(10000, 2345), total('1.25亿元'))).toContain(
      '为1.25亿元，各行（2行）相加为12345',
    );
  });

  it('is not more exact than what it sums up', () => {
    expect(differing(...rows('1.2亿元', 345), total(12600))).toBeUndefined();
    expect(differing(...rows('1.2亿元', 345), total(13000))).toContain('相加为12345');
  });

  it('is not held against what can’t be read, or is no exact number', () => {
    expect(differing(...rows(100, '约200'), total(999))).toBeUndefined();
    expect(differing(...rows(100, '二百多'), total(999))).toBeUndefined();
    expect(differing(...rows(100, 200), total('约300'))).toBeUndefined();
    expect(differing(...rows(100, 200), total('—'))).toBeUndefined();
    // Blank is nothing.
    expect(differing(...rows(100, '/', '', 200), total(300))).toBeUndefined();
    expect(differing(...rows(100, '/', '', 200), total(310))).toBeDefined();
  });
});

describe('which row may be to blame for a wrong sum', () => {
  it.each([
    [rows(100, 250, 300), total(400), '第4行“Z002”的数与差额相同，可能没有计入合计'],
    [rows(100, 2500, 300), total(650), '第4行“Z002”可能写错了小数点或计量单位'],
    [rows(100, 1.5, 300), total(15400), '第4行“Z002”可能写错了小数点或计量单位'],
    [rows(100, 1243, 300), total(1650), '可能漏列了项目，或者有一行写错了数'],
    [rows(222, 1324, 300), total(1756), '第4行“Z002”可能有两位数字写颠倒了'],
    [rows(10000, 2345, 300), total(1.2645), '合计可能用了别的计量单位'],
    [rows(10000, 2345, 300), total(1.26), '合计可能用了别的计量单位'],
    [rows(107, '', 300, '/'), total(450), '第4行“Z002”、第6行“Z004”没有填这一栏，可能漏填'],
    [rows(107, '', 300), total(390), '可能漏列了项目'],
  ])('%#', (lines, last, said) => {
    expect(hint(...lines, last)).toContain(said);
  });

  it('is none that nothing tells from another', () => {
    expect(hint(...rows(100, 100, 300), total(400))).toMatch(/^可能漏列了项目/);
  });
});

describe('in a workbook', () => {
  const book = (change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void): Uint8Array => {
    const sheet = utils.aoa_to_sheet([HEAD, COLUMNS, ...rows(100, 200, 350), total(300)]);
    change(sheet);
    const made = utils.book_new();
    utils.book_append_sheet(made, sheet, '项目进展');
    return new Uint8Array(writeBook(made, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  };
  const index = PROJECT_RETURN_COLUMNS.findIndex(({ key }) => key === 'cumulative');
  const address = (row: number) => utils.encode_cell({ r: row, c: index });
  const open = (bytes: Uint8Array) =>
    readProjectReturn('表.xlsx', bytes, indexProjects(PROJECTS, LISTED), { month: monthOf(2022, 8) });

  it('a sum that leaves out the rows that nobody sees is told so', () => {
    const hidden = book((sheet) => {
      sheet['!rows'] = [{}, {}, {}, {}, { hidden: true }];
    });
    const [problem] = told(open(hidden));
    expect(problem).toMatchObject({ at: { sheet: '项目进展', cell: address(5) } });
    expect(problem?.hints[0]).toContain('合计可能没有计入被隐藏的第5行“Z003”');
  });

  it('numbers that are shown shorter than they are held may have been added up as they are shown', () => {
    const shown = (sum: number) =>
      book((sheet) => {
        for (const row of [2, 3, 4]) sheet[address(row)] = { t: 'n', v: 100.4, z: '0' };
        sheet[address(5)] = { t: 'n', v: sum };
      });
    expect(told(open(shown(300)))).toEqual([]);
    expect(told(open(shown(301.2)))).toEqual([]);
    expect(told(open(shown(303)))).toHaveLength(1);
  });

  it('a sum says nothing of a number that is struck out, which is not read', () => {
    const struck = (mark: string): Uint8Array => {
      const parts = unzipSync(book((sheet) => Object.assign(sheet, { [address(4)]: { t: 's', v: '350' } })));
      const path = 'xl/worksheets/sheet1.xml';
      const xml = new TextDecoder().decode(parts[path]);
      const cell = `<c r="${address(4)}" t="inlineStr"><is><r><rPr>${mark}</rPr><t>350</t></r></is></c>`;
      const changed = xml.replace(new RegExp(`<c r="${address(4)}".*?</c>`), cell);
      return zipSync({ ...parts, [path]: new TextEncoder().encode(changed) });
    };
    expect(told(open(struck('<b/>')))).toHaveLength(1);
    expect(open(struck('<strike/>')).diagnostics.map(({ code }) => code)).toContain('struckOut');
    expect(told(open(struck('<strike/>')))).toEqual([]);
  });

  it('a sum whose formula was never computed does no harm, for it is not read', () => {
    const bytes = book((sheet) => {
      sheet[address(5)] = { t: 'z', f: 'SUM(A1:A2)' };
    });
    expect(readBook(bytes, { type: 'array', sheetStubs: true }).SheetNames).toEqual(['项目进展']);
    expect(open(bytes).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

it('the office’s own list of projects is held against its sums, too', () => {
  const project = (code: string, all: number, year: number): (string | number)[] => [
    code,
    '重点产业',
    `${code}项目`,
    '赣州市',
    2,
    '电子信息',
    '甲公司',
    all,
    year,
    '2022-03',
    '2022-11',
    '',
  ];
  const list = (all: number, year: number) => {
    const sums = ['合计', '', '', '', '', '', '', all, year];
    const lines = [
      PROJECT_COLUMNS.map(({ heading }) => heading),
      project('Z001', 9000, 5000),
      project('Z002', 800, 700),
      sums,
    ];
    const text = lines.map((cells) => cells.join(',')).join('\n');
    return readMaster('projects.csv', new TextEncoder().encode(text), unitNames(LISTED), 15, []);
  };
  expect(list(9800, 5700).value?.projects).toHaveLength(2);
  expect(list(9800, 5700).diagnostics.map(({ code }) => code)).toEqual(['totalsRow']);
  expect(list(9800, 5800).diagnostics.at(-1)?.message).toContain('“年度计划投资（万元）”的“合计”为5800');
});
