/** Composite ranking of cities, scores and duties, on small made-up cases. */
import { describe, expect, it } from 'vitest';
import { buildCityLedger } from '../../src/ledger/cities/build.ts';
import { cityGate } from '../../src/ledger/cities/gate.ts';
import { comparedFigure, composite, scores } from '../../src/ledger/cities/score.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { CityEntry, CityInputs, CityReturn, Indicator } from '../../src/model/region/city.ts';
import type { Acknowledgement } from '../../src/model/returns/acknowledgement.ts';
import { NODES, period, RULES } from './helper.ts';

const at = { file: 'f.csv', line: 3 };
const figure = (value: number, unit = '%'): Figure => ({
  value,
  unit,
  decimals: 1,
  qualifier: '',
  provenance: {
    kind: 'submission',
    at,
    unit: '甲市',
    receivedAt: '2022-04-03',
    raw: `${value}`,
    demo: false,
  },
});

const target = (value: number) => ({ value, source: '文件', demo: false });
const INDICATORS: Indicator[] = [
  { id: 'C01', name: '增速', unit: '%', kind: 'growth', basis: 'level', weight: 60, targets: {} },
  {
    id: 'C02',
    name: '上云企业',
    unit: '家',
    kind: 'cumulative',
    basis: 'completion',
    weight: 40,
    targets: { 甲市: target(100), 乙市: target(200), 丙市: target(50) },
  },
];
const RANKING = { floor: 60, cap: 120, explanation: [] };

interface Row {
  growth?: number;
  firms?: number;
  stage?: string;
  evidence?: string;
}

function returned(city: string, periodId: string, row: Row, receivedAt = '2022-04-05'): CityReturn {
  const entry = (id: string, change: Partial<CityEntry>): CityEntry => ({
    id,
    at,
    value: null,
    stage: null,
    evidence: null,
    progress: null,
    problem: null,
    next: null,
    ...change,
  });
  return {
    city,
    period: periodId,
    receivedAt,
    demo: false,
    file: `${city}.csv`,
    entries: [
      entry('C01', { value: row.growth === undefined ? null : figure(row.growth) }),
      entry('C02', { value: row.firms === undefined ? null : figure(row.firms, '家') }),
      entry('R07', {
        stage: row.stage ? { value: row.stage, at } : null,
        evidence: row.evidence ? { value: row.evidence, at } : null,
      }),
      entry('Z00', { progress: { value: '进展。', at } }),
    ],
  };
}

const inputs = (returns: CityReturn[]): CityInputs => ({
  cities: ['甲市', '乙市', '丙市'].map((name) => ({ name, fullName: name, aliases: [], clusters: [] })),
  indicators: INDICATORS,
  ranking: RANKING,
  duties: [{ id: 'R07', city: '甲市', what: '出台实施方案' }],
  stages: NODES,
  indicatorsFile: 'indicators.yaml',
  returns,
});
const build = (returns: CityReturn[], id = '2022Q1') =>
  buildCityLedger(inputs(returns), period(id), {
    pace: RULES.pace,
    checks: RULES.checks,
    due: '2022-04-10',
    projects: undefined,
  });

describe('an indicator that is worked out of key projects', () => {
  it('is left out, with a word to the office, where there are none', () => {
    const rate: Indicator = {
      id: 'C03',
      name: '投资完成率',
      unit: '%',
      kind: 'ratio',
      basis: 'projects',
      weight: 15,
      targets: {},
    };
    const given = inputs([returned('甲市', '2022Q1', { growth: 10, firms: 20 })]);
    const { value, diagnostics } = buildCityLedger(
      { ...given, indicators: [...INDICATORS, rate] },
      period('2022Q1'),
      { pace: RULES.pace, checks: RULES.checks, due: '2022-04-10', projects: undefined },
    );
    expect(value.cities[0]?.indicators.map(({ indicator }) => indicator.id)).toEqual(['C01', 'C02']);
    const told = diagnostics.find(({ code }) => code === 'indicatorsWithoutProjects')?.message;
    expect(told).toContain('投资完成率');
    expect(told).toContain('100');
    expect(build([]).diagnostics.map(({ code }) => code)).not.toContain('indicatorsWithoutProjects');
  });
});

