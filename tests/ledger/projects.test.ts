/** Checks, roll-ups and rankings of key projects, on small made-up cases. */
import { describe, expect, it } from 'vitest';
import { neverReported, silentNow } from '../../src/compose/texts/project-text.ts';
import { projectDifferences } from '../../src/ledger/projects/agree.ts';
import { buildProjectLedger, projectRatesByCity } from '../../src/ledger/projects/build.ts';
import { projectGate } from '../../src/ledger/projects/gate.ts';
import { ranksOf } from '../../src/ledger/ranking.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import { monthOf } from '../../src/model/period.ts';
import type { Project, ProjectInputs, ProjectReturn } from '../../src/model/region/project.ts';
import { figure, target, task, taskOf } from './helper.ts';

const at = { file: 'f.csv', line: 3 };
const money = (value: number): Figure => ({
  value,
  unit: '万元',
  decimals: 0,
  qualifier: '',
  provenance: {
    kind: 'submission',
    at,
    unit: '甲市',
    receivedAt: '2022-02-03',
    raw: `${value}`,
    demo: false,
  },
});
const KINDS = [{ name: '重点产业' }, { name: '新基建' }];
const located = (value: string | null) => (value === null ? null : { value, at });

const project = (code: string, change: Partial<Project> = {}): Project => ({
  code,
  name: `项目${code}`,
  city: '甲市',
  kind: code.startsWith('Z') ? '重点产业' : '新基建',
  category: '5G网络',
  owner: '某公司（演示）',
  total: money(100000),
  yearPlan: money(12000),
  plannedStart: '2021-06',
  approvedOn: '2021-05-01',
  at,
  ...change,
});

interface Line {
  cumulative: (number | null)[];
  started?: string | null;
  completed?: string | null;
  /** What the return says of problems, each month. */
  problem?: string;
  /** Reported months' own values where they differ from the differences. */
  months?: Record<number, number>;
}

/** Cumulative values by month from January; null: the city did not report that month. */
function inputs(projects: Project[], lines: Record<string, Line>): ProjectInputs {
  const length = Math.max(...Object.values(lines).map((line) => line.cumulative.length));
  const returns: ProjectReturn[] = [];
  for (let m = 1; m <= length; m++) {
    for (const city of [...new Set(projects.map((p) => p.city))]) {
      const entries = projects
        .filter((p) => p.city === city)
        .flatMap((p) => {
          const {
            cumulative,
            started = '2021-06-10',
            completed = null,
            months,
            problem = null,
          } = lines[p.code] as Line;
          const now = cumulative[m - 1];
          if (now === null || now === undefined) return [];
          const end = `${monthOf(2022, m).id}-31`;
          return {
            code: p.code,
            at,
            month: money(months?.[m] ?? now - (cumulative[m - 2] ?? 0)),
            cumulative: money(now),
            startedOn: located(started && started <= end ? started : null),
            completedOn: located(completed && completed <= end ? completed : null),
            progress: located('施工'),
            problem: located(problem),
          };
        });
      if (entries.length > 0)
        returns.push({
          city,
          month: monthOf(2022, m).id,
          receivedAt: `2022-${String(m + 1).padStart(2, '0')}-04`,
          demo: false,
          file: `${city}${m}.csv`,
          entries,
        });
    }
  }
  return {
    rules: { dueDay: 5, stalledMonths: 3, beyondPlan: 120, explanation: [], kinds: KINDS, targets: {} },
    projects,
    returns,
    demo: false,
  };
}

const ledger = (data: ProjectInputs, month: number) => buildProjectLedger(data, monthOf(2022, month)).value;
const checks = (line: Line, month: number, change: Partial<Project> = {}): string[] =>
  ledger(inputs([project('Z001', change)], { Z001: line }), month).findings.map((f) => f.check);

