/** Scores and ranks of the cities against a reckoning that knows the returns, the targets and the printed rule. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { bulletin, openDesk, rowsOf } from '../support/bulletins.ts';
import { REPOSITORY } from '../support/effects.ts';
import { cityValues, placeOf, projectsAt, rateOf, round } from '../support/returns-csv.ts';

interface Rule {
  ranking: { floor: number; cap: number };
  indicators: {
    id: string;
    basis: string;
    weight: number;
    targets?: Record<string, { value: number }>;
  }[];
}

const rule: Rule = parse(readFileSync(join(REPOSITORY, 'data/2022/cities/indicators.yaml'), 'utf8'));
const cities: { name: string }[] = parse(
  readFileSync(join(REPOSITORY, 'data/2022/cities/cities.yaml'), 'utf8'),
);
const desk = await openDesk();

/** City → composite score of those that reported. */
function composites(quarter: number): Map<string, number> {
  const values = cityValues(quarter);
  const projects = projectsAt(quarter * 3);
  const names = cities.map(({ name }) => name);
  const sums = new Map<string, number>();
  for (const { id, basis, weight, targets } of rule.indicators) {
    const compared = names.map((name) => {
      if (basis === 'projects') return Number(rateOf(projects.filter(({ city }) => city === name)));
      const value = values.get(name)?.get(id);
      if (value === undefined) return null;
      return basis === 'completion' ? Number(round((value / (targets?.[name]?.value ?? 0)) * 100, 1)) : value;
    });
    const capped = compared.map((value) =>
      value === null || basis === 'level' ? value : Math.min(value, rule.ranking.cap),
    );
    const present = capped.filter((value) => value !== null);
    const [low, high] = [Math.min(...present), Math.max(...present)];
    names.forEach((name, i) => {
      const value = capped[i] ?? null;
      const { floor } = rule.ranking;
      const score =
        value === null ? 0 : high === low ? 100 : floor + ((value - low) / (high - low)) * (100 - floor);
      sums.set(name, (sums.get(name) ?? 0) + (Number(round(score, 2)) * weight) / 100);
    });
  }
  return new Map(
    [...sums].filter(([name]) => values.has(name)).map(([n, sum]) => [n, Number(round(sum, 2))]),
  );
}

describe('the ranking of the cities', () => {
  it.each([1, 2, 3, 4])('of quarter %i follows from the returns', (quarter) => {
    const now = composites(quarter);
    const before = quarter === 1 ? undefined : composites(quarter - 1);
    const place = (of: Map<string, number>, city: string): number | undefined =>
      of.has(city) ? placeOf(of.get(city) ?? 0, [...of.values()]) : undefined;
    const rows = rowsOf(bulletin(desk, `2022Q${quarter}`, 'city-bulletin'), 'city-ranking');
    expect(rows.map((row) => row[1]).sort()).toEqual(cities.map(({ name }) => name).sort());
    for (const [rank = '', city = '', score, previous] of rows) {
      const expected = now.get(city);
      if (expected === undefined) expect([city, rank, score]).toEqual([city, '未排名', '—']);
      else
        expect([city, Number.parseInt(rank, 10), score]).toEqual([
          city,
          place(now, city),
          expected.toFixed(2),
        ]);
      if (before) expect([city, previous]).toEqual([city, String(place(before, city) ?? '—')]);
    }
  });
});