describe('an indicator compared by completion', () => {
  const lacking = (targets: Indicator['targets']) => {
    const [growth] = INDICATORS as [Indicator];
    const firms: Indicator = {
      ...growth,
      id: 'C02',
      unit: '家',
      kind: 'cumulative',
      basis: 'completion',
      targets,
    };
    const given = inputs([returned('甲市', '2022Q1', { growth: 10, firms: 20 })]);
    const all = { ...given, indicators: [growth, firms] };
    return {
      ...buildCityLedger(all, period('2022Q1'), {
        pace: RULES.pace,
        checks: RULES.checks,
        due: '',
        projects: undefined,
      }),
      none: buildCityLedger({ ...all, indicators: [firms] }, period('2022Q1'), {
        pace: RULES.pace,
        checks: RULES.checks,
        due: '',
        projects: undefined,
      }).value,
    };
  };

  it('is left out while a city lacks its target: that is no fault of the city', () => {
    const one = { value: 40, source: '', demo: false };
    const lists: Indicator['targets'][] = [{}, { 甲市: one, 乙市: one }];
    for (const targets of lists) {
      const { value, diagnostics, none } = lacking(targets);
      expect(value.cities[0]?.indicators.map(({ indicator }) => indicator.id)).toEqual(['C01']);
      expect(diagnostics.map(({ code }) => code)).toContain('indicatorsWithoutTargets');
      // Nothing to compare: nobody has a rank.
      expect(none.cities[0]).toMatchObject({ composite: null, rank: { rank: null } });
    }
    const { value } = lacking({ 甲市: one, 乙市: one, 丙市: one });
    expect(value.cities[0]?.indicators).toHaveLength(2);
  });
});

describe('scores', () => {
  it('give the best 100, the last the floor, the others their place between', () => {
    const [growth] = INDICATORS as [Indicator];
    expect(scores(growth, [figure(10), figure(-5), null, figure(5)], RANKING).map((f) => f.value)).toEqual([
      100, 60, 0, 86.67,
    ]);
    expect(scores(growth, [figure(3), figure(3)], RANKING).map((f) => f.value)).toEqual([100, 100]);
    expect(scores(growth, [null, null], RANKING).map((f) => f.value)).toEqual([0, 0]);
  });

  it('compare completion with the own target, counting no more than the cap', () => {
    const firms = INDICATORS[1] as Indicator;
    const compared = comparedFigure(firms, figure(75, '家'), figure(200, '家'));
    expect(compared).toMatchObject({ value: 37.5, unit: '%' });
    expect(comparedFigure(firms, figure(0, '家'), figure(200, '家'))).toMatchObject({ value: 0 });
    expect(comparedFigure(firms, figure(75, '家'), null)).toBeNull();
    const far = scores(firms, [figure(300), figure(130), figure(40)], RANKING).map((f) => f.value);
    expect(far).toEqual([100, 100, 60]);
  });

  it('add up with their weights as printed', () => {
    const part = (value: number, weight: number, applies = true) => ({
      weight,
      score: figure(value, '分'),
      applies,
    });
    expect(composite([part(86.67, 60), part(71.43, 40)])).toMatchObject({
      value: 80.57,
      unit: '分',
      decimals: 2,
      provenance: { kind: 'derived' },
    });
    // What does not apply to a place leaves its weight to the others; what was not reported does not.
    expect(composite([part(90, 50), part(60, 20), part(0, 30, false)])).toMatchObject({ value: 81.43 });
    expect(composite([part(90, 50), part(60, 20), part(0, 30)])).toMatchObject({ value: 57 });
    expect(composite([part(0, 30, false)])).toBeNull();
  });
});

