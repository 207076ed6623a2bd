/** Tables of the white paper against the ledger: of the book's golden they are but titles. */
import { expect, it } from 'vitest';
import { formatAmount, formatNumber } from '../../src/base/chinese/format.ts';
import { YEAR_TABLES } from '../../src/compose/tables/index.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { isYear, type YearLedger } from '../../src/model/ledger/ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import { compose } from '../../src/pipeline.ts';
import { folderEffects } from '../support/effects.ts';

const { subject } = await compose({ period: parseYear('2022年') as Year, only: [] }, folderEffects());
if (!subject || !isYear(subject)) throw new Error('no year');
const year: YearLedger = subject;
const places = year.cities?.cities ?? [];
const byPlace = places.toSorted((a, b) => (a.rank.rank ?? 99) - (b.rank.rank ?? 99));

const rows = (name: string, attributes: Record<string, string> = {}, of = year): string[][] =>
  (YEAR_TABLES[name]?.(of, attributes).body ?? []).map((row) =>
    row.map((cell) => cell.content.map(plainText).join('')),
  );

it('the largest projects are those in which most was invested, each with its own sums', () => {
  const projects = year.projects?.projects ?? [];
  const expected = projects
    .toSorted((a, b) => (b.invested?.value ?? 0) - (a.invested?.value ?? 0))
    .slice(0, 5)
    .map(({ project, invested }) => [
      project.code,
      project.city,
      ...[project.total, project.yearPlan, invested].map((amount) =>
        ((amount?.value ?? 0) / 10_000).toFixed(2),
      ),
    ]);
  const printed = rows('largest-projects', { count: '5' });
  expect(printed.map(([code, , city, , ...sums]) => [code, city, ...sums.slice(0, 3)])).toEqual(expected);
  expect(rows('largest-projects')).toHaveLength(20);
});

it('a place’s indicators have what it reported, its target, how far that is, its score and its place', () => {
  for (const { city, indicators } of places)
    expect(rows('one-city', { city: city.name })).toEqual(
      indicators.map(({ indicator, value, target, compared, score, rank }) => [
        indicator.name,
        value ? formatAmount(value) : '—',
        target ? formatAmount(target) : '—',
        indicator.basis !== 'level' && compared ? formatAmount(compared) : '',
        formatNumber(score),
        String(rank.rank),
      ]),
    );
});

it('the ranking of the year has all places by their place, with the scores that make it', () => {
  expect(rows('year-ranking')).toEqual(
    byPlace.map(({ city, rank, composite, indicators }) => [
      String(rank.rank),
      city.name,
      composite && formatNumber(composite),
      ...indicators.map(({ score }) => formatNumber(score)),
    ]),
  );
});

it('a track’s tasks stand under their units, with all that was planned and all that was reached', () => {
  for (const { track, tasks } of year.quarter.tracks) {
    const printed = rows('track-tasks', { track: String(track.no) });
    expect(printed.map(([no, name, unit]) => [no, name, unit])).toEqual(
      tasks.map(({ task, unit }) => [String(task.no), task.brief, unit]),
    );
    for (const [i, { targets }] of tasks.entries())
      for (const { target, value } of targets) {
        expect(printed[i]?.[3]).toContain(target.name);
        if (value && target.operator !== 'yesNo') expect(printed[i]?.[4]).toContain(formatAmount(value));
      }
  }
});

it('events are of the year, in the order of their days, one of each task: the furthest', () => {
  const dated = rows('events');
  const days = dated.map(([day = '']) => /^(\d+)月(\d+)日$/.exec(day)?.slice(1).map(Number) ?? []);
  const order = days.map(([month = 0, day = 0]) => month * 100 + day);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(order.length).toBeGreaterThan(10);
  const tasks = dated.map(([, , , task]) => task);
  expect(new Set(tasks).size).toBe(tasks.length);

  const one = year.quarter.tasks.find(({ milestone }) => (milestone?.proven.length ?? 0) > 1 && milestone);
  const [first, ...others] = one?.milestone?.proven ?? [];
  if (!one?.milestone || !first) throw new Error('no task of several stages');
  const proven = [first, ...others].map(({ stage, evidence }, i) => ({
    stage,
    evidence: { ...evidence, value: `2022年${i + 1}月3日通知` },
  }));
  const with_ = (evidence: typeof proven): YearLedger => ({
    ...year,
    quarter: {
      ...year.quarter,
      tasks: [
        { ...one, milestone: { ...one.milestone, proven: evidence } as NonNullable<typeof one.milestone> },
      ],
    },
  });
  const last = proven.at(-1);
  const [row, ...more] = rows('events', {}, with_(proven));
  expect([row?.[0], more]).toEqual([`${proven.length}月3日`, []]);
  expect(row?.[1]).toContain(one.milestone.nodes[(last?.stage ?? 1) - 1]?.stage);
  // Of another year's evidence there is no day of this one.
  const old = proven.map((each) => ({ ...each, evidence: { ...each.evidence, value: '2021年3月3日通知' } }));
  expect(rows('events', {}, with_(old))).toEqual([]);
});

it('each unit’s documents stand together in the order of their numbers, and all that one proof names', () => {
  const issued = rows('issued-documents').slice(1);
  const parts = issued.map(([number = '', , by = '']) => {
    const [, code = '', serial = ''] = /^(.+?)〔\d{4}〕(\d+)号$/.exec(number) ?? [];
    return { by, code, serial: Number(serial) };
  });
  expect(parts.length).toBeGreaterThan(20);
  for (const [i, { by, code, serial }] of parts.entries()) {
    const before = parts[i - 1];
    if (before?.by === by && before.code === code) expect(serial).toBeGreaterThanOrEqual(before.serial);
    if (before?.by !== by) expect(parts.slice(0, i).map((one) => one.by)).not.toContain(by);
  }
  const [city, ...others] = places;
  const duty = city?.duties.find(({ milestone }) => (milestone?.proven.length ?? 0) > 0);
  if (!city || !duty?.milestone) throw new Error('no duty with a proof');
  const proven = duty.milestone.proven.map((one) => ({
    ...one,
    evidence: { ...one.evidence, value: '洪府办发〔2022〕49号、洪府办发〔2022〕7号和洪府办发〔2022〕8号' },
  }));
  const two = { ...duty, milestone: { ...duty.milestone, proven } };
  const cities = year.cities && {
    ...year.cities,
    cities: [{ ...city, duties: [two] }, ...others],
  };
  const own = rows('issued-documents', {}, { ...year, cities }).filter(([, , by]) => by === city.city.name);
  expect(own.map(([number]) => number)).toEqual([
    '洪府办发〔2022〕7号',
    '洪府办发〔2022〕8号',
    '洪府办发〔2022〕49号',
  ]);
});
