/** Reading data/statistics/: every number with its 口径, vintage, source and place; every slip with its line. */
import { describe, expect, it } from 'vitest';
import { formatOrigin } from '../../src/base/origin.ts';
import { readStatistics } from '../../src/intake/statistics/read.ts';
import { openDesk } from '../../src/ledger/statistics/desk.ts';
import { sourceText, statisticName } from '../../src/model/statistics/statistic.ts';
import { memoryEffects } from '../support/effects.ts';

const FILES = {
  'data/statistics/definitions.yaml': '- { id: gdp, name: 核算, text: 说明 }\n',
  'data/statistics/sources.yaml':
    '- { id: office, publisher: 省统计局, document: 统计公报, date: 2023-03, quoted: true }\n- { id: demo, publisher: "", document: 演示数据, quoted: false, demo: true }\n',
  'data/statistics/regions.yaml':
    '- { name: 江西省, short: 全省 }\n- { name: 南昌市, short: 南昌, part: true }\n',
  'data/statistics/conflicts.yaml': '[]\n',
};
const head =
  '- id: size\n  name: 规模\n  unit: 亿元\n  kind: flow\n  definition: gdp\n  region: 江西省\n  vintage: 初步\n  source: office\n';
const series = (values: string): string => `${head}  values:\n${values}`;
const read = (files: Record<string, string>) => readStatistics(memoryEffects({ ...FILES, ...files }));
const one = (values: string) => read({ 'data/statistics/series/a.yaml': series(values) });

describe('series', () => {
  it('keep the digits that were written, the place, and who says so', async () => {
    const { value, diagnostics } = await one('    - { period: 2021, value: 35.0, qualifier: 超 }\n');
    expect(diagnostics).toEqual([]);
    const [read] = value?.values ?? [];
    expect(read?.figure).toMatchObject({ value: 35, decimals: 1, unit: '亿元', qualifier: '超过' });
    expect(read?.figure?.provenance).toMatchObject({
      kind: 'statistic',
      definition: '核算',
      vintage: '初步',
      period: '2021',
      region: '江西省',
      source: '省统计局《统计公报》，2023年3月（转引）',
      demo: false,
    });
    expect(read && formatOrigin(read.at)).toBe('data/statistics/series/a.yaml:10:30');
    expect(read && statisticName(read)).toBe('江西省2021年规模（核算，初步数）');
  });

  it('keep how exact a number is said to be, also below zero', async () => {
    const words = ['近', '多', '约', '超'];
    const { value } = await one(
      words.map((q, i) => `    - { period: ${2018 + i}, value: -3.50, qualifier: ${q} }\n`).join(''),
    );
    expect(value?.values.map((v) => v.figure?.qualifier)).toEqual(['近', '超过', '约', '超过']);
    expect(value?.values.map((v) => v.figure?.decimals)).toEqual([2, 2, 2, 2]);
  });

  it('of one id are read once; other files of the folder are none', async () => {
    const { value, diagnostics } = await read({
      'data/statistics/series/a.yaml': series('    - { period: 2020, value: 1 }\n'),
      'data/statistics/series/b.yaml': series('    - { period: 2021, value: 2 }\n'),
      'data/statistics/series/说明.txt': '不是系列',
      'data/statistics/tables/.~lock.t.csv#': '不是表',
    });
    expect(value?.values.map((v) => v.period.id)).toEqual(['2020']);
    expect(diagnostics.map((d) => d.message)).toEqual([expect.stringContaining('系列“size”')]);
  });

  it('tell missing, not applicable and zero apart', async () => {
    const { value } = await one(
      '    - { period: 2019, value: — }\n    - { period: 2020, value: … }\n    - { period: 2021, value: 0 }\n',
    );
    expect(value?.values.map((v) => [v.absent, v.figure?.value ?? null])).toEqual([
      ['—', null],
      ['…', null],
      ['', 0],
    ]);
  });

  it.each([
    ['2022年', '看不懂时期'],
    ['2022-02-30', '看不懂时期'],
    ['2022-12-31', '时期数不能写成某一天的数'],
  ])('refuse the period %s', async (period, words) => {
    const { value, diagnostics } = await one(`    - { period: ${period}, value: 1 }\n`);
    expect(value?.values).toEqual([]);
    expect(diagnostics.map((d) => [d.message.includes(words), d.at?.line])).toEqual([[true, 10]]);
  });

  it('name what they do not know, with the nearest name', async () => {
    const { diagnostics } = await one('    - { period: 2021, value: 1, source: offce, region: 南昌 }\n');
    expect(diagnostics.map((d) => d.message)).toEqual(['没有登记的地域“南昌”。', '没有登记的来源“offce”。']);
    expect(diagnostics.map((d) => d.hints[0])).toEqual(['是不是想写“南昌市”？', '是不是想写“office”？']);
  });

  it('refuse a number that stands twice, but not another vintage of it', async () => {
    const { diagnostics } = await one(
      '    - { period: 2021, value: 1 }\n    - { period: 2021, value: 2, vintage: 修订 }\n    - { period: 2021, value: 3 }\n',
    );
    expect(diagnostics.map((d) => [d.code, d.at?.line])).toEqual([['statisticTwice', 12]]);
  });
});