describe('on the line', () => {
  it('a level counts beyond the cap, which is one of completion', () => {
    const [growth] = INDICATORS as [Indicator];
    expect(scores(growth, [figure(200), figure(130), figure(60)], RANKING).map((f) => f.value)).toEqual([
      100, 80, 60,
    ]);
  });

  it('what comes on the day it is due is in time', () => {
    const late = (day: string) => build([returned('甲市', '2022Q1', {}, day)]).value.cities[0]?.late;
    expect([late('2022-04-10'), late('2022-04-11')]).toEqual([false, true]);
  });

  it('a cumulative value that stands still has not fallen', () => {
    const checks = (firms: number) =>
      build(
        [returned('甲市', '2022Q1', { firms: 50 }), returned('甲市', '2022Q2', { firms })],
        '2022Q2',
      ).value.findings.map(({ check }) => check);
    expect([checks(50), checks(49)]).toEqual([[], ['city-falling']]);
  });

  it('a duty that was done is judged anew when its city names an earlier stage', () => {
    const issued = returned('甲市', '2022Q1', { stage: '印发', evidence: '某〔2022〕9号' });
    const duty = (row: Row) =>
      build([issued, returned('甲市', '2022Q2', row)], '2022Q2').value.cities[0]?.duties[0]?.status;
    expect(duty({})).toBe('done');
    expect(duty({ stage: '起草' })).toBe('behind');
  });
});

describe('the ranking', () => {
  it('shares ranks on ties, skips the next, leaves out who did not report', () => {
    const same = { growth: 10, firms: 50 };
    const { value, diagnostics } = build([
      returned('甲市', '2022Q1', same),
      returned('乙市', '2022Q1', { growth: 10, firms: 100 }),
    ]);
    expect(value.cities.map((c) => [c.city.name, c.composite?.value ?? null, c.rank.rank])).toEqual([
      ['甲市', 100, 1],
      ['乙市', 100, 1],
      ['丙市', null, null],
    ]);
    expect(diagnostics.map((d) => d.message)).toEqual(['丙市未报送2022年一季度工作进展，不参加综合排名。']);
  });

  it('tells the places won since last quarter', () => {
    const quarter = (id: string, a: number, b: number, c: number) => [
      returned('甲市', id, { growth: a, firms: 10 }),
      returned('乙市', id, { growth: b, firms: 20 }),
      returned('丙市', id, { growth: c, firms: 5 }),
    ];
    const { value } = build([...quarter('2022Q1', 9, 5, 1), ...quarter('2022Q2', 4, 4, 9)], '2022Q2');
    expect(value.cities.map((c) => c.rank)).toEqual([
      { rank: 2, previousRank: 1, moved: -1 },
      { rank: 2, previousRank: 2, moved: 0 },
      { rank: 1, previousRank: 3, moved: 2 },
    ]);
    expect(value.cities[0]?.indicators[0]).toMatchObject({
      score: { value: 60 },
      rank: { rank: 2, moved: -1 },
    });
  });

  it('a missing value scores nothing; lateness goes by the first return', () => {
    const { value, diagnostics } = build([
      returned('甲市', '2022Q1', { growth: 3 }, '2022-04-11'),
      returned('乙市', '2022Q1', { growth: 1, firms: 10 }, '2022-04-08'),
      returned('乙市', '2022Q1', { growth: 2, firms: 10 }, '2022-04-15'),
    ]);
    expect(value.cities[0]).toMatchObject({ late: true, composite: { value: 60 } });
    expect(value.cities[1]).toMatchObject({ late: false, indicators: [{ value: { value: 2 } }, {}] });
    expect(diagnostics.map((d) => d.code)).toEqual(['cityReturnMissing', 'superseded']);
  });

  it('several that have not reported are told of in one warning', () => {
    const { diagnostics } = build([returned('甲市', '2022Q1', { growth: 3 }, '2022-04-11')]);
    expect(diagnostics.map((d) => d.message)).toEqual([
      '2个地区未报送2022年一季度工作进展，不参加综合排名：乙市、丙市。',
    ]);
  });
});

