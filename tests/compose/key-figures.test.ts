/** Boxes over the papers, and tables of places, of next quarter and of data, at the edges that the demonstration data has none of. */
import { describe, expect, it } from 'vitest';
import { KEY_FIGURES, PROJECT_KEY_FIGURES } from '../../src/compose/key-figures/index.ts';
import { TABLES, YEAR_TABLES } from '../../src/compose/tables/index.ts';
import type { KeyFiguresBlock } from '../../src/model/document/document.ts';
import { plainText } from '../../src/model/document/inline.ts';
import { isYear, type Ledger } from '../../src/model/ledger/ledger.ts';
import type { CityProjects, ProjectLedger } from '../../src/model/ledger/project-ledger.ts';
import { parseYear, type Year } from '../../src/model/period.ts';
import type { Status } from '../../src/model/status.ts';
import { compose } from '../../src/pipeline.ts';
import { openDesk, subjectOf } from '../support/bulletins.ts';
import { folderEffects } from '../support/effects.ts';

const desk = await openDesk();
const third = subjectOf(desk, '2022Q3') as Ledger;
const fourth = subjectOf(desk, '2022Q4') as Ledger;

const boxes = (items: KeyFiguresBlock['items'] = []): Record<string, string> =>
  Object.fromEntries(
    items.map(({ label, value, detail }) => [plainText(label), `${plainText(value)}/${plainText(detail)}`]),
  );
const boxesOf = (name: string, ledger: Ledger): Record<string, string> => boxes(KEY_FIGURES[name]?.(ledger));
const rows = (name: string, ledger: Ledger): string[][] =>
  (TABLES[name]?.(ledger, {}, null)?.body ?? []).map((row) =>
    row.map((cell) => cell.content.map(plainText).join('')),
  );

/** A place whose investment is not behind its pace. */
const noneBehind = (place: CityProjects): CityProjects => {
  const { gap } = place.summary;
  return { ...place, summary: { ...place.summary, gap: gap && { ...gap, value: 1 } } };
};

/** The goals that have numbers, with these statuses; the others are done. */
function withGoals(ledger: Ledger, ...statuses: Status[]): Ledger {
  let at = -1;
  const goals = ledger.goals.map((record) => {
    if (!record.target || !record.status) return record;
    at += 1;
    return { ...record, status: statuses[at] ?? ('done' as const) };
  });
  return { ...ledger, goals };
}

describe('the box on the goals at the end of the year', () => {
  it('says that one is not done, and that all are only when all are', () => {
    const detail = (...statuses: Status[]) =>
      boxesOf('brief', withGoals(fourth, ...statuses))['已完成年度目标'];
    expect(detail('behind')).toBe('14项/未完成1项');
    expect(detail()).toBe('15项/全部完成');
    expect(detail('notReported')).toBe('14项/共15项\n无法评定1项');
  });
});

describe('the box on investment', () => {
  const projects = fourth.projects as ProjectLedger;
  const { all } = projects;
  const of = (ledger: Ledger, changed: Partial<ProjectLedger['all']>): string | undefined =>
    boxesOf('brief', { ...ledger, projects: { ...projects, all: { ...all, ...changed } } })['项目投资完成率'];

  it('is not there where nothing is planned', () => {
    expect(of(fourth, { summary: { ...all.summary, rate: null } })).toBeUndefined();
  });

  it('counts at the end of the year no place that has done what it planned', () => {
    const done = all.cities.map(noneBehind);
    expect(of(fourth, { cities: done })).toMatch(/\/各地均完成计划$/);
  });
});

it('the box on places that lag says 完成 where the whole year is asked for, and 达到 before', () => {
  const detail = (projects: ProjectLedger, label: string, several: boolean): string | undefined => {
    const { all } = projects;
    const fine = all.cities.map(noneBehind);
    const changed = { ...projects, all: { ...all, cities: several ? fine : fine.slice(0, 1) } };
    return boxes(PROJECT_KEY_FIGURES['projects']?.(changed))[label];
  };
  const [now, end] = [third.projects as ProjectLedger, fourth.projects as ProjectLedger];
  expect(detail(now, '慢于序时的地方', true)).toBe('0个/各地均达到');
  expect(detail(end, '未完成计划的地方', true)).toBe('0个/各地均完成');
  expect(detail(end, '未完成计划的地方', false)).toBe('0个/已完成');
});

it('below the number of lagging tasks it is said of none only that it was not judged so where some lag', () => {
  const detail = (counts: Partial<Ledger['counts']>): string | undefined => {
    const none = { farBehind: 0, notStarted: 0, behind: 0, notReported: 0, toVerify: 0 };
    return boxesOf('brief', { ...third, counts: { ...third.counts, ...none, ...counts } })['滞后和未启动'];
  };
  expect(detail({ notReported: 1 })).toMatch(/没有评定为滞后的$/);
  expect(detail({ notReported: 1, behind: 2 })).toMatch(/没有严重滞后的$/);
});

