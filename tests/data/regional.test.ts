/** data/2022: projects and cities agree with the units' quarterly returns, and hold what a year brings. */
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/base/chinese/format.ts';
import { readWorkspace } from '../../src/intake/workspace.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { buildCityLedger } from '../../src/ledger/cities/build.ts';
import { projectDisagreements } from '../../src/ledger/projects/agree.ts';
import { buildProjectLedger } from '../../src/ledger/projects/build.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { Ledger } from '../../src/model/ledger/ledger.ts';
import { lastMonth, monthOf, type Period, parsePeriod } from '../../src/model/period.ts';
import type { CityInputs } from '../../src/model/region/city.ts';
import type { ProjectInputs } from '../../src/model/region/project.ts';
import { folderEffects } from '../support/effects.ts';

const inputs = (await readWorkspace(folderEffects(), 2022, { projects: true, cities: true })).value as Inputs;
const projects = inputs.projects as ProjectInputs;
const cities = inputs.cities as CityInputs;
const QUARTERS = ['2022Q1', '2022Q2', '2022Q3', '2022Q4'].map((id) => parsePeriod(id) as Period);

/** What a unit's quarterly return says of a target or goal. */
function returned(period: Period, id: string): Figure {
  const values = inputs.submissions
    .filter((s) => s.period === period.id)
    .flatMap((s) => [...s.tasks, ...s.goals].flatMap((entry) => entry.values))
    .filter((value) => value.target === id);
  return values[0]?.figure as Figure;
}

describe.each(QUARTERS)('at the end of $id', (period) => {
  const { value: ledger } = buildProjectLedger(projects, lastMonth(period));
  const [industry, infrastructure] = ledger.kinds;

  it('the projects add up to the quarterly return, to the printed digit', () => {
    const pairs = [
      [industry?.summary.started, 'T017-1'],
      [industry?.summary.invested, 'T017-2'],
      [infrastructure?.summary.started, 'T018-1'],
      [infrastructure?.summary.invested, 'T018-2'],
    ] as const;
    for (const [figure, id] of pairs) {
      const said = returned(period, id);
      expect(`${id} ${formatNumber(figure as Figure)}${figure?.unit}`).toBe(
        `${id} ${formatNumber({ ...said, decimals: figure?.decimals ?? 0 })}${said.unit}`,
      );
      // Nothing hides behind the rounding.
      expect(figure?.value).toBe(said.value);
    }
  });

  it('no disagreement is told, and one is when there is one', () => {
    const units = buildLedger(inputs, period).value as Ledger;
    expect(projectDisagreements(ledger, units)).toEqual([]);
    const less = { ...projects, returns: projects.returns.filter((r) => r.city !== '鹰潭市') };
    const without = buildProjectLedger(less, lastMonth(period)).value;
    expect(projectDisagreements(without, units).map((d) => d.code)).toEqual(
      Array(4).fill('projectsDisagree'),
    );
  });

  it('the cities add up to the province', () => {
    const sum = (id: string): number =>
      cities.returns
        .filter((r) => r.period === period.id)
        .flatMap((r) => r.entries.filter((entry) => entry.id === id))
        .reduce((total, entry) => total + (entry.value?.value ?? 0), 0);
    const complete = cities.returns.filter((r) => r.period === period.id).length === 12;
    if (!complete) return expect(period.id).toBe('2022Q2');
    expect(sum('C05')).toBeCloseTo(returned(period, 'G10').value, 6);
    expect(sum('C06')).toBe(returned(period, 'G08').value);
    expect(sum('C01') / 10000).toBeCloseTo(returned(period, 'G01').value, 6);
  });
});

it('plans add up to the targets of the plan', () => {
  const { kinds } = buildProjectLedger(projects, monthOf(2022, 12)).value;
  expect(kinds.map((k) => [k.summary.count.value, k.summary.plan.value])).toEqual([
    [100, 650],
    [296, 500],
  ]);
  expect(new Set(projects.projects.map((p) => p.city)).size).toBe(12);
  expect(projects.projects.every((p) => p.owner.endsWith('（演示）'))).toBe(true);
  expect(new Set(projects.projects.map((p) => p.name)).size).toBe(396);
});

it('brings what a year brings', () => {
  const found = new Map<string, Set<number | string>>();
  for (let m = 1; m <= 12; m++) {
    for (const { check, subject } of buildProjectLedger(projects, monthOf(2022, m)).value.findings)
      found.set(check, (found.get(check) ?? new Set()).add(subject));
  }
  expect(Object.fromEntries([...found].map(([check, subjects]) => [check, subjects.size]))).toMatchObject({
    'project-stalled': expect.any(Number),
    'project-beyond-plan': expect.any(Number),
    'project-before-approval': 3,
    // Three fell, and their cities say why.
    'project-reduced': 3,
    'project-after-completion': 2,
    'project-late-start': expect.any(Number),
    'project-missing-return': 1,
  });
  const september = buildProjectLedger(projects, monthOf(2022, 9)).value;
  const falls = september.findings.filter((f) => f.check === 'project-reduced');
  const struck = september.projects
    .filter((r) => falls.some((f) => f.subject === r.project.code))
    .reduce((sum, r) => sum + (r.months.at(-1)?.entry?.month?.value ?? 0), 0);
  // “9月核减3个项目投资额1.2亿元” (省发改委, third quarter).
  expect(struck).toBe(-12000);
  expect(september.stalled.length).toBeGreaterThan(3);
});

it('ranks all cities, with the published targets of 鹰潭 marked as facts', () => {
  const context = { pace: inputs.rules.pace, checks: inputs.rules.checks, due: '2022-10-10', projects };
  const { value } = buildCityLedger(cities, QUARTERS[2] as Period, context);
  const ranks = value.cities.map((c) => c.rank.rank as number);
  expect([...ranks].sort((a, b) => a - b)[0]).toBe(1);
  expect(ranks).not.toContain(null);
  expect(value.cities.find((c) => c.city.name === '宜春市')?.late).toBe(true);
  const yingtan = value.cities.find((c) => c.city.name === '鹰潭市');
  const [scale, , stations] = yingtan?.indicators ?? [];
  expect(scale?.target).toMatchObject({ value: 450, unit: '亿元', provenance: { demo: false } });
  expect(stations?.target).toMatchObject({ value: 2600, provenance: { demo: false } });
  expect(
    value.cities
      .flatMap((c) => c.indicators)
      .filter((i) => i.target?.provenance.kind === 'data' && !i.target.provenance.demo),
  ).toHaveLength(2);
  // A city that did not report has no rank, and its project rate is there all the same.
  const second = buildCityLedger(cities, QUARTERS[1] as Period, context);
  const pingxiang = second.value.cities.find((c) => c.city.name === '萍乡市');
  expect(pingxiang).toMatchObject({ composite: null, rank: { rank: null } });
  expect(pingxiang?.indicators.find((i) => i.indicator.basis === 'projects')?.value?.unit).toBe('%');
});

it('lays section 三 upon the cities', () => {
  const owed = (id: string) => cities.duties.filter((duty) => duty.id === id).map((duty) => duty.city);
  expect(owed('R06')).toHaveLength(12);
  expect([owed('R07'), owed('R08')]).toEqual([['南昌市'], ['南昌市']]);
  expect(['R09', 'R10', 'R11', 'R12'].map(owed)).toEqual([['赣州市'], ['吉安市'], ['上饶市'], ['鹰潭市']]);
  expect(owed('R13').length).toBeGreaterThan(5);
});
