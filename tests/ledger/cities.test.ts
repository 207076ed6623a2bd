/** Composite ranking of cities, scores and duties, on small made-up cases. */
import { describe, expect, it } from 'vitest';
import { buildCityLedger } from '../../src/ledger/cities/build.ts';
import { comparedFigure, composite, scores } from '../../src/ledger/cities/score.ts';
import type { CityEntry, CityInputs, CityReturn, Indicator } from '../../src/model/city.ts';
import type { Figure } from '../../src/model/figure.ts';
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
  duties: [{ id: 'R07', city: '甲市', what: '出台实施方案', sentence: '甲市要出台实施方案' }],
  stages: NODES,
  indicatorsFile: 'indicators.yaml',
  returns,
});
const build = (returns: CityReturn[], id = '2022Q1') =>
  buildCityLedger(inputs(returns), period(id), { pace: RULES.pace, due: '2022-04-10', projects: undefined });

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
      { pace: RULES.pace, due: '2022-04-10', projects: undefined },
    );
    expect(value.cities[0]?.indicators.map(({ indicator }) => indicator.id)).toEqual(['C01', 'C02']);
    expect(diagnostics.map(({ code }) => code)).toContain('indicatorsWithoutProjects');
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
      ...buildCityLedger(all, period('2022Q1'), { pace: RULES.pace, due: '', projects: undefined }),
      none: buildCityLedger({ ...all, indicators: [firms] }, period('2022Q1'), {
        pace: RULES.pace,
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
    const codes = (firms: number) =>
      build([returned('甲市', '2022Q1', { firms: 50 }), returned('甲市', '2022Q2', { firms })], '2022Q2')
        .diagnostics.map(({ code }) => code)
        .filter((code) => code === 'valueFell');
    expect([codes(50), codes(49)]).toEqual([[], ['valueFell']]);
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
    expect(diagnostics.map((d) => d.code)).toEqual(['cityReturnMissing', 'projectReturnSuperseded']);
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
      due: '2022-04-10',
      projects: undefined,
    });
    const [judged] = value.cities[0]?.duties ?? [];
    expect(judged).toMatchObject({ status: 'farBehind', milestone: { expected: NODES.length } });
    expect(judged?.milestone?.nodes.map(({ due }) => due)).toEqual(NODES.map(() => '2022-02-28'));
  });

  it('stay done once they are', () => {
    expect(duty([{ stage: '印发', evidence: '甲府发〔2022〕1号' }, {}])).toMatchObject({
      status: 'done',
      previousStatus: 'done',
      evidence: { value: '甲府发〔2022〕1号' },
    });
  });
});
