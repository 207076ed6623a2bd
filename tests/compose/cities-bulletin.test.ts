/** The bulletin on the cities. Update goldens with UPDATE_GOLDEN=1. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bulletin, figuresOf, openDesk, prose, rowsOf } from '../support/bulletins.ts';
import { outline } from '../support/outline.ts';

const GOLDEN = join(import.meta.dirname, 'golden');
const desk = await openDesk();

describe('the bulletin on the cities', () => {
  it.each(['2022Q1', '2022Q2', '2022Q3', '2022Q4'])('of %s reads as the golden', (id) => {
    const text = outline(bulletin(desk, id, 'city-bulletin'));
    const file = join(GOLDEN, `city-bulletin-${id}.txt`);
    if (process.env['UPDATE_GOLDEN'] && !process.env['CI']) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('ranks no city that did not report, and says so', () => {
    const document = bulletin(desk, '2022Q2', 'city-bulletin');
    expect(prose(document)).toContain('萍乡市未报送，不参加排名');
    const last = rowsOf(document, 'city-ranking').at(-1);
    expect(last?.slice(0, 3)).toEqual(['未排名', '萍乡市', '—']);
    expect(rowsOf(document, 'city-scores').map(([city]) => city)).not.toContain('萍乡市');
  });

  it('counts the indicators that are compared, and says what those left out would weigh', () => {
    expect(prose(bulletin(desk, '2022Q3', 'city-bulletin'))).toContain(
      '综合得分由10项可比指标加权合成，权重合计100。',
    );
    const { cities } = desk.inputs;
    if (!cities) throw new Error('no cities');
    const [first, ...others] = cities.indicators;
    const indicators = first ? [{ ...first, targets: {} }, ...others] : [];
    const weight = first?.weight ?? 0;
    const fewer = { ...desk, inputs: { ...desk.inputs, cities: { ...cities, indicators } } };
    expect(prose(bulletin(fewer, '2022Q3', 'city-bulletin'))).toContain(
      `由9项可比指标加权合成，权重合计${100 - weight}（另有权重${weight}的指标本期不具备条件，没有列入，综合得分最高${100 - weight}分）。`,
    );
  });

  it('gives the project rate that the project bulletin gives', () => {
    const projects = new Map(
      rowsOf(bulletin(desk, '2022Q3', 'project-bulletin'), 'project-cities').map((row) => [row[1], row[5]]),
    );
    const rows = rowsOf(bulletin(desk, '2022Q3', 'city-bulletin'), 'city-indicators');
    expect(rows).toHaveLength(12);
    for (const row of rows) expect([row[0], row[7]]).toEqual([row[0], projects.get(row[0])]);
  });

  it('prints no number from data without its origin', () => {
    const figures = figuresOf(bulletin(desk, '2022Q3', 'city-bulletin'));
    expect(figures.length).toBeGreaterThan(300);
    for (const { provenance } of figures) {
      if (provenance.kind === 'derived') expect(provenance.rule).not.toBe('');
      if (provenance.kind === 'count') expect(provenance.what).not.toBe('');
    }
  });
});