describe('duties', () => {
  const duty = (rows: Row[]) =>
    build(
      rows.map((row, i) => returned('甲市', `2022Q${i + 1}`, row)),
      `2022Q${rows.length}`,
    ).value.cities[0]?.duties[0];

  it('are judged by their stage, and believed only with evidence', () => {
    expect(duty([{ stage: '起草' }])?.status).toBe('onPace');
    expect(duty([{ stage: '未启动' }])?.status).toBe('notStarted');
    expect(duty([{ stage: '印发', evidence: '甲府发〔2022〕1号' }])?.status).toBe('done');
    expect(duty([{ stage: '起草' }, { stage: '印发' }])?.milestone).toMatchObject({ claimed: 4, reached: 3 });
    expect(duty([{}])).toMatchObject({ status: 'notReported', milestone: null });
  });

  it('are due by the day that the plan names, none of their stages later', () => {
    const given = inputs([returned('甲市', '2022Q1', { stage: '起草' })]);
    const duties = given.duties.map((one) => ({ ...one, deadline: '2022-02-28' }));
    const { value } = buildCityLedger({ ...given, duties }, period('2022Q1'), {
      pace: RULES.pace,
      checks: RULES.checks,
      due: '2022-04-10',
      projects: undefined,
    });
    const [judged] = value.cities[0]?.duties ?? [];
    expect(judged).toMatchObject({ status: 'farBehind', milestone: { expected: NODES.length } });
    expect(judged?.milestone?.nodes.map(({ due }) => due)).toEqual(NODES.map(() => '2022-02-28'));
  });

  it('are done by the day that the plan names, where that is later than the ladder’s last', () => {
    const given = inputs([returned('甲市', '2022Q4', { stage: '起草' })]);
    const duties = given.duties.map((one) => ({ ...one, deadline: '2023-01-31' }));
    const context = { pace: RULES.pace, checks: RULES.checks, due: '', projects: undefined };
    const { value } = buildCityLedger({ ...given, duties }, period('2022Q4'), context);
    expect(value.cities[0]?.duties[0]?.milestone).toMatchObject({ expected: NODES.length - 1 });
  });

  it('are each their own city’s, and each judged by its own row', () => {
    const given = inputs([
      returned('甲市', '2022Q1', { stage: '起草' }),
      returned('乙市', '2022Q1', { stage: '起草' }),
    ]);
    const [own] = given.duties as [CityInputs['duties'][number]];
    const duties = [{ ...own, id: 'R08', what: '建成数据中心' }, own];
    const context = { pace: RULES.pace, checks: RULES.checks, due: '', projects: undefined };
    const { value } = buildCityLedger({ ...given, duties }, period('2022Q1'), context);
    expect(value.cities.map((city) => city.duties.map(({ duty, status }) => [duty.id, status]))).toEqual([
      [
        ['R08', 'notReported'],
        ['R07', 'onPace'],
      ],
      [],
      [],
    ]);
  });

  it('are asked for anew each quarter, though what was said before is known', () => {
    expect(duty([{ stage: '起草' }, {}])).toMatchObject({
      status: 'notReported',
      previousStatus: 'onPace',
      milestone: { reached: 1 },
    });
    // Before the first quarter that anybody reported for, nobody was asked.
    const first = build([returned('甲市', '2022Q2', {})], '2022Q2').value.cities[0];
    expect(first?.duties[0]?.previousStatus).toBeNull();
    expect(first?.progress?.value).toBe('进展。');
  });

  it('stay done once they are', () => {
    expect(duty([{ stage: '印发', evidence: '甲府发〔2022〕1号' }, {}])).toMatchObject({
      status: 'done',
      previousStatus: 'done',
      evidence: { value: '甲府发〔2022〕1号' },
    });
  });
});

