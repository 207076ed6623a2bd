/** Numbers of the project bulletins against a reckoning that knows nothing but the returns. */
import { describe, expect, it } from 'vitest';
import { bulletin, openDesk, prose, rowsOf } from '../support/bulletins.ts';
import { investedIn, placeOf, projectsAt, rateOf, total, yi } from '../support/returns-csv.ts';

const desk = await openDesk();

/** City → rate and place. */
function ranking(month: number): Map<string, { rate: string; place: number }> {
  const projects = projectsAt(month);
  const cities = [...new Set(projects.map(({ city }) => city))];
  const rates = cities.map((city) => rateOf(projects.filter((project) => project.city === city)));
  const values = rates.map(Number);
  return new Map(
    cities.map((city, i) => [city, { rate: rates[i] ?? '', place: placeOf(values[i] ?? 0, values) }]),
  );
}

const moved = (now: number, before: number | undefined): string =>
  before === undefined
    ? ''
    : now === before
      ? '持平'
      : now < before
        ? `升${before - now}位`
        : `降${now - before}位`;

describe('what the project bulletins say', () => {
  it.each([1, 2, 3, 4])('of quarter %i is what the returns add up to', (quarter) => {
    const projects = projectsAt(quarter * 3);
    const before = projectsAt(quarter * 3 - 3);
    const document = bulletin(desk, `2022Q${quarter}`, 'project-bulletin');
    const expected = ['重点产业', '新基建', ''].map((kind) => {
      const own = projects.filter((project) => kind === '' || project.kind === kind);
      const earlier = quarter === 1 ? [] : before.filter((p) => kind === '' || p.kind === kind);
      return [
        kind || '合计',
        String(own.length),
        yi(total(own, 'plan')),
        yi(total(own, 'invested')),
        yi(total(own, 'invested') - total(earlier, 'invested')),
        rateOf(own),
        String(own.filter(({ started }) => started).length),
        String(own.filter(({ completed }) => completed).length),
      ];
    });
    const printed = rowsOf(document, 'project-kinds').map((row) => row.filter((_, i) => i !== 6));
    expect(printed).toEqual(expected);
    expect(prose(document)).toContain(`累计完成投资${yi(total(projects, 'invested'))}亿元`);
  });

  it.each([1, 2, 3, 4])('of quarter %i ranks the cities as the returns do', (quarter) => {
    const now = ranking(quarter * 3);
    const before = quarter === 1 ? undefined : ranking(quarter * 3 - 3);
    const rows = rowsOf(bulletin(desk, `2022Q${quarter}`, 'project-bulletin'), 'project-cities').slice(0, -1);
    expect(rows).toHaveLength(12);
    for (const row of rows) {
      const city = row[1] ?? '';
      expect([city, Number.parseInt(row[0] ?? '', 10), row[5]]).toEqual([
        city,
        now.get(city)?.place,
        now.get(city)?.rate,
      ]);
      if (before)
        expect([city, row[8]]).toEqual([city, moved(now.get(city)?.place ?? 0, before.get(city)?.place)]);
    }
    const places = rows.map((row) => Number.parseInt(row[0] ?? '', 10));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each([1, 5, 8, 9, 12])('of month %i is what the returns add up to', (month) => {
    const id = `2022-${String(month).padStart(2, '0')}`;
    const document = bulletin(desk, id, 'monthly-bulletin');
    expect(prose(document)).toContain(`全省数字经济重点项目完成投资${yi(investedIn(month))}亿元`);
    const before = month === 1 ? undefined : ranking(month - 1);
    const now = ranking(month);
    for (const row of rowsOf(document, 'project-cities').slice(0, -1)) {
      const city = row[1] ?? '';
      expect([city, row[5]]).toEqual([city, now.get(city)?.rate]);
      if (before)
        expect([city, row[8]]).toEqual([city, moved(now.get(city)?.place ?? 0, before.get(city)?.place)]);
    }
  });
});
