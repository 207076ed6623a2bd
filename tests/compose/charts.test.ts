/** Charts of the demonstration data against the ledger: every bar says what its name and its series say it does. */
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/base/chinese/format.ts';
import { groupBy } from '../../src/base/group.ts';
import { CHARTS, PROJECT_CHARTS, YEAR_CHARTS } from '../../src/compose/charts/index.ts';
import type { View } from '../../src/compose/engine/value.ts';
import { yearView } from '../../src/compose/views/year.ts';
import type { Chart } from '../../src/model/document/chart.ts';
import { isYear, type Ledger, type MonthLedger, type YearLedger } from '../../src/model/ledger/ledger.ts';
import type { ProjectLedger } from '../../src/model/ledger/project-ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import { isLaggingStatus, STATUS_FACES, STATUSES } from '../../src/model/status.ts';
import { compose } from '../../src/pipeline.ts';
import { openDesk, subjectOf } from '../support/bulletins.ts';
import { folderEffects } from '../support/effects.ts';

const desk = await openDesk();
const QUARTERS = ['2022Q2', '2022Q3', '2022Q4'];
const ledger = (id: string): Ledger => subjectOf(desk, id) as Ledger;
const { subject } = await compose({ period: parseYear('2022年') as Year, only: [] }, folderEffects());
if (!subject || !isYear(subject)) throw new Error('no year');
const year: YearLedger = subject;
const ofYear = year.projects as ProjectLedger;

/** Rows of a chart: the category, then the value of each series. */
const rows = ({ categories, series }: Chart): [string, ...(number | null)[]][] =>
  categories.map((name, i) => [name, ...series.map(({ points }) => points[i]?.value ?? null)]);
const names = ({ series }: Chart): string[] => series.map(({ name }) => name);
const quarterly = (name: string, id: string): Chart =>
  (CHARTS[name] as (typeof CHARTS)[string])(ledger(id), {}).chart;
const projects = (name: string, of: ProjectLedger): Chart =>
  (PROJECT_CHARTS[name] as (typeof PROJECT_CHARTS)[string])(of, {}).chart;
const yearly = (name: string, attributes: Record<string, string> = {}): Chart =>
  (YEAR_CHARTS[name] as (typeof YEAR_CHARTS)[string])(year, attributes).chart;
/** 亿元 of an amount in 亿元 or 万元. */
const yi = ({ value, unit }: { value: number; unit: string }): number =>
  unit === '万元' ? value / 10_000 : value;
const ledgers = [
  ...QUARTERS.map((id) => ledger(id).projects),
  (subjectOf(desk, '2022-08') as MonthLedger).projects,
] as ProjectLedger[];

it('a label says the value of its mark, with the digits of its figure, in every chart', () => {
  const all = [
    ...QUARTERS.flatMap((id) => Object.values(CHARTS).map((make) => make(ledger(id), {}))),
    ...ledgers.flatMap((one) => Object.values(PROJECT_CHARTS).map((make) => make(one, {}))),
    ...Object.values(YEAR_CHARTS).map((make) => make(year, { city: '南昌市' })),
  ];
  const labels = all.flatMap(({ chart }) =>
    [...chart.series, ...('lines' in chart ? chart.lines : [])].flatMap(({ points }) => points),
  );
  expect(labels.filter(({ label }) => label !== '').length).toBeGreaterThan(500);
  for (const { value, label, figure } of labels) {
    if (figure) expect(figure.value).toBe(value);
    if (label !== '') expect(label.replace('+', '')).toBe(figure && formatNumber(figure));
  }
});

