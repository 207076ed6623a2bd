/** Which unit is meant by what stands on a return, in a province, a city or a county. */
import { describe, expect, it } from 'vitest';
import type { PlanIndex } from '../../src/intake/plan/plan-index.ts';
import { unitNames } from '../../src/intake/plan/units.ts';
import { identify, resolveUnit } from '../../src/intake/returns/identify.ts';

/** Units by their short names, of the place. */
const of = (place: string, ...names: string[]) => ({
  units: unitNames(
    names.map((name) => ({
      name,
      fullName: name.includes('委') ? `中共${place}${name}` : `${place}${name}`,
      aliases: [],
    })),
  ),
});
const PROVINCE = of('江西', '省教育厅', '省科技厅', '省委网信办');
const CITY = of('南昌', '市教育局', '市市场监管局', '市委宣传部');
const COUNTY = of('南昌', '县发改委', '县教体局');
const DISTRICT = of('东湖', '区商务局', '区教体局');

it.each([
  [PROVINCE, '省教育厅', '江西省教育厅（盖章）'],
  [PROVINCE, '省教育厅', '教育厅'],
  [PROVINCE, '省委网信办', '网信办'],
  [PROVINCE, '省委网信办', '中共江西省委网信办'],
  [CITY, '市教育局', '南昌市教育局'],
  [CITY, '市教育局', '教育局'],
  [CITY, '市市场监管局', '市场监管局'],
  [CITY, '市委宣传部', '宣传部'],
  [COUNTY, '县发改委', '南昌县发改委'],
  [COUNTY, '县教体局', '教体局 （盖章）'],
  [DISTRICT, '区商务局', '商务局'],
])('%#: %s is meant by %s', (place, unit, written) => {
  expect(resolveUnit(written, place)).toBe(unit);
});

it.each([
  [PROVINCE, '赣州市教育局'],
  [PROVINCE, '赣州市'],
  [PROVINCE, '湖南省教育厅'],
  [PROVINCE, '黑龙江省教育厅'],
  [PROVINCE, '（江西）省教育厅办公室'],
  [CITY, '九江市教育局'],
  [CITY, '南昌县教育局'],
  [COUNTY, '新建县发改委'],
])('%#: the office of another place is none of ours: %s', (place, written) => {
  expect(resolveUnit(written, place)).toBeUndefined();
});

describe('a file', () => {
  const at = { file: 'a.xlsx', sheet: '填报说明', cell: 'B2' };
  const says = (what: 'unit' | 'period', text: string, source = '填报说明') => ({ what, text, source, at });
  /** Whose it is, for when, and what is said of it. */
  function whose(file: string, hints: ReturnType<typeof says>[] = [], named?: string) {
    const { unit, period, diagnostics } = identify(file, hints, PROVINCE as PlanIndex, named);
    return [unit, period, ...diagnostics.map(({ code }) => code)];
  }

  it('is known by its name, but not by one that holds two units', () => {
    expect(whose('省教育厅2022Q3.xlsx')).toEqual(['省教育厅', '2022Q3']);
    expect(whose('省教育厅转省科技厅2022Q3.xlsx')).toEqual([undefined, '2022Q3', 'unitUnfound']);
    expect(whose('省教育厅转省科技厅.xlsx', [says('unit', '省科技厅')])).toEqual(['省科技厅', undefined]);
  });

  it.each([
    ['省教育厅2022年3季度.xlsx', '2022Q3'],
    ['省教育厅2022-Q3.报送.xlsx', '2022Q3'],
    ['省教育厅_2022_第四季度（修改稿1）.xlsx', '2022Q4'],
    ['报表\\2021Q4\\省教育厅２０２２年二季度.xlsx', '2022Q2'],
    ['2021Q4/省教育厅.xlsx', undefined],
    ['省教育厅120222Q3.xlsx', undefined],
  ])('called %s is of %s', (file, period) => {
    expect(whose(file)).toEqual(['省教育厅', period]);
  });

  it.each([
    ['第4季度', '省教育厅四季度.xlsx'],
    ['4季度', '省教育厅2022Q4.xlsx'],
  ])('has no contradiction in %s and %s', (said, file) => {
    expect(whose(file, [says('period', said)]).slice(2)).toEqual([]);
    expect(whose(file, [says('period', said.replace('4', '3'))]).slice(1)).toEqual([
      undefined,
      'periodConflict',
    ]);
  });

  it('says what it calls the unit that nobody knows, and each thing that contradicts another once', () => {
    const { diagnostics } = identify('报表.xlsx', [says('unit', '省教育听')], PROVINCE as PlanIndex);
    expect(diagnostics).toMatchObject([{ code: 'strangeUnit', at }]);
    expect(diagnostics[0]?.hints.join()).toContain('省教育厅');
    const hints = [says('unit', '省科技厅'), says('unit', '科技厅'), says('unit', '省科技厅', '标题')];
    const against = identify('省教育厅.xlsx', hints, PROVINCE as PlanIndex).diagnostics;
    expect(against[0]?.message).toContain('填报说明为“科技厅”，标题为“省科技厅”，文件名为“省教育厅”');
  });

  it('of which two units are named is nobody’s, until somebody says whose', () => {
    const hints = [says('unit', '省科技厅')];
    expect(whose('省教育厅.xlsx', hints)).toEqual([undefined, undefined, 'unitConflict']);
    expect(whose('省教育厅.xlsx', hints, '省科技厅')).toEqual(['省科技厅', undefined, 'unitOverruled']);
  });

  it('is for the quarter that is named with its year, which one named without has to agree with', () => {
    const hints = [says('period', '三季度', '标题'), says('period', '2022年三季度')];
    expect(whose('省教育厅.xlsx', hints)).toEqual(['省教育厅', '2022Q3']);
    expect(whose('省教育厅四季度.xlsx', hints)).toEqual(['省教育厅', undefined, 'periodConflict']);
    expect(whose('省教育厅三季度.xlsx')).toEqual(['省教育厅', undefined]);
  });
});
