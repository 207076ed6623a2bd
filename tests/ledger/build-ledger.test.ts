import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodNotSet, superseded } from '../../src/base/messages/ledger.ts';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import type { Figure } from '../../src/model/document/figure.ts';
import type { Inputs } from '../../src/model/inputs.ts';
import type { StatusCounts } from '../../src/model/ledger/ledger.ts';
import { BLANK_MEETING, type Meeting } from '../../src/model/meeting.ts';
import type { Goal } from '../../src/model/plan/plan.ts';
import type { Target } from '../../src/model/plan/target.ts';
import type { Submission } from '../../src/model/returns/submission.ts';
import { STATUSES } from '../../src/model/status.ts';
import {
  type EntrySketch,
  figure,
  goalEntry,
  inputs,
  ledgerOf,
  milestoneTask,
  NODES,
  period,
  submission,
  target,
  task,
  track,
} from './helper.ts';

const sum = (counts: StatusCounts) => Object.values(counts).reduce((a, b) => a + b, 0);
const add = (all: StatusCounts[]) =>
  Object.fromEntries(STATUSES.map((s) => [s, all.reduce((n, counts) => n + counts[s], 0)]));
const numbered = (no: number, unit = '甲厅', change: Partial<Target> = {}) => {
  const responsible = { unit, assignedBy: 'plan' as const };
  return task(no, { responsible, targets: [target({ id: `T00${no}-1`, responsible, ...change })] });
};
const value = (n: number, no = 1): EntrySketch => ({ values: { [`T00${no}-1`]: n } });
const one = [track(1, [numbered(1)])];

describe('which return counts', () => {
  const first = submission('甲厅', '2022Q1', { 1: value(10) }, { receivedAt: '2022-04-05', file: 'a.xlsx' });
  const second = submission('甲厅', '2022Q1', { 1: value(30) }, { receivedAt: '2022-04-20', file: 'b.xlsx' });

  it('the latest one, whole, in whatever order they are listed; a correction is no late return', () => {
    for (const listed of [
      [first, second],
      [second, first],
    ]) {
      const { value: ledger, diagnostics } = buildLedger(inputs(one, listed), period('2022Q1'));
      expect(ledger?.tasks[0]?.targets[0]?.value?.value).toBe(30);
      expect(ledger?.returns[0]).toMatchObject({
        receivedAt: '2022-04-05',
        correctedAt: '2022-04-20',
        late: false,
        file: 'b.xlsx',
      });
      expect(diagnostics).toEqual([superseded({ file: 'a.xlsx' }, '甲厅', '2022-04-05', '2022-04-20')]);
    }
  });

  it('the later in the list, of two of one day', () => {
    const same = { ...second, receivedAt: first.receivedAt };
    expect(ledgerOf(inputs(one, [first, same]), '2022Q1').tasks[0]?.targets[0]?.value?.value).toBe(30);
  });

  it('a late return too, marked late; the day it is due is in time', () => {
    expect(ledgerOf(inputs(one, [second]), '2022Q1').returns[0]).toMatchObject({ late: true });
    const punctual = { ...second, receivedAt: '2022-04-10' };
    expect(ledgerOf(inputs(one, [punctual]), '2022Q1').returns[0]?.late).toBe(false);
  });

  it('only returns of the period: later ones change nothing', () => {
    const later = submission('甲厅', '2022Q2', { 1: value(90) });
    const early = ledgerOf(inputs(one, [first]), '2022Q1');
    expect(ledgerOf(inputs(one, [first, later]), '2022Q1')).toEqual(early);
  });
});