describe.each(QUARTERS)('charts of %s', (id) => {
  const { tasks, tracks, goals, countsByQuarter, cities } = ledger(id);

  it('count every task once, under its own status and its own track, unit and quarter', () => {
    const word = (status: (typeof STATUSES)[number]): string => STATUS_FACES[status].word;
    const byQuarter = quarterly('status-by-quarter', id);
    expect(names(byQuarter)).toEqual(
      STATUSES.filter((status) => countsByQuarter.some((counts) => counts[status] > 0)).map(word),
    );
    expect(rows(byQuarter)).toEqual(
      countsByQuarter.map((counts, i) => [
        ['一季度末', '二季度末', '三季度末', '四季度末'][i],
        ...names(byQuarter).map((name) => counts[STATUSES.find((status) => word(status) === name) ?? 'done']),
      ]),
    );
    const ofTrack = quarterly('track-status', id);
    expect(rows(ofTrack)).toEqual(
      tracks.map((track) => [
        track.track.shortName,
        ...names(ofTrack).map((name) => track.tasks.filter(({ status }) => word(status) === name).length),
      ]),
    );
    expect(
      rows(ofTrack)
        .flatMap(([, ...counts]) => counts)
        .reduce<number>((sum, n) => sum + (n ?? 0), 0),
    ).toBe(tasks.length);
    for (const chart of [byQuarter, ofTrack])
      for (const { name, tone } of chart.series) expect(STATUS_FACES[tone as 'done'].word).toBe(name);
  });

  it('show the units with lagging tasks, those with most first', () => {
    const chart = quarterly('unit-lagging', id);
    const lagging = tasks.filter(({ status }) => isLaggingStatus(status));
    const sums = rows(chart).map(([, ...counts]) => counts.reduce<number>((sum, n) => sum + (n ?? 0), 0));
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
    expect(Object.fromEntries(chart.categories.map((unit, i) => [unit, sums[i]]))).toEqual(
      Object.fromEntries([...groupBy(lagging, ({ unit }) => unit)].map(([unit, own]) => [unit, own.length])),
    );
    for (const [unit, ...counts] of rows(chart))
      expect(counts).toEqual(
        names(chart).map(
          (name) =>
            lagging.filter((task) => task.unit === unit && STATUS_FACES[task.status].word === name).length,
        ),
      );
  });

  it('show each goal’s rate beside the pace that it is held to, the furthest first', () => {
    const chart = quarterly('goal-rates', id);
    expect(names(chart)).toEqual(['完成率', '序时进度']);
    const rated = goals.filter(({ target }) => target?.rate && target.expected);
    expect(new Set(rows(chart))).toEqual(
      new Set(rated.map(({ goal, target }) => [goal.name, target?.rate?.value, target?.expected?.value])),
    );
    const rates = rows(chart).map(([, rate]) => rate ?? 0);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  });

  it('show of each track what is fine among what can be judged, then and now', () => {
    const chart = quarterly('track-change', id);
    expect(names(chart)).toEqual(['上季度末', '本季度末']);
    const fine = ['done', 'ahead', 'onPace'];
    const share = (statuses: (string | null)[]): number => {
      const judged = statuses.filter((status) => status !== 'notReported' && status !== 'toVerify');
      return (100 * judged.filter((status) => fine.includes(status ?? '')).length) / judged.length;
    };
    for (const [name, before, now] of rows(chart)) {
      const own = tracks.find(({ track }) => track.shortName === name)?.tasks ?? [];
      expect(Math.abs((now ?? 0) - share(own.map(({ status }) => status)))).toBeLessThanOrEqual(0.0501);
      expect(Math.abs((before ?? 0) - share(own.map((task) => task.previousStatus)))).toBeLessThanOrEqual(
        0.0501,
      );
    }
    const shown = tracks.filter(({ tasks: own }) => !Number.isNaN(share(own.map(({ status }) => status))));
    expect(chart.categories.length).toBeLessThanOrEqual(shown.length);
    expect(chart.categories.length).toBeGreaterThan(10);
  });

  it('rank the places by their scores', () => {
    const scores = (cities?.cities ?? []).flatMap(({ city, composite }) =>
      composite ? [[city.name, composite.value]] : [],
    );
    expect(rows(quarterly('city-scores', id))).toEqual(
      scores.toSorted(([, a], [, b]) => Number(b) - Number(a)),
    );
  });
});