describe('a city’s number is called into question', () => {
  type Case = Pick<Indicator, 'kind' | 'unit'> & {
    goal?: number;
    last?: number;
    value: number;
    others?: number[];
  };
  const PLACES = ['甲市', '乙市', '丙市', '丁市'];
  /** Checks that speak of 甲市 in the second quarter. */
  function found({ kind, unit, goal, last, value, others = [] }: Case, words = '') {
    const indicator: Indicator = {
      id: 'C01',
      name: '指标',
      unit,
      kind,
      basis: goal === undefined ? 'level' : 'completion',
      weight: 100,
      targets: goal === undefined ? {} : Object.fromEntries(PLACES.map((name) => [name, target(goal)])),
    };
    const one = (city: string, id: string, number: number): CityReturn => {
      const blank = returned(city, id, {});
      const [first] = blank.entries as [CityEntry];
      const problem = words === '' ? null : { value: words, at };
      return { ...blank, entries: [{ ...first, value: figure(number, unit), problem }] };
    };
    const returns = [
      ...(last === undefined ? [] : [one('甲市', '2022Q1', last)]),
      one('甲市', '2022Q2', value),
      ...others.map((number, i) => one(PLACES[i + 1] as string, '2022Q2', number)),
    ];
    const given: CityInputs = {
      ...inputs(returns),
      cities: PLACES.map((name) => ({ name, fullName: name, aliases: [], clusters: [] })),
      indicators: [indicator],
    };
    const context = { pace: RULES.pace, checks: RULES.checks, due: '', projects: undefined };
    return buildCityLedger(given, period('2022Q2'), context);
  }
  const money = { kind: 'cumulative', unit: '亿元', goal: 600 } as const;
  const masts = { kind: 'stock', unit: '个', goal: 13760 } as const;
  const share = { kind: 'ratio', unit: '%' } as const;
  const growth = { kind: 'growth', unit: '%' } as const;

  it.each<[string, Case, string | null]>([
    ['万元 for 亿元', { ...money, last: 270, value: 6_000_000 }, 'city-magnitude-slip'],
    ['万元 for 亿元, nothing before', { ...money, value: 6_000_000 }, 'city-magnitude-slip'],
    ['a decimal point', { ...money, last: 270, value: 4510 }, 'city-tenfold-slip'],
    ['a decimal point, nothing before', { ...money, value: 4510 }, 'city-tenfold-slip'],
    ['a decimal point to the left', { ...money, last: 270, value: 45.1 }, 'city-falling'],
    ['a slow start', { ...money, value: 10 }, null],
    ['a good quarter', { ...money, last: 100, value: 610 }, null],
    ['万个 for 个', { ...masts, last: 13_355, value: 13.8 }, 'city-magnitude-slip'],
    ['万个 for 个, nothing before', { ...masts, value: 13.8 }, 'city-tenfold-slip'],
    ['a tenth, nothing before', { ...masts, value: 1380 }, 'city-tenfold-slip'],
    ['ten times, nothing before', { ...masts, value: 138_000 }, 'city-tenfold-slip'],
    ['a fifth, nothing before', { ...masts, value: 2800 }, null],
    ['none, nothing before', { ...masts, value: 0 }, null],
    ['things gone of few', { ...masts, last: 2100, value: 2060 }, 'city-falling'],
    ['ten times, where there was none', { ...masts, last: 0, value: 138_000 }, 'city-tenfold-slip'],
    ['a share of a fifth of the last', { ...share, last: 60, value: 12 }, 'city-ratio-slip'],
    ['a share that rises much', { ...share, last: 40, value: 65 }, null],
    ['a share that was none', { ...share, last: 0, value: 25 }, null],
    ['no share, where another has none', { ...share, value: 0, others: [0, 40, 60] }, null],
    ['growth that turns up', { ...growth, last: -2, value: 20 }, null],
    ['few things', { ...masts, goal: 10, value: 1 }, null],
    ['things gone', { ...masts, last: 13_355, value: 13_300 }, 'city-falling'],
    ['less than nothing', { ...masts, value: -5 }, 'city-out-of-range'],
    ['nothing, of a share', { ...share, value: 0 }, null],
    ['a share of more than the whole', { ...share, value: 100.1 }, 'city-out-of-range'],
    ['a share of the whole', { ...share, value: 100 }, null],
    ['a rate of another unit', { kind: 'ratio', unit: '件', value: 120 }, null],
    ['an amount in %', { kind: 'stock', unit: '%', value: 120 }, null],
    ['a share, to the left', { ...share, last: 62.3, value: 6.23 }, 'city-ratio-slip'],
    ['a share, to the right', { ...share, last: 6.3, value: 65.1 }, 'city-ratio-slip'],
    ['a share that begins', { ...share, last: 0.5, value: 6 }, null],
    ['a share that falls', { ...share, last: 62.3, value: 40 }, null],
    ['a first share far below all others', { ...share, value: 8.7, others: [80, 82, 91] }, 'city-ratio-slip'],
    ['a first share below others', { ...share, value: 8.7, others: [10, 40, 60] }, null],
    ['a first share with hardly any others', { ...share, value: 8.7, others: [80, 82] }, null],
    ['growth, to the right', { ...growth, last: 9.8, value: 98 }, 'city-growth-swing'],
    ['growth that turns', { ...growth, last: 9.8, value: -12 }, null],
    ['growth of small numbers', { ...growth, last: 1.2, value: 14 }, null],
    ['growth beyond all others', { ...growth, value: 98, others: [5, 12, 16] }, 'city-growth-swing'],
    ['growth as of others', { ...growth, value: 40, others: [5, 12, 16] }, null],
    ['growth alone', { ...growth, value: 152 }, 'city-growth-swing'],
    ['fifty times the last', { ...masts, goal: 600, last: 100, value: 5000 }, 'city-magnitude-slip'],
    ['a fiftieth of the last', { ...masts, last: 5000, value: 100 }, 'city-magnitude-slip'],
    ['fifty times the target and one', { ...masts, goal: 100, value: 5001 }, 'city-magnitude-slip'],
    ['fifty times the target', { ...masts, goal: 100, value: 5000 }, 'city-tenfold-slip'],
    ['ten times the last', { ...money, last: 100, value: 1000 }, 'city-tenfold-slip'],
    ['nearly ten times the last', { ...money, last: 100, value: 999 }, null],
    ['ten times the last, and half as much again as the target', { ...money, last: 90, value: 900 }, null],
    ['a tenth of half as much again as twenty', { ...masts, goal: 20, value: 3 }, 'city-tenfold-slip'],
    ['a share that rises by 20 points', { ...share, last: 2, value: 22 }, 'city-ratio-slip'],
    ['a share that rises by less', { ...share, last: 2, value: 21.9 }, null],
    [
      'a first share of a fifth of the lowest',
      { ...share, value: 16, others: [80, 82, 91] },
      'city-ratio-slip',
    ],
    ['a first share of a little more', { ...share, value: 16.1, others: [80, 82, 91] }, null],
    ['growth that leaps by 50 points', { ...growth, last: 10, value: 60 }, 'city-growth-swing'],
    ['growth that leaps by less', { ...growth, last: 10, value: 59.9 }, null],
    ['growth of ten times, by 20 points', { ...growth, last: 2, value: 22 }, 'city-growth-swing'],
    ['growth of ten times, by less', { ...growth, last: 2, value: 21.9 }, null],
    ['growth of 50 points more than any', { ...growth, value: 66, others: [5, 12, 16] }, null],
    ['growth of 50 points less than any', { ...growth, value: -45, others: [5, 12, 16] }, null],
    ['growth of yet less', { ...growth, value: -45.1, others: [5, 12, 16] }, 'city-growth-swing'],
  ])('%s', (_, given, check) => {
    const { value, doubts } = found(given);
    expect(value.findings.filter(({ unit }) => unit === '甲市').map((one) => one.check)).toEqual(
      check === null ? [] : [check],
    );
    if (check === null) return;
    expect(value.findings[0]).toMatchObject({ effect: 'verify', at, id: `${check}/甲市/C01` });
    expect(doubts[0]?.hints.join('')).toMatch(/改正后重新报送/);
  });

  it.each<[string, Case, string]>([
    ['a decimal point', { ...money, last: 270, value: 4510 }, '上次为270'],
    ['a decimal point, nothing before', { ...money, value: 4510 }, '序时进度为300'],
    ['ten times, nothing before', { ...masts, value: 138_000 }, '年度目标为13760'],
    ['things gone', { ...masts, last: 13_355, value: 13_300 }, '期末数量'],
    ['an amount gone', { ...money, last: 270, value: 45.1 }, '累计数'],
  ])('%s, by what is known', (_, given, words) => {
    expect(found(given).value.findings[0]?.message).toContain(words);
  });

  it('a fall that the row explains is only told', () => {
    const { value } = found({ ...money, last: 270, value: 250 }, '经审计核减20亿元。');
    expect(value.findings).toMatchObject([{ check: 'city-reduced', effect: 'notice' }]);
  });

  it('a slip does not make the next quarter’s right number look wrong', () => {
    const rows = [100, 6_000_000, 190].map((firms, i) => returned('甲市', `2022Q${i + 1}`, { firms }));
    const checks = (id: string) => build(rows, id).value.findings.map(({ check }) => check);
    expect([checks('2022Q2'), checks('2022Q3')]).toEqual([['city-magnitude-slip'], []]);
  });

  it('until the office has confirmed it', () => {
    const rows = [100, 6000].map((firms, i) => returned('甲市', `2022Q${i + 1}`, { firms }));
    const noted = (outcome: Acknowledgement['outcome']): Acknowledgement => ({
      period: 'cities-2022Q2',
      check: 'city-magnitude-slip',
      unit: '甲市',
      subject: 'C02',
      outcome,
      found: '6000',
      reason: '新口径',
      by: '综合组',
      at,
    });
    const ledger = (acknowledgements: Acknowledgement[]) =>
      buildCityLedger(inputs(rows), period('2022Q2'), {
        pace: RULES.pace,
        checks: RULES.checks,
        due: '',
        projects: undefined,
        acknowledgements,
      }).value;
    const trusted = (...list: Acknowledgement[]) =>
      ledger(list).cities[0]?.indicators.find(({ indicator }) => indicator.id === 'C02')?.trusted?.value;
    expect([trusted(), trusted(noted('继续核实')), trusted(noted('确认属实'))]).toEqual([100, 100, 6000]);
    expect(trusted({ ...noted('确认属实'), period: 'cities-2022Q1' })).toBe(100);
    // What the office has confirmed is not asked about a second time as a tenfold.
    expect(ledger([noted('确认属实')]).findings.map(({ check }) => check)).toEqual(['city-magnitude-slip']);
    const gate = (list: Acknowledgement[], formal: boolean) =>
      cityGate(ledger(list), list, formal).map(({ code, severity }) => `${code} ${severity}`);
    expect(gate([], true)).toEqual(['cityFindingsOpen error']);
    expect(gate([], false)).toEqual(['cityFindingsTold warning']);
    expect([gate([noted('继续核实')], true), gate([noted('继续核实')], false)]).toEqual([[], []]);
    expect(gate([{ ...noted('继续核实'), period: 'cities-2022Q1' }], true)).toEqual([
      'cityFindingsOpen error',
    ]);
  });
});