describe('who owed a return', () => {
  it('lists every unit that owes something, reported or not, and no other', () => {
    const tracks = [track(1, [numbered(1), numbered(2, '乙局')])];
    const ledger = ledgerOf(inputs(tracks, [submission('甲厅', '2022Q1', { 1: value(25) })]), '2022Q1');
    expect(ledger.returns.map((r) => [r.unit.name, r.owesTasks, r.receivedAt])).toEqual([
      ['甲厅', [1], '2022-04-05'],
      ['乙局', [2], null],
    ]);
    expect(ledger.tasks[1]).toMatchObject({ status: 'notReported', reason: '乙局本季度未报送' });
  });

  it('tells a return without the task from no return', () => {
    const tracks = [track(1, [numbered(1), numbered(2)])];
    const ledger = ledgerOf(inputs(tracks, [submission('甲厅', '2022Q1', { 1: value(25) })]), '2022Q1');
    expect(ledger.tasks[1]).toMatchObject({ status: 'notReported', reason: '甲厅本季度报送中未填报该项' });
  });
});

describe('what is missing', () => {
  const due = numbered(1, '甲厅', {
    deadline: '2022-06-30',
    kind: 'deadline',
    schedule: { type: 'deadline' },
  });
  const missing = (quarter: number): unknown[] => {
    const data = inputs(
      [track(1, [due])],
      [submission('甲厅', `2022Q${quarter}`, { 1: { progress: '在办' } })],
    );
    return (
      ledgerOf(data, `2022Q${quarter}`).returns[0]?.missing.flatMap(({ parts }) =>
        parts.map(({ kind }) => kind),
      ) ?? []
    );
  };

  it('is no value before its deadline, but one from that day on', () => {
    expect(missing(1)).toEqual([]);
    expect(missing(2)).toEqual(['value']);
    expect(missing(3)).toEqual(['value']);
  });
});

describe('goals', () => {
  const responsible = { unit: '甲厅', assignedBy: 'office' as const };
  const goals: Goal[] = [
    {
      id: 'G01',
      name: '规模',
      text: '规模突破1万亿元',
      target: target({ id: 'G01', unit: '万亿元', value: 1, operator: 'exceed' }),
      responsible,
    },
    { id: 'G02', name: '上云', text: '大幅提升', target: null, responsible },
  ];
  it('are judged like targets; a goal without a number has no status', () => {
    const returned = submission(
      '甲厅',
      '2022Q2',
      {},
      { goals: [goalEntry('G01', { G01: figure(5200.5, '亿元', 1) })] },
    );
    const ledger = ledgerOf(inputs([], [returned], goals), '2022Q2');
    expect(ledger.goals[0]).toMatchObject({
      status: 'onPace',
      target: { rate: { value: 52 }, gap: { value: 2 } },
    });
    expect(ledger.goals[1]).toMatchObject({ status: null, target: null });
    expect(ledger.returns[0]).toMatchObject({ owesGoals: ['G01', 'G02'] });
  });

  it('that their unit wrote of without a value are not reported, and not silent', () => {
    const at = { file: 'a.xlsx', sheet: '总体目标', cell: 'F3' };
    const told = (progress: string, values: Record<string, Figure> = {}) => {
      const entry = { ...goalEntry('G01', values), progress: { value: progress, at } };
      const returned = submission('甲厅', '2022Q2', {}, { goals: [entry] });
      const named = goals.map((goal) => ({
        ...goal,
        target: goal.target && { ...goal.target, name: '数字经济规模' },
      }));
      return ledgerOf(inputs([], [returned], named), '2022Q2').goals[0]?.target;
    };
    expect(told('推进中。')).toMatchObject({
      status: 'notReported',
      reason: '甲厅本季度未填报该项数值',
    });
    const differing = told('上半年数字经济规模达6200亿元。', { G01: figure(5200, '亿元') });
    expect(differing?.findings).toMatchObject([{ check: 'text-differs', at }]);
  });

  it('counts neither goals nor their findings as tasks', () => {
    const returned = submission(
      '甲厅',
      '2022Q1',
      {},
      { goals: [goalEntry('G01', { G01: figure(90, '万亿元') })] },
    );
    const ledger = ledgerOf(inputs([], [returned], goals), '2022Q1');
    expect(sum(ledger.counts)).toBe(0);
    expect(ledger.findings).toMatchObject([{ check: 'magnitude-slip', subject: 'G01' }]);
  });
});

