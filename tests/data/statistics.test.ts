/** The committed statistics: clean, complete, their parts adding up to their wholes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { add } from '../../src/base/decimal.ts';
import { readStatistics } from '../../src/intake/statistics/read.ts';
import { share, sum } from '../../src/ledger/statistics/calculate.ts';
import { regionalSeries, statisticAt } from '../../src/ledger/statistics/find.ts';
import type { Statistic } from '../../src/model/statistics/statistic.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';

const { value: statistics, diagnostics } = await readStatistics(folderEffects());
if (!statistics) throw new Error('data/statistics');
const at = (reference: string): Statistic => {
  const { value } = statisticAt(statistics, reference);
  if (!value) throw new Error(reference);
  return value;
};

const figureAt = (reference: string): number => at(reference).figure?.value ?? NaN;

describe('data/statistics', () => {
  it('reads without a word', () => {
    expect(diagnostics).toEqual([]);
    expect(statistics.values.length).toBeGreaterThan(1000);
  });

  it('has a real source for every published number and says 演示数据 of every other', () => {
    for (const value of statistics.values) {
      const published = value.at.file.endsWith('published.yaml');
      expect(value.source.demo, value.series.id).toBe(!published);
      if (published) expect(value.source.publisher + value.source.document, value.series.id).not.toBe('');
      else expect(value.series.definition.name).toMatch(/^演示/);
    }
  });

  it('adds up: twelve parts to the province, in every year and every flow and stock', () => {
    const periods = (id: string): string[] => [
      ...new Set(statistics.values.filter((v) => v.series.id === id).map((v) => v.period.id)),
    ];
    const regional = statistics.series.filter(
      ({ id, kind }) =>
        ['flow', 'stock'].includes(kind) &&
        statistics.values.some((v) => v.series.id === id && v.region === '赣江新区'),
    );
    expect(regional.length).toBeGreaterThanOrEqual(8);
    for (const { id } of regional)
      for (const period of periods(id)) {
        const parts = regionalSeries(statistics, id, period).value ?? [];
        expect(sum(parts, 'region').value?.value, `${id} ${period}`).toBe(
          at(`${id}@${period}`).figure?.value,
        );
      }
  });

  it('adds up: the two parts of the scale and the four classes of the core industries', () => {
    for (const year of [2018, 2019, 2020, 2021, 2022]) {
      const of = (...ids: string[]) =>
        sum(
          ids.map((id) => at(`${id}@${year}`)),
          'item',
        ).value?.value;
      expect(of('va-digital', 'va-industry')).toBe(at(`city-va@${year}`).figure?.value);
      expect(of('core-manufacture', 'core-service', 'core-application', 'core-factor')).toBe(
        at(`core-revenue-demo@${year}`).figure?.value,
      );
    }
    expect(share(at('va-industry@2022'), at('city-va@2022')).value?.value).toBe(79.9);
  });

  it.each([
    ['va-quarter', 'city-va'],
    ['core-revenue-quarter', 'core-revenue-demo'],
    ['retail-quarter', 'city-retail'],
    ['electronics-quarter', 'electronics-demo'],
    ['iot-quarter', 'iot-demo'],
    ['software-quarter', 'software-demo'],
    ['telecom-quarter', 'telecom-demo'],
    ['investment-quarter', 'investment'],
  ])('adds up over the quarters of a year: %s', (quarterly, yearly) => {
    for (const year of [2021, 2022]) {
      const parts = [1, 2, 3, 4].map((quarter) => figureAt(`${quarterly}@${year}Q${quarter}`));
      expect(parts.reduce(add, 0)).toBe(figureAt(`${yearly}@${year}`));
    }
  });

  it('calls the core industries what their share in GDP says', () => {
    for (const year of [2018, 2019, 2020, 2021, 2022]) {
      const gdp = figureAt(`city-va@${year}`) / (figureAt(`city-va-share@${year}`) / 100);
      const share = (figureAt(`va-digital@${year}`) / gdp) * 100;
      expect(Math.abs(share - figureAt(`core-va-share@${year}`))).toBeLessThan(0.05);
    }
  });

  it.each([
    ['iot-connect@2021-12-31', '泛物联网连接'],
    ['users5g-demo@2021-12-31', '5G终端用户'],
    ['ipv6-mobile@2021', '移动网络IPv6'],
    ['ipv6-fixed@2021', '固定网络IPv6'],
  ])('begins where the plan’s goals begin: %s', (reference, name) => {
    const goals = JSON.stringify(parse(readFileSync(join(REPOSITORY, 'data/2022/plan/goals.yaml'), 'utf8')));
    const baselines = [
      ...goals.matchAll(/"name":"([^"]+)"(?:(?!"name":).)*?"baseline":\{"value":([\d.]+)/g),
    ].filter(([, goal = '']) => goal.includes(name));
    expect(baselines.length).toBeGreaterThan(0);
    expect(figureAt(reference)).toBe(Number(baselines[0]?.[2]));
  });

  it('leads to what the cities returned for the year', () => {
    for (const { region, figure } of regionalSeries(statistics, 'city-cloud', '2022-12-31').value ?? []) {
      const file = join(REPOSITORY, `data/2022/cities/returns/2022Q4/${region}.csv`);
      const added = Number(/^C04,[^,]*,[^,]*,(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1]);
      expect((figure?.value ?? NaN) - figureAt(`city-cloud@2021-12-31/${region}`)).toBe(added);
    }
  });

  it('agrees with the demonstration returns of the cities', () => {
    for (const { region, figure } of regionalSeries(statistics, 'city-va', '2022').value ?? []) {
      const file = join(REPOSITORY, `data/2022/cities/returns/2022Q4/${region}.csv`);
      expect(readFileSync(file, 'utf8')).toContain(`C01,数字经济增加值,亿元,${figure?.value.toFixed(1)},`);
    }
  });
});