describe('charts of key projects', () => {
  it.each(ledgers.map((one) => [one.month.id, one] as const))(
    'of %s add up to what was invested, by month and kind',
    (_, one) => {
      const months = projects('project-months', one);
      expect(names(months)).toEqual(one.kinds.map(({ kind }) => kind));
      expect(months.categories).toEqual(one.all.byMonth.map(({ month }) => `${month.month}月`));
      for (const [i, [, ...kinds]] of rows(months).entries()) {
        const all = one.all.byMonth[i]?.summary.monthInvested;
        expect(kinds.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBeCloseTo(all ? yi(all) : NaN, 6);
      }
      const pace = projects('project-pace', one);
      expect(names(pace)).toEqual([...one.kinds.map(({ kind }) => kind), '序时进度']);
      expect(rows(pace).at(-1)?.slice(1)).toEqual([
        ...one.kinds.map(({ summary }) => summary.rate?.value),
        one.all.summary.expected.value,
      ]);
      for (const { points } of pace.series.slice(0, -1))
        expect(points.filter(({ label }) => label !== '')).toEqual([points.at(-1)]);
      const cities = projects('project-cities', one);
      const rates = one.all.cities.map(
        ({ city, summary }) => [city, summary.rate?.value ?? null, summary.expected.value] as const,
      );
      expect(rows(cities)).toEqual(rates.toSorted((a, b) => (b[1] ?? 0) - (a[1] ?? 0)));
    },
  );

  it('of the year give each kind and each field its sum, on whichever side of the bands or area of the map it stands', () => {
    const flow = yearly('year-project-flow');
    const sums = flow.series.map(({ points }) => points.reduce((sum, { value }) => sum + (value ?? 0), 0));
    for (const [i, { name, summary }] of ofYear.kinds.entries()) {
      expect(names(flow)[i]).toBe(name);
      expect(sums[i]).toBeCloseTo(yi(summary.invested), 6);
    }
    const fields = new Map(ofYear.all.categories.map(({ name, summary }) => [name, yi(summary.invested)]));
    for (const [name, ...parts] of rows(flow))
      expect(parts.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBeCloseTo(fields.get(name) ?? NaN, 6);
    const map = yearly('year-project-fields');
    expect(map.categories.toSorted()).toEqual([...fields.keys()].toSorted());
    for (const [name, value] of rows(map)) expect(value).toBeCloseTo(fields.get(name) ?? NaN, 6);
  });

  it('of the year show each month and place beside its plan', () => {
    const months = yearly('year-project-months');
    if (months.kind !== 'combo') throw new Error(months.kind);
    const { byMonth, cities } = ofYear.all;
    expect(months.categories).toEqual(byMonth.map(({ month }) => `${month.month}月`));
    expect(rows(months).map(([, amount]) => amount)).toEqual(
      byMonth.map(({ summary }) => summary.monthInvested && yi(summary.monthInvested)),
    );
    expect(months.lines[0]?.points.map(({ value }) => value)).toEqual(
      byMonth.map(({ summary }) => summary.rate?.value),
    );
    const places = yearly('year-project-cities');
    expect(names(places)).toEqual(['年内完成投资', '年度计划投资']);
    expect(rows(places)).toEqual(
      cities.map(({ city, summary }) => [city, yi(summary.invested), yi(summary.plan)]),
    );
  });

  it('of a field that has projects of two kinds tell one sum, and so does the sentence beside the map', () => {
    const [first, second] = ofYear.kinds;
    const [a, b] = [first?.categories[0], second?.categories[0]];
    if (!a || !b) throw new Error('no fields');
    const one = <T extends { name: string }>(field: T): T =>
      field.name === b.name ? { ...field, name: a.name } : field;
    const sum = yi(a.summary.invested) + yi(b.summary.invested);
    const kinds = ofYear.kinds.map((kind) => ({ ...kind, categories: kind.categories.map(one) }));
    const summary = { ...a.summary, invested: { ...a.summary.invested, value: sum } };
    const categories = [
      { name: a.name, summary },
      ...ofYear.all.categories.filter(({ name }) => name !== a.name && name !== b.name),
    ];
    const view = yearView({ ...year, projects: { ...ofYear, kinds, all: { ...ofYear.all, categories } } });
    const told = ((view['项目'] as View)['领域前列'] as View[]).map((field) => field['名称']);
    expect(told).toHaveLength(3);
    expect(new Set(told).size).toBe(3);
  });
});

describe('charts of a year’s goals and tracks', () => {
  it('show each goal’s rate against the whole of its target, but for those far beyond it', () => {
    const chart = yearly('goal-bullets');
    const rated = year.quarter.goals.flatMap(({ goal, target }) =>
      target?.rate ? [[goal.name, target.rate.value] as const] : [],
    );
    expect(rows(chart)).toEqual(
      rated.filter(([, rate]) => rate <= 160).map(([name, rate]) => [name, rate, 100]),
    );
    expect(names(chart)).toEqual(['完成率', '年度目标']);
  });

  it('show which share of all its tasks each track has done', () => {
    for (const [name, share] of rows(yearly('track-rates'))) {
      const own = year.quarter.tracks.find(({ track }) => track.shortName === name)?.tasks ?? [];
      const done = (100 * own.filter(({ status }) => status === 'done').length) / own.length;
      expect(Math.abs((share ?? 0) - done)).toBeLessThanOrEqual(0.0501);
    }
    expect(yearly('track-rates').categories).toEqual(year.quarter.tracks.map(({ track }) => track.shortName));
  });

  it('draw each place’s web of its own scores', () => {
    for (const { city, indicators } of year.cities?.cities ?? []) {
      const chart = yearly('city-profile', { city: city.name });
      expect(names(chart)).toEqual([city.name, '各地平均']);
      expect(rows(chart).map(([, own]) => own)).toEqual(indicators.map(({ score }) => score.value));
    }
  });
});
