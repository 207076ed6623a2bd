/** The cities' quarterly returns, their indicators and duties: what is read, what is pointed at and where. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { formatOrigin } from '../../src/base/origin.ts';
import { type CityIndex, readCityReturn } from '../../src/intake/cities/return.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import { monthOf } from '../../src/model/period.ts';
import type { Indicator } from '../../src/model/region/city.ts';
import { folderEffects } from '../support/effects.ts';

const told = (problems: readonly Diagnostic[]): string[] =>
  problems.map((d) => `${d.at && formatOrigin(d.at)} ${d.message}`);
const indicator = (id: string, name: string, more: Partial<Indicator>): Indicator => ({
  id,
  name,
  unit: '亿元',
  kind: 'cumulative',
  basis: 'completion',
  weight: 25,
  targets: {},
  ...more,
});
const INDEX: CityIndex = {
  cities: unitNames([
    { name: '赣州市', fullName: '江西省赣州市', aliases: [] },
    { name: '九江市', fullName: '江西省九江市', aliases: [] },
  ]),
  indicators: [
    indicator('C01', '数字经济增加值', { targets: { 赣州市: { value: 1425, source: '', demo: false } } }),
    indicator('C02', '营业收入增速', { unit: '%', kind: 'growth', basis: 'level' }),
    indicator('C03', '5G基站数', { unit: '个', kind: 'stock' }),
    indicator('C04', '项目投资完成率', { unit: '%', kind: 'ratio', basis: 'projects' }),
  ],
  duties: [
    { id: 'R01', city: '赣州市', what: '制定具体实施方案' },
    { id: 'R02', city: '九江市', what: '编制建设发展规划' },
  ],
  stages: ['起草', '征求意见', '印发'],
};
const HEAD = '填报单位：赣州市　报送期次：2022Q3　收到日期：2022-10-07　数据性质：演示数据';
const COLUMNS =
  '编号,指标或事项,年度目标,计量单位,上季度,本季度,数据来源,阶段,佐证材料,进展情况,存在问题,下一步工作';
type Expected = Parameters<typeof readCityReturn>[3];
const read = (rows: string[], expected: Partial<Expected> = {}) =>
  readCityReturn('赣州市.csv', new TextEncoder().encode([HEAD, COLUMNS, ...rows].join('\r\n')), INDEX, {
    period: '2022Q3',
    ...expected,
  });
const VALUES = ['C01,数字经济增加值,1425,亿元,,999.5,,,,,,', 'C02,营业收入增速,,%,,12.1,,,,,,'];
const ALL = [...VALUES, 'C03,5G基站数,,个,,9000,,,,,,'];

describe('a city’s return', () => {
  it('is read cell by cell; what was published is no demonstration data', () => {
    const { value, diagnostics } = read([
      'C01,数字经济增加值,1425,亿元,,999.5,,,,有进展,,',
      'C02,营业收入增速,,%,,12.1,赣州市统计局公报,,,,,',
      'C03,5G基站数,,万个,,0.9,无,,,,,',
      'R01,制定具体实施方案,,,,,, 征求 意见,赣市府字〔2022〕5号,起草中,缺人手,报审',
      'Z00,总体情况,,,,,,,,总体平稳,,',
    ]);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(value).toMatchObject({ city: '赣州市', period: '2022Q3', receivedAt: '2022-10-07', demo: true });
    const [first, growth, stock, duty, overall] = value?.entries ?? [];
    expect(first).toMatchObject({
      value: {
        value: 999.5,
        unit: '亿元',
        provenance: { unit: '赣州市', raw: '999.5', demo: true, at: { line: 3, column: 22 } },
      },
      progress: { value: '有进展' },
    });
    expect(growth?.value?.provenance).toMatchObject({ demo: false, source: '赣州市统计局公报' });
    expect(stock?.value).toMatchObject({ value: 9000, unit: '个', provenance: { demo: true } });
    expect(stock?.value?.provenance).not.toHaveProperty('source');
    expect(duty).toMatchObject({
      value: null,
      stage: { value: '征求意见' },
      evidence: { value: '赣市府字〔2022〕5号' },
      progress: { value: '起草中' },
      problem: { value: '缺人手' },
      next: { value: '报审' },
    });
    expect(overall).toMatchObject({ id: 'Z00', progress: { value: '总体平稳' } });
  });

  it('counts for one city and one quarter, and for none where it names two or another', () => {
    const headed = (head: string, file: string) =>
      readCityReturn(file, new TextEncoder().encode([head, COLUMNS, ...ALL].join('\r\n')), INDEX, {
        period: '2022Q3',
      });
    for (const [head, file, code] of [
      [HEAD.replace('赣州市', '赣州市九江市'), '季报.csv', 'unknownCity'],
      [HEAD.replace('2022Q3', '2022Q2'), '季报.csv', 'periodMismatch'],
      [HEAD, '九江市2022年三季度季报.csv', 'headConflict'],
      [HEAD, '赣州市2022年二季度季报.csv', 'headConflict'],
    ] as const) {
      const { value, diagnostics } = headed(head, file);
      expect([value, diagnostics.map((d) => d.code)]).toEqual([undefined, [code]]);
    }
    for (const file of ['赣州市和九江市.csv', '赣州市2022年10月7日.csv'])
      expect(headed(HEAD, file).value).toMatchObject({ city: '赣州市', period: '2022Q3' });
  });

  it('has its own value beside last quarter’s as it stands there, not as a change', () => {
    const last = (): Figure => ({
      value: 14000,
      unit: '个',
      decimals: 0,
      qualifier: '',
      provenance: { kind: 'count', what: '' },
    });
    const shown = (previous: string) =>
      read([...VALUES, `C03,5G基站数,,个,${previous},15000,,,,,,`], { last }).diagnostics.map((d) => d.code);
    expect(shown('见附表')).toEqual(shown('14000'));
    expect(shown('1.4万')).toEqual(shown('14000'));
    expect(shown('13000')).not.toEqual(shown('14000'));
  });

  it('loses only what can not be used, each thing told at its place', () => {
    const { value, diagnostics } = read([
      ...VALUES,
      'C01,数字经济增加值,,亿元,,1,,,,,,',
      'C04,项目投资完成率,,%,,88,,,,,,',
      'C09,陌生指标,,个,,1,,,,,,',
      'R01,制定具体实施方案,,,,,,差不多,,在办,,',
      'R02,编制建设发展规划,,,,,,印发,,,,',
    ]);
    expect(value?.entries.map((e) => [e.id, e.value?.value, e.stage?.value])).toEqual([
      ['C01', 999.5, undefined],
      ['C02', 12.1, undefined],
      ['C04', undefined, undefined],
      ['R01', undefined, undefined],
    ]);
    expect(told(diagnostics)).toEqual([
      '赣州市.csv · 第5行第1字 “C01”填报了两次，只取第一次。',
      '赣州市.csv · 第6行第17字 指标“C04”由项目月报计算，所填数值不用。',
      '赣州市.csv · 第7行第1字 “C09”不是赣州市应填报的指标或事项，该行未采用。',
      '赣州市.csv · 第8行第19字 没有“差不多”这个阶段。',
      '赣州市.csv · 第9行第1字 “R02”不是赣州市应填报的指标或事项，该行未采用。',
      '赣州市.csv 赣州市没有填报指标C03，该项不得分。',
    ]);
    const stage = diagnostics.find(({ code }) => code === 'cityStageUnknown');
    expect(stage?.hints).toEqual(['可用的写法：未启动、起草、征求意见、印发。']);
  });

  it('takes no value for another row where only some columns were sorted, but a name written otherwise', () => {
    const { value, diagnostics } = read([
      'C01,5G基站（个）,,亿元,,9000,,,,,,',
      'C02,营业收入的增速,,%,,12.1,,,,,,',
      'C03,数字经济增加值,,个,,999.5,,,,,,',
      'R01,制定实施方案（全市）,,,,,,印发,,,,',
    ]);
    expect(value?.entries.map(({ id }) => id)).toEqual(['C02', 'R01']);
    expect(diagnostics.map(({ code, at }) => [code, at?.line])).toEqual([
      ['cityNameElsewhere', 3],
      ['cityNameElsewhere', 5],
      ['cityValueMissing', undefined],
    ]);
    expect(told(diagnostics)[0]).toBe(
      '赣州市.csv · 第3行第5字 “C01”一行写的是“5G基站（个）”，那是“C03”的名称，该行未采用。',
    );
  });

  it('with values typed over the target or over last quarter’s is told of, what was left as it was is not', () => {
    const before: Figure = {
      value: 700,
      unit: '亿元',
      decimals: 0,
      qualifier: '',
      provenance: { kind: 'derived', rule: '上季', from: [] },
    };
    const last: Expected['last'] = (city, id) => (city === '赣州市' && id === 'C01' ? before : undefined);
    const codes = (row: string) =>
      read([row, ...ALL.slice(1)], { last }).diagnostics.map(({ code, at }) => [code, at?.line]);
    const missing = ['cityValueMissing', undefined];
    expect(codes('C01,数字经济增加值,1425,亿元,700,999.5,,,,,,')).toEqual([]);
    expect(codes('C01,数字经济增加值,1425,亿元,700,,,,,,,')).toEqual([missing]);
    expect(codes('ｃ01,数字经济增加值,999.5,亿元,700,,,,,,,')).toEqual([['filledBeside', 3], missing]);
    expect(codes('C01,数字经济增加值,1425,亿元,999.5,,,,,,,')).toEqual([['filledBeside', 3], missing]);
    expect(codes('C01,数字经济增加值,1425,亿元,700,650,,,,,,')).toEqual([['valueFell', 3]]);
  });
});

describe('the cities of a workspace', () => {
  const FOLDER = 'data/2022/cities';
  const source = async (path: string) =>
    new TextDecoder().decode((await folderEffects().read(path)) as Uint8Array);
  const problems = async (files: Record<string, string>) => {
    const effects = folderEffects(undefined, files);
    const { diagnostics } = await readWorkspace(effects, 2022, { cities: true, until: monthOf(2022, 3) });
    return diagnostics;
  };

  it('have indicators that contradict neither each other nor the list', async () => {
    const file = `${FOLDER}/indicators.yaml`;
    const text = (await source(file))
      .replace('id: C02', 'id: C01')
      .replace('weight: 15', 'weight: 12')
      .replace('南昌市: { value: 2895', '南昌: { value: 2895');
    const found = await problems({ [file]: text });
    expect(told(found.filter(({ at }) => at?.file === file))).toEqual([
      `${file}:12:3 各项指标的权重合计为97，应为100。`,
      `${file}:20:7 各地名单（cities.yaml）中没有“南昌”。`,
      `${file}:20:7 指标“C01”按完成率比较，但没有南昌市的年度目标。`,
      `${file}:32:9 指标编号“C01”用了两次。`,
    ]);
  });

  it('are known by their names: for whom the plan asks something, where they lie, whose folder it is', async () => {
    const [duties, cities] = ['data/2022/plan/requirements.yaml', `${FOLDER}/cities.yaml`];
    const found = await problems({
      [duties]: (await source(duties)).replace('who: 赣州市', 'who: 赣洲市'),
      [cities]: (await source(cities)).replace('name: 萍乡市', 'name: 萍乡/市'),
      [`${FOLDER}/returns/2022三季度/赣州市.csv`]: '',
    });
    expect(found.map(({ code, at }) => [code, at?.file])).toEqual(
      expect.arrayContaining([
        ['dutyForNobody', duties],
        ['nameNoFile', cities],
        ['unknownPeriod', `${FOLDER}/returns/2022三季度`],
      ]),
    );
  });
});