describe('tables', () => {
  const table = (rows: string) =>
    read({
      'data/statistics/series/a.yaml': head,
      'data/statistics/tables/t.csv': `数据性质：演示数据\n编号,指标,计量单位,地区,2020,2021\n${rows}`,
    });

  it('give each cell the words of its series, and a place of its own', async () => {
    const { value, diagnostics } = await table('size,规模,亿元,南昌市,1.50,—\nsize,规模,亿元,江西省,,0\n');
    expect(diagnostics).toEqual([]);
    expect(
      value?.values.map((v) => [v.region, v.period.id, v.figure?.value ?? v.absent, formatOrigin(v.at)]),
    ).toEqual([
      ['南昌市', '2020', 1.5, 'data/statistics/tables/t.csv · 第3行第16字'],
      ['南昌市', '2021', '—', 'data/statistics/tables/t.csv · 第3行第21字'],
      ['江西省', '2021', 0, 'data/statistics/tables/t.csv · 第4行第17字'],
    ]);
    expect(value?.values[0]?.figure?.decimals).toBe(2);
  });

  it('read a comma between thousands, and no other', async () => {
    const written = (value: string) => table(`size,规模,亿元,江西省,"${value}"\n`);
    expect((await written('1,234.5')).value?.values[0]?.figure?.value).toBe(1234.5);
    for (const value of ['1,2', '12,8', '1234,567', ','])
      expect((await written(value)).diagnostics.map((d) => d.message)).toEqual([`“${value}”不是数值。`]);
  });

  it('refuse unknown series, other names and units, and words for numbers', async () => {
    const { diagnostics } = await table('sizes,规模,亿元,江西省,1\nsize,规模数,万元,江西省,约1\n');
    expect(diagnostics.map((d) => d.message)).toEqual([
      '没有登记的系列“sizes”。',
      '“size”的指标名称写作“规模数”，系列中登记的是“规模”。',
      '“size”的计量单位写作“万元”，系列中登记的是“亿元”。',
      '“约1”不是数值。',
    ]);
  });

  it('read numbers with thousands, and what is not applicable', async () => {
    const { value, diagnostics } = await table('size,规模,亿元,江西省,"1,234.50",…\n');
    expect(diagnostics).toEqual([]);
    expect(value?.values.map((v) => [v.figure?.value ?? v.absent, v.figure?.decimals])).toEqual([
      [1234.5, 2],
      ['…', undefined],
    ]);
  });

  it('may have notes below, but nothing with numbers that has no series', async () => {
    const rows = 'size,规模,亿元,江西省,1,2\n';
    const noted = await table(`${rows}注：2021年为初步核算数。\n资料来源：省统计局,,,,,\n`);
    expect(noted.diagnostics).toEqual([]);
    expect(noted.value?.values).toHaveLength(2);
    const total = await table(`${rows}合计,,,,1,2\n注：,,,,1,2\n`);
    expect(total.diagnostics.map((d) => d.message)).toEqual([
      '没有登记的系列“合计”。',
      '没有登记的系列“注：”。',
    ]);
  });

  it('tell of a column without a period once, at its head, and read the others', async () => {
    const { value, diagnostics } = await read({
      'data/statistics/series/a.yaml': head,
      'data/statistics/tables/t.csv':
        '编号,指标,计量单位,地区,2020年,2021,,备注\nsize,规模,亿元,江西省,1,2,,\nsize,规模,亿元,南昌市,3,4,5,\n',
    });
    expect(diagnostics.map((d) => [d.message, d.at && formatOrigin(d.at)])).toEqual([
      ['看不懂时期“2020年”。', 'data/statistics/tables/t.csv · 第1行第15字'],
      ['看不懂时期“”。', 'data/statistics/tables/t.csv · 第3行第20字'],
    ]);
    expect(value?.values.map((v) => [v.region, v.period.id, v.figure?.value])).toEqual([
      ['江西省', '2021', 2],
      ['南昌市', '2021', 4],
    ]);
  });

  it('know a day that a spreadsheet program has written anew', async () => {
    const { value, diagnostics } = await read({
      'data/statistics/series/a.yaml': head.replace('kind: flow', 'kind: stock'),
      'data/statistics/tables/t.csv':
        '编号,指标,计量单位,地区,2021/12/31,2022/9/30\nsize,规模,亿元,江西省,1,2\n',
    });
    expect(diagnostics).toEqual([]);
    expect(value?.values.map((v) => v.period.id)).toEqual(['2021-12-31', '2022-09-30']);
  });

  it('of states at a day take no sums of a year', async () => {
    const { value, diagnostics } = await read({
      'data/statistics/series/a.yaml': head.replace('kind: flow', 'kind: stock'),
      'data/statistics/tables/t.csv': '编号,指标,计量单位,地区,2021\nsize,规模,亿元,江西省,1\n',
    });
    expect(value?.values).toEqual([]);
    expect(diagnostics.map((d) => d.code)).toEqual(['statisticPeriodKind']);
  });

  it('without a head are refused', async () => {
    const { diagnostics } = await read({ 'data/statistics/tables/t.csv': '编号,数值\nsize,1\n' });
    expect(diagnostics.map((d) => d.code)).toEqual(['statisticTableHead']);
  });
});