it('of what can’t be judged only what there is is named', () => {
  const told = (notReported: number, toVerify: number): string | undefined =>
    boxesOf('overview', { ...third, counts: { ...third.counts, notReported, toVerify } })['未报送和待核实'];
  expect(told(0, 2)).toBe('2项/待核实2项');
  expect(told(3, 2)).toBe('5项/未报送3项');
  expect(told(0, 0)).toBe('0项/全部可以评定');
});

describe('of the places', () => {
  const cities = third.cities?.cities ?? [];
  const ledger = (changed: typeof cities, of = third): Ledger => ({
    ...of,
    cities: of.cities && { ...of.cities, cities: changed },
  });

  it('one alone in the ranking is the first, and not the last too', () => {
    const one = cities.map((city) =>
      city.rank.rank === 1 ? city : { ...city, composite: null, rank: { ...city.rank, rank: null } },
    );
    const told = boxesOf('cities', ledger(one));
    expect(told['综合排名第一']).toMatch(/^新余市/);
    expect(told['综合排名末位']).toMatch(/^—/);
  });

  it('one that has returned nothing on a duty is not told as silent', () => {
    const wordless = cities.map((city) => ({
      ...city,
      duties: city.duties.map((duty) => ({ ...duty, progress: null })),
    }));
    const ends = (of: typeof cities): (string | undefined)[] =>
      rows('city-duties', ledger(of)).map((row) => row.at(-1));
    expect(ends(wordless)).not.toContain('未报送');
    expect(ends(wordless.map((city) => ({ ...city, receivedAt: null })))).toContain('未报送');
  });

  it('so few that all are among the first three count fewer places, and one alone none', () => {
    const heads = (n: number): string[] =>
      (TABLES['city-ranking']?.(ledger(cities.slice(0, n)), {}, null)?.head?.[0] ?? [])
        .map((cell) => cell.content.map(plainText).join(''))
        .filter((head) => head.endsWith('的指标'));
    expect(heads(6)).toEqual(['居前三的指标', '居后三的指标']);
    expect(heads(4)).toEqual(['居前二的指标', '居后二的指标']);
    expect(heads(3)).toEqual(['居首位的指标', '居末位的指标']);
    expect(heads(1)).toEqual([]);
    const notes = TABLES['city-ranking']?.(ledger(cities.slice(0, 4)), {}, null)?.notes ?? [];
    expect(notes.map(plainText).join('')).toContain('“居后二”为单项排名最后两个地方');
  });

  it('what is on its way at the end of the year has its column', () => {
    const heads = (status: Status): string => {
      const changed = (fourth.cities?.cities ?? []).map((city) => ({
        ...city,
        duties: city.duties.map((duty) => ({ ...duty, status })),
      }));
      const { head = [] } = TABLES['city-duty-summary']?.(ledger(changed, fourth), {}, null) ?? {};
      return (head[0] ?? []).map((cell) => cell.content.map(plainText).join('')).join('|');
    };
    expect(heads('onPace')).toContain('达到序时或超前');
    expect(heads('done')).not.toContain('达到序时');
  });
});

it('a task that is to keep its pace has no row for what it has reached', () => {
  const numbers = rows('keep-pace', third).map(([no]) => no);
  const twice = numbers.find((no, i) => numbers.indexOf(no) < i);
  const at = third.tasks.findIndex(({ task: { no } }) => String(no) === twice);
  const task = third.tasks[at];
  if (!task) throw new Error('no task');
  const of = (statuses: Status[]): number => {
    const targets = task.targets.map((record, i) => ({ ...record, status: statuses[i] ?? record.status }));
    const tasks = third.tasks.map((one, i) => (i === at ? { ...task, targets } : one));
    return rows('keep-pace', { ...third, tasks }).filter(([no]) => no === String(task.task.no)).length;
  };
  expect(of(['done'])).toBe(of([]) - 1);
});

it('definitions and sources that nothing of the book uses are not printed', async () => {
  const { subject } = await compose({ period: parseYear('2022年') as Year, only: [] }, folderEffects());
  if (!subject || !isYear(subject)) throw new Error('no year');
  const { statistics } = subject;
  const [definition] = statistics.definitions;
  const [source] = statistics.sources;
  if (!definition || !source) throw new Error('no statistics');
  const more = {
    ...subject,
    statistics: {
      ...statistics,
      definitions: [...statistics.definitions, { ...definition, id: 'unused', name: '不用的口径' }],
      sources: [...statistics.sources, { ...source, id: 'unused' }],
    },
  };
  for (const name of ['definitions', 'statistic-sources']) {
    const before = YEAR_TABLES[name]?.(subject, {}).body.length;
    expect(before).toBeGreaterThan(0);
    expect(YEAR_TABLES[name]?.(more, {}).body).toHaveLength(before ?? 0);
  }
});
