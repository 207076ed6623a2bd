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

describe('of the goals the numbers in a box add up to all of them, and nothing is said of none', () => {
  const cases: [quarter: Ledger, Status[], overview: string, brief: string][] = [
    [third, [], '年度目标达到序时 15项/量化目标15项，无滞后', '达到序时的目标 15项/共15项，无滞后'],
    [third, ['behind'], '年度目标达到序时 14项/量化目标15项，滞后1项', '达到序时的目标 14项/共15项，滞后1项'],
    [
      third,
      ['notReported'],
      '年度目标达到序时 14项/共15项，无法评定1项',
      '达到序时的目标 14项/共15项\n无法评定1项',
    ],
    [
      third,
      ['behind', 'toVerify'],
      '年度目标达到序时 13项/滞后1项，无法评定1项',
      '达到序时的目标 13项/滞后1项\n无法评定1项',
    ],
    [
      third,
      ['onPace', 'farBehind', 'behind'],
      '年度目标达到序时 13项/量化目标15项，滞后2项',
      '达到序时的目标 13项/共15项，滞后2项',
    ],
    [fourth, [], '年度目标完成 15项/量化目标15项\n全部完成', '已完成年度目标 15项/全部完成'],
    [fourth, ['behind'], '年度目标完成 14项/量化目标15项，未完成1项', '已完成年度目标 14项/未完成1项'],
    [fourth, ['onPace'], '年度目标完成 14项/无未完成，未到期1项', '已完成年度目标 14项/无未完成\n未到期1项'],
    [
      fourth,
      ['notReported'],
      '年度目标完成 14项/共15项，无法评定1项',
      '已完成年度目标 14项/共15项\n无法评定1项',
    ],
    [
      fourth,
      ['behind', 'onPace', 'notReported'],
      '年度目标完成 12项/未完成1项，未到期1项，无法评定1项',
      '已完成年度目标 12项/未完成1项\n未到期1项\n无法评定1项',
    ],
  ];
  it.each(cases)('%#', (ledger, statuses, first, leaders) => {
    const of = withGoals(ledger, ...statuses);
    const [inOverview, inBrief] = ['overview', 'brief'].map((name) => Object.entries(boxesOf(name, of)));
    const told = (all: [string, string][] = []): string =>
      all.flatMap(([label, words]) => (label.includes('目标') ? [`${label} ${words}`] : [])).join();
    expect([told(inOverview), told(inBrief)]).toEqual([first, leaders]);
  });

  it('a plan without goals has no box for them', () => {
    const labels = ['overview', 'brief'].flatMap((name) =>
      Object.keys(boxesOf(name, { ...third, goals: [] })),
    );
    expect(labels).toHaveLength(3 + 4);
    expect(labels.join()).not.toContain('目标');
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

it('the box on investment tells of projects that nobody reported only where none stalls', () => {
  const projects = third.projects as ProjectLedger;
  const { all } = projects;
  const told = (stalled: number, unknown: number): string | undefined => {
    const { summary } = all;
    const changed = {
      ...summary,
      stalled: { ...summary.stalled, value: stalled },
      unknown: { ...summary.unknown, value: unknown },
    };
    return boxesOf('brief', { ...third, projects: { ...projects, all: { ...all, summary: changed } } })[
      '项目投资完成率'
    ]?.replace(/^.*\//, '');
  };
  expect([told(3, 2), told(0, 2), told(0, 0)]).toEqual(['停滞项目3个', '未报送项目2个', '没有停滞项目']);
});

it('the boxes over a bulletin on projects say what there is none of', () => {
  const projects = third.projects as ProjectLedger;
  const { all } = projects;
  const told = (completed: number, unknown: number): (string | undefined)[] => {
    const { summary } = all;
    const changed = {
      ...summary,
      completed: { ...summary.completed, value: completed },
      unknown: { ...summary.unknown, value: unknown },
    };
    const none = { ...projects, stalled: [], overdueStarts: [], all: { ...all, summary: changed } };
    const { 已开工项目: started, 停滞和未按期开工: stuck } = boxes(PROJECT_KEY_FIGURES['projects']?.(none));
    return [started?.replace(/^.*，/, ''), stuck];
  };
  expect(told(4, 2)).toEqual(['其中竣工4个', '0个/未报送项目2个']);
  expect(told(0, 0)).toEqual(['尚无竣工', '0个/没有此类项目']);
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
  expect(detail({ notReported: 1, toVerify: 1 })).toMatch(/没有评定为滞后的$/);
  expect(detail({})).toMatch(/没有严重滞后的$/);
});

it('of what can’t be judged only what there is is named', () => {
  const told = (notReported: number, toVerify: number): string | undefined =>
    boxesOf('overview', { ...third, counts: { ...third.counts, notReported, toVerify } })['未报送和待核实'];
  expect(told(0, 2)).toBe('2项/待核实2项');
  expect(told(3, 2)).toBe('5项/未报送3项');
  expect(told(0, 0)).toBe('0项/全部可以评定');
});

it('of tasks none of which is done it is not said how many of them are', () => {
  const told = (done: number): string | undefined =>
    boxesOf('overview', { ...third, counts: { ...third.counts, done } })['达到序时进度及以上'];
  expect([told(5), told(0)]).toEqual(['66项/其中已完成5项', '66项/全部任务97项']);
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

  it('of which none is ranked are told by whether any has reported', () => {
    const none = cities.map((city) => ({ ...city, composite: null, rank: { ...city.rank, rank: null } }));
    const told = (of: typeof cities): string | undefined => boxesOf('cities', ledger(of))['综合排名第一'];
    expect(told(none)).toBe('—/没有排名');
    expect(told(none.map((city) => ({ ...city, receivedAt: null })))).toBe('—/没有报送');
  });

  it('duties have a box where there are any, and of none that lags no nought', () => {
    const label = '计划明确事项办结';
    const done = cities.map((city) => ({
      ...city,
      duties: city.duties.map((duty) => ({ ...duty, status: 'done' as const })),
    }));
    expect(boxesOf('cities', ledger(done))[label]).toBe('27项/共27项，没有滞后和未启动的');
    const without = cities.map((city) => ({ ...city, duties: [] }));
    expect(Object.keys(boxesOf('cities', ledger(without)))).not.toContain(label);
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
