/** The demonstration statistics do not contradict each other, nor the plan's baselines: a book of them is read as one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { add } from '../../src/base/decimal.ts';

const ROOT = join(import.meta.dirname, '../..');
const TABLES = join(ROOT, 'data/statistics/tables');

interface Row {
  id: string;
  region: string;
  values: Map<string, number>;
}

function table(name: string): Row[] {
  const [, head = '', ...lines] = readFileSync(join(TABLES, name), 'utf8').trim().split('\n');
  const times = head.split(',').slice(4);
  return lines.map((line) => {
    const [id = '', , , region = '', ...values] = line.split(',');
    return { id, region, values: new Map(times.map((time, i) => [time, Number(values[i])])) };
  });
}

const sum = (values: readonly number[]): number => values.reduce(add, 0);
const [cities, cityStocks] = [table('设区市-年度.csv'), table('设区市-年末.csv')];
const [years, stocks, quarters] = [table('全省-年度.csv'), table('全省-年末.csv'), table('全省-季度.csv')];
const of = (rows: readonly Row[], id: string, region = '江西省') =>
  rows.find((row) => row.id === id && row.region === region)?.values;

describe('the demonstration statistics', () => {
  it.each([
    ['va-quarter', of(cities, 'city-va')],
    ['core-revenue-quarter', of(cities, 'core-revenue-demo')],
    ['retail-quarter', of(cities, 'city-retail')],
    ['electronics-quarter', of(years, 'electronics-demo')],
    ['iot-quarter', of(years, 'iot-demo')],
    ['software-quarter', of(years, 'software-demo')],
    ['telecom-quarter', of(years, 'telecom-demo')],
    ['investment-quarter', of(years, 'investment')],
  ])('add up over the quarters of a year: %s', (id, ofYear) => {
    for (const year of ['2021', '2022']) {
      const parts = [1, 2, 3, 4].map((quarter) => of(quarters, id)?.get(`${year}Q${quarter}`) ?? NaN);
      expect(sum(parts)).toBe(ofYear?.get(year));
    }
  });

  it.each(['city-va', 'core-revenue-demo', 'city-retail'])('add up over the cities: %s', (id) => {
    for (const [year, whole] of of(cities, id) ?? []) {
      const parts = cities.filter((row) => row.id === id && row.region !== '江西省');
      expect(Math.abs(sum(parts.map((row) => row.values.get(year) ?? NaN)) - whole)).toBeLessThan(0.35);
    }
  });

  it.each(['city-cloud', 'city-bs5g', 'city-workshop', 'city-firm'])(
    'add up over the cities at the end of a year: %s',
    (id) => {
      for (const [day, whole] of of(cityStocks, id) ?? []) {
        const parts = cityStocks.filter((row) => row.id === id && row.region !== '江西省');
        expect(sum(parts.map((row) => row.values.get(day) ?? NaN))).toBe(whole);
      }
    },
  );

  it('are made of the two parts of the digital economy, and agree with the share of core industries in GDP', () => {
    for (const [year, whole] of of(cities, 'city-va') ?? []) {
      const digital = of(years, 'va-digital')?.get(year) ?? NaN;
      expect(sum([digital, of(years, 'va-industry')?.get(year) ?? NaN])).toBe(whole);
      const gdp = whole / ((of(cities, 'city-va-share')?.get(year) ?? NaN) / 100);
      const share = of(years, 'core-va-share')?.get(year) ?? NaN;
      expect(Math.abs((digital / gdp) * 100 - share)).toBeLessThan(0.05);
    }
  });

  it('begin where the plan’s goals begin', () => {
    const plan = parse(readFileSync(join(ROOT, 'data/2022/plan/goals.yaml'), 'utf8')) as unknown;
    const baselines = new Map(
      [
        ...JSON.stringify(plan).matchAll(/"name":"([^"]+)"(?:(?!"name":).)*?"baseline":\{"value":([\d.]+)/g),
      ].map(([, name = '', value]) => [name, Number(value)]),
    );
    const begins = (name: string): number => {
      const found = [...baselines].find(([one]) => one.includes(name));
      if (!found) throw new Error(name);
      return found[1];
    };
    expect(of(stocks, 'iot-connect')?.get('2021-12-31')).toBe(begins('泛物联网连接'));
    expect(of(stocks, 'users5g-demo')?.get('2021-12-31')).toBe(begins('5G终端用户'));
    expect(of(years, 'ipv6-mobile')?.get('2021')).toBe(begins('移动网络IPv6'));
    expect(of(years, 'ipv6-fixed')?.get('2021')).toBe(begins('固定网络IPv6'));
  });

  it('lead to what the cities returned for the year', () => {
    for (const { region, values } of cityStocks.filter((row) => row.id === 'city-cloud')) {
      if (region === '江西省') continue;
      const file = join(ROOT, `data/2022/cities/returns/2022Q4/${region}.csv`);
      const added = Number(/^C04,[^,]*,[^,]*,(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]);
      expect((values.get('2022-12-31') ?? NaN) - (values.get('2021-12-31') ?? NaN)).toBe(added);
    }
  });
});