describe('checks', () => {
  it('finds nothing wrong with a project that goes on', () => {
    expect(checks({ cumulative: [1000, 2000, 3000] }, 3)).toEqual([]);
  });

  it('falling: cumulative value below the last known one, also across a gap', () => {
    expect(checks({ cumulative: [1000, 3000, 2500] }, 3)).toEqual(['project-falling']);
    expect(checks({ cumulative: [1000, 3000, null, 2500], months: { 4: 0 } }, 4)).toEqual([
      'project-falling',
    ]);
    expect(checks({ cumulative: [1000, 3000, 3000] }, 3)).toEqual([]);
  });

  it('reduced: it fell, and the return says that it was struck off; then it is told, not objected to', () => {
    const said = { cumulative: [1000, 3000, 2500], problem: '审计核减500万元。' };
    expect(checks(said, 3)).toEqual(['project-reduced']);
    const [finding] = ledger(inputs([project('Z001')], { Z001: said }), 3).findings;
    expect(finding).toMatchObject({ effect: 'notice' });
    expect(finding?.message).toContain('2500万元，低于上月的3000万元；报送地说明：审计核减500万元。');
    expect(checks({ ...said, problem: '资金未落实' }, 3)).toEqual(['project-falling']);
    expect(checks({ ...said, cumulative: [1000, 3000, 3500] }, 3)).toEqual([]);
  });

  it('exchanged: one month more than the year so far, which says all; tenfold: and far beyond the plan', () => {
    expect(checks({ cumulative: [1000, 3000, 500], months: { 3: 3500 } }, 3)).toEqual(['project-exchanged']);
    const reduced = { cumulative: [1000, 3000, 500], months: { 3: 600 }, problem: '审计核减2500万元。' };
    expect(checks(reduced, 3)).not.toContain('project-exchanged');
    expect(checks({ cumulative: [1000, 35000] }, 2)).toContain('project-tenfold');
    expect(checks({ cumulative: [10, 200] }, 2)).not.toContain('project-tenfold');
    expect(checks({ cumulative: [1600, 16000] }, 2)).toContain('project-tenfold');
    expect(checks({ cumulative: [1500, 1600, 16000] }, 3)).toContain('project-tenfold');
    expect(checks({ cumulative: [1440, 14400] }, 2)).not.toContain('project-tenfold');
    // A first amount is ten times nothing, and half as much again no slip of a point.
    expect(checks({ cumulative: [0, 16000] }, 2)).toEqual(['project-beyond-plan']);
    expect(checks({ cumulative: [8000, 16000] }, 2)).toEqual(['project-beyond-plan']);
  });

  it('month-sum: this month does not lead from last month to this one; silent after a gap', () => {
    expect(checks({ cumulative: [1000, 2000], months: { 2: 900 } }, 2)).toEqual(['project-month-sum']);
    expect(checks({ cumulative: [1000], months: { 1: 900 } }, 1)).toEqual(['project-month-sum']);
    expect(checks({ cumulative: [1000, null, 4000], months: { 3: 1500 } }, 3)).toEqual([]);
  });

  it('beyond-plan: from above the limit on, not at it; beyond-total: more than the whole costs', () => {
    expect(checks({ cumulative: [14400] }, 1)).toEqual([]);
    expect(checks({ cumulative: [14000] }, 1, { total: money(14000) })).toEqual([]);
    expect(checks({ cumulative: [14500] }, 1)).toEqual(['project-beyond-plan']);
    expect(checks({ cumulative: [20001] }, 1, { total: money(20000) })).toEqual([
      'project-beyond-total',
      'project-beyond-plan',
    ]);
  });

  it('before-approval: started before it, or without one', () => {
    expect(checks({ cumulative: [100] }, 1, { approvedOn: '2021-06-11' })).toEqual([
      'project-before-approval',
    ]);
    expect(checks({ cumulative: [100] }, 1, { approvedOn: null })).toEqual(['project-before-approval']);
    expect(checks({ cumulative: [100] }, 1, { approvedOn: '2021-06-10' })).toEqual([]);
    expect(
      checks({ cumulative: [0], started: null }, 1, { approvedOn: null, plannedStart: '2022-03' }),
    ).toEqual([]);
  });

  it('stalled: three months without investment while under construction', () => {
    expect(checks({ cumulative: [100, 200, 200, 200, 200] }, 5)).toEqual(['project-stalled']);
    expect(checks({ cumulative: [100, 200, 200, 200] }, 4)).toEqual([]);
    expect(checks({ cumulative: [0, 0, 0] }, 3)).toEqual(['project-stalled']);
    // Completed, not started, started just now: not stalled.
    expect(checks({ cumulative: [900, 900, 900, 900], completed: '2022-01-20' }, 4)).toEqual([]);
    expect(checks({ cumulative: [0, 0, 0], started: null }, 3, { plannedStart: '2022-06' })).toEqual([]);
    expect(checks({ cumulative: [0, 0, 0], started: '2022-03-02' }, 3)).toEqual([]);
  });

  it('stalled: the month in which it was started is no idle one', () => {
    const idle = { cumulative: [0, 0, 0, 0], started: '2022-02-10' };
    expect(ledger(inputs([project('Z001')], { Z001: idle }), 4).projects[0]?.idleMonths).toBe(2);
  });

  it('stalled: a month that was not reported is no proof by itself', () => {
    expect(checks({ cumulative: [100, 200, 200, 200, null] }, 5)).toEqual(['project-missing-return']);
    expect(checks({ cumulative: [100, 200, null, 200, 200] }, 5)).toEqual(['project-stalled']);
  });

  it('after-completion: investment after the month of completion', () => {
    expect(checks({ cumulative: [100, 200, 260], completed: '2022-02-20' }, 3)).toEqual([
      'project-after-completion',
    ]);
    expect(checks({ cumulative: [100, 200], completed: '2022-02-20' }, 2)).toEqual([]);
    expect(checks({ cumulative: [100, 200, 200], completed: '2022-02-20' }, 3)).toEqual([]);
  });

  it('late-start: the planned month has passed', () => {
    expect(checks({ cumulative: [0, 0], started: null }, 2, { plannedStart: '2022-01' })).toEqual([
      'project-late-start',
    ]);
    expect(checks({ cumulative: [0, 0], started: null }, 2, { plannedStart: '2022-02' })).toEqual([]);
  });

  it('missing-return: of months before the first that anybody reported for, none; of that one, who did not', () => {
    const data = inputs([project('Z001'), project('Z002', { city: '乙市' })], {
      Z001: { cumulative: [null, 100, 200] },
      Z002: { cumulative: [null, null, 200] },
    });
    expect(ledger(data, 3).owedEarlier.map(({ city, month }) => `${city} ${month.id}`)).toEqual([
      '乙市 2022-02',
    ]);
  });

  it('column-unit: a whole column in 亿元 is told once, with what came new in it; other doubts stay', () => {
    const codes = ['Z001', 'Z002', 'Z003', 'Z004', 'Z005', 'Z006'];
    const lines = Object.fromEntries(codes.map((code) => [code, { cumulative: [4000, 5000, 0.6] }]));
    const first = { cumulative: [0, 0, 0.1], months: { 3: 0.3 } };
    const right = { cumulative: [4000, 5000, 15000] };
    const own = [...[...codes, 'Z008'].map((code) => project(code)), project('Z007', { approvedOn: null })];
    const { findings } = ledger(inputs(own, { ...lines, Z007: first, Z008: right }), 3);
    expect(findings.map(({ id }) => id)).toEqual([
      'project-column-unit/甲市/甲市',
      'project-beyond-plan/甲市/Z008',
      'project-before-approval/甲市/Z007',
    ]);
    // What came new has no number before it, and is not counted with those that have.
    expect(findings[0]?.message).toContain('7个项目');
    expect(findings[0]?.message).toContain('6个');
    expect(findings[0]?.at).toEqual(at);
  });

  it('missing-return: of who has never reported there is nothing to be carried on', () => {
    const data = inputs([project('Z001')], { Z001: { cumulative: [null, null] } });
    const { diagnostics } = buildProjectLedger(data, monthOf(2022, 2));
    expect(diagnostics.map((d) => d.message)).toEqual([
      '甲市未报送2022年2月重点项目进展，本年此前也没有报送过，累计投资按0计。',
    ]);
  });

  it('late-start: of what nobody has ever reported it is not said that it has not started', () => {
    const never = inputs([project('Z001'), project('Z002', { city: '乙市' })], {
      Z001: { cumulative: [null, null] },
      Z002: { cumulative: [0, 0], started: null },
    });
    const { projects, overdueStarts, findings, all } = ledger(never, 2);
    expect(projects.map(({ state }) => state)).toEqual(['unknown', 'notStarted']);
    expect(overdueStarts.map((one) => one.project.code)).toEqual(['Z002']);
    expect(findings.filter(({ check }) => check === 'project-late-start')).toHaveLength(1);
    const { started, notStarted, unknown } = all.summary;
    expect([started, notStarted, unknown].map(({ value }) => value)).toEqual([0, 1, 1]);
  });

  it('missing-return: who has never reported is not said to be counted by its last return', () => {
    const data = inputs([project('Z001'), project('Z002', { city: '乙市' })], {
      Z001: { cumulative: [100, null] },
      Z002: { cumulative: [null, null] },
    });
    expect([silentNow(ledger(data, 2)), neverReported(ledger(data, 2))]).toEqual([['甲市'], ['乙市']]);
  });

  it('keep no formal text waiting for what is only noticed', () => {
    const data = inputs([project('Z001')], { Z001: { cumulative: [1000, null] } });
    const fallen = inputs([project('Z001')], { Z001: { cumulative: [1000, 900] } });
    const gate = (one: ProjectInputs) => projectGate(ledger(one, 2), [], true).map(({ code }) => code);
    expect([gate(data), gate(fallen)]).toEqual([[], ['projectFindingsOpen']]);
  });

  it('missing-return: a warning and a finding; the last known value stands', () => {
    const data = inputs([project('Z001'), project('Z002', { city: '乙市' })], {
      Z001: { cumulative: [1000, null] },
      Z002: { cumulative: [500, 900] },
    });
    const { value, diagnostics } = buildProjectLedger(data, monthOf(2022, 2));
    expect(diagnostics.map((d) => [d.severity, d.message])).toEqual([
      ['warning', '甲市未报送2022年2月重点项目进展，累计投资沿用上次报送数。'],
    ]);
    expect(value.findings.map((f) => [f.id, f.effect])).toEqual([
      ['project-missing-return/甲市/甲市', 'notice'],
    ]);
    expect(value.projects[0]).toMatchObject({ invested: { value: 1000 } });
    expect(value.projects[0]?.months.at(-1)?.entry).toBeNull();
    expect(value.returns.map((r) => [r.city, r.receivedAt, r.listed])).toEqual([
      ['甲市', null, 0],
      ['乙市', '2022-03-04', 1],
    ]);
    expect(
      buildProjectLedger({ ...data }, monthOf(2022, 3)).value.owedEarlier.map((r) => r.month.id),
    ).toEqual(['2022-02']);
  });
});