describe('over the year', () => {
  const tracks = [track(1, [numbered(1), numbered(2, '乙局')]), track(2, [milestoneTask(3)])];
  const returned: Submission[] = [
    submission('甲厅', '2022Q1', { 1: value(25), 3: { stage: '起草' } }),
    submission('乙局', '2022Q1', { 2: value(5, 2) }),
    submission('甲厅', '2022Q2', { 1: value(70), 3: { stage: '起草' } }),
    submission('甲厅', '2022Q3', { 1: value(100), 3: { stage: '送审' } }),
    submission('乙局', '2022Q3', { 2: value(80, 2) }),
  ];
  const data = inputs(tracks, returned);

  it('has no quarter before the first', () => {
    const ledger = ledgerOf(data, '2022Q1');
    expect(ledger.previousCounts).toBeNull();
    expect(ledger.tasks.map((t) => t.previousStatus)).toEqual([null, null, null]);
    expect(ledger.countsByQuarter).toHaveLength(1);
  });

  it('says of last quarter what last quarter’s ledger said', () => {
    for (const quarter of [2, 3, 4]) {
      const now = ledgerOf(data, `2022Q${quarter}`);
      const before = ledgerOf(data, `2022Q${quarter - 1}`);
      expect(now.tasks.map((t) => t.previousStatus)).toEqual(before.tasks.map((t) => t.status));
      expect(now.previousCounts).toEqual(before.counts);
      expect(now.countsByQuarter.slice(0, -1)).toEqual(before.countsByQuarter);
      expect(now.tracks.map((t) => t.previousCounts)).toEqual(before.tracks.map((t) => t.counts));
    }
  });

  it('judges each quarter', () => {
    expect([1, 2, 3, 4].map((q) => ledgerOf(data, `2022Q${q}`).tasks.map((t) => t.status))).toEqual([
      ['onPace', 'farBehind', 'onPace'],
      ['ahead', 'notReported', 'behind'],
      ['done', 'onPace', 'onPace'],
      // What was done stays done, though nobody reports any more.
      ['done', 'notReported', 'notReported'],
    ]);
  });

  describe('what was done last quarter and is not told again', () => {
    const stock = numbered(4, '甲厅', { kind: 'stock' });
    const settled = inputs(
      [track(1, [numbered(1), milestoneTask(3), stock])],
      [
        submission('甲厅', '2022Q1', {
          1: value(120),
          3: { stage: '印发', evidence: '赣数〔2022〕9号' },
          4: value(120, 4),
        }),
        submission('甲厅', '2022Q2', { 1: {}, 4: {} }),
      ],
    );
    const ledger = ledgerOf(settled, '2022Q2');
    const [count, stages, kept] = ledger.tasks;

    it('stays done with last quarter’s value, which says where it stands', () => {
      expect(ledgerOf(settled, '2022Q1').tasks.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
      expect(count).toMatchObject({ status: 'done', reason: expect.stringContaining('本季度未再填报') });
      expect(count?.targets[0]).toMatchObject({
        history: [{ value: 120 }, { value: 120 }],
        quarterValue: { value: 0 },
      });
      expect(stages).toMatchObject({ status: 'done', milestone: { evidence: { value: '赣数〔2022〕9号' } } });
    });

    it('is asked for where it may have fallen back since, and nothing else is', () => {
      expect(kept?.status).toBe('notReported');
      expect(ledger.returns[0]?.missing.map(({ id }) => id)).toEqual(['4']);
    });

    it('stays done when the unit is silent, and says that nobody has confirmed it', () => {
      const silent = { ...settled, submissions: settled.submissions.slice(0, 1) };
      const { tasks, returns } = ledgerOf(silent, '2022Q2');
      expect(tasks.map(({ status, carried }) => [status, carried])).toEqual([
        ['done', true],
        ['done', true],
        // A stock may have fallen since.
        ['notReported', false],
      ]);
      expect(tasks[0]?.reason).toMatch(/（上季度已完成，本季度未报送、未再确认）$/);
      expect(tasks[0]?.targets[0]).toMatchObject({ value: { value: 120 }, carried: true });
      expect(returns[0]?.missing.map(({ id }) => id)).toEqual(['1', '3', '4']);
      // Also through a second silent quarter.
      expect(ledgerOf(silent, '2022Q3').tasks.map(({ status }) => status)).toEqual([
        'done',
        'done',
        'notReported',
      ]);
    });

    it('is no longer done when the unit says less', () => {
      const less = submission('甲厅', '2022Q2', { 1: value(40), 3: { self: 'notStarted' } });
      const { tasks } = ledgerOf(
        { ...settled, submissions: [...settled.submissions.slice(0, 1), less] },
        '2022Q2',
      );
      expect(tasks.map(({ status }) => status)).toEqual(['toVerify', 'notStarted', 'notReported']);
    });
  });

  it('refuses a period without dates', () => {
    const { value: ledger, diagnostics } = buildLedger({ ...data, periods: [] }, period('2022Q3'));
    expect(ledger).toBeUndefined();
    expect(diagnostics).toEqual([periodNotSet('data/2022/periods.yaml', '2022Q3', [])]);
  });
});

describe('demonstration data', () => {
  it.each([
    { name: 'real', change: {}, sub: {}, demo: false },
    { name: 'a demo return', change: {}, sub: { demo: true }, demo: true },
    {
      name: 'a demo baseline',
      change: {
        kind: 'stock' as const,
        baseline: { value: 10, asOf: '2021-12-31', source: '演示数据', demo: true },
      },
      sub: {},
      demo: true,
    },
    {
      name: 'a baseline of fact',
      change: {
        kind: 'stock' as const,
        baseline: { value: 10, asOf: '2021-12-31', source: '年鉴', demo: false },
      },
      sub: {},
      demo: false,
    },
  ])('$name → $demo', ({ change, sub, demo }) => {
    const returned = submission('甲厅', '2022Q1', { 1: value(25) }, sub);
    const data = inputs([track(1, [numbered(1, '甲厅', change)])], [returned]);
    expect(ledgerOf(data, '2022Q1').demo).toBe(demo);
    expect(ledgerOf(data, '2022Q2').demo).toBe(demo);
  });

  const madeUp = { value: 10, asOf: '2021-12-31', source: '省统计局2021年四季度报送', demo: true };
  const stock = { kind: 'stock' as const, baseline: madeUp };
  const marks = (data: Inputs, id = '2022Q1') =>
    buildLedger(data, period(id)).diagnostics.filter((d) => d.code === 'demoMark');
  const tracks = [track(1, [numbered(1, '甲厅', { ...stock, name: '连接数' }), numbered(2, '乙局')])];
  const real = submission('甲厅', '2022Q1', { 1: value(25) });
  const other = submission('乙局', '2022Q1', { 2: value(5, 2) }, { demo: true });

  it('is told which data made the mark, where not all returns are made up', () => {
    const [mark, ...more] = marks(inputs(tracks, [real]));
    expect(more).toEqual([]);
    expect(mark).toMatchObject({
      severity: 'warning',
      message: '文稿每页标明“演示数据”，因为用到的数中有演示数据：年初基数“连接数”。',
      hints: ['年初基数：在 data/2022/baselines.yaml 或计划文件的 baseline 中核实更正，demo 改为 false。'],
    });
    const quoted = [track(1, [numbered(1, '甲厅', { ...stock, name: '“赣服通”用户数' })])];
    expect(marks(inputs(quoted, [real]))[0]?.message).toContain('年初基数“‘赣服通’用户数”。');
    const meetings = new Map([['2022Q1', { ...BLANK_MEETING, demo: true }]]);
    const all = marks({ ...inputs(tracks, [real, other]), meetings });
    expect(all[0]?.message).toContain('报表（乙局2022年一季度）；年初基数“连接数”；会议事项。');
    expect(all[0]?.hints.join('')).toContain('data/2022/meetings/2022Q1.yaml');
    // Of the meeting before, what it decided is printed.
    const decided = { no: 1, text: '事', lead: '甲厅', cooperating: [], due: '', task: null };
    const following = (decisions: Meeting['decisions']) => {
      const data = inputs([track(1, [numbered(1, '甲厅')])], [real]);
      const last = { ...BLANK_MEETING, demo: true, decisions };
      return marks({ ...data, meetings: new Map([['2021Q4', last]]) });
    };
    expect(following([])).toEqual([]);
    expect(following([decided])[0]?.hints.join('')).toContain('data/2021/meetings/2021Q4.yaml');
    // The pages of a later quarter are marked for the sake of the earlier one.
    const later = submission('乙局', '2022Q2', { 2: value(9, 2) });
    expect(marks(inputs(tracks, [other, later]), '2022Q2')[0]?.message).toContain(
      '报表（乙局2022年一季度）。',
    );
  });

  it('is told nothing where there is no mark, or nobody wonders at it', () => {
    expect(marks(inputs(one, [real]))).toEqual([]);
    expect(marks(inputs(tracks, [other]))).toEqual([]);
  });
});

describe('roll-ups, whatever comes in', () => {
  const units = ['甲厅', '乙局', '丙办'];
  const tracks = [1, 2, 3].map((no) =>
    track(no, [
      numbered(no * 3 - 2, units[no - 1]),
      numbered(no * 3 - 1, units[no % 3], { kind: 'growth', schedule: { type: 'level', reason: '' } }),
      milestoneTask(no * 3, { responsible: { unit: units[no - 1] as string, assignedBy: 'plan' } }),
    ]),
  );
  const sketch = fc.record(
    {
      n: fc.oneof(fc.nat(130), fc.constantFrom(0, 6000, 1_000_000)),
      stage: fc.constantFrom('未启动', ...NODES.map((node) => node.stage), '不明'),
      evidence: fc.constantFrom('某〔2022〕9号', ''),
      self: fc.constantFrom('done', 'notStarted', 'onPace'),
    },
    { requiredKeys: [] },
  );
  const submissions = fc.array(
    fc.record({
      unit: fc.constantFrom(...units),
      quarter: fc.integer({ min: 1, max: 4 }),
      entries: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), sketch), { maxLength: 9 }),
    }),
    { maxLength: 16 },
  );

  it('count every task once, by status, track, unit and quarter', () => {
    fc.assert(
      fc.property(submissions, fc.integer({ min: 1, max: 4 }), (drawn, quarter) => {
        const returned = drawn.map(({ unit, quarter: q, entries }) => {
          const tasks = entries.map(([no, { n, ...rest }]) => [
            no,
            { ...rest, ...(n === undefined ? {} : value(n, no)) },
          ]);
          return submission(unit, `2022Q${q}`, Object.fromEntries(tasks) as Record<number, EntrySketch>);
        });
        const ledger = ledgerOf(inputs(tracks, returned), `2022Q${quarter}`);
        expect(ledger.tasks).toHaveLength(9);
        const first = Math.min(quarter, ...drawn.map(({ quarter: q }) => q));
        expect(ledger.countsByQuarter.map(sum)).toEqual(Array(quarter - first + 1).fill(9));
        expect(ledger.countsByQuarter.at(-1)).toEqual(ledger.counts);
        expect(add(ledger.tracks.map((t) => t.counts))).toEqual(ledger.counts);
        expect(add(ledger.byUnit.map((u) => u.counts))).toEqual(ledger.counts);
        for (const record of ledger.tasks) {
          expect(record.reason).not.toMatch(/undefined|null|NaN|“”/);
          expect(record.targets.every((t) => t.history.length === quarter)).toBe(true);
        }
      }),
      { numRuns: 200, seed: 2022 },
    );
  });
});
