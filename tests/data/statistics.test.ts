/** The committed statistics: clean, complete, their parts adding up to their wholes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStatistics } from '../../src/intake/statistics/read.ts';
import { share, sum } from '../../src/ledger/statistics/calculate.ts';
import { regionalSeries, statisticAt } from '../../src/ledger/statistics/find.ts';
import type { Statistic } from '../../src/model/statistic.ts';
import { folderEffects, REPOSITORY } from '../support/effects.ts';

const { value: statistics, diagnostics } = await readStatistics(folderEffects());
if (!statistics) throw new Error('data/statistics');
const at = (reference: string): Statistic => {
  const { value } = statisticAt(statistics, reference);
  if (!value) throw new Error(reference);
  return value;
};

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

  it('agrees with the demonstration returns of the cities', () => {
    for (const { region, figure } of regionalSeries(statistics, 'city-va', '2022').value ?? []) {
      const file = join(REPOSITORY, `data/2022/cities/returns/2022Q4/${region}.csv`);
      expect(readFileSync(file, 'utf8')).toContain(`C01,数字经济增加值,亿元,${figure?.value.toFixed(1)},`);
    }
  });
});