describe('rankings', () => {
  it('ties share a rank, the next is skipped, nothing has no rank', () => {
    expect(ranksOf([80, 90, 80, null, 70])).toEqual([2, 1, 2, null, 4]);
    expect(ranksOf([])).toEqual([]);
  });

  const three = [
    project('Z001'),
    project('Z002', { city: '乙市' }),
    project('Z003', { city: '丙市' }),
    project('X001', { city: '丁市' }),
  ];

  it('ranks cities by the printed rate and tells the places won', () => {
    const data = inputs(three, {
      // 8.33… % and 8.34… % are both printed 8.3.
      Z001: { cumulative: [600, 1000, 1000, 4000] },
      Z002: { cumulative: [500, 1001, 1001, 2000] },
      Z003: { cumulative: [0, 2000, 2500, 3000] },
      X001: { cumulative: [0, 100, 100, 12000] },
    });
    const [industry] = ledger(data, 2).kinds;
    expect(industry?.cities.map((c) => [c.city, c.summary.rate?.value, c.rank])).toEqual([
      ['甲市', 8.3, { rank: 2, previousRank: 1, moved: -1 }],
      ['乙市', 8.3, { rank: 2, previousRank: 2, moved: 0 }],
      ['丙市', 16.7, { rank: 1, previousRank: 3, moved: 2 }],
    ]);
    const april = ledger(data, 4).all.cities;
    expect(april.map((c) => [c.city, c.rank.rank, c.sinceQuarter.previousRank])).toEqual(
      [
        ['甲市', 2, 3],
        ['乙市', 4, 2],
        ['丙市', 3, 1],
        ['丁市', 1, 4],
      ].map(([city, rank, before]) => [city, rank, city === '甲市' || city === '乙市' ? 2 : before]),
    );
  });

  it('do not rank the county itself among its towns, but count and list it', () => {
    const own = [project('Z001'), project('Z002', { city: '乙市' }), project('Z003', { city: '县本级' })];
    const data = inputs(own, {
      Z001: { cumulative: [100, 200] },
      Z002: { cumulative: [50, 100] },
      Z003: { cumulative: [500, 900] },
    });
    const hints = { own: '县', ownNames: ['县本级'] } as const;
    const { all, region } = buildProjectLedger(data, monthOf(2022, 2), ['甲市', '乙市'], hints).value;
    expect(all.cities.map(({ city, rank }) => [city, rank.rank, rank.previousRank])).toEqual([
      ['甲市', 1, 1],
      ['乙市', 2, 2],
      ['县本级', null, null],
    ]);
    expect(all.summary.invested.value).toBe(0.12);
    expect(region.places).toContain('县本级');
  });

  it('orders cities as asked, and adds up exactly', () => {
    const data = inputs(three, {
      Z001: { cumulative: [1234, 2000], completed: '2022-02-10' },
      Z002: { cumulative: [1, 1] },
      Z003: { cumulative: [0, 0], started: null },
      X001: { cumulative: [3, 8], started: '2022-02-03' },
    });
    const { all, kinds } = buildProjectLedger(data, monthOf(2022, 2), ['丁市', '丙市']).value;
    expect(all.cities.map((c) => c.city)).toEqual(['丁市', '丙市', '甲市', '乙市']);
    expect(all.summary.invested).toMatchObject({ value: 0.2009, unit: '亿元', decimals: 1 });
    expect(all.summary.monthInvested?.value).toBe(0.0771);
    expect(all.summary.quarterInvested?.value).toBe(0.2009);
    const { started, completed, notStarted, startedInMonth, completedInQuarter } = all.summary;
    expect([started, completed, notStarted, startedInMonth, completedInQuarter].map((f) => f.value)).toEqual([
      3, 1, 1, 1, 1,
    ]);
    expect(kinds.map((k) => [k.name, k.summary.count.value])).toEqual([
      ['重点产业项目', 3],
      ['新基建项目', 1],
    ]);
    expect(all.name).toBe('重点项目');
    expect(all.byMonth.map((m) => m.summary.invested.value)).toEqual([0.1238, 0.2009]);
    expect(all.byMonth[0]?.summary.completed.value).toBe(0);
    expect(all.summary.rate).toMatchObject({
      value: 4.2,
      provenance: { rule: expect.stringContaining('投资完成率') },
    });
    expect(all.summary.gap?.value).toBe(-12.5);
  });

  it('counts a quarter from the day after the one before to its last day', () => {
    const dated = ['2022-03-31', '2022-04-01', '2022-06-30'];
    const projects = dated.map((_, i) => project(`Z00${i}`, { approvedOn: '2022-01-01' }));
    const lines = dated.map((day, i): [string, Line] => [
      `Z00${i}`,
      { cumulative: [0, 0, 100, 150, 200, 300], started: day, completed: i === 0 ? '2022-06-30' : null },
    ]);
    const { summary } = ledger(inputs(projects, Object.fromEntries(lines)), 6).all;
    expect(summary.startedInQuarter.value).toBe(2);
    expect(summary.completedInQuarter.value).toBe(1);
    expect(summary.quarterInvested?.value).toBe(0.06);
  });

  it('adds up what is known of a quarter: by the months where nothing was known before it', () => {
    const quarter = (line: Line) =>
      ledger(inputs([project('Z001'), project('Z002')], { Z001: line, Z002: { cumulative: [] } }), 6).all
        .summary.quarterInvested?.value;
    expect(quarter({ cumulative: [null, null, null, 100, 250, 300] })).toBe(0.03);
    // Where something was, by the difference, whatever the one month says that was reported.
    expect(quarter({ cumulative: [100, 200, 1000, null, null, 4000], months: { 6: 1500 } })).toBe(0.3);
  });

  it('takes for the month after a gap what was reported for it', () => {
    const { monthInvested } = ledger(
      inputs([project('Z001')], { Z001: { cumulative: [1000, null, 4000], months: { 3: 1500 } } }),
      3,
    ).all.summary;
    expect(monthInvested?.value).toBe(0.15);
  });

  it('knows no month of which nothing was reported, and of one the sum of what was', () => {
    const month = (...cumulative: (number | null)[][]) => {
      const projects = cumulative.map((_, i) => project(`Z00${i}`));
      const lines = Object.fromEntries(cumulative.map((line, i) => [`Z00${i}`, { cumulative: line }]));
      const { summary } = ledger(inputs(projects, lines), 2).all;
      return [summary.monthInvested?.value ?? null, summary.quarterKnown];
    };
    expect(month([100, 300], [100, null])).toEqual([0.02, true]);
    expect(month([100, null], [null, null])).toEqual([null, true]);
    expect(month([null, null])).toEqual([null, false]);
  });

  it('is only about as much as its parts: a sum, and what a month added', () => {
    const data = inputs([project('Z001'), project('Z002')], {
      Z001: { cumulative: [1000, 2000, 3000, 4000, 5000] },
      Z002: { cumulative: [1000, 2000, 3000, 4000, 5000] },
    });
    /** Of the last month alone. */
    const words = (qualifier: Figure['qualifier']) => {
      const returns = data.returns.map((one) => ({
        ...one,
        entries: one.entries.map((entry) =>
          entry.code === 'Z001' && entry.cumulative && one.month === '2022-05'
            ? { ...entry, cumulative: { ...entry.cumulative, qualifier } }
            : entry,
        ),
      }));
      const { invested, monthInvested, quarterInvested, plan } = ledger({ ...data, returns }, 5).all.summary;
      return [invested, monthInvested, quarterInvested, plan].map((one) => one?.qualifier);
    };
    expect(words('约')).toEqual(['约', '约', '约', '']);
    expect(words('')).toEqual(['', '', '', '']);
  });

  it('counts what has stopped, and what is overdue, and nothing else', () => {
    const data = inputs([project('Z001'), project('Z002', { plannedStart: '2022-01' }), project('Z003')], {
      Z001: { cumulative: [100, 100, 100, 100] },
      Z002: { cumulative: [0, 0, 0, 0], started: null },
      Z003: { cumulative: [100, 200, 300, 400] },
    });
    const { all, stalled, overdueStarts, projects } = ledger(data, 4);
    expect([all.summary.stalled.value, all.summary.startOverdue.value]).toEqual([1, 1]);
    expect(stalled.map((one) => one.project.code)).toEqual(['Z001']);
    expect(overdueStarts.map((one) => one.project.code)).toEqual(['Z002']);
    expect(projects[0]?.progress?.value).toBe('施工');
  });

  it('tells the fields apart, and leaves out months that nobody reported on', () => {
    const data = inputs([project('Z001'), project('Z002', { category: '数据中心' })], {
      Z001: { cumulative: [null, 100, 200] },
      Z002: { cumulative: [null, 50, 70] },
    });
    const { all } = ledger(data, 3);
    expect(all.categories.map(({ name, summary }) => [name, summary.invested.value])).toEqual([
      ['5G网络', 0.02],
      ['数据中心', 0.007],
    ]);
    expect(all.byMonth.map(({ month }) => month.id)).toEqual(['2022-02', '2022-03']);
  });

  it('asks each city for its own projects alone, and one without projects for nothing', () => {
    const data = inputs([project('Z001'), project('Z002', { city: '乙市' }), project('Z003')], {
      Z001: { cumulative: [100] },
      Z002: { cumulative: [100] },
      Z003: { cumulative: [100] },
    });
    const { returns } = buildProjectLedger(data, monthOf(2022, 1), ['甲市', '乙市', '丁市']).value;
    expect(returns.map(({ city, owed }) => [city, owed])).toEqual([
      ['甲市', 2],
      ['乙市', 1],
    ]);
  });

  it('is made up where the master list is, or a return', () => {
    const data = inputs([project('Z001'), project('Z002', { city: '乙市' })], {
      Z001: { cumulative: [100] },
      Z002: { cumulative: [100] },
    });
    const [first, ...others] = data.returns as [ProjectReturn];
    const returns = [{ ...first, demo: true }, ...others];
    const demos = [data, { ...data, demo: true }, { ...data, returns }].map((one) => ledger(one, 1).demo);
    expect(demos).toEqual([false, true, true]);
  });

  it('gives the cities’ ranking the rate of all their projects; of who has reported nothing none', () => {
    const data = inputs(
      [
        project('Z001'),
        project('X002'),
        project('Z003', { city: '乙市' }),
        project('Z004', { city: '丙市' }),
      ],
      {
        Z001: { cumulative: [1000, 3000] },
        X002: { cumulative: [1000, 6000] },
        Z003: { cumulative: [600, null] },
        Z004: { cumulative: [null, null] },
      },
    );
    const rates = projectRatesByCity(data, monthOf(2022, 2));
    expect([...rates].map(([city, rate]) => [city, rate?.value ?? null])).toEqual([
      ['甲市', 37.5],
      ['乙市', 5],
      ['丙市', null],
    ]);
  });

  it('takes the whole of the year so far for the first quarter, whatever its months say', () => {
    const late = { cumulative: [null, 100, 150], months: { 2: 60 } };
    expect(ledger(inputs([project('Z001')], { Z001: late }), 3).all.summary.quarterInvested?.value).toBe(
      0.015,
    );
  });

  it('takes for what the month added what the cumulative values say, whatever its own column says', () => {
    const { monthInvested } = ledger(
      inputs([project('Z001')], { Z001: { cumulative: [1000, 2500], months: { 2: 9000 } } }),
      2,
    ).all.summary;
    expect(monthInvested?.value).toBe(0.15);
  });

  it('knows a quarter of which the first month was reported, and none that began without', () => {
    const known = (cumulative: (number | null)[]) =>
      ledger(inputs([project('Z001')], { Z001: { cumulative } }), 6).all.summary.quarterKnown;
    expect(known([null, null, null, 100, 200, 300])).toBe(true);
    expect(known([null, null, null, null, 200, 300])).toBe(false);
  });

  it('takes a project for started on the last day of the month', () => {
    const started = (day: string) =>
      ledger(inputs([project('Z001')], { Z001: { cumulative: [0], started: day } }), 1).projects[0]?.state;
    expect([started('2022-01-31'), started('2022-02-01')]).toEqual(['building', 'notStarted']);
    // Nor before its day, though a return names it.
    const data = inputs([project('Z001')], { Z001: { cumulative: [0] } });
    const returns = data.returns.map((one) => ({
      ...one,
      entries: one.entries.map((entry) => ({ ...entry, startedOn: located('2022-02-01') })),
    }));
    const { projects, all } = ledger({ ...data, returns }, 1);
    expect([projects[0]?.state, all.summary.startedInMonth.value]).toEqual(['notStarted', 0]);
  });

  it('does not repeat a problem of a month before where nothing was reported since', () => {
    const data = inputs([project('Z001')], { Z001: { cumulative: [100, null], problem: '征地未完成' } });
    expect(ledger(data, 1).projects[0]?.problem?.value).toBe('征地未完成');
    expect(ledger(data, 2).projects[0]?.problem).toBeNull();
  });

  it('gives an earlier place to a city of which one project of two was known then', () => {
    const data = inputs(
      [project('Z001'), project('Z002', { city: '乙市' }), project('Z003', { city: '乙市' })],
      {
        Z001: { cumulative: [100, 200] },
        Z002: { cumulative: [300, 300] },
        Z003: { cumulative: [null, 100] },
      },
    );
    expect(ledger(data, 2).all.cities.map(({ rank }) => [rank.rank, rank.previousRank])).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  it('gives no earlier place to a city of which nothing was known then', () => {
    const data = inputs([project('Z001'), project('Z002', { city: '乙市' })], {
      Z001: { cumulative: [100, 200] },
      Z002: { cumulative: [null, 300] },
    });
    expect(ledger(data, 2).all.cities.map(({ rank }) => [rank.rank, rank.previousRank])).toEqual([
      [2, 1],
      [1, null],
    ]);
  });

  it('takes what comes on the day it is due for in time', () => {
    const data = inputs([project('Z001')], { Z001: { cumulative: [100] } });
    const on = (receivedAt: string) =>
      ledger({ ...data, returns: data.returns.map((r) => ({ ...r, receivedAt })) }, 1).returns[0]?.late;
    expect([on('2022-02-05'), on('2022-02-06')]).toEqual([false, true]);
  });

  it('takes the later of two returns of a month', () => {
    const data = inputs([project('Z001')], { Z001: { cumulative: [100] } });
    const [first] = data.returns;
    const again = { ...first, file: '更正.csv', receivedAt: '2022-02-09', entries: [] } as ProjectReturn;
    const { value, diagnostics } = buildProjectLedger(
      { ...data, returns: [...data.returns, again] },
      monthOf(2022, 1),
    );
    expect(value.returns).toEqual([expect.objectContaining({ file: '更正.csv', late: false, listed: 0 })]);
    expect(diagnostics.map((d) => d.code)).toEqual(['superseded']);
  });
});

it('a unit’s return agrees with the projects where it does at the digits that it gives', () => {
  const told = (said: number) => {
    const data = inputs([project('Z001')], { Z001: { cumulative: [4000, 8000, 12345] } });
    const rules = { ...data.rules, targets: { 重点产业: { investment: 'T001-1' } } };
    const subject = target({ unit: '亿元', value: 5 });
    const record = taskOf(task(1, { targets: [subject] }), [figure(said, '亿元', 1)]);
    return projectDifferences(ledger({ ...data, rules }, 3), [record]).map(({ said: s, sum }) => [
      s.value,
      sum.value,
    ]);
  };
  expect([told(1.2), told(1.3)]).toEqual([[], [[1.3, 1.2345]]]);
});