describe('registers', () => {
  it('are needed', async () => {
    const { value, diagnostics } = await read({ 'data/statistics/sources.yaml': '- 3\n' });
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.at?.file)).toEqual(['data/statistics/sources.yaml']);
  });

  it('have no conflict between series that are not there', async () => {
    const { diagnostics } = await read({
      'data/statistics/conflicts.yaml':
        '- { id: a, title: 甲, between: [nothing@2021], what: 乙, treatment: 丙 }\n',
    });
    expect(diagnostics.map((d) => d.message)).toEqual(['没有登记的系列“nothing”。']);
  });

  it('print a source without a document, and the demonstration data, as they are', () => {
    const base = { id: 'x', publisher: '省工信厅', document: '', quoted: false, demo: false };
    expect(sourceText({ ...base, place: 'a.cn' })).toBe('省工信厅，a.cn');
    expect(sourceText({ ...base, document: '演示数据', demo: true })).toBe('演示数据');
  });
});

describe('the own region', () => {
  const values = (region: string, n: number) => `    - { period: 2021, value: ${n}, region: ${region} }\n`;
  const all = series(values('全国', 1) + values('湖南省', 2) + values('长沙市', 3));
  const ask = async (regions: string) => {
    const { value } = await read({
      'data/statistics/regions.yaml': regions,
      'data/statistics/series/a.yaml': all,
    });
    return value && openDesk(value).value('size@2021').value?.figure?.value;
  };
  const parts = '- { name: 长沙市, short: 长沙, part: true }\n';

  it('is marked, or stands before its parts: a reference without a region means it', async () => {
    const regions = '- { name: 全国, short: 全国 }\n- { name: 湖南省, short: 全省 }\n';
    expect(await ask(regions + parts)).toBe(2);
    const marked = '- { name: 湖南省, short: 全省, home: true }\n- { name: 全国, short: 全国 }\n';
    expect(await ask(marked + parts)).toBe(2);
    expect(await ask(marked.replace(', home: true', '') + parts)).toBe(1);
  });
});
